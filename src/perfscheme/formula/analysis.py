"""The analysis interpreter: what can be said of a node for every record at once.

For each node: the range that its values lie in, whether it may be absent, and which way it moves
with each input. Every statement is a bound: the truth is never outside it, and may be inside.
"""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from perfscheme.formula import nodes
from perfscheme.formula.completes import CompleteRanges
from perfscheme.formula.directions import Directions, Ways
from perfscheme.formula.nodes import State
from perfscheme.formula.presences import Presences
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

    whole: ClassVar[bool] = False
    """Whether every input has a value."""

    def __init__(self, *, limit: int | None = None) -> None:
        self._ranges = Ranges(limit)
        self._presences = Presences(self._ranges)
        self._directions = Directions(self._ranges)

    @cached_property
    def complete(self) -> Analysis:
        """The same of records in which every input has a value; what is absent then is so by the formula."""
        return _Complete(self._ranges)

    def range(self, node: nodes.Formula) -> Range | None:
        """The range of the values, None where a node never has one."""
        return self._ranges.range(node)

    def directions(self, node: nodes.Node) -> Ways:
        """Which way the node can move when an input rises while everything stays present."""
        return self._directions.ways(node)

    def absences(self, node: nodes.Formula) -> frozenset[State]:
        """The ways in which a node can be without a value."""
        return self._presences.states(node) - {State.PRESENT}


class _Complete(Analysis):
    whole = True

    def __init__(self, ranges: Ranges) -> None:
        self._presences = Presences(ranges, inputs=frozenset({State.PRESENT}))
        self._ranges = CompleteRanges(ranges, self._presences)
        self._directions = Directions(self._ranges)
