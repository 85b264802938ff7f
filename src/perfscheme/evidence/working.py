"""Working time: how much of a duration lies within the hours of a calendar, by sums over days."""

from __future__ import annotations

import datetime

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.evidence.zones import DAY, SECOND, Micros, Zone, day_number
from perfscheme.nouns.evidence.calendars import WEEK, Calendar, Minutes, minutes_of

_MINUTE = 60 * SECOND
_MINUTES = 24 * 60
_THURSDAY = 3
"""The day of the week of the first of January 1970, counted from Monday."""


@attrs.frozen(eq=False)
class Working:
    """The working time of a calendar as a clock that stands still when nobody works.

    Args:
        zone: its place.
        hours: working hours as minutes of the day, for the seven days of the week and then for days unlike them.
        special: by day since 1970, the place of its hours.
    """

    zone: Zone
    hours: tuple[tuple[Minutes, ...], ...]
    special: dict[int, int]

    @staticmethod
    def of(calendar: Calendar) -> Working:
        """The working time of a calendar."""
        by_day = {each.day: minutes_of(each.hours) for each in calendar.week}
        hours = [by_day.get(day, ()) for day in WEEK]
        special = {}
        for date, own in [*((day, ()) for day in calendar.holidays), *((x.date, x.hours) for x in calendar.days)]:
            special[day_number(datetime.date.fromisoformat(date))] = len(hours)
            hours.append(minutes_of(own))
        return Working(Zone.named(calendar.zone), tuple(hours), special)

    def between(self, start: Micros, end: Micros) -> Micros:
        """How much working time lies between two times in UTC, in microseconds; the end is not before the start."""
        if not len(start):
            return np.zeros(0, np.int64)
        local_start, local_end = self.zone.to_local(start), self.zone.to_local(end)
        first = int(min(local_start.min(), local_end.min()) // DAY)
        last = int(max(local_start.max(), local_end.max()) // DAY)
        days = np.arange(first, last + 1)
        kinds = (days + _THURSDAY) % len(WEEK)
        for day, kind in self.special.items():
            if first <= day <= last:
                kinds[day - first] = kind
        lengths = np.array([sum(to - from_ for from_, to in day) * _MINUTE for day in self.hours], np.int64)
        before = np.concatenate([[0], np.cumsum(lengths[kinds])])
        worked = self._until(local_end, first, kinds, before) - self._until(local_start, first, kinds, before)
        # An hour that comes twice when clocks are put back can lead a local clock backwards.
        return np.asarray(np.maximum(worked, 0), np.int64)

    def _until(self, local: Micros, first: int, kinds: NDArray[np.int64], before: Micros) -> Micros:
        """The working time up to these moments of the local clock."""
        day, moment = np.divmod(local, DAY)
        minute, rest = np.divmod(moment, _MINUTE)
        place = day - first
        key = kinds[place] * _MINUTES + minute
        counts = np.zeros((len(self.hours), _MINUTES), np.bool_)
        for number, hours in enumerate(self.hours):
            for from_, to in hours:
                counts[number, from_:to] = True
        passed: Micros = np.asarray(np.cumsum(counts, axis=1) - counts) * _MINUTE
        found = before[place] + passed.reshape(-1)[key] + np.where(counts.reshape(-1)[key], rest, 0)
        return np.asarray(found, np.int64)
