"""Dominance: whether one formula is never below another, for any record in which both are present."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TypeAlias

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Cut, Formula
from perfscheme.formula.ranges import Bound, Ranges, times

_MOST: int = 20_000
"""Pairs that are compared; a proof that takes more is not worth its time."""

Straight: TypeAlias = tuple[tuple[Cut, ...], tuple[tuple[Fraction, Fraction], ...]]
"""Cuts and the pieces `a + b * x` between them."""


class Dominance:
    """Proofs that one formula is never below another; each is worked out once and kept.

    Args:
        ranges: of the same formulas.
    """

    def __init__(self, ranges: Ranges) -> None:
        self._ranges = ranges
        self._found: dict[tuple[Formula, Formula], bool] = {}

    def never_below(self, one: Formula, two: Formula) -> bool:
        """Whether form and ranges prove that `one` is at least `two`; False: they do not prove it.

        >>> x = nodes.Input("x", Fraction(0), Fraction(10))
        >>> dominance = Dominance(Ranges())
        >>> dominance.never_below(x + 1, nodes.least(x, x * 2)), dominance.never_below(nodes.least(x, x * 2), x)
        (False, False)
        >>> dominance.never_below(x, nodes.least(x, x * 2))
        True
        """
        pair = one, two
        if pair not in self._found:
            self._found[pair] = False  # until it is proved
            if len(self._found) < _MOST:
                self._found[pair] = self._proved(one, two)
        return self._found[pair]

    def _proved(self, one: Formula, two: Formula) -> bool:
        if one is two:
            return True
        high, low = self._ranges.range(one), self._ranges.range(two)
        if high is None or low is None or high.low >= low.high:
            return True
        return self._pointwise(one, two) or self._by_parts(one, two)

    def _by_parts(self, one: Formula, two: Formula) -> bool:
        over = self.never_below
        match one, two:
            case nodes.If(), nodes.If() if one.condition is two.condition:
                return over(one.then, two.then) and over(one.other, two.other)
            case _, nodes.If(then=then, other=other):
                return over(one, then) and over(one, other)
            case _, nodes.Greatest(terms=terms):
                return all(over(one, term) for term in terms)
            case nodes.If(then=then, other=other), _:
                return over(then, two) and over(other, two)
            case nodes.Least(terms=terms), _:
                return all(over(term, two) for term in terms) or self._least(one, two)
            case nodes.Greatest(terms=terms), _ if any(over(term, two) for term in terms):
                return True
        return self._least(one, two)

    def _least(self, one: Formula, two: Formula) -> bool:
        return isinstance(two, nodes.Least) and any(self.never_below(one, term) for term in two.terms)

    def _pointwise(self, one: Formula, two: Formula) -> bool:
        """Whether both are straight pieces of the same number, of which the one's lie nowhere below the other's."""
        xs = [node.x for node in (one, two) if isinstance(node, nodes.Piecewise)]
        if not xs or any(x is not xs[0] for x in xs):
            return False
        upper, lower = _straight(one, xs[0]), _straight(two, xs[0])
        domain = self._ranges.range(xs[0])
        if upper is None or lower is None or domain is None:
            return False
        cuts = sorted({*upper[0], *lower[0]}, key=lambda cut: (cut.at, not cut.inclusive))
        for i, (first, last) in enumerate(zip([None, *cuts], [*cuts, None], strict=True)):
            start: Bound = -math.inf if first is None else first.at
            end: Bound = math.inf if last is None else last.at
            start, end = max(start, domain.low), min(end, domain.high)
            if start > end or (start == end and last is not None and last.inclusive and end == last.at):
                continue  # no value lies here
            (a, b), (c, d) = _piece(upper, cuts[:i]), _piece(lower, cuts[:i])
            if any(times(b - d, at) + (a - c) < 0 for at in (start, end)):
                return False
        return True


def _straight(node: Formula, x: Formula) -> Straight | None:
    """A formula as straight pieces of a number, None where it is something else."""
    match node:
        case nodes.Const(value=value):
            return (), ((value, Fraction(0)),)
        case nodes.Piecewise():
            return (node.cuts, node.pieces) if node.x is x else None
        case nodes.Sum(constant=constant, terms=((factor, term),)) if term is x:
            return (), ((constant, factor),)
    return ((), ((Fraction(0), Fraction(1)),)) if node is x else None


def _piece(line: Straight, before: list[Cut]) -> tuple[Fraction, Fraction]:
    """The piece that holds after the cuts that lie before."""
    return line[1][sum(cut in before for cut in line[0])]
