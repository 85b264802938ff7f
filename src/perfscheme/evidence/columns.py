"""Columns: what the rows of a table say, read as the scheme says that they are meant."""

from __future__ import annotations

from typing import Any

import numpy as np

from perfscheme.evidence.cells import Cells
from perfscheme.evidence.moments import moments
from perfscheme.evidence.numbers import durations, numbers
from perfscheme.evidence.words import flags, texts
from perfscheme.frames.columns import FrameColumns, array_of
from perfscheme.nouns.evidence.columns import Column, DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn

_SHORT = ("float16", "float32")


def read(column: Column, data: Any, zone: str | None) -> Cells:
    """The cells of a column.

    Args:
        column: what they are to be.
        data: an array, a list, or any column of a frame library.
        zone: where clocks show times that come without a zone; None: such times are faults.
    """
    data = _own(data)
    match column:
        case TextColumn():
            return texts(column, data)
        case NumberColumn():
            return numbers(column, data)
        case DurationColumn():
            return durations(column, data)
        case TimeColumn():
            return moments(data, zone)
        case FlagColumn():
            return flags(column, data)


def _own(data: Any) -> Any:
    """A column of a library as its whole frame would hand it in: by itself it hands out short floats as long ones,
    while each is the decimal that prints it.
    """
    if hasattr(data, "to_pylist"):
        return array_of(data)
    if hasattr(data, "to_frame"):
        (column,) = FrameColumns(data.to_frame()).values()
        return column
    if isinstance(data, np.ndarray) and data.dtype.name in _SHORT:
        masked = np.ma.getmaskarray(data) if isinstance(data, np.ma.MaskedArray) else False
        return np.where(masked, np.nan, np.asarray(data).astype(str).astype(np.float64))
    return data.tolist() if isinstance(data, np.ma.MaskedArray) else data
