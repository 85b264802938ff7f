"""Per step: points added or taken away for each step away from a level."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Formula, Round, clamp, greatest, linear
from perfscheme.nouns.numbers import level, number, number_or_none
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Level


@attrs.frozen
class PerStep:
    """Points for each step above or below a level (扣分法, 加分法): deduction and bonus in one.

    Args:
        start: points at the level.
        from_: the level that steps are counted from.
        each: how far a step goes, in the indicator's unit; above 0.
        steps: `whole`: only steps that are complete count; `begun`: a step counts as soon as it is begun;
            `proportional`: parts of steps count in part. Always stated, since plans that say
            "for each 3 %" mean any of the three.
        above: points for each step above the level; negative to take away.
        below: points for each step below the level; negative to take away.
        at_least: lower limit of the points, None for none.
        at_most: upper limit of the points, None for none.

    Raises:
        SchemeError: `each` is not above 0, neither `above` nor `below` is given, or the limits leave nothing.

    One point off for each 2 % over the target of 5 %, down to 90:

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> curve = PerStep(100, 5, 2, "whole", above=-1, at_least=90)
    >>> formula = curve.formula(Input("rate"), Setting({}, []))
    >>> [str(Evaluation({"rate": Fraction(rate)})(formula)) for rate in (4, "6.9", 7, 60)]
    ['100', '100', '99', '90']
    """

    kind: ClassVar[str] = "per-step"

    start: Fraction = attrs.field(converter=number)
    from_: Level = attrs.field(converter=level)
    each: Fraction = attrs.field(converter=number)
    steps: Literal["whole", "begun", "proportional"]
    above: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    below: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    at_least: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    at_most: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = []
        if self.each <= 0:
            problems.append(Diagnostic("PS149", ("each",), {"found": self.each}))
        if self.above is None and self.below is None:
            problems.append(Diagnostic("PS150", ("above",)))
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            problems.append(Diagnostic("PS147", ("at-least",), {"low": self.at_least, "high": self.at_most}))
        if problems:
            raise SchemeError(problems)

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        edge = setting.level(self.from_, "from")
        up = (self.above, linear((1 / self.each, x), (-1 / self.each, edge)))
        down = (self.below, linear((1 / self.each, edge), (-1 / self.each, x)))
        terms = [
            (factor, self._counted(greatest(distance, 0))) for factor, distance in (up, down) if factor is not None
        ]
        return clamp(linear(*terms, constant=self.start), self.at_least, self.at_most)

    def _counted(self, distance: Formula) -> Formula:
        if self.steps == "proportional":
            return distance
        return Round(distance, Fraction(1), "floor" if self.steps == "whole" else "ceiling")
