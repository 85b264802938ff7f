"""Complete records: tighter ranges for those of which nothing is missing and to whom everything applies."""

from __future__ import annotations

from fractions import Fraction

from perfscheme.formula import nodes
from perfscheme.formula.nodes import State
from perfscheme.formula.presences import Presences
from perfscheme.formula.ranges import Bound, Range, Ranges, times


class CompleteRanges(Ranges):
    """Ranges over records in which every input has a value.

    A mean of terms that are all there lies where their ranges lead by their weights, and not as far as one of them
    alone would reach; of a choice by what is there only the branches count that can be taken.

    Args:
        ranges: of all records; what lies there as it does here is not worked out again.
        presences: of the same formulas, where every input has a value.

    >>> x, y = nodes.Input("x", Fraction(0), Fraction(50)), nodes.Input("y", Fraction(0), Fraction(100))
    >>> mean = nodes.Mean((nodes.formula(1), nodes.formula(1)), (x, y))
    >>> CompleteRanges(Ranges(), Presences(Ranges(), inputs=frozenset({State.PRESENT}))).range(mean)
    Range(low=Fraction(0, 1), high=Fraction(75, 1))
    """

    def __init__(self, ranges: Ranges, presences: Presences) -> None:
        super().__init__(ranges.limit)
        self._ranges = ranges
        self._presences = presences

    def _of(self, node: nodes.Formula) -> Range | None:
        match node:
            case nodes.Mean():
                return self._mean(node) or super()._of(node)
            case nodes.If():
                self._presences.states(node)
                found = [self.range(case) for case, _ in self._presences.branches(node)]
                there = [reach for reach in found if reach is not None]
                return Range(min(r.low for r in there), max(r.high for r in there)) if there else None
            case _:
                inner = [child for child in nodes.children(node) if isinstance(child, nodes.Formula)]
                alike = all(self.range(child) == self._ranges.range(child) for child in inner)
                return self._ranges.range(node) if alike else super()._of(node)

    def _mean(self, node: nodes.Mean) -> Range | None:
        """The mean of the ranges, where all terms are there by weights that are fixed; else None."""
        weights = [weight.value for weight in node.weights if isinstance(weight, nodes.Const)]
        whole = sum(weights, Fraction(0))
        if len(weights) < len(node.terms) or whole == 0:
            return None
        low: Bound = Fraction(0)
        high: Bound = Fraction(0)
        for weight, term in zip(weights, node.terms, strict=True):
            reach = self.range(term)
            if reach is None or self._presences.states(term) != {State.PRESENT}:
                return None
            low, high = low + times(weight / whole, reach.low), high + times(weight / whole, reach.high)
        return Range(low, high)
