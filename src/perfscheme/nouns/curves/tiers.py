"""Tiers: flat points for each band of values."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar, Literal

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.build import Way, steps
from perfscheme.formula.nodes import Absent, Formula, State
from perfscheme.nouns.curves.bands import Tier, banded
from perfscheme.nouns.curves.places import Point, ascending, level_problems
from perfscheme.nouns.entries import entries
from perfscheme.nouns.numbers import number_or_none
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed


def _tiers(value: Any) -> tuple[Point, ...] | tuple[Tier, ...]:
    items = value.items() if isinstance(value, Mapping) else tuple(value)
    if any(isinstance(item, Tier) for item in items):
        return tuple(items)
    return entries(Point, items)


@attrs.frozen
class Tiers:
    """Flat points for each band (层差法). A value on an edge belongs to the better band, or where its tier says.

    Args:
        tiers: level and points: where higher is better, points hold from the level on; where lower is better, up to it.
            Or a list of tiers of which each says its edge: `{from: 90, points: 100}`, `{above: 3, points: 3}`, or, for
            values counted downwards, `to` and `below`; each holds up to the next one. These need no `better`.
        otherwise: points of a value that reaches no level. A list of tiers may do without where its values cannot lie
            elsewhere, which is proved.
        edge: `at-least`: points hold from the level on, whichever way is better; `at-most`: up to the level. To be
            written where the indicator has no `better`, or points neither rise nor fall throughout, as in
            clinical scores.

    Raises:
        SchemeError: no tiers, or a level twice; levels without `otherwise` (PS191); tiers of both sorts (PS188), or
            beside an `edge` (PS189).

    The table of a response time that hand-written engines get wrong (10 h must be 100, not 60):

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> curve = Tiers({24: 100, 48: 80, 72: 60}, otherwise=0)
    >>> formula = curve.formula(Input("hours"), Setting({}, [], better="lower"))
    >>> [str(Evaluation({"hours": Fraction(hours)})(formula)) for hours in (10, 24, 25, 72, 73)]
    ['100', '100', '80', '60', '0']
    """

    kind: ClassVar[str] = "tiers"

    tiers: Keyed[Point] | tuple[Tier, ...] = attrs.field(converter=_tiers)
    otherwise: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    edge: Literal["at-least", "at-most"] | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := self._band_problems() if self._bands else self._level_problems():
            raise SchemeError(problems)

    @property
    def _bands(self) -> tuple[Tier, ...]:
        return tuple(tier for tier in self.tiers if isinstance(tier, Tier))

    @property
    def _points(self) -> tuple[Point, ...]:
        return tuple(tier for tier in self.tiers if isinstance(tier, Point))

    def _level_problems(self) -> list[Diagnostic]:
        problems = level_problems([tier.level for tier in self._points], "tiers")
        if self.otherwise is None and not problems:
            problems.append(Diagnostic("PS191", ("otherwise",)))
        return problems

    def _band_problems(self) -> list[Diagnostic]:
        first = self._bands[0]
        problems = [
            Diagnostic("PS188", ("tiers", i, tier.side), {"found": tier.side, "first": first.side})
            for i, tier in enumerate(self._bands)
            if tier.way != first.way
        ]
        if self.edge is not None:
            problems.append(Diagnostic("PS189", ("edge",)))
        return problems

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        if self._bands:
            return banded(x, self._bands, self.otherwise, setting)
        way = self._way(setting)
        levels = ascending(self._points, setting, "tiers")
        if way is None or not levels or self.otherwise is None:
            return Absent(State.MISSING)
        if self.edge is None:
            self._check_monotone([points for _, points in levels], self.otherwise, way, setting)
        return steps(x, levels, self.otherwise, better=way)

    def _way(self, setting: Setting) -> Way | None:
        if self.edge is not None:
            return "higher" if self.edge == "at-least" else "lower"
        if setting.better is None:
            setting.report("PS141")
        return setting.better

    def _check_monotone(self, points: list[Fraction], otherwise: Fraction, way: Way, setting: Setting) -> None:
        """Report tiers of which it cannot be said which side of an edge is the better one."""
        if _monotone([otherwise, *points] if way == "higher" else [*points, otherwise]):
            return
        other: Way = "lower" if way == "higher" else "higher"
        if _monotone([otherwise, *points] if other == "higher" else [*points, otherwise]):
            setting.report("PS198", "tiers", better=way, other=other)
        else:
            setting.report("PS160", "tiers")


def _monotone(points: list[Fraction]) -> bool:
    pairs = list(itertools.pairwise(points))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)
