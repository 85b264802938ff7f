"""Fitness: that the values of a noun made in Python are of the sorts that its annotations name.

The reader sees to this for files. Types alone do not hold it in Python, and a misspelt word would score otherwise.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable, Hashable, Iterator
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias, cast

import attrs

from perfscheme.diagnostics import Diagnostic, nearest
from perfscheme.nouns.registry import role_of
from perfscheme.nouns.shapes import ByKey, Inline, Strategy, hints_of, is_noun, keys, marked

Taker: TypeAlias = Callable[[Any], bool]

_PLAIN: Final = frozenset((str, Fraction, bool, types.NoneType))
"""Sorts of values in which no noun stands; most values are of these."""


def misfits(noun: Any, *path: str | int) -> Iterator[Diagnostic]:
    """Every word that is none of those that a field takes (PS035), every strategy of another role (PS332), and every
    other value of a sort that a field does not take (PS333).

    Args:
        noun: a noun, with all that it holds.
        path: where it stands.
    """
    takers, called = _takers(cast("Hashable", type(noun))), keys(cast("Hashable", type(noun)))
    for name, (words, role, keyed, inline) in _limits(cast("Hashable", type(noun))).items():
        value = getattr(noun, name)
        here = path if inline else (*path, called[name])
        if words and isinstance(value, str) and value not in words:
            near = nearest(value, words)
            yield Diagnostic("PS035", here, {"found": value, "options": words, "nearest": near})
        if not takers[name](value):
            yield _unsorted(noun, name).within(*path)
        if role is None and type(value) in _PLAIN:
            continue
        items = value if isinstance(value, tuple) else (value,)
        for place, item in enumerate(items):
            if role is not None and item is not None and role_of(type(item)) != role:
                facts = {"found": type(item).__name__, "role": role}
                yield Diagnostic("PS332", (*here, place) if isinstance(value, tuple) else here, facts)
            elif is_noun(type(item)):
                step = _step(item, place, keyed) if isinstance(value, tuple) else ()
                yield from misfits(item, *here, *step)


def unsorted(noun: Any) -> Iterator[Diagnostic]:
    """The fields that hold a value of another sort than their annotation says (PS333).

    A word among others, or a strategy of another role, is left to `misfits`.
    """
    for name, takes in _takers(cast("Hashable", type(noun))).items():
        if not takes(getattr(noun, name)):
            yield _unsorted(noun, name)


def _unsorted(noun: Any, name: str) -> Diagnostic:
    hint = hints_of(cast("Hashable", type(noun)))[name]
    facts = {"found": type(getattr(noun, name)).__name__, "expected": tuple(dict.fromkeys(_sorts(hint)))}
    return Diagnostic("PS333", (keys(cast("Hashable", type(noun)))[name],), facts)


@functools.cache
def _takers(noun: Any) -> dict[str, Taker]:
    hints = hints_of(noun)
    names = [field.name for field in attrs.fields(noun) if field.init and not field.name.startswith("_")]
    return {name: _taker(hints[name]) for name in names}


def _taker(hint: Any) -> Taker:
    """Whether a value is of a sort that an annotation names; what it does not tell is taken."""
    first, *others = (_taker_of(member) for member in _members(hint))
    return (lambda value: first(value) or any(takes(value) for takes in others)) if others else first


def _taker_of(member: Any) -> Taker:
    origin = typing.get_origin(member)
    if origin is typing.Annotated:
        return (lambda value: value is not None) if _role(member) is not None else _taker(typing.get_args(member)[0])
    if origin is typing.Literal:
        words = typing.get_args(member)
        return lambda value: isinstance(value, str) or value in words
    if origin is tuple:
        inner = typing.get_args(member)
        if inner[-1] is not ...:
            return lambda value: isinstance(value, tuple) and len(value) == len(inner)
        takes = _taker(inner[0])
        return lambda value: isinstance(value, tuple) and all(takes(item) for item in value)
    if member in (Fraction, int):
        either = int | member
        return lambda value: type(value) is member or (isinstance(value, either) and not isinstance(value, bool))
    return (lambda value: isinstance(value, member)) if isinstance(member, type) else lambda value: True


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
    hints = hints_of(noun)
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
