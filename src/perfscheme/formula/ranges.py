"""Ranges: between which bounds the values of a node lie, for every record at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from perfscheme.formula import nodes, reals

Bound: TypeAlias = Fraction | float
"""A rational, or an infinity."""


@attrs.frozen
class Range:
    """All numbers from `low` to `high`, both included unless infinite."""

    low: Bound
    high: Bound

    @property
    def size(self) -> Bound:
        """The largest absolute value."""
        return max(magnitude(self.low), magnitude(self.high))

    @property
    def nonnegative(self) -> bool:
        """No value is below zero."""
        return self.low >= 0

    def __or__(self, other: Range) -> Range:
        return Range(min(self.low, other.low), max(self.high, other.high))


EVERYTHING = Range(-math.inf, math.inf)


class Ranges:
    """Ranges of nodes; each is worked out once and kept.

    Args:
        limit: take inputs without a range as lying within plus and minus this (None: they are unbounded).
    """

    def __init__(self, limit: int | None = None) -> None:
        self.limit = limit
        self._found: dict[nodes.Formula, Range | None] = {}

    def range(self, node: nodes.Formula) -> Range | None:
        """The range of the values, None where a node never has one."""
        if node not in self._found:
            for child in nodes.walk([node]):
                if isinstance(child, nodes.Formula) and child not in self._found:
                    self._found[child] = self._of(child)
        return self._found[node]

    def _of(self, node: nodes.Formula) -> Range | None:
        return _RANGES[type(node)](self, node)


def magnitude(x: Bound) -> Bound:
    """The absolute value of a bound."""
    return x if x >= 0 else -x


def times(a: Bound, b: Bound) -> Bound:
    """Product in which zero times an infinity is zero, as it is for bounds."""
    return Fraction(0) if a == 0 or b == 0 else a * b


def piece_ends(node: nodes.Piecewise, domain: Range) -> list[tuple[Bound, Bound]]:
    """For each piece, the ends of the part of `domain` that it covers; low > high where it covers none."""
    cuts = [cut.at for cut in node.cuts]
    starts: list[Bound] = [domain.low, *(max(cut, domain.low) for cut in cuts)]
    ends: list[Bound] = [*(min(cut, domain.high) for cut in cuts), domain.high]
    found: list[tuple[Bound, Bound]] = []
    for i, (low, high) in enumerate(zip(starts, ends)):
        if low == high and i > 0 and low == cuts[i - 1] and not node.cuts[i - 1].inclusive:
            high = low - 1  # the piece begins after this point
        elif low == high and i < len(cuts) and high == cuts[i] and node.cuts[i].inclusive:
            high = low - 1  # the piece ends before this point
        found.append((low, high))
    return found


def _input_range(run: Ranges, node: nodes.Input) -> Range:
    wide: Bound = math.inf if run.limit is None else Fraction(run.limit)
    low = min(-wide, wide if node.high is None else node.high) if node.low is None else node.low
    return Range(low, max(wide, low) if node.high is None else node.high)


def _sum_range(run: Ranges, node: nodes.Sum) -> Range | None:
    low: Bound = node.constant
    high: Bound = node.constant
    for factor, x in node.terms:
        r = run.range(x)
        if r is None:
            return None
        ends = (times(factor, r.low), times(factor, r.high))
        low, high = low + min(ends), high + max(ends)
    return Range(low, high)


def _product_range(run: Ranges, node: nodes.Product) -> Range | None:
    a, b = run.range(node.left), run.range(node.right)
    if a is None or b is None:
        return None
    ends = [times(p, q) for p in (a.low, a.high) for q in (b.low, b.high)]
    if node.left is node.right:
        return Range(Fraction(0) if a.low <= 0 <= a.high else min(ends), max(ends))
    return Range(min(ends), max(ends))


def _quotient_range(run: Ranges, node: nodes.Quotient) -> Range | None:
    a, b = run.range(node.over), run.range(node.under)
    if a is None or b is None or b.low == b.high == 0:
        return None
    if b.low < 0 < b.high:
        return EVERYTHING
    # Where the divisor reaches down to zero, its inverse is unbounded on that side.
    inverses: list[Bound] = [
        Fraction(0) if math.isinf(end) else 1 / end if end else math.copysign(math.inf, b.low + b.high)
        for end in (b.low, b.high)
    ]
    ends = [times(p, q) for p in (a.low, a.high) for q in inverses]
    return Range(min(ends), max(ends))


def _extreme_range(run: Ranges, node: nodes.Least | nodes.Greatest) -> Range | None:
    found = [run.range(x) for x in node.terms]
    there = [r for r in found if r is not None]
    if len(there) < len(found):
        return None
    pick = min if isinstance(node, nodes.Least) else max
    return Range(pick(r.low for r in there), pick(r.high for r in there))


def _piecewise_range(run: Ranges, node: nodes.Piecewise) -> Range | None:
    domain = run.range(node.x)
    if domain is None:
        return None
    ends = [
        times(b, end) + a
        for (low, high), (a, b) in zip(piece_ends(node, domain), node.pieces)
        if low <= high
        for end in (low, high)
    ]
    return Range(min(ends), max(ends))


def _round_range(run: Ranges, node: nodes.Round) -> Range | None:
    r = run.range(node.x)
    if r is None:
        return None
    low, high = (
        end if isinstance(end, float) else reals.round_to(end, node.unit, node.mode) for end in (r.low, r.high)
    )
    return Range(low, high)


def _monotone(
    r: Range | None, apply: Callable[[Fraction], reals.Exact], low: Bound, high: Bound, least: Bound
) -> Range | None:
    """Range of a rising function; `low` and `high` stand where an end is infinite or not above `least`."""
    if r is None:
        return None
    ends: list[Bound] = []
    for side, (end, beyond) in enumerate(((r.low, low), (r.high, high))):
        if isinstance(end, float) or end <= least:
            ends.append(high if isinstance(end, float) and end > 0 else low)
        elif magnitude(end) > 10**9:
            ends.append(beyond)
        else:
            ends.append(reals.enclosure(apply(end), 64)[side])
    return Range(min(ends), max(ends))


def _power_range(run: Ranges, node: nodes.Power) -> Range | None:
    r = run.range(node.x)
    zero = Fraction(0)
    if r is not None and r.low < 0 and node.exponent.denominator == 1:
        return EVERYTHING
    if node.exponent > 0:
        return _monotone(r, lambda x: reals.power(x, node.exponent), zero, math.inf, zero)
    turned = _monotone(r, lambda x: reals.power(x, -node.exponent), zero, math.inf, zero)
    if turned is None:
        return None
    ends: list[Bound] = [
        math.inf if end == 0 else zero if math.isinf(end) else 1 / end for end in (turned.high, turned.low)
    ]
    return Range(ends[0], ends[1])


def _log_range(run: Ranges, node: nodes.Log) -> Range | None:
    found = _monotone(run.range(node.x), lambda x: reals.log(x, None), -math.inf, math.inf, Fraction(0))
    if found is None or node.base is None:
        return found
    low, high = reals.enclosure(reals.log(node.base, None), 64)
    ends = [end / part for end in (found.low, found.high) for part in (low, high)]
    return Range(min(ends), max(ends))


def _exp_range(run: Ranges, node: nodes.Exp) -> Range | None:
    r = run.range(node.x)
    if r is None:
        return None
    zero = Fraction(0)
    ends: list[Bound] = []
    rising = node.base is None or node.base > 1
    for end in (r.low, r.high):
        if magnitude(end) > 10**4:
            ends.append(math.inf if (end > 0) == rising else zero)
        else:
            ends.extend(reals.enclosure(reals.exp(Fraction(end), node.base), 64))
    return Range(min(ends), max(ends))


def _hull(run: Ranges, terms: Iterable[nodes.Formula]) -> Range | None:
    hull: Range | None = None
    for x in terms:
        r = run.range(x)
        if r is not None:
            hull = r if hull is None else hull | r
    return hull


def _best_range(run: Ranges, node: nodes.Best) -> Range | None:
    hull = _hull(run, node.terms)
    return hull and Range(times(Fraction(node.count), hull.low), times(Fraction(node.count), hull.high))


def _if_range(run: Ranges, node: nodes.If) -> Range | None:
    if isinstance(node.condition, nodes.Always):
        return run.range(node.then if node.condition.value else node.other)
    return _hull(run, (node.then, node.other))


def _constant(run: Ranges, node: nodes.Const) -> Range:
    return Range(node.value, node.value)


_RANGES: dict[type[nodes.Formula], Callable[[Ranges, Any], Range | None]] = {
    nodes.Const: _constant,
    nodes.Absent: lambda run, node: None,
    nodes.Input: _input_range,
    nodes.Sum: _sum_range,
    nodes.Product: _product_range,
    nodes.Quotient: _quotient_range,
    nodes.Least: _extreme_range,
    nodes.Greatest: _extreme_range,
    nodes.Piecewise: _piecewise_range,
    nodes.Round: _round_range,
    nodes.Power: _power_range,
    nodes.Log: _log_range,
    nodes.Exp: _exp_range,
    nodes.If: _if_range,
    nodes.Choose: lambda run, node: _hull(run, node.cases),
    nodes.Mean: lambda run, node: _hull(run, node.terms),
    nodes.GeometricMean: lambda run, node: _hull(run, node.terms),
    nodes.Best: _best_range,
}
