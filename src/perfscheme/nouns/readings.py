"""Readings: which input an indicator reads, and what happens to the value before it is scored."""

from __future__ import annotations

from fractions import Fraction

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Absent, Formula, State, clamp
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.numbers import number_or_none
from perfscheme.nouns.roundings import Rounding
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.units import UnitName, convert, factor


@attrs.frozen
class Reading:
    """An input, converted, limited and rounded, in this order.

    Args:
        input: key of the input.
        unit: the unit in which limits and rounding are meant; None: the indicator's. The result is in the indicator's
            unit in either case, converted last.
        rounding: of the limited value.
        at_least: a lower value counts as this.
        at_most: a higher value counts as this.

    Raises:
        SchemeError: `at_least` is above `at_most`.

    >>> Reading("minutes", unit="minutes", at_most=600).input
    'minutes'
    """

    input: str
    unit: UnitName | None = attrs.field(default=None, kw_only=True)
    rounding: Rounding | None = attrs.field(default=None, kw_only=True)
    at_least: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    at_most: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise SchemeError(Diagnostic("PS147", ("at-least",), {"low": self.at_least, "high": self.at_most}))

    @property
    def plain(self) -> bool:
        """Whether the input is taken as it is."""
        return self == Reading(self.input)

    def formula(self, setting: Setting) -> Formula:
        """The value in the unit of the indicator at hand."""
        node = setting.number(self.input, "input")
        spec = setting.inputs.get(self.input)
        if not isinstance(spec, NumberInput) or setting.unit is None:
            return node
        unit = self.unit if self.unit is not None else setting.unit
        if factor(spec.unit, unit) is None or factor(unit, setting.unit) is None:
            wanted = unit if factor(spec.unit, unit) is None else setting.unit
            setting.report("PS131", "input", name=self.input, found=spec.unit, wanted=wanted)
            return Absent(State.MISSING)
        x = clamp(convert(node, spec.unit, unit), self.at_least, self.at_most)
        if self.rounding is not None:
            x = self.rounding.formula(x)
        return convert(x, unit, setting.unit)
