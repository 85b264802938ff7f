"""Fits: which shapes a node may stand for, seen by its kind and keys alone."""

from __future__ import annotations

from perfscheme.diagnostics.language import LANGUAGES
from perfscheme.reading import shapes
from perfscheme.reading.nodes import Node
from perfscheme.reading.shapes import Choice, KeyedBy, Kinded, ListOf, Nothing, Record, Row, Shape, Value


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
