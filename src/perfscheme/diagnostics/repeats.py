"""Repeats: names that stand somewhere for the second time."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def repeats(names: Iterable[T]) -> Iterator[tuple[int, T]]:
    """Every name that stands there already, with its place.

    >>> list(repeats("abca"))
    [(3, 'a')]
    """
    seen: set[T] = set()
    for place, name in enumerate(names):
        if name in seen:
            yield place, name
        seen.add(name)
