"""Numbers: columns of numbers and of durations as whole multiples of a decimal."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic
from perfscheme.diagnostics.figures import terminating
from perfscheme.evidence.cells import Cells, distinct, faults, some, trimmed
from perfscheme.evidence.wholes import LIMIT, Mask, Whole, times, whole_array
from perfscheme.formula.cuts import CARRIED
from perfscheme.nouns.evidence.columns import DurationColumn, NumberColumn
from perfscheme.nouns.inputs import FINE, NumberInput
from perfscheme.nouns.numbers import is_missing, shown
from perfscheme.nouns.units import factor

_CLOCK = re.compile(r"(\d+):([0-5]\d):([0-5]\d)(\.\d{1,6})?")
_MOST_DECIMALS = 12
_TILE = 1 << 15


@attrs.frozen(eq=False)
class Decimals:
    """Numbers that an array carries, as whole multiples of a decimal.

    Args:
        values: whole numbers.
        absent: where there is none.
        decimals: each is its value by ten to this power.
    """

    values: Whole
    absent: Mask | None
    decimals: int


def numbers(column: NumberColumn, data: Any) -> Cells:
    """The cells of a column of numbers."""
    spec = NumberInput(column.column, column.unit, range=column.range)
    found = _at_once(data)
    return _one_by_one(data, spec.read) if found is None else _checked(found, spec, Fraction(1), data, spec.read)


def durations(column: DurationColumn, data: Any) -> Cells:
    """The cells of a column of durations, in seconds."""
    spec = NumberInput(column.column, column.unit or "seconds", range=column.range)
    scale = factor(spec.unit, "seconds") or Fraction(1)

    def one(value: Any) -> Any:
        if isinstance(value, str) and (clock := _CLOCK.fullmatch(value)):
            seconds = int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3]) + Fraction(clock[4] or 0)
            found: Any = spec.read(seconds / scale)
        elif column.unit is None and not is_missing(value) and not hasattr(value, "total_seconds"):
            if type(value).__name__ != "timedelta64":
                return Diagnostic("PS633", (), {"found": shown(value)})
            found = spec.read(value)
        else:
            found = spec.read(value)
        return found * scale if isinstance(found, Fraction) else found

    if isinstance(data, np.ndarray) and data.dtype.kind == "m":
        absent = some(np.isnat(data))
        length = data.astype("timedelta64[us]", copy=False)
        if not data.dtype.str.endswith(FINE) and (length.astype(data.dtype) != data)[~np.isnat(data)].any():
            return _one_by_one(data, one)  # in microseconds one of them would run over
        micros = length.view(np.int64)
        micros = micros if absent is None else np.where(absent, 0, micros)
        return _checked(Decimals(micros, absent, 6), spec, scale, data, one)
    if column.unit is not None and (plain := _at_once(data)) is not None:
        seconds = Decimals(times(plain.values, int(scale)), plain.absent, plain.decimals)
        return _checked(seconds, spec, scale, data, one)
    return _one_by_one(data, one)


def _at_once(data: Any) -> Decimals | None:
    """A column of plain numbers; None where an array cannot carry one of them."""
    array = data if isinstance(data, np.ndarray) else _plain(data)
    if array is None:
        return None
    if array.dtype.kind in "iu":
        large = len(array) and (int(array.max()) >= LIMIT or int(array.min()) <= -LIMIT)
        return None if large else Decimals(array.astype(np.int64, copy=False), None, 0)
    return _scaled(array) if array.dtype == np.float64 else None


def _plain(data: Any) -> NDArray[Any] | None:
    """A list of numbers as an array, where that loses nothing."""
    if isinstance(data, list | tuple):
        types = set(map(type, data))
        if types <= {int}:
            try:
                return np.array(data, np.int64)
            except OverflowError:
                return None
        if types <= {float, type(None)}:
            return np.array(data, np.float64)  # None becomes NaN
    return None


def _scaled(array: NDArray[np.float64]) -> Decimals | None:
    """Floats as whole multiples of a decimal that print the same; None where some have too many digits."""
    values, absent = np.empty(len(array), np.int64), np.empty(len(array), np.bool_)
    decimals = start = 0
    while start < len(array):
        tile = slice(start, start + _TILE)  # what a processor keeps at hand
        np.isnan(array[tile], out=absent[tile])
        known = np.where(absent[tile], 0.0, array[tile]) if absent[tile].any() else array[tile]
        scaled = np.rint(known * 10.0**decimals)
        if not (scaled.max() < CARRIED and scaled.min() > -CARRIED):
            return None
        if ((scaled / 10.0**decimals if decimals else scaled) == known).all():
            values[tile] = scaled
            start += _TILE
        elif (decimals := decimals + 1) > _MOST_DECIMALS:
            return None
        else:
            start = 0
    return Decimals(values, some(absent), decimals)


def _checked(found: Decimals, spec: NumberInput, scale: Fraction, data: Any, reader: Callable[[Any], Any]) -> Cells:
    """Numbers as cells; those that are impossible are read again one by one, for what is wrong with them.

    Args:
        found: all of them.
        spec: what is possible.
        scale: how many of these numbers are one of the unit of `spec`.
        data: the column that they come from.
        reader: of one of its values.
    """
    outside = _outside(found, spec, scale)
    if outside is None:
        return Cells(found.values, found.absent, decimals=found.decimals)
    rows = np.flatnonzero(outside)
    values, places = distinct(data[rows] if isinstance(data, np.ndarray) else [data[row] for row in rows.tolist()])
    wrong = {i: reader(value) for i, value in enumerate(values)}
    told = tuple(attrs.evolve(fault, rows=rows[fault.rows]) for fault in faults(wrong, places))
    absent = outside if found.absent is None else outside | found.absent
    return Cells(found.values, absent, told, decimals=found.decimals)


def _outside(found: Decimals, spec: NumberInput, scale: Fraction) -> Mask | None:
    """Which numbers do not lie in their range, or are fractions in a column of percents; None: none of them."""
    values, (low, high) = found.values, spec.valid
    if not len(values):
        return None
    one = scale * 10**found.decimals
    wrong = np.zeros(len(values), np.bool_)
    if low is not None and values.min() < (bottom := math.ceil(low * one)):
        wrong |= np.asarray(values < bottom, np.bool_)
    if high is not None and values.max() > (top := math.floor(high * one)):
        wrong |= np.asarray(values > top, np.bool_)
    if spec.range is None and spec.unit == "percent":
        wrong |= np.asarray((values > 0) & (values <= int(one)), np.bool_)
    if found.absent is not None:
        wrong &= ~found.absent
    return some(wrong)


def _one_by_one(data: Any, reader: Callable[[Any], Any]) -> Cells:
    """A column of which each different value is read for itself."""
    values, places = trimmed(data)
    by_value = [reader(value) for value in values]
    wrong = {i: found for i, found in enumerate(by_value) if isinstance(found, Diagnostic)}
    known = [found for found in by_value if isinstance(found, Fraction)]
    # What a host writes are decimals; a ratio that has no end has none in a table either.
    endless = {i for i, found in enumerate(by_value) if isinstance(found, Fraction) and terminating(found) is None}
    wrong |= {i: Diagnostic("PS632", (), {"found": shown(values[i])}) for i in endless}
    decimals = max((terminating(found) or 0 for found in known), default=0)
    wholes = [
        int(found * 10**decimals) if isinstance(found, Fraction) and i not in endless else 0
        for i, found in enumerate(by_value)
    ]
    absent = np.array([not isinstance(x, Fraction) or i in endless for i, x in enumerate(by_value)], np.bool_)
    return Cells(whole_array(wholes)[places], some(absent[places]), faults(wrong, places), decimals=decimals)
