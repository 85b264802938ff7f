"""Zones."""

from __future__ import annotations

import datetime
import zoneinfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.evidence.zones import Zone

NAMES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "UTC"])
EPOCH = datetime.datetime(1970, 1, 1)
MICRO = datetime.timedelta(microseconds=1)
# Hypothesis draws the second of two equal hours, too; an array of clocks cannot say that it means that one.
CLOCKS = st.datetimes(datetime.datetime(1960, 1, 1), datetime.datetime(2036, 1, 1)).map(lambda x: x.replace(fold=0))
MOMENTS = st.lists(CLOCKS, max_size=5)


@given(NAMES, MOMENTS)
def test_clocks_are_those_of_python(name: str, moments: list[datetime.datetime]) -> None:
    """In both directions, on the days of a change too."""
    info, zone = zoneinfo.ZoneInfo(name), Zone.named(name)
    counted = np.array([(moment - EPOCH) // MICRO for moment in moments], np.int64)
    utc = [moment.replace(tzinfo=info).astimezone(datetime.UTC).replace(tzinfo=None) for moment in moments]
    assert zone.to_utc(counted).tolist() == [(moment - EPOCH) // MICRO for moment in utc]
    local = [m.replace(tzinfo=datetime.UTC).astimezone(info).replace(tzinfo=None) for m in moments]
    assert zone.to_local(counted).tolist() == [(moment - EPOCH) // MICRO for moment in local]


def test_each_quarter_of_the_days_of_a_change() -> None:
    """Clocks are put forward on 29 March 2026 in Berlin, and back on 25 October."""
    for day in (datetime.datetime(2026, 3, 29), datetime.datetime(2026, 10, 25)):
        test_clocks_are_those_of_python.hypothesis.inner_test(  # type: ignore[attr-defined]
            "Europe/Berlin", [day + datetime.timedelta(minutes=15 * i) for i in range(96)]
        )
