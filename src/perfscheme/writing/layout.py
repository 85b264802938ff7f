"""Layout: nodes -> text, with two spaces a level, in brackets what is short, and remarks where they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from perfscheme.diagnostics.language import Text
from perfscheme.diagnostics.widths import columns
from perfscheme.reading.nodes import Node
from perfscheme.writing.order import TREE, pairs_of
from perfscheme.writing.remarks import NO_REMARK, Remarks
from perfscheme.writing.scalars import WIDTH, block, one_line

STEP: Final = 2
DEEPEST: Final = 3
"""Brackets within brackets that can still be read on one line."""
FEWEST: Final = 5
"""Pairs from which on a mapping of figures is filled into lines, rather than given a line each."""
SHORT: Final = 40


def laid_out(root: Node, nouns: Mapping[Node, type[Any]], remarks: Remarks) -> str:
    """The text of a file.

    Args:
        root: its mapping.
        nouns: which mapping is which noun: the nouns of the tree have a line for every key.
        remarks: comments and blank lines, at the keys and items that they belong to.
    """
    page = _Page(nouns, remarks)
    page.lines += remarks.head
    page.mapping(root, 0)
    while page.lines and not page.lines[0]:
        del page.lines[0]
    return "\n".join([*page.lines, ""])


class _Page:
    def __init__(self, nouns: Mapping[Node, type[Any]], remarks: Remarks) -> None:
        self.nouns = nouns
        self.remarks = remarks
        self.lines: list[str] = []
        self.anchors: set[str] = set()
        self.said: set[Node] = set()  # keys and items whose comments stand above a dash before them

    def mapping(self, node: Node, indent: int, dash: str = "") -> None:
        """A key a line; the first stands behind the dash of a list, where there is one."""
        for key, value in pairs_of(node, self.nouns):
            if dash:
                start, dash = dash, ""
            else:
                self.above(key, indent)
                start = " " * indent
            self.value(f"{start}{one_line(key, strict=True)}:", key, value, indent + STEP)
        self.below(node, indent)

    def items(self, node: Node, indent: int, dash: str = "") -> None:
        """An item a line."""
        for item in node.items:
            if dash:
                start, dash = dash, ""
            else:
                self.above(item, indent)
                self._hoist(item, indent)
                start = " " * indent
            self.value(f"{start}-", item, item, indent + STEP)
        self.below(node, indent)

    def value(self, start: str, mark: Node, value: Node, inner: int) -> None:
        """What stands behind a colon or a dash.

        Args:
            start: the line so far.
            mark: the key or the item that has the remark.
            value: what is written.
            inner: indent of what does not fit on the line.
        """
        beside = self.remarks.at.get(mark, NO_REMARK).beside
        tail = f"  {beside}" if beside else ""
        if value.anchor in self.anchors:
            self.lines.append(f"{start} *{value.anchor}{tail}")
            return
        if value.anchor:
            self.anchors.add(value.anchor)
            start += f" &{value.anchor}"
        if value.kind == "scalar":
            if lines := block(value, inner, columns(start) + 1):
                self.lines += [f"{start} {lines[0]}{tail}", *lines[1:]]
            else:
                self.lines.append(f"{start} {one_line(value, strict=False)}".rstrip() + tail)
            return
        anchors = set(self.anchors)
        flow = self._inside(value, anchors, DEEPEST)
        if flow is not None and columns(start) + 1 + columns(flow) <= WIDTH:
            self.anchors = anchors
            self.lines.append(f"{start} {flow}{tail}")
            return
        if beside and mark is value:  # nothing stands behind the dash that it could be beside
            self.lines.append(" " * (len(start) - len(start.lstrip(" "))) + beside)
            tail = ""
        put = self.mapping if value.kind == "mapping" else self.items
        if filled := self._filled(value, inner):
            self.lines += [start + tail, *filled]
        elif mark is value and not value.anchor:
            put(value, inner, f"{start} ")
        else:
            self.lines.append(start + tail)
            put(value, inner)

    def above(self, mark: Node, indent: int) -> None:
        """Blank lines and comments above a key or item."""
        self._comments(self.remarks.at.get(mark, NO_REMARK).above, indent)

    def below(self, node: Node, indent: int) -> None:
        """Comments after the last part of a mapping or list."""
        self._comments(self.remarks.below.get(node, ()), indent)

    def _comments(self, lines: Sequence[str], indent: int) -> None:
        for line in lines:
            if line or (self.lines and self.lines[-1]):
                self.lines.append(" " * indent + line if line else "")

    def _hoist(self, item: Node, indent: int) -> None:
        """Say above a dash what is said above the first key or item behind it."""
        while item.value and not item.anchor and item.kind != "scalar":
            item = item.items[0] if item.kind == "list" else pairs_of(item, self.nouns)[0][0]
            self.above(item, indent)
            self.said.add(item)

    def _marked(self, mark: Node) -> bool:
        """Whether a key or item has a remark that was not said yet."""
        remark = self.remarks.at.get(mark, NO_REMARK)
        return bool(remark.beside or (remark.above and mark not in self.said))

    def _flow(self, node: Node, anchors: set[str], depth: int) -> str | None:
        """A node with its name, or the name of one that stands in `anchors` already; else as `_inside`."""
        if node.anchor is None:
            return self._inside(node, anchors, depth)
        if node.anchor in anchors:
            return f"*{node.anchor}"
        anchors.add(node.anchor)
        said = self._inside(node, anchors, depth)
        return None if said is None else f"&{node.anchor} {said}"

    def _inside(self, node: Node, anchors: set[str], depth: int) -> str | None:
        """A node on one line; None where it has remarks inside, several lines, lists of mappings, or named nouns."""
        if node.kind == "scalar":
            return None if "\n" in node.text else one_line(node, strict=True)
        if not depth or node in self.remarks.below or self.nouns.get(node) in TREE or self._names_nouns(node):
            return None
        parts = []
        for key, value in pairs_of(node, self.nouns):
            said = self._flow(value, anchors, depth - 1)
            if said is None or self._marked(key):
                return None
            parts.append(f"{one_line(key, strict=True)}: {said}")
        for item in node.items:
            said = self._flow(item, anchors, depth - 1)
            if said is None or self._marked(item) or item.kind == "mapping":
                return None
            parts.append(said)
        inside = ", ".join(parts)
        return f"{{{inside}}}" if node.kind == "mapping" else f"[{inside}]"

    def _names_nouns(self, node: Node) -> bool:
        """Whether people's own names stand for mappings, as inputs do: one looks for names where lines begin."""
        own = bool(node.pairs) and node not in self.nouns
        return own and all(self.nouns.get(value, Text) is not Text for _, value in node.pairs)

    def _filled(self, node: Node, indent: int) -> list[str] | None:
        """Figures and short words in brackets over several lines; None where it has anything else."""
        members = [value for _, value in node.pairs] or list(node.items)
        if len(members) < FEWEST or any(member.kind != "scalar" or member.anchor for member in members):
            return None
        if self._inside(node, set(), DEEPEST) is None:
            return None
        parts = [one_line(item, strict=True) for item in node.items] or [
            f"{one_line(key, strict=True)}: {one_line(value, strict=True)}" for key, value in pairs_of(node, self.nouns)
        ]
        if any(columns(part) > SHORT for part in parts):
            return None
        opening, closing = "{}" if node.kind == "mapping" else "[]"
        lines = [" " * indent + opening]
        for place, part in enumerate(parts):
            part += closing if place == len(parts) - 1 else ","
            gap = "" if lines[-1].endswith(opening) else " "
            if place and columns(lines[-1] + gap + part) > WIDTH:
                lines.append(" " * (indent + 1) + part)
            else:
                lines[-1] += gap + part
        return lines
