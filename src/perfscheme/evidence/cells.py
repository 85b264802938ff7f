"""Cells: a column of a table as an array, with what could not be read of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic
from perfscheme.evidence.wholes import Mask, Whole
from perfscheme.frames.columns import Coded, appearing


@attrs.frozen(eq=False)
class Fault:
    """Cells that cannot be read, all for one reason.

    Args:
        rows: their numbers within the chunk.
        diagnostic: what was found, what was expected.
    """

    rows: NDArray[np.intp]
    diagnostic: Diagnostic


@attrs.frozen(eq=False)
class Cells:
    """A column that was read.

    Args:
        values: codes of words, whole numbers, microseconds since 1970 in UTC, or flags.
        absent: rows in which nothing can be used: nothing stands there, or a fault.
        faults: what could not be read.
        words: of a text column.
        decimals: a number is its value by ten to this power, a duration in seconds.
    """

    values: Whole
    absent: Mask | None
    faults: tuple[Fault, ...] = ()
    words: tuple[str, ...] = ()
    decimals: int = 0

    def stretch(self, start: int, stop: int) -> Cells:
        """The cells of rows that follow each other."""
        absent = None if self.absent is None else some(self.absent[start:stop])
        told = []
        for fault in self.faults:
            rows = fault.rows[(fault.rows >= start) & (fault.rows < stop)]
            if len(rows):
                told.append(Fault(rows - start, fault.diagnostic))
        return attrs.evolve(self, values=self.values[start:stop], absent=absent, faults=tuple(told))

    def faulty(self) -> NDArray[np.intp]:
        """The rows with a fault."""
        return np.concatenate([fault.rows for fault in self.faults]) if self.faults else np.empty(0, np.intp)


def distinct(data: Any) -> tuple[list[Any], NDArray[Any]]:
    """The different values of a column as they appear, and for each row the place of its own among them."""
    if isinstance(data, Coded):
        return [*data.words, None], data.codes  # the last, at -1, is of rows in which nothing stands
    if isinstance(data, np.ndarray) and data.dtype != object:
        values, inverse = _narrow(data) or np.unique(data, return_inverse=True)
        order, codes = appearing(inverse.reshape(-1), len(values))
        values = values[order]
        return list(values) if values.dtype.kind in "mM" else values.tolist(), codes
    cells = data if isinstance(data, list | tuple) else list(data)
    try:
        if len(set(map(type, cells)) - {type(None)}) > 1:
            # 1, 1.0 and True are one key to a dict, and not one value.
            keys: Iterable[Any] = list(zip(map(type, cells), cells))
            places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
            return [value for _, value in places], np.fromiter(map(places.__getitem__, keys), np.intp, len(cells))
        places = {value: place for place, value in enumerate(dict.fromkeys(cells))}
        return list(places), np.fromiter(map(places.__getitem__, cells), np.intp, len(cells))
    except TypeError:  # a list or a dict in a cell
        return list(cells), np.arange(len(cells))


def trimmed(data: Any) -> tuple[list[Any], NDArray[Any]]:
    """As `distinct`, texts without the blanks around them; so some may come twice."""
    values, places = distinct(data)
    return [value.strip() if isinstance(value, str) else value for value in values], places


def _narrow(data: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]] | None:
    """Whole numbers that lie close together, and the place of each row's own among all between: nothing is sorted."""
    if data.dtype.kind not in "iu" or data.dtype == np.uint64 or not len(data):
        return None
    low, high = int(data.min()), int(data.max())
    if high - low > 4 * len(data):
        return None
    return np.arange(low, high + 1), data.astype(np.int64) - low


def some(mask: Mask) -> Mask | None:
    """A mask; None where it hides nothing."""
    return mask if mask.any() else None


def faults(wrong: Mapping[int, Diagnostic], places: NDArray[Any]) -> tuple[Fault, ...]:
    """What is wrong with values, as faults of their rows.

    Args:
        wrong: by place of the value.
        places: by row the place of its value.
    """
    rows = np.flatnonzero(np.isin(places, list(wrong))) if wrong else np.empty(0, np.intp)
    if not len(rows):
        return ()
    order = rows[np.argsort(places[rows], kind="stable")]
    ends = np.flatnonzero(np.diff(places[order])) + 1
    return tuple(Fault(part, wrong[int(places[part[0]])]) for part in np.split(order, ends))
