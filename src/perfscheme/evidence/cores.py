"""Cores: work on many rows that is spread over all of them; most of it needs no interpreter, and so goes on at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

MANY = 1 << 16
"""With fewer rows threads cost more than they save."""


def side_by_side(work: Callable[[A], B], items: Iterable[A], rows: int) -> list[B]:
    """What comes of each item, in their order.

    Args:
        work: on one of them; what it changes is its own, or becomes the same whoever does it first.
        items: what there is to do.
        rows: how many rows each goes through.
    """
    cores = os.cpu_count() or 1
    if rows < MANY or cores == 1:
        return [work(item) for item in items]
    with ThreadPoolExecutor(cores) as threads:
        return list(threads.map(work, items))
