"""Bands: tiers of which each says on which side its edge is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, figure
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.build import Way, bands
from perfscheme.formula.nodes import Absent, Const, Formula, State
from perfscheme.nouns.grades import SIDES, Side
from perfscheme.nouns.numbers import level_or_none, number
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Level


@attrs.frozen
class Tier:
    """Points of the values from an edge on, up to the edge of the next tier.

    Args:
        points: on the scale of the scheme.
        from_: the lowest value that has them; the edge belongs to this tier.
        above: they begin above this value.
        to: the highest value that has them; the edge belongs to this tier.
        below: they end below this value.

    Exactly one of the four edges is written: a value, or the name of a threshold.

    Raises:
        SchemeError: no edge (PS194), or several (PS195).
    """

    points: Fraction = attrs.field(converter=number)
    from_: Level | None = attrs.field(default=None, converter=level_or_none, kw_only=True)
    above: Level | None = attrs.field(default=None, converter=level_or_none, kw_only=True)
    to: Level | None = attrs.field(default=None, converter=level_or_none, kw_only=True)
    below: Level | None = attrs.field(default=None, converter=level_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self._edges:
            raise SchemeError(Diagnostic("PS194"))
        if len(self._edges) > 1:
            found = tuple(side for side, _ in self._edges)
            raise SchemeError(Diagnostic("PS195", (found[1],), {"found": found}))

    @property
    def _edges(self) -> list[tuple[Side, Level]]:
        values = (self.from_, self.above, self.to, self.below)
        return [(side, value) for side, value in zip(SIDES, values, strict=True) if value is not None]

    @property
    def side(self) -> Side:
        """How its edge is written."""
        return self._edges[0][0]

    @property
    def level(self) -> Level:
        """Its edge."""
        return self._edges[0][1]

    @property
    def way(self) -> Way:
        """In which direction it goes from its edge."""
        return "higher" if self.side in ("from", "above") else "lower"

    @property
    def closed(self) -> bool:
        """Whether the edge itself belongs to it."""
        return self.side in ("from", "to")


def banded(x: Formula, tiers: Sequence[Tier], otherwise: Fraction | None, setting: Setting) -> Formula:
    """Points of `x` by tiers that all go one way, in ascending or descending order.

    Args:
        x: the value.
        tiers: at least one.
        otherwise: points beyond the outermost edge; None: there are no such values, which must be provable (PS192).
        setting: of the curve that has the field `tiers`; PS190 is an order that is none.
    """
    before = len(setting.problems)
    places = [setting.level(tier.level, "tiers", i, tier.side) for i, tier in enumerate(tiers)]
    if len(setting.problems) > before:
        return Absent(State.MISSING)
    found = list(zip(places, tiers, strict=True))
    if _descending(found, setting):
        found.reverse()
    for (a, lower), (b, upper) in itertools.pairwise(found):
        if isinstance(a, Const) and isinstance(b, Const) and not _ascend(a.value, lower, b.value, upper):
            at = _astray(found, tiers)
            setting.report("PS190", "tiers", at, tiers[at].side, first=_said(tiers[at - 1]), second=_said(tiers[at]))
            return Absent(State.MISSING)
    place, outermost = found[0] if tiers[0].way == "higher" else found[-1]
    covered = isinstance(place, Const) and _covers(x, place.value, outermost)
    if otherwise is None and not covered:
        setting.report("PS192", "tiers", tiers.index(outermost), side=outermost.side, bound=outermost.level)
    if otherwise is not None and covered:
        setting.report("PS193", severity="warning", side=outermost.side, bound=outermost.level)
    rest = outermost.points if otherwise is None else otherwise
    return bands(x, [(place, tier.points, tier.closed) for place, tier in found], rest, better=tiers[0].way)


def _descending(found: Sequence[tuple[Formula, Tier]], setting: Setting) -> bool:
    """Whether the tiers stand with the highest first; where edges differ by person, their points tell."""
    fixed = [place.value for place, _ in found if isinstance(place, Const)]
    if len(fixed) > 1 and fixed[0] != fixed[-1]:
        return fixed[0] > fixed[-1]
    if len(fixed) == len(found):
        return len(found) > 1 and not _ascend(fixed[0], found[0][1], fixed[-1], found[-1][1])
    points = [tier.points for _, tier in found]
    if setting.better == "lower":
        points.reverse()
    return setting.better is not None and points[0] > points[-1]


def _ascend(a: Fraction, lower: Tier, b: Fraction, upper: Tier) -> bool:
    """Whether the edge `a` comes before `b`; at one place the wider tier is the outer one."""
    if a != b:
        return a < b
    return lower.closed != upper.closed and lower.closed == (lower.way == "higher")


def _astray(found: Sequence[tuple[Formula, Tier]], tiers: Sequence[Tier]) -> int:
    """The index in the file of the first tier that is out of order."""
    turned = found[0][1] is not tiers[0]
    written = list(reversed(found)) if turned else found
    for at, ((a, first), (b, second)) in enumerate(itertools.pairwise(written), start=1):
        if isinstance(a, Const) and isinstance(b, Const):
            ends = (b.value, second, a.value, first) if turned else (a.value, first, b.value, second)
            if not _ascend(*ends):
                return at
    return len(tiers) - 1


def _said(tier: Tier) -> str:
    return f"{tier.side}: {figure(tier.level) if isinstance(tier.level, Fraction) else tier.level}"


def _covers(x: Formula, bound: Fraction, tier: Tier) -> bool:
    """Whether no value of `x` can lie beyond the edge of the outermost tier."""
    reach = Analysis().range(x)
    if reach is None:
        return False
    if tier.way == "higher":
        return reach.low >= bound if tier.closed else reach.low > bound
    return reach.high <= bound if tier.closed else reach.high < bound
