"""The analysis interpreter: what can be said of a node for every record at once.

For each node: the range that its values lie in, whether it may be absent, and which way it moves
with each input. Every statement is a bound: the truth is never outside it, and may be inside.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any as Anything
from typing import TypeAlias

import attrs

from perfscheme.formula import nodes, reals
from perfscheme.formula.nodes import State

Bound: TypeAlias = Fraction | float
"""A rational, or an infinity."""

UP, DOWN, BOTH = 1, 2, 3
Directions: TypeAlias = dict[str, int]
"""By input key: UP, DOWN or BOTH; an input that is not named has no influence."""


@attrs.frozen
class Range:
    """All numbers from `low` to `high`, both included unless infinite."""

    low: Bound
    high: Bound

    @property
    def size(self) -> Bound:
        """The largest absolute value."""
        return max(abs(self.low), abs(self.high))

    @property
    def nonnegative(self) -> bool:
        """No value is below zero."""
        return self.low >= 0

    def __or__(self, other: Range) -> Range:
        return Range(min(self.low, other.low), max(self.high, other.high))


EVERYTHING = Range(-math.inf, math.inf)


class Analysis:
    """Ranges, absences and directions of nodes; each is worked out once and kept.

    Args:
        limit: take inputs without a range as lying within plus and minus this (None: they are unbounded).

    >>> x = nodes.Input("x", Fraction(0), Fraction(10))
    >>> Analysis().range(5 - 2 * x)
    Range(low=Fraction(-15, 1), high=Fraction(5, 1))
    """

    def __init__(self, *, limit: int | None = None) -> None:
        self.limit = limit
        self._ranges: dict[nodes.Formula, Range | None] = {}
        self._absences: dict[nodes.Formula, frozenset[State]] = {}
        self._directions: dict[nodes.Node, Directions] = {}

    def range(self, node: nodes.Formula) -> Range | None:
        """The range of the values, None where a node never has one."""
        for child in nodes.walk([node]):
            if isinstance(child, nodes.Formula) and child not in self._ranges:
                self._ranges[child] = _RANGES[type(child)](self, child)
        return self._ranges[node]

    def absences(self, node: nodes.Formula) -> frozenset[State]:
        """The ways in which a node can be without a value."""
        for child in nodes.walk([node]):
            if isinstance(child, nodes.Formula) and child not in self._absences:
                self._absences[child] = _absences(self._absences, child)
        return self._absences[node]

    def directions(self, node: nodes.Node) -> Directions:
        """Which way the node can move when an input rises while everything stays present."""
        for child in nodes.walk([node]):
            if child not in self._directions:
                self._directions[child] = self._direction(child)
        return self._directions[node]

    def _direction(self, node: nodes.Node) -> Directions:
        found = self._directions
        match node:
            case nodes.Input(key=key):
                return {key: UP}
            case nodes.Sum(terms=terms):
                return _merge((found[x] if f > 0 else _turn(found[x])) for f, x in terms if f)
            case nodes.Product(left=a, right=b):
                return _merge((_by_sign(found[a], self.range(b)), _by_sign(found[b], self.range(a))))
            case nodes.Quotient(over=a, under=b):
                inverse = _turn(found[b]) if _one_sign(self.range(b)) else _any(found[b])
                return _merge((_by_sign(found[a], self.range(b)), _by_sign(inverse, self.range(a))))
            case nodes.Least(terms=terms) | nodes.Greatest(terms=terms) | nodes.Best(terms=terms):
                return _merge(found[x] for x in terms)
            case nodes.Mean(weights=weights, terms=terms) | nodes.GeometricMean(weights=weights, terms=terms):
                return _merge([found[x] for x in terms] + [_any(found[w]) for w in weights])
            case nodes.Piecewise(x=x):
                moves = piecewise_direction(node, self.range(x))
                return {key: _compose(moves, way) for key, way in found[x].items() if moves}
            case nodes.Round(x=x):
                return found[x]
            case nodes.Power(x=x, exponent=exponent):
                return found[x] if exponent > 0 else _turn(found[x])
            case nodes.Log(x=x, base=base) | nodes.Exp(x=x, base=base):
                return found[x] if base is None or base > 1 else _turn(found[x])
            case nodes.If(condition=condition, then=then, other=other):
                a, b = self.range(then), self.range(other)
                ways = found[condition]
                if a is None or b is None:
                    jump = {}
                elif a.low >= b.high:
                    jump = ways
                elif a.high <= b.low:
                    jump = _turn(ways)
                else:
                    jump = _any(ways)
                return _merge((found[then], found[other], jump))
            case nodes.Choose(cases=cases):
                return _merge(found[case] for case in cases)
            case nodes.Compare(left=left, relation=relation, right=right):
                match relation:
                    case "at-least" | "above":
                        return _merge((found[left], _turn(found[right])))
                    case "at-most" | "below":
                        return _merge((_turn(found[left]), found[right]))
                    case _:
                        return _merge((_any(found[left]), _any(found[right])))
            case nodes.All(conditions=conditions) | nodes.Any(conditions=conditions):
                return _merge(found[c] for c in conditions)
            case nodes.Not(condition=condition):
                return _turn(found[condition])
            case _:
                return {}


def _merge(parts: Iterable[Directions]) -> Directions:
    merged: Directions = {}
    for part in parts:
        for key, way in part.items():
            merged[key] = merged.get(key, 0) | way
    return merged


def _turn(ways: Directions) -> Directions:
    return {key: _compose(DOWN, way) for key, way in ways.items()}


def _any(ways: Directions) -> Directions:
    return dict.fromkeys(ways, BOTH)


def _compose(outer: int, inner: int) -> int:
    turned = (inner & UP and DOWN) | (inner & DOWN and UP)
    return (inner if outer & UP else 0) | (turned if outer & DOWN else 0)


def _one_sign(r: Range | None) -> bool:
    return r is not None and (r.low > 0 or r.high < 0)


def _by_sign(ways: Directions, factor: Range | None) -> Directions:
    if factor is None or factor.low >= 0:
        return ways
    return _turn(ways) if factor.high <= 0 else _any(ways)


def piecewise_direction(node: nodes.Piecewise, domain: Range | None) -> int:
    """UP, DOWN, BOTH or 0 (constant) over the part of the pieces that `domain` reaches."""
    if domain is None:
        return 0
    moves = 0
    before: Bound | None = None
    for (low, high), (a, b) in zip(piece_ends(node, domain), node.pieces):
        if low > high:
            continue
        if b and low < high:
            moves |= UP if b > 0 else DOWN
        first = times(b, low) + a
        if before is not None and first != before:
            moves |= UP if first > before else DOWN
        before = times(b, high) + a
    return moves


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


def times(a: Bound, b: Bound) -> Bound:
    """Product in which zero times an infinity is zero, as it is for bounds."""
    return Fraction(0) if a == 0 or b == 0 else a * b


def _absences(found: dict[nodes.Formula, frozenset[State]], node: nodes.Formula) -> frozenset[State]:
    both = frozenset({State.MISSING, State.NOT_APPLICABLE})
    match node:
        case nodes.Absent(state=state):
            return frozenset({state})
        case nodes.Input():
            return both
        case nodes.Choose(cases=cases):
            return both.union(*(found[case] for case in cases))
        case nodes.If(condition=nodes.InState(x=x, state=State.MISSING), then=then, other=other) if other is x:
            return found[then] | (found[other] - {State.MISSING})
        case nodes.If(then=then, other=other):
            return found[then] | found[other]
        case nodes.Mean(terms=terms, weights=weights) | nodes.GeometricMean(terms=terms, weights=weights):
            inside = frozenset[State]().union(*(found[x] for x in terms), *(found[w] for w in weights))
            return inside if node.coverage == 0 or not inside else inside | {State.MISSING} & inside
        case nodes.Best(terms=terms):
            inside = frozenset[State]().union(*(found[x] for x in terms))
            return inside | {State.MISSING} if inside else inside
        case _:
            inputs = [x for x in nodes.children(node) if isinstance(x, nodes.Formula)]
            return frozenset[State]().union(*(found[x] for x in inputs))


def _input_range(run: Analysis, node: nodes.Input) -> Range:
    wide = math.inf if run.limit is None else Fraction(run.limit)
    return Range(-wide if node.low is None else node.low, wide if node.high is None else node.high)


def _sum_range(run: Analysis, node: nodes.Sum) -> Range | None:
    low: Bound = node.constant
    high: Bound = node.constant
    for factor, x in node.terms:
        r = run.range(x)
        if r is None:
            return None
        ends = (times(factor, r.low), times(factor, r.high))
        low, high = low + min(ends), high + max(ends)
    return Range(low, high)


def _product_range(run: Analysis, node: nodes.Product) -> Range | None:
    a, b = run.range(node.left), run.range(node.right)
    if a is None or b is None:
        return None
    ends = [times(p, q) for p in (a.low, a.high) for q in (b.low, b.high)]
    if node.left is node.right:
        return Range(Fraction(0) if a.low <= 0 <= a.high else min(ends), max(ends))
    return Range(min(ends), max(ends))


def _quotient_range(run: Analysis, node: nodes.Quotient) -> Range | None:
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


def _extreme_range(run: Analysis, node: nodes.Least | nodes.Greatest) -> Range | None:
    found = [run.range(x) for x in node.terms]
    there = [r for r in found if r is not None]
    if len(there) < len(found):
        return None
    pick = min if isinstance(node, nodes.Least) else max
    return Range(pick(r.low for r in there), pick(r.high for r in there))


def _piecewise_range(run: Analysis, node: nodes.Piecewise) -> Range | None:
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


def _round_range(run: Analysis, node: nodes.Round) -> Range | None:
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
        elif abs(end) > 10**9:
            ends.append(beyond)
        else:
            ends.append(reals.enclosure(apply(end), 64)[side])
    return Range(min(ends), max(ends))


def _power_range(run: Analysis, node: nodes.Power) -> Range | None:
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


def _log_range(run: Analysis, node: nodes.Log) -> Range | None:
    found = _monotone(run.range(node.x), lambda x: reals.log(x, None), -math.inf, math.inf, Fraction(0))
    if found is None or node.base is None:
        return found
    low, high = reals.enclosure(reals.log(node.base, None), 64)
    ends = [end / part for end in (found.low, found.high) for part in (low, high)]
    return Range(min(ends), max(ends))


def _exp_range(run: Analysis, node: nodes.Exp) -> Range | None:
    r = run.range(node.x)
    if r is None:
        return None
    zero = Fraction(0)
    ends: list[Bound] = []
    rising = node.base is None or node.base > 1
    for end in (r.low, r.high):
        if abs(end) > 10**4:
            ends.append(math.inf if (end > 0) == rising else zero)
        else:
            ends.extend(reals.enclosure(reals.exp(Fraction(end), node.base), 64))
    return Range(min(ends), max(ends))


def _hull(run: Analysis, terms: Iterable[nodes.Formula]) -> Range | None:
    hull: Range | None = None
    for x in terms:
        r = run.range(x)
        if r is not None:
            hull = r if hull is None else hull | r
    return hull


def _best_range(run: Analysis, node: nodes.Best) -> Range | None:
    hull = _hull(run, node.terms)
    return hull and Range(times(Fraction(node.count), hull.low), times(Fraction(node.count), hull.high))


def _if_range(run: Analysis, node: nodes.If) -> Range | None:
    if isinstance(node.condition, nodes.Always):
        return run.range(node.then if node.condition.value else node.other)
    return _hull(run, (node.then, node.other))


def _constant(run: Analysis, node: nodes.Const) -> Range:
    return Range(node.value, node.value)


_RANGES: dict[type[nodes.Formula], Callable[[Analysis, Anything], Range | None]] = {
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
