"""Entries: the parts of a noun that a file writes as a mapping, taken in Python as a mapping, pairs, or nouns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


def entries(noun: type[T], value: Any) -> tuple[T, ...]:
    """Make a tuple of `noun`.

    Args:
        noun: the class of the entries; its first two fields are the key and the value.
        value: a mapping `{key: value}`, or any iterable of pairs and of ready nouns.

    >>> from perfscheme.nouns.quantities import Case
    >>> entries(Case, {"junior": 80}) == (Case("junior", 80),)
    True
    """
    items = value.items() if isinstance(value, Mapping) else value
    return tuple(item if isinstance(item, noun) else noun(*item) for item in items)


def listed(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values as a tuple; a lone text is refused, as it would fall into letters.

    Raises:
        TypeError: `values` is a text.
    """
    if isinstance(values, str):
        raise TypeError(f"expected a list of values, found the text {values!r}; write [{values!r}]")
    return tuple(values)
