"""The analysis interpreter: what can be said of a node for every record at once.

For each node: the range that its values lie in, whether it may be absent, and which way it moves
with each input. Every statement is a bound: the truth is never outside it, and may be inside.
"""

from __future__ import annotations

from perfscheme.formula import nodes
from perfscheme.formula.directions import Directions, Ways
from perfscheme.formula.nodes import State
from perfscheme.formula.ranges import Range, Ranges


class Analysis:
    """Ranges, absences and directions of nodes; each is worked out once and kept.

    Args:
        limit: take inputs without a range as lying within plus and minus this (None: they are unbounded).

    >>> from fractions import Fraction
    >>> x = nodes.Input("x", Fraction(0), Fraction(10))
    >>> Analysis().range(5 - 2 * x)
    Range(low=Fraction(-15, 1), high=Fraction(5, 1))
    """

    def __init__(self, *, limit: int | None = None) -> None:
        self._ranges = Ranges(limit)
        self._directions = Directions(self._ranges)
        self._absences: dict[nodes.Formula, frozenset[State]] = {}

    def range(self, node: nodes.Formula) -> Range | None:
        """The range of the values, None where a node never has one."""
        return self._ranges.range(node)

    def directions(self, node: nodes.Node) -> Ways:
        """Which way the node can move when an input rises while everything stays present."""
        return self._directions.ways(node)

    def absences(self, node: nodes.Formula) -> frozenset[State]:
        """The ways in which a node can be without a value."""
        if node not in self._absences:
            for child in nodes.walk([node]):
                if isinstance(child, nodes.Formula) and child not in self._absences:
                    self._absences[child] = _absences(self._absences, child, self._ranges)
        return self._absences[node]


def _absences(found: dict[nodes.Formula, frozenset[State]], node: nodes.Formula, ranges: Ranges) -> frozenset[State]:
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
            sure = [(reach := ranges.range(w)) is not None and reach.low > 0 for w in weights]
            # With weights of 0 alone there is no mean, though every term be there.
            return inside if all(sure) or (any(sure) and not inside) else inside | {State.MISSING}
        case nodes.Best(terms=terms):
            inside = frozenset[State]().union(*(found[x] for x in terms))
            return inside | {State.MISSING} if inside else inside
        case _:
            inputs = [x for x in nodes.children(node) if isinstance(x, nodes.Formula)]
            return frozenset[State]().union(*(found[x] for x in inputs))
