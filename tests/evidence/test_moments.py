"""Times."""

from __future__ import annotations

import datetime
import zoneinfo
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from evidence.conftest import faults, values
from perfscheme.evidence.columns import read
from perfscheme.frames.columns import Instants
from perfscheme.nouns.evidence.columns import TimeColumn

NOON = datetime.datetime(2026, 7, 1, 12)


def test_times_are_in_utc() -> None:
    """A clock without a zone is read in that of the column; without one it is a fault of its row."""
    column = TimeColumn("t")
    aware = NOON.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    texts = ["2026-07-01 12:00", "2026-07-01T10:00:00Z", aware, np.datetime64("2026-07-01T12:00"), NOON, None]
    found = read(column, texts, "Europe/Berlin")
    wanted = int((NOON - datetime.datetime(1970, 1, 1)).total_seconds() - 7200) * 10**6
    assert values(found) == [wanted] * 5 + [None]
    array = np.array(["2026-07-01T12:00", "NaT"], "datetime64[m]")
    assert values(read(column, array, "Europe/Berlin")) == [wanted, None]
    assert values(read(column, Instants(array), None)) == [wanted + 7200 * 10**6, None]
    assert faults(read(column, ["2026-07-01 12:00", "today", 5], None)) == {"PS635": [0], "PS634": [1, 2]}
    (fault,) = read(column, np.array(["2026-07-01T12:00"], "datetime64[us]"), None).faults
    assert fault.diagnostic.facts["found"] == "'2026-07-01 12:00:00'"  # as a table shows it
    assert values(read(column, [datetime.date(1970, 1, 2)], "UTC")) == [86_400 * 10**6]
    assert values(read(column, np.array(["NaT"], "datetime64[us]"), "UTC")) == [None]


def test_an_hour_that_comes_twice_is_told_apart_where_the_host_does() -> None:
    """To Python two such times of one zone are equal."""
    first = datetime.datetime(2026, 10, 25, 2, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
    cells = read(TimeColumn("at"), [first, first.replace(fold=1), None], None)
    one, other, _ = cells.values.tolist()
    assert other - one == 3600 * 10**6


def test_the_first_and_the_last_day_of_the_calendar_are_times() -> None:
    """East and west of Greenwich UTC lies outside the calendar there, which is what an unset time often is."""
    cells = read(TimeColumn("at"), ["0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59-05:00"], None)
    early, late = cells.values.tolist()
    assert (
        late - early
        == ((datetime.datetime.max - datetime.datetime.min) // datetime.timedelta(seconds=1) + 13 * 3600) * 10**6
    )
    beyond = read(TimeColumn("at"), [np.datetime64("20000-01-01")], "UTC")
    assert faults(beyond) == {"PS634": [0]}


@pytest.mark.parametrize("unit", ["Y", "M", "W", "D", "h", "m", "s", "ms", "us"])
@pytest.mark.parametrize("form", [np.asarray, list, Instants])
def test_a_time_beyond_the_calendar_is_none(unit: str, form: Callable[[Any], Any]) -> None:
    """Year 400,000 counted in days ran over in microseconds, and was a day of the year 184,556 before Christ."""
    years = ["400000", "12000", "-0500", "9999-12-01", "0001-01-08", "NaT", "-9999999"]
    array = np.array(years[: 6 if unit in ("ms", "us") else 7], f"datetime64[{unit}]")
    if unit == "us":
        array[0] = np.datetime64("200000", "us")
    cells = read(TimeColumn("at"), form(array), "Europe/Berlin")
    assert faults(cells) == {"PS634": [0, 1, 2, 6][: 3 if unit in ("ms", "us") else 4]}
    assert [value is None for value in values(cells)] == [True] * 3 + [False] * 2 + [True] * (len(array) - 5)
    assert cells.faults[1].diagnostic.facts["found"].startswith("12000" if unit != "W" else "11999")
