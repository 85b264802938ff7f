"""Cells: the columns of a table as arrays: words as codes, numbers as whole multiples of a decimal, times in UTC."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, nearest
from perfscheme.diagnostics.figures import terminating
from perfscheme.evidence.zones import Zone
from perfscheme.formula.nodes import State
from perfscheme.frames.columns import Coded, Instants
from perfscheme.frames.texts import iso
from perfscheme.nouns.evidence.columns import Column, DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.inputs import FLAG_WORDS, FlagInput, NumberInput
from perfscheme.nouns.numbers import is_missing, shown
from perfscheme.nouns.units import factor

Mask = NDArray[np.bool_]
Whole = NDArray[Any]
"""Whole numbers: int64, or Python's own where these are too large."""

_EPOCH = datetime.datetime(1970, 1, 1)
_DAY = 86_400_000_000
_CLOCK = re.compile(r"(\d+):([0-5]\d):([0-5]\d)(\.\d{1,6})?")
_MOST_DECIMALS = 12
_CARRIED = 10.0**15
"""Below it a decimal of a float is its own: two of at most 15 digits never read as the same float."""


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

    def faulty(self) -> NDArray[np.intp]:
        """The rows with a fault."""
        return np.concatenate([fault.rows for fault in self.faults]) if self.faults else np.empty(0, np.intp)


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
            return _texts(column, data)
        case NumberColumn():
            return _numbers(NumberInput(column.column, column.unit, column.range), data)
        case DurationColumn():
            return _durations(column, data)
        case TimeColumn():
            return _times(column, data, zone)
        case FlagColumn():
            return _flags(column, data)


def distinct(data: Any) -> tuple[list[Any], NDArray[np.intp]]:
    """The different values of a column, and for each row the place of its own among them."""
    if isinstance(data, Coded):
        codes = np.asarray(data.codes, np.intp)
        return [*data.words, None], np.where(codes < 0, len(data.words), codes)
    if isinstance(data, np.ndarray) and data.dtype != object:
        values, inverse = np.unique(data, return_inverse=True)
        found = list(values) if values.dtype.kind in "mM" else values.tolist()
        return found, inverse.reshape(-1)
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


def _texts(column: TextColumn, data: Any) -> Cells:
    values, places = distinct(data)
    words: dict[str, int] = {}
    codes = np.empty(len(values), np.int64)
    wrong: dict[int, Diagnostic] = {}
    for i, value in enumerate(values):
        # Beside a gap, whole numbers of a frame are floats.
        whole = type(value) is int or (type(value) is float and value.is_integer())
        text = str(int(value)) if whole else value
        if not isinstance(text, str):
            codes[i] = -1
            if not is_missing(value):
                wrong[i] = Diagnostic("PS631", (), {"found": shown(value)})
        elif not text.strip():
            codes[i] = -1
            wrong[i] = Diagnostic("PS103", (), {"found": shown(text)})
        elif column.labels is not None and text not in column.labels:
            codes[i] = -1
            facts = {"found": shown(text), "labels": column.labels, "nearest": nearest(text, column.labels)}
            wrong[i] = Diagnostic("PS110", (), facts)
        else:
            codes[i] = words.setdefault(text, len(words))
    found = codes[places] if len(values) else np.empty(0, np.int64)
    return Cells(found, _some(found < 0), _faults(wrong, places), tuple(words))


def _flags(column: FlagColumn, data: Any) -> Cells:
    values, places = distinct(data)
    spec = FlagInput(column.column)
    by_value = [
        spec.read(FLAG_WORDS.get(value.casefold(), value) if isinstance(value, str) else value) for value in values
    ]
    flags = np.array([found is True for found in by_value], np.bool_)
    absent = np.array([not isinstance(found, bool) for found in by_value], np.bool_)
    wrong = {i: found for i, found in enumerate(by_value) if isinstance(found, Diagnostic)}
    return Cells(flags[places], _some(absent[places]), _faults(wrong, places))


def _numbers(spec: NumberInput, data: Any) -> Cells:
    array = data if isinstance(data, np.ndarray) else _plain(data)
    if array is not None and array.dtype.kind in "iu" and array.dtype.itemsize <= 8:
        found = array.astype(np.int64)
        if array.dtype != np.uint64 and _within(spec, found, 0).all():
            return Cells(found, None)
    elif array is not None and array.dtype == np.float64 and (cells := _decimals(spec, array)) is not None:
        return cells
    return _one_by_one(data, spec.read)


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
            return np.array([math.nan if x is None else x for x in data] if type(None) in types else data, np.float64)
    return None


def _decimals(spec: NumberInput, array: NDArray[np.float64]) -> Cells | None:
    """Floats as whole numbers of a power of ten, which print the same; None where some have too many digits."""
    absent = np.isnan(array)
    some = bool(absent.any())
    known = array[~absent] if some else array
    if np.isinf(known).any():
        return None
    for decimals in range(_MOST_DECIMALS + 1):
        scaled = np.rint(known * 10.0**decimals)
        if (np.abs(scaled) >= _CARRIED).any():
            return None
        if (scaled / 10.0**decimals == known).all():
            whole = scaled.astype(np.int64)
            if not _within(spec, whole, decimals).all():
                return None
            values = whole
            if some:
                values = np.zeros(len(array), np.int64)
                values[~absent] = whole
            return Cells(values, absent if some else None, decimals=decimals)
    return None


def _within(spec: NumberInput, whole: NDArray[np.int64], decimals: int) -> Mask:
    """Which of some numbers lie in their range, and are no fractions in a column of percents."""
    low, high = spec.valid
    fine = np.ones(len(whole), np.bool_)
    if low is not None:
        fine &= whole >= _bounded(math.ceil(low * 10**decimals))
    if high is not None:
        fine &= whole <= _bounded(math.floor(high * 10**decimals))
    if spec.range is None and spec.unit == "percent":
        fine &= (whole <= 0) | (whole > 10**decimals)
    return fine


def _bounded(x: int) -> int:
    return max(-(2**63), min(2**63 - 1, x))


def _one_by_one(data: Any, reader: Callable[[Any], Any]) -> Cells:
    """A column of which each different value is read for itself."""
    values, places = distinct(data)
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
    return Cells(whole_array(wholes)[places], _some(absent[places]), _faults(wrong, places), decimals=decimals)


def whole_array(values: list[int]) -> Whole:
    """Whole numbers as int64, or as Python's own where one of them is too large."""
    if all(-(2**62) < value < 2**62 for value in values):
        return np.array(values, np.int64)
    found = np.empty(len(values), object)
    found[:] = values
    return found


def _durations(column: DurationColumn, data: Any) -> Cells:
    if isinstance(data, np.ndarray) and data.dtype.kind == "m" and column.range is None:
        absent = np.isnat(data)
        micros = np.where(absent, 0, data.astype("timedelta64[us]").astype(np.int64))
        if (micros >= 0).all():
            return Cells(micros, _some(absent), decimals=6)
    spec = NumberInput(column.column, column.unit or "seconds", column.range)
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

    return _one_by_one(data, one)


def _times(column: TimeColumn, data: Any, zone: str | None) -> Cells:
    if isinstance(data, Instants):
        absent = np.isnat(data.values)
        return Cells(np.where(absent, 0, data.values.astype("datetime64[us]").astype(np.int64)), _some(absent))
    if isinstance(data, np.ndarray) and data.dtype.kind == "M" and zone is not None:
        absent = np.isnat(data)
        local = np.where(absent, 0, data.astype("datetime64[us]").astype(np.int64))
        return Cells(Zone.named(zone).to_utc(local), _some(absent))
    values, places = distinct(data)
    wrong: dict[int, Diagnostic] = {}
    micros = np.zeros(len(values), np.int64)
    absent, local_ = np.zeros(len(values), np.bool_), np.zeros(len(values), np.bool_)
    for i, value in enumerate(values):
        found = _moment(value)
        if isinstance(found, datetime.datetime):
            if found.tzinfo is None and zone is None:
                wrong[i] = Diagnostic("PS635", (), {"found": shown(value)})
            else:
                local_[i] = found.tzinfo is None
                utc = found if found.tzinfo is None else (found - found.utcoffset()).replace(tzinfo=None)  # type: ignore[operator]
                micros[i] = (utc - _EPOCH) // datetime.timedelta(microseconds=1)
        elif isinstance(found, Diagnostic):
            wrong[i] = found
        absent[i] = found is None or i in wrong
    if zone is not None and local_.any():
        micros[local_] = Zone.named(zone).to_utc(micros[local_])
    return Cells(micros[places], _some(absent[places]), _faults(wrong, places))


def _moment(value: Any) -> datetime.datetime | Diagnostic | None:
    """A point in time; None where there is none."""
    if isinstance(value, datetime.datetime):
        return None if is_missing(value) else value
    if isinstance(value, datetime.date):
        return datetime.datetime.combine(value, datetime.time())
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else value.astype("datetime64[us]").item()
    if isinstance(value, str):
        try:
            return datetime.datetime.fromisoformat(iso(value))
        except ValueError:
            return Diagnostic("PS634", (), {"found": shown(value)})
    return None if is_missing(value) or value is State.MISSING else Diagnostic("PS634", (), {"found": shown(value)})


def _some(mask: Mask) -> Mask | None:
    return mask if mask.any() else None


def _faults(wrong: dict[int, Diagnostic], places: NDArray[np.intp]) -> tuple[Fault, ...]:
    if not wrong:
        return ()
    rows = np.flatnonzero(np.isin(places, list(wrong)))
    order = rows[np.argsort(places[rows], kind="stable")]
    ends = np.flatnonzero(np.diff(places[order])) + 1
    return tuple(Fault(part, wrong[int(places[part[0]])]) for part in np.split(order, ends))
