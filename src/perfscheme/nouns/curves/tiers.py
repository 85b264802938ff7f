"""Tiers: flat points for each band of values."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any, ClassVar, Literal

import attrs

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.build import Way, steps
from perfscheme.formula.nodes import Absent, Formula, State
from perfscheme.nouns.curves.places import Point, ascending, level_problems
from perfscheme.nouns.entries import entries
from perfscheme.nouns.numbers import number
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed


def _points(value: Any) -> tuple[Point, ...]:
    return entries(Point, value)


@attrs.frozen
class Tiers:
    """Flat points for each band (层差法). A value on an edge belongs to the better band.

    Args:
        tiers: level and points. Where higher is better, points hold from the level on; where lower is better, up to it.
        otherwise: points of a value that reaches no level.
        edge: `at-least`: points hold from the level on, whichever way is better; `at-most`: up to the level. To be
            written where the indicator has no `better`, or points neither rise nor fall throughout, as in
            clinical scores.

    Raises:
        SchemeError: no tiers, or a level twice.

    The table of a response time that hand-written engines get wrong (10 h must be 100, not 60):

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> curve = Tiers({24: 100, 48: 80, 72: 60}, otherwise=0)
    >>> formula = curve.formula(Input("hours"), Setting({}, [], better="lower"))
    >>> [str(Evaluation({"hours": Fraction(hours)})(formula)) for hours in (10, 24, 25, 72, 73)]
    ['100', '100', '80', '60', '0']
    """

    kind: ClassVar[str] = "tiers"

    tiers: Keyed[Point] = attrs.field(converter=_points)
    otherwise: Fraction = attrs.field(converter=number)
    edge: Literal["at-least", "at-most"] | None = None

    def __attrs_post_init__(self) -> None:
        if problems := level_problems([tier.level for tier in self.tiers], "tiers"):
            raise SchemeError(problems)

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        way = self._way(setting)
        levels = ascending(self.tiers, setting, "tiers")
        if way is None or not levels:
            return Absent(State.MISSING)
        if self.edge is None:
            self._check_monotone([points for _, points in levels], way, setting)
        return steps(x, levels, self.otherwise, better=way)

    def _way(self, setting: Setting) -> Way | None:
        if self.edge is not None:
            return "higher" if self.edge == "at-least" else "lower"
        if setting.better is None:
            setting.report("PS141")
        return setting.better

    def _check_monotone(self, points: list[Fraction], way: Way, setting: Setting) -> None:
        """Report tiers of which it cannot be said which side of an edge is the better one."""
        values = [self.otherwise, *points] if way == "higher" else [*points, self.otherwise]
        pairs = list(itertools.pairwise(values))
        if not (all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)):
            setting.report("PS160", "tiers")
