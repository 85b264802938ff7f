"""The compiler: each node made an operation once, exact where the bounds allow."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import attrs
import numpy as np

from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.lines import Lines, lines
from perfscheme.formula.nodes import Condition, Formula, State
from perfscheme.formula.ranges import Bound, magnitude, piece_ends
from perfscheme.formula.vector import decisions, operations
from perfscheme.formula.vector.conditions import all_joined, compare_column, compare_whole, in_state
from perfscheme.formula.vector.inputs import WIDEST
from perfscheme.formula.vector.operations import LIMIT, Operation, Test, TooLarge
from perfscheme.formula.vector.tiles import (
    LABEL_MISSING,
    LABEL_NOT_APPLICABLE,
)

Maker: TypeAlias = "Callable[[Compiler, Any], Operation]"


class Compiler:
    """Makes operations of nodes, exact ones where the bounds allow."""

    def __init__(
        self, roots: Sequence[Formula], decimals: Mapping[str, int | None], makers: Mapping[type[Formula], Maker]
    ) -> None:
        self._makers = makers
        self.decimals = decimals
        self.ranges = Analysis(limit=WIDEST)
        order = nodes.walk(roots)
        readers = Counter(child for node in order for child in nodes.children(node))
        readers.update(roots)
        self._readers = readers
        self._lines: dict[Formula, Lines | None] = {}
        self._made: dict[Formula, Operation] = {}

    def operation(self, node: Formula) -> Operation:
        """The operation of a node, made once."""
        if node not in self._made:
            try:
                made = self._makers[type(node)](self, node) if (bent := self._bent(node)) is None else bent
                made = self._tightened(node, made)
            except (TooLarge, OverflowError):
                made = operations.handed_back()
            if self._readers[node] > 1 and not isinstance(node, (nodes.Const, nodes.Absent)):
                made = operations.shared(made)
            self._made[node] = made
        return self._made[node]

    def _bent(self, node: Formula) -> Operation | None:
        """The operation of a node that is several straight pieces of one input, however it was put together."""
        found = lines(node, self._lines)
        if found is None or found.x is None or not found.cuts:
            return None
        return self._makers[nodes.Piecewise](self, nodes.Piecewise(found.x, found.cuts, found.pieces))

    def _tightened(self, node: Formula, made: Operation) -> Operation:
        """The operation with the bound that the node's range gives, where that is the lower one.

        A limit on a value that may itself be large (a cap on a ratio) makes it small again.
        """
        reach = self.ranges.range(node)
        if made.error is not None or reach is None or math.isinf(reach.size):
            return made
        return attrs.evolve(made, bound=min(made.bound, math.ceil(reach.size * made.q) * made.d_bound))

    def first_exact(
        self, terms: Sequence[Operation], exact: Callable[[], Operation], approximate: Callable[[], Operation]
    ) -> Operation:
        """The exact operation if every term is exact and no bound is passed."""
        if all(x.error is None for x in terms):
            try:
                return exact()
            except TooLarge:
                pass
        return approximate()

    def test(self, condition: Condition) -> Test:
        """The test of a condition."""
        match condition:
            case nodes.Always(value=value):
                return lambda tile: value
            case nodes.Compare():
                return self._compare(condition)
            case nodes.InState(x=x, state=state):
                return in_state(self.operation(x), state)
            case nodes.LabelInState(label=label, state=state):
                code = {State.MISSING: LABEL_MISSING, State.NOT_APPLICABLE: LABEL_NOT_APPLICABLE}.get(state)
                key = label.key
                return lambda tile: tile.codes(key) >= 0 if code is None else tile.codes(key) == code
            case nodes.OneOf(label=label, labels=labels, absent=absent):
                # The last two entries are met by the codes of an absent label.
                table = np.array([*(name in labels for name in label.labels), absent, absent])
                key = label.key
                return lambda tile: table[tile.codes(key)]
            case nodes.Every(conditions=conditions):
                return all_joined([self.test(c) for c in conditions], np.logical_and, True)
            case nodes.Some(conditions=conditions):
                return all_joined([self.test(c) for c in conditions], np.logical_or, False)
            case nodes.Not(condition=inner):
                test = self.test(inner)
                return lambda tile: np.logical_not(test(tile))
        raise TypeError(f"{type(condition).__name__} is not a condition of the algebra")

    def _compare(self, node: nodes.Compare) -> Test:
        if isinstance(node.left, nodes.Input) and isinstance(node.right, nodes.Const):
            return compare_column(node.left, node.relation, node.right.value, node.absent)
        left, right = self.operation(node.left), self.operation(node.right)
        if left.error is None and right.error is None:
            q = math.lcm(left.q, right.q)
            widest = max(left.bound * (q // left.q) * right.d_bound, right.bound * (q // right.q) * left.d_bound)
            if widest < LIMIT:
                return compare_whole(left.times(q // left.q), right.times(q // right.q), node.relation, node.absent)
        return decisions.compare(left, right, node.relation, node.absent)

    def reaches(self, node: nodes.Piecewise) -> list[Bound]:
        """The largest |x| that each piece meets."""
        domain = self.ranges.range(node.x)
        if domain is None:
            return [Fraction(0)] * len(node.pieces)
        return [
            max(magnitude(low), magnitude(high)) if low <= high else Fraction(0)
            for low, high in piece_ends(node, domain)
        ]
