"""Samples: what a field looks like where it is written right, to stand in a message beside what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from perfscheme.nouns.registry import Registry
from perfscheme.reading import shapes
from perfscheme.reading.comparing import RELATIONS, comparison
from perfscheme.reading.nodes import Node
from perfscheme.reading.numbers import PLAIN, written_range
from perfscheme.reading.shapes import Choice, Field, KeyedBy, Kinded, ListOf, Nothing, Record, Row, Shape, Value

OPEN: Final = "…"
DEEPEST: Final = 2
LONGEST: Final = 70
BASICS: Final = MappingProxyType({"number": "60", "whole": "2", "flag": "true", "words": '"…"', "text": '"…"'})


def sample(shape: Shape, depth: int = 0) -> str:
    """A shape as a file writes it, on one line; what is deep in it is left open.

    >>> sample(ListOf(Value("number")))
    '[60, 60]'
    """
    if depth > DEEPEST:
        return OPEN
    match shape:
        case Value(basic=basic):
            return BASICS[basic]
        case Choice():
            return shape.words[0]
        case ListOf(item=item):
            return f"[{sample(item, depth + 1)}]" if isinstance(item, Record) else _row([item, item], depth)
        case Row(items=items):
            return _row(items, depth)
        case KeyedBy(item=item):
            return "{" + OPEN + ": " + _entry(item, depth + 1) + "}"
        case Kinded():
            return "{kind: " + OPEN + "}"
        case Record(noun=noun):
            inside = shapes.inlined(shape)
            return sample_of(noun, depth=depth) if inside is None else sample(inside, depth)
        case shapes.OneOf(members=members):
            return sample(next(member for member in members if not isinstance(member, Nothing)), depth)
        case Nothing():
            return "null"


def _entry(item: Shape, depth: int) -> str:
    """What stands behind the key of an entry: its second field where that is enough, else a mapping."""
    nouns = [member.noun for member in shapes.members(item) if isinstance(member, Record)]
    plain = [noun for noun in nouns if not any(isinstance(field.shape, KeyedBy) for field in shapes.fields(noun)[1:2])]
    if not plain:
        return OPEN
    second, *others = shapes.fields(plain[0])[1:] or (None,)
    if second is not None and not any(field.required for field in others):
        return sample(second.shape, depth)
    return sample_of(plain[0], 1, depth=depth)


def shown_with(shape: Shape, text: str) -> str:
    """A shape with what is written in its place: a range as a list, a lone value as the first field of a mapping."""
    if isinstance(shape, Row) and (found := written_range(text)) is not None:
        return found
    if isinstance(shape, Record) and shapes.fields(shape.noun):
        first = shapes.fields(shape.noun)[0]
        if any(isinstance(member, Value) for member in shapes.members(first.shape)):
            return sample_of(shape.noun, given={first.key: text})
    return sample(shape)


def listed(shape: Shape, node: Node) -> str | None:
    """A list of records, of which each has the name and the figure of an entry of the mapping that is written."""
    if not isinstance(shape, ListOf) or not isinstance(shape.item, Record):
        return None
    first, *others = shapes.fields(shape.item.noun)
    figure = next((x for x in others if Value("number") in shapes.members(x.shape)), None)
    plain = all(value.kind == "scalar" and PLAIN.fullmatch(value.text) for _, value in node.pairs)
    if figure is None or not node.pairs or not plain:
        return None
    parts = [f"{{{first.key}: {key.text}, {figure.key}: {value.text}}}" for key, value in node.pairs[:2]]
    return "[" + ", ".join(parts) + (f", {OPEN}]" if len(node.pairs) > 2 else "]")


def _row(items: Iterable[Shape], depth: int) -> str:
    return "[" + ", ".join(sample(item, depth + 1) for item in items) + "]"


def sample_of(
    noun: type[Any], skip: int = 0, *, depth: int = 0, given: Mapping[str, str] = MappingProxyType({})
) -> str:
    """A noun with what it must have, as a mapping; the first `skip` fields are given otherwise."""
    fields = shapes.fields(noun)[skip:]
    if fields and set(RELATIONS) <= {field.key for field in fields[1:]}:
        return comparison("", fields[0].key)
    kind = shapes.kind_of(noun)
    parts = [] if kind is None else [f"kind: {kind}"]
    parts += [f"{key}: {text}" for key, text in given.items()]
    needed = [field for field in fields if field.required and field.key not in given]
    needed = needed or ([] if parts else list(fields[:1]))
    whole = "{" + ", ".join([*parts, *(f"{field.key}: {sample(field.shape, depth + 1)}" for field in needed)]) + "}"
    return whole if len(whole) <= LONGEST else "{" + ", ".join([*parts, *(f"{f.key}: {OPEN}" for f in needed)]) + "}"


def completed(role: str, noun: type[Any], needed: Iterable[Field], registry: Registry) -> str:
    """A strategy of which the lone kind is written, with what else it must have.

    Args:
        role: what it is.
        noun: the strategy.
        needed: the fields that must be there.
        registry: by whose kinds a strategy within it is filled in, where a lone kind will do.
    """
    kind = shapes.kind_of(noun)
    parts = [f"{field.key}: {_filled(field.shape, registry)}" for field in needed]
    return "{kind: " + ", ".join([str(kind), *parts]) + "}"


def _filled(shape: Shape, registry: Registry) -> str:
    return next(iter(lone(shape, registry)), sample(shape, 1))


def lone(shape: Shape, registry: Registry) -> list[str]:
    """The kinds of a strategy of which the lone word will do."""
    if not isinstance(shape, Kinded):
        return []
    nouns = {kind: registry.get(shape.role, kind) for kind in registry.kinds(shape.role)}
    return [
        kind
        for kind, noun in nouns.items()
        if noun is not None and not any(field.required for field in shapes.fields(noun))
    ]
