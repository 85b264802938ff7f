"""Moments: columns of times as microseconds since 1970 in UTC."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic
from perfscheme.evidence.cells import Cells, Fault, distinct, faults, some, trimmed
from perfscheme.evidence.wholes import Mask
from perfscheme.evidence.zones import EPOCH, Zone
from perfscheme.formula.nodes import State
from perfscheme.frames.columns import Coded, Instants
from perfscheme.frames.texts import iso
from perfscheme.nouns.inputs import FINE
from perfscheme.nouns.numbers import is_missing, shown

_MICRO = datetime.timedelta(microseconds=1)
_NONE = datetime.timedelta()
_CALENDAR = np.array(["0001", "10000"], "datetime64[Y]")


def moments(data: Any, zone: str | None) -> Cells:
    """The cells of a column of times.

    Args:
        data: the column.
        zone: where clocks show times that come without a zone; None: such times are faults.
    """
    if isinstance(data, Instants):
        return _whole(data.values, None)
    if isinstance(data, np.ndarray) and data.dtype.kind == "M" and zone is not None:
        return _whole(data, Zone.named(zone))
    values, places = trimmed(_apart(data))
    wrong: dict[int, Diagnostic] = {}
    micros = np.zeros(len(values), np.int64)
    absent, local_ = np.zeros(len(values), np.bool_), np.zeros(len(values), np.bool_)
    for i, value in enumerate(values):
        found = _moment(value)
        if isinstance(found, datetime.datetime):
            offset = found.utcoffset()
            if offset is None and zone is None:
                wrong[i] = Diagnostic("PS635", (), {"found": shown(_clock(value))})
            else:
                local_[i] = offset is None
                # Counted as numbers: on the first and the last day of the calendar UTC may lie outside it.
                micros[i] = (found.replace(tzinfo=None) - EPOCH) // _MICRO - (offset or _NONE) // _MICRO
        elif isinstance(found, Diagnostic):
            wrong[i] = found
        absent[i] = found is None or i in wrong
    if zone is not None and local_.any():
        micros[local_] = Zone.named(zone).to_utc(micros[local_])
    return Cells(micros[places], some(absent[places]), faults(wrong, places))


def _clock(value: Any) -> Any:
    """A time as a table shows it."""
    return str(value.astype("datetime64[s]")).replace("T", " ") if isinstance(value, np.datetime64) else value


def _whole(array: NDArray[np.datetime64], zone: Zone | None) -> Cells:
    """A column of times, in UTC or as the clocks of a zone showed them."""
    outside = _outside(array)
    micros = array.astype("datetime64[us]", copy=False).view(np.int64)
    absent = some(outside)
    told: tuple[Fault, ...] = ()
    if absent is not None:
        # Where there is none stands any moment; a zone, which is asked for the days from the first to the last, sees
        # one of the others.
        micros = np.where(absent, 0 if zone is None or absent.all() else micros[~absent].max(), micros)
        rows = np.flatnonzero(outside & ~np.isnat(array))
        values, places = distinct(array[rows])
        wrong = {i: Diagnostic("PS634", (), {"found": str(value)}) for i, value in enumerate(values)}
        told = tuple(attrs.evolve(fault, rows=rows[fault.rows]) for fault in faults(wrong, places))
    return Cells(micros if zone is None else zone.to_utc(micros), absent, told)


def _outside(array: NDArray[np.datetime64]) -> Mask:
    """The times that are none, and those beyond the calendar, whose years are 1 to 9999; in microseconds the furthest
    of them would run over.
    """
    if array.dtype.str.endswith(FINE):
        return np.isnat(array)
    native = array.dtype.newbyteorder("=")
    first, end = _CALENDAR.astype(native).view(np.int64)
    ticks = array.astype(native, copy=False).view(np.int64)  # numbers are compared sooner than times
    return np.asarray((ticks < first) | (ticks >= end), np.bool_)


def _apart(data: Any) -> Any:
    """A list of times without two that Python takes for one: those of an hour that the clocks of a place show twice."""
    if isinstance(data, Coded) or (isinstance(data, np.ndarray) and data.dtype != object):
        return data
    cells = data if isinstance(data, list | tuple) else list(data)
    if not any(issubclass(kind, datetime.datetime) for kind in set(map(type, cells))):
        return cells
    return [x.astimezone(datetime.UTC) if getattr(x, "fold", 0) == 1 and x.tzinfo is not None else x for x in cells]


def _moment(value: Any) -> datetime.datetime | Diagnostic | None:
    """A point in time; None where there is none."""
    if isinstance(value, datetime.datetime):
        return None if is_missing(value) else value
    if isinstance(value, datetime.date):
        return datetime.datetime.combine(value, datetime.time())
    if isinstance(value, np.datetime64):
        if np.isnat(value):
            return None
        outside = _outside(np.array([value]))[0]
        return Diagnostic("PS634", (), {"found": str(value)}) if outside else value.astype("datetime64[us]").item()
    if isinstance(value, str):
        try:
            return datetime.datetime.fromisoformat(iso(value))
        except ValueError:
            return Diagnostic("PS634", (), {"found": shown(value)})
    return None if is_missing(value) or value is State.MISSING else Diagnostic("PS634", (), {"found": shown(value)})
