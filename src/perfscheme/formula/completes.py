"""Complete records: tighter ranges for those of which nothing is missing and to whom everything applies."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import or_

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
                return reduce(or_, there) if there else None
            case _:
                inner = [child for child in nodes.children(node) if isinstance(child, nodes.Formula)]
                alike = all(self.range(child) == self._ranges.range(child) for child in inner)
                return self._ranges.range(node) if alike else super()._of(node)

    def _mean(self, node: nodes.Mean) -> Range | None:
        """The mean of the ranges, where all terms are there, by weights that are fixed or follow one label; or None."""
        reaches = [self.range(term) for term in node.terms]
        there = [reach for reach in reaches if reach is not None]
        if len(there) < len(reaches) or any(self._presences.states(term) != {State.PRESENT} for term in node.terms):
            return None
        found = [_led(weights, there) for weights in _by_case(node.weights) if any(weights)]
        return reduce(or_, found) if found else None


def _by_case(weights: tuple[nodes.Formula, ...]) -> list[list[Fraction]]:
    """The weights in each case of the label that they follow; none where they follow several, or other formulas."""
    labels = {weight.label for weight in weights if isinstance(weight, nodes.Choose)}
    if len(labels) > 1:
        return []
    count = max((len(label.labels) for label in labels), default=1)
    ways = [weight.cases if isinstance(weight, nodes.Choose) else (weight,) * count for weight in weights]
    cases = [[weight.value for weight in case if isinstance(weight, nodes.Const)] for case in zip(*ways, strict=True)]
    return cases if all(len(case) == len(weights) for case in cases) else []


def _led(weights: list[Fraction], reaches: list[Range]) -> Range:
    """Where the mean of ranges lies by weights that are not all 0."""
    whole = sum(weights, Fraction(0))
    low: Bound = Fraction(0)
    high: Bound = Fraction(0)
    for weight, reach in zip(weights, reaches, strict=True):
        low, high = low + times(weight / whole, reach.low), high + times(weight / whole, reach.high)
    return Range(low, high)
