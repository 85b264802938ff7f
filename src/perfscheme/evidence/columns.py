"""Columns: what the rows of a table say, read as the scheme says that they are meant."""

from __future__ import annotations

from typing import Any

import numpy as np

from perfscheme.evidence.cells import Cells
from perfscheme.evidence.moments import moments
from perfscheme.evidence.numbers import durations, numbers
from perfscheme.evidence.words import flags, texts
from perfscheme.nouns.evidence.columns import Column, DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn


def read(column: Column, data: Any, zone: str | None) -> Cells:
    """The cells of a column.

    Args:
        column: what they are to be.
        data: an array, a list, or any column of a frame library.
        zone: where clocks show times that come without a zone; None: such times are faults.
    """
    if isinstance(data, np.ma.MaskedArray):
        data = data.tolist()
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
