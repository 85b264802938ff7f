"""Shapes: what may stand in a file for each field of a noun, seen by reflection over its annotations.

The structurer reads files by these shapes; a schema or a field reference can be written from the same.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Hashable
from fractions import Fraction
from typing import Any, Literal, TypeAlias, cast

import attrs

from perfscheme.diagnostics.language import Text
from perfscheme.nouns.shapes import ByKey, Inline, Strategy, hints_of, key_of

Basic: TypeAlias = Literal["number", "whole", "flag", "words", "text"]
BASICS: tuple[tuple[Any, Basic], ...] = (
    (Fraction, "number"),
    (bool, "flag"),
    (int, "whole"),
    (str, "words"),
    (Text, "text"),
)


@attrs.frozen
class Value:
    """A scalar: a number, a whole number, true or false, words, or a text in one or two languages."""

    basic: Basic


@attrs.frozen
class Choice:
    """One of these words."""

    values: tuple[str | int | bool, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The values as they are written."""
        return tuple(("true" if v else "false") if isinstance(v, bool) else str(v) for v in self.values)


@attrs.frozen
class Record:
    """A mapping whose keys are the fields of a noun."""

    noun: type[Any]


@attrs.frozen
class Kinded:
    """A mapping with `kind`, looked up in the registry; `inline`: it has the keys of the noun around it, too."""

    role: str
    inline: bool = False


@attrs.frozen
class ListOf:
    """A list of any length."""

    item: Shape


@attrs.frozen
class Row:
    """A list with a fixed number of items."""

    items: tuple[Shape, ...]


@attrs.frozen
class KeyedBy:
    """A mapping whose keys fill the first field of the item."""

    item: Shape


@attrs.frozen
class OneOf:
    """One of several shapes."""

    members: tuple[Shape, ...]


@attrs.frozen
class Nothing:
    """Nothing, or `null`."""


Shape: TypeAlias = Value | Choice | Record | Kinded | ListOf | Row | KeyedBy | OneOf | Nothing


@attrs.frozen
class Field:
    """A field of a noun.

    Args:
        name: what the noun's maker calls it.
        key: what the file calls it.
        shape: what may stand there.
        required: whether it must be there.
    """

    name: str
    key: str
    shape: Shape
    required: bool


def fields(noun: type[Any]) -> tuple[Field, ...]:
    """The fields of a noun that a file fills, in order."""
    return _fields(cast("Hashable", noun))


@functools.cache
def _fields(noun: Any) -> tuple[Field, ...]:
    hints = hints_of(noun)
    return tuple(
        Field(field.alias, key_of(field.alias), _shape(noun, field, hints[field.name]), field.default is attrs.NOTHING)
        for field in attrs.fields(noun)
        if field.init and not field.name.startswith("_")
    )


def _shape(noun: type[Any], field: attrs.Attribute[Any], annotation: Any) -> Shape:
    try:
        return shape_of(annotation)
    except TypeError as error:
        raise TypeError(f"{noun.__name__}.{field.name}: {error}") from None


def kind_of(noun: type[Any]) -> str | None:
    """The kind that a class declares as a class attribute, or None."""
    kind = getattr(noun, "kind", None)
    return kind if isinstance(kind, str) else None


def shape_of(annotation: Any) -> Shape:
    """The shape of an annotation.

    Raises:
        TypeError: no shape is known for it; the noun needs another annotation.
    """
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin is typing.Union or origin is types.UnionType:
        return OneOf(_flat(tuple(shape_of(argument) for argument in arguments)))
    if origin is Literal:
        return Choice(arguments)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return ListOf(shape_of(arguments[0]))
    if origin is tuple:
        return Row(tuple(shape_of(argument) for argument in arguments))
    if annotation is types.NoneType:
        return Nothing()
    for basic, name in BASICS:
        if annotation is basic:
            return Value(name)
    if isinstance(annotation, type) and attrs.has(annotation):
        return Record(annotation)
    name = getattr(annotation, "__name__", annotation)
    raise TypeError(
        f"no shape in a file is known for the annotation {name}; write Fraction for a number, or int, bool, str, Text, "
        "a Literal, a tuple, an attrs class, or a union of these"
    )


def _annotated(inner: Any, marks: tuple[Any, ...]) -> Shape:
    for mark in marks:
        if isinstance(mark, Strategy):
            return Kinded(mark.role, inline=any(isinstance(other, Inline) for other in marks))
        if isinstance(mark, ByKey):
            return KeyedBy(shape_of(typing.get_args(inner)[0]))
    return shape_of(inner)


def _flat(members: tuple[Shape, ...]) -> tuple[Shape, ...]:
    flat: list[Shape] = []
    for member in members:
        flat += member.members if isinstance(member, OneOf) else (member,)
    return tuple(flat)


def members(shape: Shape) -> tuple[Shape, ...]:
    """The shapes that a shape is one of; itself where there is no choice."""
    return shape.members if isinstance(shape, OneOf) else (shape,)


def inlined(shape: Shape) -> Kinded | None:
    """The strategy whose keys a record holds among its own, if there is one; it is the first field."""
    first = fields(shape.noun)[:1] if isinstance(shape, Record) else ()
    return next((x.shape for x in first if isinstance(x.shape, Kinded) and x.shape.inline), None)


def nullable(shape: Shape) -> bool:
    """Whether nothing may stand there."""
    return any(isinstance(member, Nothing) for member in members(shape))
