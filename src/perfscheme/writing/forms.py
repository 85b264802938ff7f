"""Forms: a noun -> the shortest nodes that read back as it, by the same shapes that the reader reads by."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs

from perfscheme.diagnostics import Diagnostic, Path, SchemeError, Text
from perfscheme.diagnostics.places import START
from perfscheme.nouns.registry import Registry
from perfscheme.reading import shapes
from perfscheme.reading.nodes import Node
from perfscheme.reading.shapes import Choice, Field, KeyedBy, Kinded, ListOf, Nothing, Record, Row, Shape, Value
from perfscheme.reading.structure import reads
from perfscheme.writing.scalars import figure_text


def scalar(text: str, *, plain: bool) -> Node:
    """A scalar that stands in no file; `plain`: it is a number, a flag, nothing or a word of the format."""
    return Node("scalar", START, START, text, plain)


def mapping(pairs: Iterator[tuple[Node, Node]] | list[tuple[Node, Node]]) -> Node:
    """A mapping that stands in no file."""
    return Node("mapping", START, START, tuple(pairs))


def record(value: Any, registry: Registry) -> Node:
    """A noun as a mapping of its fields; those at their defaults are left out.

    Raises:
        SchemeError: everything in it that a file cannot say: a number too long, a strategy that the registry lacks, a
            text that would be read as something else.
    """
    writer = _Writer(registry)
    node = writer.filled(value, shapes.fields(type(value)), ())
    if writer.problems:
        raise SchemeError(writer.problems)
    return node


class _Writer:
    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.problems: list[Diagnostic] = []

    def write(self, value: Any, shape: Shape, path: Path) -> Node:
        """The first form that reads back; a problem is noted where there is none."""
        before = len(self.problems)
        for member in _fitting(value, shapes.members(shape), self.registry):
            certain = len([m for m in shapes.members(shape) if not isinstance(m, Nothing)]) < 2
            for form, short in self._forms(value, member, path):
                if len(self.problems) > before:
                    return form
                if (certain and not short) or reads(form, shape, self.registry) == value:
                    return form
        self.problems.append(Diagnostic("PS081", path, {"found": value if isinstance(value, str) else repr(value)}))
        return scalar("", plain=False)

    def _forms(self, value: Any, shape: Shape, path: Path) -> Iterator[tuple[Node, bool]]:
        """Forms of a value from the shortest on, and whether another one of the same shape may be meant by it."""
        match shape:
            case Value(basic="text") if value.zh != value.en:
                said = ((word, getattr(value, word)) for word in ("zh", "en"))
                pairs = [(scalar(word, plain=True), scalar(s, plain=False)) for word, s in said if s is not None]
                yield mapping(pairs), False
            case Value() | Choice() | Nothing():
                yield self._scalar(value, path), False
            case Kinded():
                fields = shapes.fields(type(value))
                if all(_at_default(value, field) for field in fields):
                    yield scalar(value.kind, plain=True), False
                else:
                    yield self.filled(value, fields, path), False
            case Record(noun=noun) if shapes.inlined(shape) is not None:
                inner, *others = shapes.fields(noun)
                (form, short), *_ = self._forms(_get(value, inner), inner.shape, path)
                if all(_at_default(value, field) for field in others):
                    yield form, short
                else:
                    own = self.filled(_get(value, inner), shapes.fields(type(_get(value, inner))), path)
                    yield mapping([*own.pairs, *self.filled(value, others, path).pairs]), False
            case Record(noun=noun):
                fields = shapes.fields(noun)
                if shapes.kind_of(noun) is None and all(_at_default(value, field) for field in fields[1:]):
                    yield self._field(value, fields[0], path), True
                yield self.filled(value, fields, path), False
            case ListOf(item=item):
                parts = tuple(self.write(part, item, (*path, i)) for i, part in enumerate(value))
                yield Node("list", START, START, parts), False
            case Row(items=items):
                both = enumerate(zip(value, items, strict=True))
                yield Node("list", START, START, tuple(self.write(p, s, (*path, i)) for i, (p, s) in both)), False
            case KeyedBy(item=item):
                yield mapping([self._entry(part, item, path) for part in value]), False

    def _entry(self, value: Any, item: Shape, path: Path) -> tuple[Node, Node]:
        first, *others = shapes.fields(type(value))
        key = self._field(value, first, path)
        below = (*path, key.text)
        before = len(self.problems)
        for form in self._under(value, others, below):
            # The entry alone says whether its form is clear; what is only one form needs no proof.
            if len(self.problems) > before or reads(mapping([(key, form)]), KeyedBy(item), self.registry) == (value,):
                return key, form
        return key, self.filled(value, others, below)

    def _under(self, value: Any, others: list[Field], path: Path) -> Iterator[Node]:
        """Short forms of what stands under a key."""
        if shapes.kind_of(type(value)) is not None and all(_at_default(value, field) for field in others):
            yield scalar(value.kind, plain=True)
        elif others and all(_at_default(value, field) for field in others[1:]):
            yield self._field(value, others[0], path)

    def filled(self, value: Any, fields: Any, path: Path) -> Node:
        """A mapping of the fields that are not at their defaults, after the `kind` where there is one."""
        kind = shapes.kind_of(type(value))
        pairs = [] if kind is None else [(scalar("kind", plain=True), scalar(kind, plain=True))]
        for field in fields:
            if not _at_default(value, field):
                below = self._field(value, field, (*path, field.key))
                pairs.append((scalar(field.key, plain=True), below))
        return mapping(pairs)

    def _field(self, value: Any, field: Field, path: Path) -> Node:
        return self.write(_get(value, field), field.shape, path)

    def _scalar(self, value: Any, path: Path) -> Node:
        match value:
            case None:
                return scalar("null", plain=True)
            case bool():
                return scalar("true" if value else "false", plain=True)
            case int() | Fraction():
                text = figure_text(Fraction(value))
                if text is None:
                    self.problems.append(Diagnostic("PS082", path, {"found": value}))
                return scalar(text or "0", plain=True)
            case Text():
                return scalar(str(value.zh), plain=False)
        return scalar(str(value), plain=False)


def _fitting(value: Any, members: tuple[Shape, ...], registry: Registry) -> list[Shape]:
    return [member for member in members if _fits(value, member, registry)]


def _fits(value: Any, shape: Shape, registry: Registry) -> bool:
    match shape:
        case Value(basic=basic):
            kinds = {"number": Fraction, "whole": int, "flag": bool, "words": str, "text": Text}
            return isinstance(value, kinds[basic]) and isinstance(value, bool) == (basic == "flag")
        case Choice(values=values):
            return any(type(value) is type(known) and value == known for known in values)
        case Record(noun=noun):
            return type(value) is noun
        case Kinded(role=role):
            return registry.get(role, str(getattr(value, "kind", ""))) is type(value)
        case ListOf(item=item):
            return isinstance(value, tuple) and all(_some(part, item, registry) for part in value)
        case Row(items=items):
            whole = isinstance(value, tuple) and len(value) == len(items)
            return whole and all(_some(p, item, registry) for p, item in zip(value, items, strict=True))
        case KeyedBy(item=item):
            return isinstance(value, tuple) and all(_some(part, item, registry) for part in value)
        case Nothing():
            return value is None
    return False


def _some(value: Any, shape: Shape, registry: Registry) -> bool:
    return bool(_fitting(value, shapes.members(shape), registry))


def _get(value: Any, field: Field) -> Any:
    return getattr(value, next(a.name for a in attrs.fields(type(value)) if a.alias == field.name))


def _at_default(value: Any, field: Field) -> bool:
    attribute = next(a for a in attrs.fields(type(value)) if a.alias == field.name)
    default = attribute.default
    if default is attrs.NOTHING:
        return False
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class at run time
        return not default.takes_self and default.factory() == getattr(value, attribute.name)
    return bool(default == getattr(value, attribute.name))
