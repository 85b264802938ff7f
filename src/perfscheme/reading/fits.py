"""Fits: which shapes a node may stand for, seen by its kind and keys alone."""

from __future__ import annotations

from collections.abc import Sequence

from perfscheme.diagnostics.language import LANGUAGES
from perfscheme.nouns.registry import Registry
from perfscheme.reading import shapes
from perfscheme.reading.nodes import Node
from perfscheme.reading.shapes import Choice, Field, KeyedBy, Kinded, ListOf, Nothing, Record, Row, Shape, Value


def short(shape: Shape, node: Node) -> bool:
    """Whether a scalar or list may stand for a shape."""
    for member in shapes.members(shape):
        match member:
            case Value() | Choice() | Kinded() if node.kind == "scalar":
                return True
            case ListOf() | Row() if node.kind == "list":
                return True
            case Record(noun=noun):
                first, *others = shapes.fields(noun) or (None,)
                if first is not None and not any(f.required for f in others) and short(first.shape, node):
                    return True
            case Nothing() if node.null:
                return True
            case _:
                pass
    return False


def takes_keys(shape: Shape, keys: set[str]) -> bool:
    """Whether a mapping with these keys may stand for a shape."""
    for member in shapes.members(shape):
        match member:
            case Kinded() if "kind" in keys:
                return True
            case Record(noun=noun) if keys & {field.key for field in shapes.fields(noun)}:
                return True
            case KeyedBy():
                return True
            case Value(basic="text") if keys & set(LANGUAGES):
                return True
            case _:
                pass
    return False


def has_keys(shape: Shape, keys: set[str]) -> bool:
    """Whether a mapping with these keys looks like a record of a shape: at least two, and half of them all, are its."""
    records = [member for member in shapes.members(shape) if isinstance(member, Record)]
    known = [keys & {field.key for field in shapes.fields(record.noun)[1:]} for record in records]
    return any(len(own) > 1 and 2 * len(own) >= len(keys) for own in known)


def single(shape: Shape) -> bool:
    """Whether one thing stands for a shape, or nothing, rather than any number of things."""
    return not any(isinstance(member, ListOf | KeyedBy) for member in shapes.members(shape))


def takes_mapping(shape: Shape) -> bool:
    """Whether some mapping may stand for a shape."""
    return any(isinstance(member, Record | Kinded | KeyedBy) for member in shapes.members(shape))


def fills(node: Node, fields: Sequence[Field]) -> bool:
    """Whether a node under a name is the first of these fields itself, rather than a mapping of them."""
    shape = fields[0].shape
    if node.kind != "mapping":
        return not node.null or shapes.nullable(shape)
    keys = {key.text for key, _ in node.pairs}
    if keys & {field.key for field in fields}:
        return False
    return takes_keys(shape, keys) or (len(fields) == 1 and takes_mapping(shape))


def likely(shape: Shape, node: Node, registry: Registry) -> bool:
    """Whether a list or mapping is likely meant for a shape, by all of the keys of its first parts."""
    keys = {key.text for key, _ in node.pairs}
    first = next(iter(node.items), None) or next((value for _, value in node.pairs), None)
    for member in shapes.members(shape):
        match member:
            case ListOf(item=item) if node.items and first is not None:
                found = likely(item, first, registry)
            case KeyedBy(item=item) if node.pairs and first is not None and first.pairs:
                nouns = [one.noun for one in shapes.members(item) if isinstance(one, Record)]
                second = [field for noun in nouns if not shapes.kind_of(noun) for field in shapes.fields(noun)[1:2]]
                found = likely(item, first, registry) or any(likely(one.shape, first, registry) for one in second)
            case _ if not node.pairs:
                found = False
            case Record(noun=noun) if (inside := shapes.inlined(member)) is not None:
                found = _of_kind(inside.role, node, registry, {field.key for field in shapes.fields(noun)[1:]})
            case Record(noun=noun):
                found = keys <= {"kind" if shapes.kind_of(noun) else "", *(field.key for field in shapes.fields(noun))}
            case Kinded(role=role):
                found = _of_kind(role, node, registry, set())
            case Value(basic="text"):
                found = keys <= set(LANGUAGES)
            case _:
                found = False
        if found:
            return True
    return False


def _of_kind(role: str, node: Node, registry: Registry, others: set[str]) -> bool:
    """Whether a mapping has keys of the kind that it names, or of the noun around it."""
    kind = node.get("kind")
    noun = None if kind is None else registry.get(role, kind.text)
    return noun is not None and {key.text for key, _ in node.pairs} <= {"kind", *others} | {
        field.key for field in shapes.fields(noun)
    }
