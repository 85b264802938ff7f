"""Rounding, where a scheme writes it and nowhere else."""

from __future__ import annotations

from fractions import Fraction

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Formula, Mode, Round
from perfscheme.nouns.fitness import unsorted
from perfscheme.nouns.numbers import number_or_none

_MOST_PLACES = 15


@attrs.frozen
class _Multiples:
    """What both roundings say: of what, and what happens in between."""

    places: int | None = None
    step: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    mode: Mode = attrs.field(default="half-up", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := tuple(unsorted(self)) or _problems(self.places, self.step):
            raise SchemeError(problems)

    @property
    def unit(self) -> Fraction:
        """The number whose multiples are the rounded values."""
        return self.step if self.step is not None else Fraction(10) ** -(self.places or 0)

    def formula(self, x: Formula) -> Formula:
        """`x`, rounded."""
        return Round(x, self.unit, self.mode)


@attrs.frozen
class Rounding(_Multiples):
    """To decimal places, or to the multiple of a step.

    Args:
        places: decimal places, -15 to 15 (-1: tens).
        step: rounds to multiples of this number, above 0. Write exactly one of `places` and `step`.
        mode: what happens in between; the names of the `decimal` module. `half-up` takes 0.5 away from zero.

    Raises:
        SchemeError: both or none of `places` and `step`; `places` or `step` out of range.

    >>> Rounding(places=2).unit
    Fraction(1, 100)
    """


@attrs.frozen
class TotalRounding(_Multiples):
    """Rounding of the total, which also says whether grades are given before or after it.

    Args:
        places, step, mode: as for `Rounding`.
        before_grading: True: the grade is that of the rounded total (89.995 shown as 90.00 is an A from 90);
            False: that of the unrounded one.

    Raises:
        SchemeError: as for `Rounding`.
    """

    before_grading: bool = attrs.field(kw_only=True)


def _problems(places: int | None, step: Fraction | None) -> tuple[Diagnostic, ...]:
    if (places is None) == (step is None):
        return (Diagnostic("PS115" if places is None else "PS116"),)
    if places is not None and abs(places) > _MOST_PLACES:
        return (Diagnostic("PS117", ("places",), {"found": places, "most": _MOST_PLACES}),)
    if step is not None and step <= 0:
        return (Diagnostic("PS118", ("step",), {"found": step}),)
    return ()
