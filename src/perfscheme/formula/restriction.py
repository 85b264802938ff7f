"""The restricting interpreter: what is left of a formula when all inputs of a record but one are known."""

from __future__ import annotations

from collections.abc import Iterable

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Condition, Const, Formula, Node, State
from perfscheme.formula.reals import Real
from perfscheme.formula.substitution import rebuilt


class Outline:
    """Which nodes of a formula read which input: found once, for all records that it is restricted to.

    >>> from fractions import Fraction
    >>> x, role = nodes.Input("x"), nodes.LabelInput("role", ("junior", "senior"))
    >>> outline = Outline(nodes.Choose(role, (x * 2, x * 3)))
    >>> outline.restrict(Evaluation({"x": Fraction(1), "role": "senior"}), "x").terms
    ((Fraction(3, 1), Input(key='x', low=None, high=None, gap=None)),)
    """

    def __init__(self, root: Formula) -> None:
        self.root = root
        self._readers: dict[str, list[Node]] = {}
        read: dict[Node, frozenset[str]] = {}
        for node in nodes.walk([root]):
            own = frozenset({node.key}) if isinstance(node, nodes.Input) else frozenset[str]()
            read[node] = own.union(*(read[child] for child in nodes.children(node)))
            for key in read[node]:
                self._readers.setdefault(key, []).append(node)

    def restrict(self, evaluation: Evaluation, key: str) -> Formula:
        """The formula as one of a single input, with every case that the others decide taken.

        It has the same value for every value of that input, and what can be said of it (range, direction) holds for
        this record, so more can be said.

        Args:
            evaluation: of the record.
            key: of the number input that stays open.
        """
        return _Restricting(evaluation, self._readers.get(key, ())).formula(self.root)


class _Restricting:
    def __init__(self, evaluation: Evaluation, readers: Iterable[Node]) -> None:
        self.run = evaluation
        self._done: dict[Node, Node] = {}
        for node in readers:  # children before parents
            self._done[node] = self._rebuilt(node)

    def formula(self, root: Formula) -> Formula:
        found = self._new(root)
        assert isinstance(found, Formula)
        return found

    def _new(self, node: Node) -> Node:
        """What stands for a node; what does not read the open input is known."""
        if node not in self._done:
            self._done[node] = self._known(node)
        return self._done[node]

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
        new = self._new
        match node:
            case nodes.Input():
                return node
            case nodes.If(condition=condition, then=then, other=other):
                decided = new(condition)
                if isinstance(decided, nodes.Always):
                    return new(then if decided.value else other)
            case nodes.Choose(label=label, cases=cases):
                value = self.run.values[label.key]
                if isinstance(value, (str, bool)):
                    return new(cases[label.labels.index(value)])
                assert isinstance(value, State)
                return nodes.Absent(value)
            case nodes.Every(conditions=conditions) | nodes.Some(conditions=conditions):
                return self._joined(node, [new(part) for part in conditions])
        return rebuilt(node, new)

    def _joined(self, node: nodes.Every | nodes.Some, parts: list[Node]) -> Condition:
        settles = isinstance(node, nodes.Some)
        if any(isinstance(part, nodes.Always) and part.value is settles for part in parts):
            return nodes.Always(settles)
        left = tuple(part for part in parts if isinstance(part, Condition) and not isinstance(part, nodes.Always))
        return left[0] if len(left) == 1 else type(node)(left)
