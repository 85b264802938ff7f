"""Anchors: names that a file gives to what it repeats elsewhere, and those that it repeats nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import Position, Span
from perfscheme.reading.nodes import Node


def idle(root: Node) -> list[Diagnostic]:
    """A note on every anchor that no alias names."""
    named = [node for node in _written(root) if node.anchor is not None]
    used = {node.anchor for node in named if node.alias}
    return [_note(node, str(node.anchor)) for node in named if node.anchor not in used]


def _written(root: Node) -> Iterator[Node]:
    """A node with all that stands in it; what an alias repeats is written elsewhere. In order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node.kind != "scalar" and not node.alias:
            waiting += reversed(node.items or [part for pair in node.pairs for part in pair])


def _note(node: Node, name: str) -> Diagnostic:
    start, long = node.start, len(name) + 1
    end = Position(start.line, start.column + long, start.index + long)
    return Diagnostic("PS079", (), {"name": name}, severity="note", span=Span(start, end))
