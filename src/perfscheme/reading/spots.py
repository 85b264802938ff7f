"""Spots in a tree of nodes: where a problem is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.figures import shown
from perfscheme.diagnostics.places import Path, Position, Span
from perfscheme.reading.nodes import Node

WORD = re.compile(r"'[^']*'?|[\w.]+(?:-[\w.]+)*|[<>=!]=|.", re.DOTALL)
"""What a caret means by a place in a formula."""


@attrs.frozen(eq=False)
class Spot:
    """A node with the way to it.

    Args:
        node: what stands there.
        path: the way from the root.
        key: the key of a mapping under which it stands, if it does.
        named: the field that the key fills, where it fills one.
    """

    node: Node
    path: Path = ()
    key: Node | None = None
    named: str | None = None

    def entries(self) -> Iterator[tuple[str, Spot]]:
        """The keys of a mapping with the spots of their values."""
        for key, value in self.node.pairs:
            yield key.text, Spot(value, (*self.path, key.text), key)

    def items(self) -> Iterator[Spot]:
        """The spots of the items of a list."""
        for i, item in enumerate(self.node.items):
            yield Spot(item, (*self.path, i))

    def step(self, step: str | int) -> Spot | None:
        """The spot one step down, or None. A mapping is also counted through: a noun may hold its parts as a tuple."""
        if isinstance(step, int):
            if not 0 <= step < len(self.node.items or self.node.pairs):
                return None
            if self.node.items:
                return Spot(self.node.items[step], (*self.path, step))
            key, value = self.node.pairs[step]
            return Spot(value, (*self.path, key.text), key)
        found = next((pair for pair in self.node.pairs if pair[0].text == step), None)
        return None if found is None else Spot(found[1], (*self.path, step), found[0])

    @property
    def head(self) -> Span:
        """What a caret points at to mean all of this: the key, else a scalar itself, else its first key."""
        if self.key is not None and self.node.kind != "scalar":
            return self.key.span
        if self.node.kind == "mapping" and self.node.pairs and self.node.start.line != self.node.end.line:
            return self.node.pairs[0][0].span
        return self.node.span

    @property
    def value(self) -> Span:
        """What a caret points at to mean what stands here."""
        empty = self.node.start == self.node.end
        if self.key is not None and (empty or self.node.start.line != self.node.end.line):
            return self.key.span
        return self.node.span if self.node.kind == "scalar" or self.key is not None else self.head


MOST = 50
"""Places of what else has a part in a problem that are looked up."""


def placed(problem: Diagnostic, spot: Spot) -> Diagnostic:
    """A problem whose path is seen from `spot`, with its span and its path from the root.

    The caret stands under the value that the path leads to; under the key of the closest spot above where there is
    no such value. What was reached by way of an alias is shown there, too: it may be right where it was written.
    """
    path, span, aliases = _place(problem, problem.path, spot)
    others = [_place(problem, other, spot) for other in problem.also[:MOST]]
    also, spans = [way for way, _, _ in others], tuple(stretch for _, stretch, _ in others)
    used = [alias for alias in aliases if alias.start.line != span.start.line]
    return attrs.evolve(problem, path=path, span=span, also=also, spans=(*spans, *used))


def _place(problem: Diagnostic, path: Path, spot: Spot) -> tuple[Path, Span, tuple[Span, ...]]:
    aliases: tuple[Span, ...] = ()
    rest = list(path)
    if spot.key is not None and path and path[0] == spot.named:
        return spot.path, spot.key.span, aliases
    while rest:
        below = spot.step(rest[0])
        if below is None and not _left_out(spot, rest):
            return (*spot.path, *rest), spot.head, aliases
        spot = below or spot
        if spot.node.alias and len(rest) > 1:
            aliases += (spot.node.span,)
        del rest[0]
    return spot.path, _about(problem, spot), aliases


def _about(problem: Diagnostic, spot: Spot) -> Span:
    """The word of a formula that is meant; the key where the message names it, but not the value; else the value.

    Of an unknown name the noun tells the nearest that is known.
    """
    column = problem.facts.get("column")
    if isinstance(column, int) and (place := _within(spot.node, column)) is not None:
        return place
    key, said = spot.key, _said(problem)
    if "called" in problem.facts and problem.facts["called"] == spot.node.text:
        return spot.value  # the name for people is what is to be changed, whatever its key is called
    if key is None or key.text not in said:
        return spot.value
    quoted = spot.node.kind == "scalar" and any(words.split(" ")[0] == spot.node.text for words in said)
    return spot.value if quoted and "nearest" not in problem.facts else key.span


def _within(node: Node, column: int) -> Span | None:
    """Where the word in a column (from 1) of a text stands; None where it is written in more than one line or sign."""
    quotes = 0 if node.plain else 1
    if node.kind != "scalar" or node.end.index - node.start.index != len(node.text) + 2 * quotes:
        return None
    word, at = WORD.match(node.text, column - 1), column - 1 + quotes
    long = len(word[0]) if word else 1
    start = Position(node.start.line, node.start.column + at, node.start.index + at)
    return Span(start, Position(start.line, start.column + long, start.index + long))


def _left_out(spot: Spot, rest: list[str | int]) -> bool:
    """Whether the next step is a field whose key is not written: `80` is short for `{value: 80}`."""
    if not isinstance(rest[0], str):
        return False
    return spot.node.kind != "mapping" or (len(rest) > 1 and spot.step(rest[1]) is not None)


def in_order(problems: list[Diagnostic], spot: Spot) -> list[Diagnostic]:
    """Problems in the order of the file; one that is met several times (through aliases) stands once.

    The aliases are shown with it, where what they lead to differs.

    Args:
        problems: with their places.
        spot: from which their paths are seen.
    """
    seen: dict[tuple[object, ...], Diagnostic] = {}
    for problem in sorted(problems, key=_begin):
        place = (problem.code, *_written(problem, spot))
        first = seen.get(place)
        if first is None:
            seen[place] = problem
        elif problem.span is None or first.path == problem.path:
            seen.setdefault((*place, problem.facts), problem)
        elif first.facts != problem.facts:
            there = () if problem.span == first.span else (problem.span,)
            spans = tuple(dict.fromkeys((*first.spans, *there, *problem.spans)))
            seen[place] = attrs.evolve(first, also=(*first.also, problem.path), spans=spans)
    found = {(problem.code, problem.span, problem.facts, problem.path): problem for problem in seen.values()}
    return sorted(found.values(), key=_begin)


def _begin(problem: Diagnostic) -> int:
    return problem.span.start.index if problem.span else -1


def _written(problem: Diagnostic, spot: Spot) -> tuple[object, ...]:
    """Where what a problem is about was written: the same for a block and for all aliases of it."""
    rest = list(problem.path)
    while rest and (below := spot.step(rest[0])) is not None:
        spot = below
        del rest[0]
    key = spot.key
    named = key is not None and problem.span == key.span and key.text in _said(problem)
    if named or problem.span not in (spot.node.span, spot.head, spot.value):
        return problem.span, problem.path[-1:]
    return spot.node.origin or spot.node.span, tuple(rest)


def _said(problem: Diagnostic) -> list[str]:
    return [shown(fact, "en") for fact in problem.facts.values()]
