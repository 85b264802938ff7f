"""Substitution: the same formula with some of its nodes in the place of others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Condition, Formula, Node


def substitute(root: Formula, given: Mapping[Formula, Formula]) -> Formula:
    """The formula with each node of `given` replaced by its value, which is one of those that it reads.

    >>> x = nodes.Input("x")
    >>> doubled = 2 * x
    >>> substitute(nodes.least(doubled, 9), {doubled: x}).terms[0] is x
    True
    """
    done: dict[Node, Node] = {}
    for node in nodes.walk([root]):
        if isinstance(node, Formula) and node in given:
            done[node] = done.get(given[node], given[node])
        elif any(done[child] is not child for child in nodes.children(node)):
            done[node] = rebuilt(node, done.__getitem__)
        else:
            done[node] = node
    found = done[root]
    assert isinstance(found, Formula)
    return found


def rebuilt(node: Node, new: Callable[[Node], Node]) -> Node:
    """A node with the nodes in its fields exchanged."""
    kind: Any = type(node)
    return kind(*(_field(getattr(node, field.name), new) for field in attrs.fields(kind)))  # type: ignore[no-any-return]


def _field(value: Any, new: Callable[[Node], Node]) -> Any:
    if isinstance(value, tuple):
        return tuple(_field(item, new) for item in value)
    return new(value) if isinstance(value, (Formula, Condition)) else value
