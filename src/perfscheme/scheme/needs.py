"""Needs: which inputs nobody can be scored without, proved from the formula of the total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Formula, Node, State
from perfscheme.formula.presences import Presences
from perfscheme.formula.ranges import Ranges


def needs(inputs: Iterable[str], total: Formula) -> frozenset[str]:
    """The keys of the inputs without which the total has no value, whatever the record holds else.

    What some people have a score without is not among them: a form that insisted on it would keep theirs out. Records
    that call another input not applicable are left aside: whoever does so has said that less is needed.
    """
    presences = Presences(Ranges(), inputs=frozenset({State.PRESENT, State.MISSING}))
    presences.states(total)
    readers = _readers(total)
    return frozenset(
        key for key in inputs if State.PRESENT not in presences.without(key, readers.get(key, ())).states(total)
    )


def _readers(total: Formula) -> Mapping[str, list[Node]]:
    """By input, the nodes that lead to it, children before parents."""
    readers: dict[str, list[Node]] = {}
    read: dict[Node, frozenset[str]] = {}
    for node in nodes.walk([total]):
        own = nodes.input_of(node)
        read[node] = frozenset([] if own is None else [own]).union(*(read[child] for child in nodes.children(node)))
        for name in read[node]:
            readers.setdefault(name, []).append(node)
    return readers
