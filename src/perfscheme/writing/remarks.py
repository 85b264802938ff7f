"""Remarks: the comments and blank lines of a file, and the key or item that each belongs to."""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from perfscheme.reading.characters import BREAKS
from perfscheme.reading.nodes import Node

_COMMENT: Final = re.compile(r"(?:^|(?<=[\s]))#[^\r\n\x85\u2028\u2029]*", re.MULTILINE)


@attrs.frozen
class Remark:
    """What is said about a key or item.

    Args:
        above: comments on lines of their own, and empty texts for blank lines.
        beside: a comment at the end of its line.
    """

    above: tuple[str, ...] = ()
    beside: str = ""


NO_REMARK: Final = Remark()


@attrs.frozen
class Remarks:
    """All that is said in a file.

    Args:
        head: above everything, and apart from it.
        at: by key (of a mapping) or item (of a list).
        below: after the last part of a mapping or list, and as far in as it.
    """

    head: tuple[str, ...] = ()
    at: Mapping[Node, Remark] = attrs.field(factory=dict)
    below: Mapping[Node, tuple[str, ...]] = attrs.field(factory=dict)


@attrs.frozen
class _Line:
    """A comment; or a blank line, which has no text."""

    index: int
    line: int
    column: int
    text: str
    alone: bool


@attrs.frozen(eq=False)
class _Part:
    """A key with its value, or an item of a list.

    Args:
        mark: the key or the item.
        value: the value, or the item.
        column: of the key, or of the dash.
        end: where its text ends.
        end_line: the line of that.
        head_line: where its key ends.
        blocky: whether its value is a mapping or list without brackets.
        parents: the collections in which it stands, the innermost first.
    """

    mark: Node
    value: Node
    column: int
    end: int
    end_line: int
    blocky: bool
    parents: tuple[Node, ...]


def found(text: str, root: Node) -> Remarks:
    """The remarks of a file.

    A comment at the end of a line belongs to what ends there, else to the key before it. One on a line of its own
    belongs to what follows, or, where it stands further in than that, to the end of what it is as far in as.

    Args:
        text: of the file, without a byte order mark.
        root: what it says, as the pure parser reads it.
    """
    parts = list(_parts(text, root, ()))
    parts.sort(key=lambda part: part.mark.start.index)  # stable: what is further out stands first
    above: dict[Node, list[str]] = {}
    beside: dict[Node, str] = {}
    below: dict[Node, list[str]] = {}
    head: list[str] = []
    lines = list(_lines(text, root))
    for line in lines:
        if not line.alone:
            owner = _beside(line, parts)
            if owner is not None:
                if owner.mark in beside:
                    above.setdefault(owner.mark, []).append(line.text)
                else:
                    beside[owner.mark] = line.text
                continue
        after = next((part for part in parts if part.mark.start.index > line.index), None)
        inner = _ended(line, after, parts, text) if line.text else None
        if inner is not None:
            below.setdefault(inner, []).append(line.text)
        elif after is not None:
            above.setdefault(after.mark, []).append(line.text)
        elif line.text:
            below.setdefault(root, []).append(line.text)
    first = parts[0].mark if parts else None
    if first is not None and "" in above.get(first, []):
        said = above[first]
        cut = len(said) - said[::-1].index("")
        head, above[first] = said[:cut], said[cut:]
    at = {
        mark: Remark(tuple(_single(above.get(mark, []))), beside.get(mark, ""))
        for mark in {**above, **beside}
        if above.get(mark) or beside.get(mark)
    }
    return Remarks(tuple(_single(head)), at, {node: tuple(lines) for node, lines in below.items()})


def comments(text: str, root: Node) -> list[str]:
    """Every comment of a file."""
    return [line.text for line in _lines(text, root) if line.text]


def _single(lines: list[str]) -> list[str]:
    """The lines, with one blank line for several."""
    return [line for i, line in enumerate(lines) if line or not i or lines[i - 1]]


def _beside(line: _Line, parts: list[_Part]) -> _Part | None:
    """What a comment at the end of a line belongs to: the outermost that ends there, or whose key stands there."""
    before = [part for part in parts if part.mark.start.index < line.index]
    ended = [part for part in before if part.end_line == line.line and part.end <= line.index and not part.blocky]
    if ended:
        last = max(part.end for part in ended)
        return next(part for part in ended if part.end >= last)
    opened = [part for part in before if part.mark is not part.value and part.mark.end.line == line.line]
    return opened[-1] if opened else None


def _ended(line: _Line, after: _Part | None, parts: list[_Part], text: str) -> Node | None:
    """The collection at whose end a comment stands, that is further in than what follows it; None: it is none."""
    if after is not None and after.column >= line.column:
        return None
    before = [part for part in parts if part.end <= line.index]
    if not before:
        return None
    last = max(before, key=lambda part: (part.end, len(part.parents)))
    inside = {part.parents[0]: part.column for part in parts if part.parents}
    for parent in last.parents:
        if inside[parent] <= line.column and not _bracketed(parent, text):
            if after is not None and parent in after.parents:
                return None
            return parent
    return None


def _parts(text: str, node: Node, parents: tuple[Node, ...]) -> Iterator[_Part]:
    inside = (node, *parents)
    for key, value in node.pairs:
        yield _part(text, key, value, inside)
        if not value.alias:
            yield from _parts(text, value, inside)
    for item in node.items:
        yield _part(text, item, item, inside)
        if not item.alias:
            yield from _parts(text, item, inside)


def _part(text: str, mark: Node, value: Node, parents: tuple[Node, ...]) -> _Part:
    end = _end(text, value) if value.end.index > mark.end.index or mark is value else (mark.end.index, mark.end.line)
    column = mark.start.column
    if mark is value and not _bracketed(parents[0], text):
        column = parents[0].items[0].start.column - 2 if parents[0].anchor else parents[0].start.column
    blocky = value.kind != "scalar" and not _bracketed(value, text) and not value.alias
    return _Part(mark, value, column, *end, blocky, parents)


def _end(text: str, node: Node) -> tuple[int, int]:
    """Where the text of a node ends; the parser's own end of what has no brackets is the beginning of what follows."""
    if node.kind == "scalar" or _bracketed(node, text) or node.alias or not node.value:
        if node.kind == "scalar" and _literal(text, node):
            return node.start.index, node.start.line  # a comment beside it stands beside its sign
        return node.end.index, node.end.line
    if node.kind == "list":
        return _end(text, node.items[-1])
    key, value = node.pairs[-1]
    return _end(text, value) if value.end.index > key.end.index else (key.end.index, key.end.line)


def _bracketed(node: Node, text: str) -> bool:
    return node.kind != "scalar" and not node.alias and _sign(text, node) in ("{", "[")


def _sign(text: str, node: Node) -> str:
    """The first sign of a node itself, after the name that it may be given."""
    start = node.start.index
    if text[start : start + 1] == "&":
        start += 1 + len(node.anchor or "")
        while text[start : start + 1] in (" ", "\t"):
            start += 1
    return text[start : start + 1]


def _literal(text: str, node: Node) -> bool:
    return _sign(text, node) in ("|", ">") and not node.plain


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind == "scalar" and not node.alias:
        yield node
    if not node.alias:
        for key, value in node.pairs:
            yield from _scalars(key)
            yield from _scalars(value)
        for item in node.items:
            yield from _scalars(item)


def _lines(text: str, root: Node) -> Iterator[_Line]:
    """The comments and blank lines of a text, in its order: what stands between its scalars."""
    spans = deque(sorted(_covered(text, node) for node in _scalars(root)))
    starts = [0, *(match.end() for match in BREAKS.finditer(text))]
    for number, (begin, stop) in enumerate(itertools.pairwise([*starts, len(text)])):
        while spans and spans[0][1] <= begin:
            spans.popleft()
        inside = bool(spans) and spans[0][0] < begin
        if not inside and stop > begin and not text[begin:stop].strip():
            yield _Line(begin, number, 0, "", True)
            continue
        at = begin
        while spans and spans[0][0] < stop and not _COMMENT.search(text, at, max(at, spans[0][0])):
            at = spans[0][1]
            if at >= stop:
                break
            spans.popleft()
        match = _COMMENT.search(text, at, stop) if at < stop else None
        if match:
            said = match.group().rstrip()
            yield _Line(match.start(), number, match.start() - begin, said, not text[begin : match.start()].strip())


def _covered(text: str, node: Node) -> tuple[int, int]:
    """From where to where a scalar's text reaches: a block's without its sign, beside which a comment may stand."""
    start, end = node.start.index, node.end.index
    if not _literal(text, node):
        return start, end
    head = BREAKS.search(text, start)
    return (head.start() if head else end), len(text[:end].rstrip())
