"""Views: words of a column that Arrow keeps where the row is, told apart as the numbers that their bytes are."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

SHORT: Final = 12
"""A word of so many bytes at most stands in its view whole, behind its length; of a longer one only the beginning."""
FEW: Final = 16
_TILE: Final = 1 << 14


def few_words(column: Any) -> tuple[tuple[str, ...], NDArray[np.int32]] | None:
    """The words of a column and the place of each row's own, in a quarter of the time that it takes to look each up.

    Args:
        column: an Arrow array of string views.

    Returns:
        The different words in the order in which they appear, and by row the place of its own; None where some row has
        none, and where words are many, long, or alike in their length and first four bytes.
    """
    if column.null_count:
        return None
    buffer, start, rows = column.buffers()[1], column.offset, len(column)
    halves = np.frombuffer(buffer, np.uint64)[2 * start : 2 * (start + rows)]
    lengths = np.frombuffer(buffer, np.int32)[4 * start : 4 * (start + rows) : 4]
    firsts: list[int] = []  # the row in which each word comes first
    codes = np.empty(rows, np.int8)
    for begin in range(0, rows, _TILE):
        head, tail = halves[2 * begin : 2 * (begin + _TILE) : 2].copy(), halves[2 * begin + 1 : 2 * (begin + _TILE) : 2]
        own = codes[begin : begin + _TILE]
        own.fill(-1)
        known = 0
        while True:
            for word in range(known, len(firsts)):
                own += (head == halves[2 * firsts[word]]).view(np.int8) * np.int8(word + 1)
            known = len(firsts)
            new = int(own.argmin())
            if own[new] >= 0:
                break
            if known == FEW or lengths[begin + new] > SHORT:
                return None
            firsts.append(begin + new)
        if (tail != halves[2 * np.array(firsts) + 1][own]).any():
            return None
    return tuple(column[row].as_py() for row in firsts), codes.astype(np.int32)
