"""Working time."""

from __future__ import annotations

import datetime
import zoneinfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from evidence.conftest import CALENDARS, moments
from oracle.measuring import worked
from perfscheme.evidence.working import Working
from perfscheme.nouns.evidence.calendars import Calendar

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
MICRO = datetime.timedelta(microseconds=1)


@given(st.sampled_from(list(CALENDARS)), st.lists(st.tuples(moments, moments), max_size=6))
def test_working_time_is_that_of_the_naive_way(
    name: str, pairs: list[tuple[datetime.datetime, datetime.datetime]]
) -> None:
    """Over weeks, holidays, days with other hours and hours across midnight."""
    pairs = [(min(pair), max(pair)) for pair in pairs]
    start, end = (np.array([(pair[i] - EPOCH) // MICRO for pair in pairs], np.int64) for i in (0, 1))
    found = Working.of(Calendar(name, **CALENDARS[name])).between(start, end)  # type: ignore[arg-type]
    assert found.tolist() == [int(worked(*pair, CALENDARS[name]) * 10**6) for pair in pairs]


def test_working_time_is_told_by_the_clock_on_the_wall() -> None:
    """On a day of work around the clock: at the end of summer time the hour after two comes twice and counts once, and
    in spring it does not come and counts.
    """
    zone = zoneinfo.ZoneInfo("Europe/Berlin")
    hours = Working.of(Calendar("night", zone="Europe/Berlin", week={"sunday": ["00:00-24:00"]}))

    def between(start: datetime.datetime, end: datetime.datetime) -> float:
        moments = [np.array([(x.astimezone(datetime.UTC) - EPOCH) // MICRO], np.int64) for x in (start, end)]
        return int(hours.between(*moments)[0]) / 3600e6

    autumn, spring = datetime.datetime(2026, 10, 25, tzinfo=zone), datetime.datetime(2026, 3, 29, tzinfo=zone)
    assert between(autumn, autumn + datetime.timedelta(1)) == between(spring, spring + datetime.timedelta(1)) == 24
    first = autumn.replace(hour=2, minute=30)
    assert between(first, first.replace(fold=1)) == 0
    assert between(first, first.replace(fold=1, minute=15)) == 0
    assert between(first, first.replace(fold=1, minute=45)) == 0.25
    assert between(spring.replace(hour=1, minute=30), spring.replace(hour=3, minute=30)) == 2
