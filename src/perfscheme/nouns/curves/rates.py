"""Rates: an amount paid at rates that depend on how much there is, as commissions are."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar, Literal

import attrs

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.build import marginal, steps
from perfscheme.formula.nodes import Absent, Formula, State, linear, product
from perfscheme.nouns.curves.places import Point, ascending, level_problems
from perfscheme.nouns.entries import entries
from perfscheme.nouns.numbers import level, number
from perfscheme.nouns.quantities import Quantity, quantity_or_none, state
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed, Level


@attrs.frozen
class Rate:
    """Where a bracket begins, and its rate.

    Args:
        level: the beginning, itself within the bracket; a value or the name of a threshold.
        rate: points for each unit of the value; 2 % is 0.02.
    """

    level: Level = attrs.field(converter=level)
    rate: Fraction = attrs.field(converter=number)


def _rates(value: Any) -> tuple[Rate, ...]:
    return entries(Rate, value)


@attrs.frozen
class Rates:
    """Rates by bracket ("rate table" of Oracle Incentive Compensation, "tiers" of Spiff).

    Args:
        rates: the beginning of each bracket, and its rate. What lies below the first is paid nothing.
        apply: `marginal`: each part at the rate of its own bracket ("step"); `whole`: all of it at
            the rate of the bracket that is reached ("flat").
        opening: what is credited already in the period: it fills the lower brackets, and is not paid again.

    Raises:
        SchemeError: no rates, or a level twice.

    Oracle's step rates of 1 % to 1000, 2 % to 3000, 3 % to 8000 and 5 % beyond:

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> curve = Rates({0: "0.01", 1000: "0.02", 3000: "0.03", 8000: "0.05"}, apply="marginal")
    >>> formula = curve.formula(Input("amount"), Setting({}, []))
    >>> print(sum(Evaluation({"amount": Fraction(n)})(formula) for n in (200, 300, 1500, 1200, 2000, 4500)))
    164
    """

    kind: ClassVar[str] = "rates"

    rates: Keyed[Rate] = attrs.field(converter=_rates)
    apply: Literal["marginal", "whole"]
    opening: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := level_problems([rate.level for rate in self.rates], "rates"):
            raise SchemeError(problems)

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        # rates need not rise with the amount, so their order is as written where a level is given per person
        free = attrs.evolve(setting, better=None)
        rates = ascending([Point(rate.level, rate.rate) for rate in self.rates], free, "rates")
        opening = None if self.opening is None else state(self.opening, setting, "opening", unit=setting.unit)
        if not rates:
            return Absent(State.MISSING)
        reached = x if opening is None else linear((1, opening), (1, x))
        if self.apply == "whole":
            return product(steps(reached, rates, 0, better="higher"), x)
        paid = marginal(reached, rates)
        return paid if opening is None else linear((1, paid), (-1, marginal(opening, rates)))
