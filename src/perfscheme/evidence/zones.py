"""Zones: local clocks and UTC, for whole arrays of times."""

from __future__ import annotations

import datetime
import functools
import zoneinfo

import attrs
import numpy as np
from numpy.typing import NDArray

Micros = NDArray[np.int64]

SECOND = 1_000_000
DAY = 86_400 * SECOND
EPOCH = datetime.datetime(1970, 1, 1)
"""From here times are counted."""

_EPOCH_IN_UTC = EPOCH.replace(tzinfo=datetime.UTC)
_DECADE = 3653
_FIRST, _LAST = -719_162 + 2, 2_932_896 - 2
"""The days of Python's calendar, but for its edges, where local clocks would leave it."""


@attrs.frozen
class Zone:
    """The clocks of one place."""

    info: zoneinfo.ZoneInfo

    @staticmethod
    def named(name: str) -> Zone:
        """The zone of this name, which is known."""
        return _zone(name)

    def to_local(self, utc: Micros) -> Micros:
        """What clocks show at these times; microseconds since 1970, in UTC and on the clock."""
        changes, before, offsets = self._changes(utc)
        if not len(changes):
            return utc + before
        place = np.searchsorted(changes, utc, side="right")
        return np.asarray(utc + np.concatenate([before, offsets])[place], np.int64)

    def to_utc(self, local: Micros) -> Micros:
        """When clocks show this. Of an hour that comes twice the first is meant; one that is left out is counted on as
        if clocks had not been changed yet, as Python does it.
        """
        changes, before, offsets = self._changes(local)
        if not len(changes):
            return local - before
        all_offsets = np.concatenate([before, offsets])
        # A clock shows the time of the new offset alone when both the old and the new one lie behind it.
        shown = changes + np.maximum(all_offsets[:-1], all_offsets[1:])
        return np.asarray(local - all_offsets[np.searchsorted(shown, local, side="right")], np.int64)

    def _changes(self, times: Micros) -> tuple[Micros, Micros, Micros]:
        """The changes of clocks on the days of these times: when, the offset before the first, and after each."""
        if not len(times):
            empty = np.empty(0, np.int64)
            return empty, np.zeros(1, np.int64), empty
        first, last = int(times.min()) // DAY - 1, int(times.max()) // DAY + 1
        if last - first <= _DECADE:
            days = np.arange(first, last + 1)
        else:
            days = np.unique(times // DAY)
            days = np.concatenate([days - 1, days, days + 1])
        days = np.unique(np.clip(days, _FIRST, _LAST))
        moments, offsets = [], []
        last = first = self._offset(int(days[0]) * DAY)
        for day in days.tolist():
            start, end = day * DAY, (day + 1) * DAY
            at_start, at_end = self._offset(start), self._offset(end)
            if at_start != last:
                # Clocks changed on days that no time lies on: any moment between will do.
                moments.append(start)
                offsets.append(at_start)
            if at_end != at_start:
                moments.append(self._moment(start, end))
                offsets.append(at_end)
            last = at_end
        return np.array(moments, np.int64), np.array([first], np.int64), np.array(offsets, np.int64)

    def _moment(self, start: int, end: int) -> int:
        """When clocks change on a day, to the second."""
        before = self._offset(start)
        low, high = start // SECOND, end // SECOND
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._offset(middle * SECOND) == before else (low, middle)
        return high * SECOND

    def _offset(self, utc: int) -> int:
        offset = (_EPOCH_IN_UTC + datetime.timedelta(microseconds=utc)).astimezone(self.info).utcoffset()
        assert offset is not None
        return offset // datetime.timedelta(microseconds=1)


def day_number(day: datetime.date) -> int:
    """Days since 1970.

    >>> day_number(datetime.date(1970, 1, 2))
    1
    """
    return (day - EPOCH.date()).days


@functools.lru_cache(maxsize=64)
def _zone(name: str) -> Zone:
    return Zone(zoneinfo.ZoneInfo(name))
