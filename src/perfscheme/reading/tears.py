"""Tears: where one mapping or list ends and another begins, without the line that says so."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.nouns.registry import Registry
from perfscheme.reading import fits, shapes
from perfscheme.reading.nodes import Node, Pairs
from perfscheme.reading.shapes import Field, Record, Shape
from perfscheme.reading.spots import Spot

FEW = 20
"""Keys that are looked at to know whether another mapping begins."""


LEAST = 3
"""Keys at the top that stand there again where a whole file does."""


def parted(pairs: Pairs) -> list[Pairs]:
    """A mapping as the several that it holds, each in lines of its own: another one begins with the second of its keys.

    One key alone that stands there twice begins nothing.
    """
    parts: list[Pairs] = []
    begin, seen = 0, set[str]()
    for at, (key, _) in enumerate(pairs):
        if key.text in seen and _again(pairs[at - 1 : at + FEW], pairs[begin][0].text, seen):
            parts.append(pairs[begin:at])
            begin, seen = at, set()
        if key.kind == "scalar":
            seen.add(key.text)
    return [*parts, pairs[begin:]]


def _again(pairs: Pairs, first: str, seen: set[str]) -> bool:
    """Whether what follows one pair begins as its mapping began, or is mostly what was there, on lines of its own."""
    lines = [key.start.line for key, _ in pairs]
    again = [key for key, _ in pairs[1:] if key.text in seen]
    most = pairs[1][0].text == first or 2 * len(again) >= len(pairs) - 1
    return len(again) > 1 and most and all(a < b for a, b in itertools.pairwise(lines))


def tears(node: Node, field: Field, absent: Iterable[Field], registry: Registry) -> Iterator[tuple[int, Field]]:
    """Where the parts of a field end and those of another begin, which is not there.

    Args:
        node: what stands under the field.
        field: the field.
        absent: those that its mapping has no key for; taken only where there may be a tear.
        registry: the strategies that there are.
    """
    parts: list[Node] = [*node.items, *(value for _, value in node.pairs)]
    for at in range(1, len(parts)):
        _, tail = split(node, at)
        one = attrs.evolve(tail, value=tail.value[:1])
        if not fits.likely(field.shape, one, registry):
            yield from ((at, other) for other in absent if fits.likely(other.shape, tail, registry))
            return


def seams(node: Node, item: Shape) -> Iterator[int]:
    """Where the keys of one noun of an item end and those of another begin, which is of another sort."""
    nouns = [member.noun for member in shapes.members(item) if isinstance(member, Record)]
    keys = [key.text for key, _ in node.pairs]
    for one, two in itertools.permutations(nouns, 2):
        own, others = ({field.key for field in shapes.fields(noun)[1:]} for noun in (one, two))
        lead = list(itertools.takewhile(own.__contains__, keys))
        last = max((at for at, key in enumerate(lead) if key not in others), default=len(keys))
        if len(lead) < len(keys) and last < len(lead) and others.issuperset(keys[last + 1 :]):
            yield last + 1


def pasted(root: Node, problems: list[Diagnostic]) -> list[Diagnostic]:
    """The problems of a text, with one in the place of all that come of it standing in the file twice."""
    again = [one for one in problems if one.code == "PS023" and one.span and one.span.start.column == root.start.column]
    few = len(again) < LEAST or 2 * len(again) < len(root.pairs)
    if few or again[0].facts["key"] != root.pairs[0][0].text or not {one.facts["key"] for one in again} <= {*root.lost}:
        return problems
    begin = again[0].span.start.line if again[0].span else 0
    once = [one for one in problems if one.span is None or one.span.start.line < begin]
    return [*once, attrs.evolve(again[0], code="PS076", facts={"line": begin + 1})]


def split(node: Node, at: int) -> tuple[Node, Node]:
    """A list or mapping in two."""
    value = node.items or node.pairs
    begin = (node.items[at] if node.items else node.pairs[at][0]).start
    return attrs.evolve(node, value=value[:at], end=begin), attrs.evolve(node, value=value[at:], start=begin)


def beside(spot: Spot, key: str, node: Node) -> Spot:
    """A mapping with a key more."""
    pair = (Node("scalar", node.start, node.start, key, True), node)
    return attrs.evolve(spot, node=attrs.evolve(spot.node, value=(*spot.node.pairs, pair)))
