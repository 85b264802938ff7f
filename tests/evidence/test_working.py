"""Working time."""

from __future__ import annotations

import datetime

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
