"""Entries: the parts of a noun that a file writes as a mapping, taken in Python as a mapping, pairs, or nouns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from perfscheme.diagnostics import Diagnostic, SchemeError

T = TypeVar("T")


def entries(noun: type[T], value: Any) -> tuple[T, ...]:
    """Make a tuple of `noun`.

    Args:
        noun: the class of the entries; its first two fields are the key and the value.
        value: a mapping `{key: value}`, or any iterable of pairs and of ready nouns.

    Raises:
        SchemeError: `value` or one of its items is nothing of that kind (PS333).

    >>> from perfscheme.nouns.quantities import Case
    >>> entries(Case, {"junior": 80}) == (Case("junior", 80),)
    True
    """
    items = value.items() if isinstance(value, Mapping) else value
    if isinstance(items, str) or not isinstance(items, Iterable):
        raise SchemeError(_unsorted(noun, value))
    items = tuple(items)
    if problems := [_unsorted(noun, item).within(place) for place, item in enumerate(items) if not _fits(noun, item)]:
        raise SchemeError(problems)
    return tuple(item if isinstance(item, noun) else noun(*item) for item in items)


def _fits(noun: type[Any], item: Any) -> bool:
    paired = isinstance(item, Collection) and not isinstance(item, str | Mapping) and len(item) == 2
    return paired or isinstance(item, noun)


def _unsorted(noun: type[Any], value: Any) -> Diagnostic:
    return Diagnostic("PS333", (), {"found": type(value).__name__, "expected": ("dict", f"list of {noun.__name__}")})


def listed(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values as a tuple; a text or a mapping is refused, as it would fall into letters or keys.

    Raises:
        SchemeError: `values` is a text, a mapping, or no list at all (PS333).
    """
    if isinstance(values, str | Mapping) or not isinstance(values, Iterable):
        raise SchemeError(Diagnostic("PS333", (), {"found": type(values).__name__, "expected": ("list", "tuple")}))
    return tuple(values)
