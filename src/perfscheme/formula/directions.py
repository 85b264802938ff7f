"""Directions: which way a node moves when an input rises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from perfscheme.formula import nodes
from perfscheme.formula.dominance import Dominance
from perfscheme.formula.ranges import Bound, Range, Ranges, piece_ends, times

UP, DOWN, BOTH = 1, 2, 3
Ways: TypeAlias = dict[str, int]
"""By input key: UP, DOWN or BOTH; an input that is not named has no influence."""


class Directions:
    """Directions of nodes; each is worked out once and kept.

    Args:
        ranges: of the same formula.
    """

    def __init__(self, ranges: Ranges) -> None:
        self._ranges = ranges
        self._dominance = Dominance(ranges)
        self._found: dict[nodes.Node, Ways] = {}

    def ways(self, node: nodes.Node) -> Ways:
        """Which way the node can move when an input rises while everything stays present."""
        if node not in self._found:
            for child in nodes.walk([node]):
                if child not in self._found:
                    self._found[child] = self._direction(child)
        return self._found[node]

    def _direction(self, node: nodes.Node) -> Ways:
        found = self._found
        match node:
            case nodes.Input(key=key):
                return {key: UP}
            case nodes.Sum(terms=terms):
                return _merge((found[x] if f > 0 else _turn(found[x])) for f, x in terms if f)
            case nodes.Product(left=a, right=b):
                return _merge((_by_sign(found[a], self._ranges.range(b)), _by_sign(found[b], self._ranges.range(a))))
            case nodes.Quotient(over=a, under=b):
                inverse = _turn(found[b]) if _one_sign(self._ranges.range(b)) else _any(found[b])
                return _merge((_by_sign(found[a], self._ranges.range(b)), _by_sign(inverse, self._ranges.range(a))))
            case nodes.Least(terms=terms) | nodes.Greatest(terms=terms) | nodes.Best(terms=terms):
                return _merge(found[x] for x in terms)
            case nodes.Mean(weights=weights, terms=terms) | nodes.GeometricMean(weights=weights, terms=terms):
                return _merge([found[x] for x in terms] + [_any(found[w]) for w in weights])
            case nodes.Piecewise(x=x):
                moves = piecewise_direction(node, self._ranges.range(x))
                return {key: _compose(moves, way) for key, way in found[x].items() if moves}
            case nodes.Round(x=x):
                return found[x]
            case nodes.Power(x=x, exponent=exponent):
                return found[x] if exponent > 0 else _turn(found[x])
            case nodes.Log(x=x, base=base) | nodes.Exp(x=x, base=base):
                return found[x] if base is None or base > 1 else _turn(found[x])
            case nodes.If(condition=condition, then=then, other=other):
                return _merge((found[then], found[other], self._jump(found[condition], then, other)))
            case nodes.Choose(cases=cases):
                return _merge(found[case] for case in cases)
            case nodes.Compare(left=left, relation=relation, right=right):
                match relation:
                    case "at-least" | "above":
                        return _merge((found[left], _turn(found[right])))
                    case "at-most" | "below":
                        return _merge((_turn(found[left]), found[right]))
                    case _:
                        return self._equality(left, right)
            case nodes.Every(conditions=conditions) | nodes.Some(conditions=conditions):
                return _merge(found[c] for c in conditions)
            case nodes.Not(condition=condition):
                return _turn(found[condition])
            case _:
                return {}

    def _jump(self, ways: Ways, then: nodes.Formula, other: nodes.Formula) -> Ways:
        """How a choice moves when its condition comes to hold."""
        if self._ranges.range(then) is None or self._ranges.range(other) is None:
            return {}
        if self._dominance.never_below(then, other):
            return ways
        return _turn(ways) if self._dominance.never_below(other, then) else _any(ways)

    def _equality(self, left: nodes.Formula, right: nodes.Formula) -> Ways:
        """At the end of a range, to be equal is to be at least, or at most, what is there."""
        one, two = self._ranges.range(left), self._ranges.range(right)
        ways, against = self._found[left], self._found[right]
        if one is not None and two is not None and one.low >= two.high:
            return _merge((_turn(ways), against))
        if one is not None and two is not None and one.high <= two.low:
            return _merge((ways, _turn(against)))
        return _merge((_any(ways), _any(against)))


def _merge(parts: Iterable[Ways]) -> Ways:
    merged: Ways = {}
    for part in parts:
        for key, way in part.items():
            merged[key] = merged.get(key, 0) | way
    return merged


def _turn(ways: Ways) -> Ways:
    return {key: _compose(DOWN, way) for key, way in ways.items()}


def _any(ways: Ways) -> Ways:
    return dict.fromkeys(ways, BOTH)


def _compose(outer: int, inner: int) -> int:
    turned = (inner & UP and DOWN) | (inner & DOWN and UP)
    return (inner if outer & UP else 0) | (turned if outer & DOWN else 0)


def _one_sign(r: Range | None) -> bool:
    # Nothing is said of a divisor of zero itself, by which no record has a value.
    return r is not None and (r.low >= 0 or r.high <= 0)


def _by_sign(ways: Ways, factor: Range | None) -> Ways:
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
