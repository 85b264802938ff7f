"""Sunken: the last lines of a mapping that belong to one further out, as they are indented too deep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from perfscheme.nouns.registry import Registry
from perfscheme.reading import fits, shapes
from perfscheme.reading.nodes import Node, Pair, Pairs
from perfscheme.reading.numbers import PLAIN
from perfscheme.reading.shapes import Choice, Field, KeyedBy, Kinded, ListOf, Record, Row, Shape, Value


def raised(node: Node, fields: Sequence[Field], registry: Registry) -> tuple[Node, tuple[str, ...], Pairs]:
    """A mapping with what stands too deep within it.

    Args:
        node: the mapping.
        fields: its fields.
        registry: which kinds there are.

    Returns:
        The mapping with these keys in their place; the way to the one at whose end they stand; the keys with their
        values, none where nothing is too deep.
    """
    by_key = {field.key: field for field in fields}
    there = {key.text for key, _ in node.pairs}
    absent = {key: field for key, field in by_key.items() if key not in there}
    for at, (key, value) in enumerate(node.pairs):
        if key.text in by_key and not value.torn and _at_end(value, absent):
            rest, way, sunk = _dropped(value, by_key[key.text].shape, absent, registry)
            if sunk:
                pairs = (*node.pairs[:at], (key, rest), *node.pairs[at + 1 :], *sunk)
                return attrs.evolve(node, value=pairs), (key.text, *way), sunk
    return node, (), ()


def _at_end(node: Node, absent: Mapping[str, Field]) -> bool:
    """Whether any of the keys is the last one of a mapping, or of one at its end; without this none is too deep."""
    while _in_lines(node):
        key, node = node.pairs[-1]
        if key.text in absent:
            return True
    return False


def _in_lines(node: Node) -> bool:
    """Whether a node is a mapping of more than one line."""
    return bool(node.pairs) and node.pairs[0][0].start.line != node.end.line


def _dropped(
    node: Node, shape: Shape, absent: Mapping[str, Field], registry: Registry
) -> tuple[Node, tuple[str, ...], Pairs]:
    """A mapping in lines of its own without the last of its keys that belong further out; the way to these; these."""
    pairs = node.pairs
    if not _in_lines(node):
        return node, (), ()
    left = len(pairs)
    while left > 1 and pairs[left - 1][0].text in absent and _may_leave(pairs[left - 1], node, shape, registry):
        left -= 1
    while left < len(pairs) and not _must_leave(pairs[left], shape, absent[pairs[left][0].text].shape, registry):
        left += 1
    if left < len(pairs):
        return attrs.evolve(node, value=pairs[:left]), (), pairs[left:]
    key, value = pairs[-1]
    inner = _inside(node, shape, key.text, registry)
    if inner is None:
        return node, (), ()
    nearer = {name for member in shapes.members(shape) for name in _keys(member, node, registry) or ()}
    further = {name: field for name, field in absent.items() if name not in nearer}
    rest, way, sunk = _dropped(value, inner, further, registry)
    return attrs.evolve(node, value=(*pairs[:-1], (key, rest))) if sunk else node, (key.text, *way), sunk


def _may_leave(pair: Pair, node: Node, shape: Shape, registry: Registry) -> bool:
    """Whether a key is none of those that a mapping is known to have."""
    key, value = pair
    known = [_keys(member, node, registry) for member in shapes.members(shape)]
    return not value.torn and all(fields is not None and key.text not in fields for fields in known)


def _must_leave(pair: Pair, shape: Shape, asked: Shape, registry: Registry) -> bool:
    """Whether what stands under a key is what is asked for further out, and cannot stand under a name of one's own."""
    named = [member.item for member in shapes.members(shape) if isinstance(member, KeyedBy)]
    nouns = [one.noun for item in named for one in shapes.members(item) if isinstance(one, Record)]
    behind = [field.shape for noun in nouns for field in shapes.fields(noun)[1:2]]
    return _may_be(asked, pair[1], registry) and not any(_may_be(one, pair[1], registry) for one in (*named, *behind))


def _keys(shape: Shape, node: Node, registry: Registry) -> Mapping[str, Field] | None:
    """The fields of a mapping by key; None where nobody knows them."""
    if isinstance(shape, Record):
        inside = shapes.inlined(shape)
        own = {field.key: field for field in shapes.fields(shape.noun)}
        if inside is None:
            return own
        strategy = _keys(inside, node, registry)
        return None if strategy is None else {**own, **strategy}
    if isinstance(shape, Kinded):
        kind = node.get("kind")
        noun = None if kind is None else registry.get(shape.role, kind.text)
        return None if noun is None else {field.key: field for field in shapes.fields(noun)}
    return {}


def _inside(node: Node, shape: Shape, key: str, registry: Registry) -> Shape | None:
    """What may stand under a key of a mapping; None where nobody knows."""
    for member in shapes.members(shape):
        if isinstance(member, KeyedBy):
            return member.item
        if key in (known := _keys(member, node, registry) or {}):
            return known[key].shape
    return None


def _may_be(shape: Shape, node: Node, registry: Registry) -> bool:
    """Whether a node may stand for a shape, by what is written there."""
    if node.kind == "mapping":
        return fits.likely(shape, node, registry)
    members = shapes.members(shape)
    if node.kind == "list":
        return any(isinstance(member, ListOf | Row) for member in members)
    if PLAIN.fullmatch(node.text):
        return Value("number") in members or Value("whole") in members
    words = [member.words for member in members if isinstance(member, Choice)]
    return any(node.text in some for some in words)
