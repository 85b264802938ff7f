"""Fitness: that the values of a noun made in Python are of the sorts that its annotations name.

The reader sees to this for files. Types alone do not hold it in Python, and a misspelt word would score otherwise.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Hashable, Iterator
from fractions import Fraction
from typing import Any, Literal, cast

import attrs

from perfscheme.diagnostics import Diagnostic, nearest
from perfscheme.nouns.registry import role_of
from perfscheme.nouns.shapes import ByKey, Inline, Strategy, key_of, marked


def misfits(noun: Any, *path: str | int) -> Iterator[Diagnostic]:
    """Every word that is none of those that a field takes (PS035), every strategy of another role (PS332), and every
    other value of a sort that a field does not take (PS333).

    Args:
        noun: a noun, with all that it holds.
        path: where it stands.
    """
    limits = _limits(cast("Hashable", type(noun)))
    for field in attrs.fields(type(noun)):
        if not field.init or field.name.startswith("_"):
            continue
        value = getattr(noun, field.name)
        words, role, keyed, inline = limits[field.name]
        here = path if inline else (*path, key_of(field.name))
        if words and isinstance(value, str) and value not in words:
            near = nearest(value, words)
            yield Diagnostic("PS035", here, {"found": value, "options": words, "nearest": near})
        yield from (found.within(*path) for found in unsorted(noun, field.name))
        items = value if isinstance(value, tuple) else (value,)
        for place, item in enumerate(items):
            if role is not None and item is not None and role_of(type(item)) != role:
                facts = {"found": type(item).__name__, "role": role}
                yield Diagnostic("PS332", (*here, place) if isinstance(value, tuple) else here, facts)
            elif attrs.has(type(item)):
                step = _step(item, place, keyed) if isinstance(value, tuple) else ()
                yield from misfits(item, *here, *step)


def unsorted(noun: Any, *names: str) -> Iterator[Diagnostic]:
    """The fields that hold a value of another sort than their annotation says (PS333); all fields where none is named.

    A word among others, or a strategy of another role, is left to `misfits`.
    """
    for name, hint in _hints(cast("Hashable", type(noun))).items():
        value = getattr(noun, name)
        if (not names or name in names) and not _takes(hint, value):
            facts = {"found": type(value).__name__, "expected": tuple(dict.fromkeys(_sorts(hint)))}
            yield Diagnostic("PS333", (key_of(name),), facts)


@functools.cache
def _hints(noun: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(noun, include_extras=True)
    return {field.name: hints[field.name] for field in attrs.fields(noun) if field.init and field.name[0] != "_"}


def _takes(hint: Any, value: Any) -> bool:
    """Whether a value is of a sort that an annotation names; what it does not tell is taken."""
    members = _members(hint)
    return any(_is(member, value) for member in members)


def _is(member: Any, value: Any) -> bool:
    origin = typing.get_origin(member)
    if origin is typing.Annotated:
        return value is not None if _role(member) is not None else _is(typing.get_args(member)[0], value)
    if origin is typing.Literal:
        return isinstance(value, str) or value in typing.get_args(member)
    if origin is tuple:
        inner = typing.get_args(member)
        if not isinstance(value, tuple):
            return False
        return all(_takes(inner[0], item) for item in value) if inner[-1] is ... else len(value) == len(inner)
    if member in (Fraction, int):
        return isinstance(value, int | member) and not isinstance(value, bool)
    return isinstance(value, member) if isinstance(member, type) else True


def _sorts(hint: Any) -> Iterator[str]:
    """The sorts that an annotation names, in words of Python."""
    for member in _members(hint):
        origin = typing.get_origin(member)
        if member is types.NoneType:
            yield "None"
        elif (role := _role(member)) is not None and origin is typing.Annotated:
            yield role
        elif origin is typing.Annotated:
            yield from _sorts(typing.get_args(member)[0])
        elif origin is typing.Literal:
            yield from map(str, typing.get_args(member))
        elif origin is tuple:
            yield "tuple of " + " | ".join(dict.fromkeys(_sorts(typing.get_args(member)[0])))
        else:
            yield getattr(member, "__name__", str(member))


def _step(item: Any, place: int, keyed: bool) -> tuple[str | int]:
    if not keyed:
        return (place,)
    first = getattr(item, attrs.fields(type(item))[0].name)
    return (first if isinstance(first, str) else str(first).lower(),)


@functools.cache
def _limits(noun: Any) -> dict[str, tuple[tuple[str, ...], str | None, bool, bool]]:
    """By field: the words that it takes (none: any), the role of the strategy in it, whether it is keyed or inline."""
    hints = typing.get_type_hints(noun, include_extras=True)
    return {
        field.name: (
            _words(hints[field.name]),
            _role(hints[field.name]),
            field.name in marked(noun, ByKey),
            field.name in marked(noun, Inline),
        )
        for field in attrs.fields(noun)
        if field.init and not field.name.startswith("_")
    }


def _members(hint: Any) -> tuple[Any, ...]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return tuple(inner for member in typing.get_args(hint) for inner in _members(member))
    return (hint,)


def _words(hint: Any) -> tuple[str, ...]:
    """The words of a field that takes no other text."""
    members = _members(hint)
    words = [word for member in members if typing.get_origin(member) is Literal for word in typing.get_args(member)]
    return () if str in members else tuple(word for word in words if isinstance(word, str))


def _role(hint: Any) -> str | None:
    for member in _members(hint):
        if typing.get_origin(member) is typing.Annotated:
            for mark in member.__metadata__:
                if isinstance(mark, Strategy):
                    return mark.role
        elif typing.get_origin(member) is tuple and (inner := typing.get_args(member)):
            return _role(inner[0])
    return None
