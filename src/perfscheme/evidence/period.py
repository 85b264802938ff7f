"""Periods: the days that are measured, from midnight to midnight by the clocks of a table."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from typing import Any

import attrs
import numpy as np

from perfscheme.diagnostics import Diagnostic, InputError
from perfscheme.evidence.zones import DAY, Zone, day_number

_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_NAMED = re.compile(r"((?!0000)\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?")


@attrs.frozen
class Span:
    """Days, both ends included.

    Args:
        first, last: the first and the last day.
    """

    first: datetime.date
    last: datetime.date

    def micros(self, zone: str | None) -> tuple[int, int]:
        """From when to before when, in microseconds since 1970 in UTC."""
        days = np.array([day_number(self.first), day_number(self.last) + 1], np.int64) * DAY
        found = days if zone is None else Zone.named(zone).to_utc(days)
        return int(found[0]), int(found[1])

    def whole(self, kind: str) -> bool:
        """Whether it is one period of a kind, no less and no more."""
        return self == span_of(name_of(kind, self.first))


def name_of(kind: str, day: datetime.date) -> str:
    """The period in which a day lies.

    Args:
        kind: `month`, `quarter`, `half-year` or `year`.
        day: any.

    >>> name_of("quarter", datetime.date(2026, 8, 1))
    '2026-Q3'
    """
    number = (day.month - 1) // _MONTHS[kind] + 1
    ends = {"month": f"-{number:02}", "quarter": f"-Q{number}", "half-year": f"-H{number}", "year": ""}
    return f"{day.year:04}{ends[kind]}"


def span_of(period: Any) -> Span | None:
    """The days of a period.

    Args:
        period: None: all days; `2026` (the year as a number, too), `2026-H1`, `2026-Q3`, `2026-07`; or a first and a
            last day, each a `date` or `YYYY-MM-DD`.

    Raises:
        InputError: it is none of these (PS646).

    >>> span_of("2026-Q1")
    Span(first=datetime.date(2026, 1, 1), last=datetime.date(2026, 3, 31))
    """
    if period is None:
        return None
    named = _NAMED.fullmatch(str(period)) if isinstance(period, str | int) else None
    if named:
        year = int(named[1])
        first, months = (int(named[2]) * 3 - 2, 3) if named[2] else (int(named[3]) * 6 - 5, 6) if named[3] else (
            (int(named[4]), 1) if named[4] else (1, 12)
        )  # fmt: skip
        last = first + months - 1
        return Span(datetime.date(year, first, 1), datetime.date(year, last, monthrange(year, last)[1]))
    if isinstance(period, tuple | list) and len(period) == 2:
        days = [_day(day) for day in period]
        if days[0] is not None and days[1] is not None and days[0] <= days[1]:
            return Span(days[0], days[1])
    raise InputError(Diagnostic("PS646", ("period",), {"found": repr(period)}))


def _day(value: Any) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return None
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
