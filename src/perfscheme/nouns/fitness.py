"""Fitness: that the values of a noun made in Python are of the sorts that its annotations name.

The reader sees to this for files. Types alone do not hold it in Python, and a misspelt word would score otherwise.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Hashable, Iterator
from typing import Any, Literal, cast

import attrs

from perfscheme.diagnostics import Diagnostic, nearest
from perfscheme.nouns.registry import role_of
from perfscheme.nouns.shapes import ByKey, Inline, Strategy, key_of


def misfits(noun: Any, *path: str | int) -> Iterator[Diagnostic]:
    """Every word that is none of those that a field takes (PS035), and every strategy of another role (PS332).

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
        items = value if isinstance(value, tuple) else (value,)
        for place, item in enumerate(items):
            if role is not None and item is not None and role_of(type(item)) != role:
                facts = {"found": type(item).__name__, "role": role}
                yield Diagnostic("PS332", (*here, place) if isinstance(value, tuple) else here, facts)
            elif attrs.has(type(item)):
                step = _step(item, place, keyed) if isinstance(value, tuple) else ()
                yield from misfits(item, *here, *step)


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
            _marked(hints[field.name], ByKey),
            _marked(hints[field.name], Inline),
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


def _marked(hint: Any, sort: type[Any]) -> bool:
    return any(
        isinstance(mark, sort)
        for member in _members(hint)
        if typing.get_origin(member) is typing.Annotated
        for mark in member.__metadata__
    )
