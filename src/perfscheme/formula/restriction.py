"""The restricting interpreter: what is left of a formula when all inputs of a record but one are known."""

from __future__ import annotations

from typing import Any

import attrs

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Condition, Const, Formula, Node, State
from perfscheme.formula.reals import Real


def restrict(node: Formula, evaluation: Evaluation, key: str) -> Formula:
    """The formula as one of a single input, with every case that the others decide taken.

    It has the same value for every value of that input, and what can be said of it (range, direction) holds for this
    record, so more can be said.

    Args:
        node: any number node.
        evaluation: of the record.
        key: of the number input that stays open.

    >>> from fractions import Fraction
    >>> x, role = nodes.Input("x"), nodes.LabelInput("role", ("junior", "senior"))
    >>> node = nodes.Choose(role, (x * 2, x * 3))
    >>> restrict(node, Evaluation({"x": Fraction(1), "role": "senior"}), "x").terms
    ((Fraction(3, 1), Input(key='x', low=None, high=None, gap=None)),)
    """
    return _Restricting(evaluation, key).formula(node)


class _Restricting:
    def __init__(self, evaluation: Evaluation, key: str) -> None:
        self.run = evaluation
        self.key = key
        self._done: dict[Node, Node] = {}
        self._open: set[Node] = set()

    def formula(self, root: Formula) -> Formula:
        for node in nodes.walk([root]):
            if node not in self._done:
                own = isinstance(node, nodes.Input) and node.key == self.key
                if own or any(child in self._open for child in nodes.children(node)):
                    self._open.add(node)
                self._done[node] = self._rebuilt(node) if node in self._open else self._known(node)
        found = self._done[root]
        assert isinstance(found, Formula)
        return found

    def _known(self, node: Node) -> Node:
        try:
            if isinstance(node, Condition):
                return nodes.Always(self.run.holds(node))
            found = self.run(node)
        except Undefined:
            # Perhaps it stands in a case that is never taken.
            return node
        if isinstance(found, State):
            return nodes.Absent(found)
        return node if isinstance(found, Real) else Const(found)

    def _rebuilt(self, node: Node) -> Node:
        new = self._done
        match node:
            case nodes.Input():
                return node
            case nodes.If(condition=condition, then=then, other=other):
                decided = new[condition]
                if isinstance(decided, nodes.Always):
                    return new[then if decided.value else other]
            case nodes.Choose(label=label, cases=cases):
                value = self.run.values[label.key]
                if isinstance(value, (str, bool)):
                    return new[cases[label.labels.index(value)]]
                assert isinstance(value, State)
                return nodes.Absent(value)
            case nodes.Every(conditions=conditions) | nodes.Some(conditions=conditions):
                return self._joined(node, [new[part] for part in conditions])
        kind: Any = type(node)
        return kind(*(self._field(getattr(node, field.name)) for field in attrs.fields(kind)))  # type: ignore[no-any-return]

    def _joined(self, node: nodes.Every | nodes.Some, parts: list[Node]) -> Condition:
        settles = isinstance(node, nodes.Some)
        if any(isinstance(part, nodes.Always) and part.value is settles for part in parts):
            return nodes.Always(settles)
        left = tuple(part for part in parts if isinstance(part, Condition) and not isinstance(part, nodes.Always))
        return left[0] if len(left) == 1 else type(node)(left)

    def _field(self, value: Any) -> Any:
        """A field of a node with the nodes in it exchanged."""
        if isinstance(value, tuple):
            return tuple(self._field(item) for item in value)
        return self._done[value] if isinstance(value, (Formula, Condition)) else value
