"""A tile: the rows that one pass of the kernel works on, and the buffers it works in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Masks: TypeAlias = NDArray[np.bool_]
States: TypeAlias = NDArray[np.int8]
Codes: TypeAlias = NDArray[np.intp]
Ranks: TypeAlias = NDArray[np.signedinteger[Any]]

ROWS = 32_768
"""Rows of a tile: a handful of float64 buffers stay in a second-level cache of one megabyte."""

NOT_APPLICABLE, MISSING = 1, 2
"""State codes, 0 being present: of two absences the greater wins, as in strict arithmetic."""

LABEL_MISSING, LABEL_NOT_APPLICABLE = -1, -2
"""Codes of a label that is absent: they index the last entries of a table by label."""


@attrs.frozen(eq=False)
class Columns:
    """What the host handed in, as arrays of one length.

    Args:
        numbers: by input key, float64 (or any real dtype) values, NaN where absent.
        not_applicable: by input key, the rows that are not applicable (their number is NaN).
        labels: by input key, codes: the place in the label input's `labels`, or an absence code.
        rows: the length.
    """

    numbers: Mapping[str, NDArray[np.generic]]
    not_applicable: Mapping[str, Masks]
    labels: Mapping[str, Codes]
    rows: int


class Value:
    """A node over a tile: `n / (q * d)` with `q` known when the plan was made.

    `n`, `d`: an array or one number for all rows; where a row is absent they hold anything, NaN too.
    `state`: None where every row is present.
    `owned`: `n` is a buffer that the reader may overwrite and must give back.
    """

    __slots__ = ("d", "n", "owned", "state")

    def __init__(
        self, n: Floats | float, d: Floats | float = 1.0, state: States | None = None, *, owned: bool = False
    ) -> None:
        self.n = n
        self.d = d
        self.state = state
        self.owned = owned


class Tile:
    """One stretch of rows under way.

    `again`: the rows that the plan cannot decide, to be scored again exactly (None: no row so far).
    """

    __slots__ = ("_free", "again", "columns", "counts", "index", "kept", "mask", "rows", "start")

    def __init__(self, columns: Columns, rows: int) -> None:
        self.columns = columns
        self.rows = rows
        self.start = 0
        self.again: Masks | None = None
        self.kept: dict[object, Value] = {}
        self._free: list[Floats] = []
        self.mask: Masks = np.empty(rows, np.bool_)
        self.counts: States = np.empty(rows, np.int8)
        self.index: Codes = np.empty(rows, np.intp)

    def move(self, start: int) -> None:
        """Go to the rows from `start` on; buffers are kept, values are not."""
        self.start = start
        self.again = None
        for value in self.kept.values():
            self.give(value.n)
        self.kept.clear()

    def take(self) -> Floats:
        """A buffer of the tile's length, its content arbitrary."""
        return self._free.pop() if self._free else np.empty(self.rows)

    def give(self, buffer: Floats | float) -> None:
        """Hand a buffer back."""
        if isinstance(buffer, np.ndarray):
            self._free.append(buffer)

    def drop(self, value: Value) -> None:
        """Hand a value's buffer back, if it is the reader's to give."""
        if value.owned:
            self.give(value.n)

    def numbers_of(self, value: Value) -> Floats:
        """The number of each row, also where all rows share one; only to be read."""
        return value.n if isinstance(value.n, np.ndarray) else np.full(self.rows, value.n)

    def writable(self, value: Value) -> Floats:
        """The number array of `value` as a buffer that may be overwritten."""
        if value.owned and isinstance(value.n, np.ndarray):
            return value.n
        buffer = self.take()
        np.copyto(buffer, value.n)
        return buffer

    def numbers(self, key: str) -> Floats:
        """The rows of a number column."""
        column = self.columns.numbers[key][self.start : self.start + self.rows]
        return column if column.dtype == np.float64 else column.astype(np.float64)  # type: ignore[return-value]

    def codes(self, key: str) -> Codes:
        """The rows of a label column."""
        return self.columns.labels[key][self.start : self.start + self.rows]

    def flag(self, rows: Masks) -> None:
        """Have these rows scored again exactly."""
        if self.again is None:
            self.again = rows.copy()
        else:
            np.logical_or(self.again, rows, out=self.again)


def joined(a: States | None, b: States | None) -> States | None:
    """The state of a value that needs both."""
    if a is None or b is None:
        return b if a is None else a
    return np.maximum(a, b)
