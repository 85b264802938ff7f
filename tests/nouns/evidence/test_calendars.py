"""Calendars."""

from __future__ import annotations

from typing import Any

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.evidence.calendars import Calendar, DayOfWeek, SpecialDay, minutes_of


@pytest.mark.parametrize("hours", ["9:00-12:00", "12:00-09:00", "09:00-25:00", "09:00", "12:00-12:00", "23:00-24:30"])
def test_hours_that_are_none(hours: str) -> None:
    """They are refused with an example."""
    with pytest.raises(SchemeError, match="PS605"):
        DayOfWeek("monday", (hours,))


def test_hours_do_not_overlap() -> None:
    """An hour would count twice; hours that touch do not overlap."""
    with pytest.raises(SchemeError, match="PS606"):
        SpecialDay("2026-10-10", ("09:00-12:00", "11:00-13:00"))
    assert minutes_of(["00:00-12:00", "12:00-24:00"]) == ((0, 720), (720, 1440))


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("PS601", {"zone": "Mars"}),
        ("PS326", {"holidays": ["2026-02-30"]}),
        ("PS607", {"holidays": ["2026-10-10"], "days": {"2026-10-10": ["09:00-12:00"]}}),
        ("PS608", {"week": {"monday": []}}),
    ],
)
def test_calendars_that_cannot_be(code: str, named: dict[str, Any]) -> None:
    """Unknown places and days, a day twice, a week without an hour."""
    sound = {"zone": "Asia/Shanghai", "week": {"monday": ["09:00-12:00"]}}
    with pytest.raises(SchemeError, match=code):
        Calendar("office", **(sound | named))
