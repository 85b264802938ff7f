"""Calendars: when people work, so that a duration can be counted in working time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.diagnostics.repeats import repeats
from perfscheme.nouns.days import day_of
from perfscheme.nouns.entries import entries, listed
from perfscheme.nouns.evidence.columns import zone_problems
from perfscheme.nouns.shapes import Keyed

Weekday: TypeAlias = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEK: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Minutes: TypeAlias = tuple[int, int]

_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")


def minutes_of(hours: Iterable[str]) -> tuple[Minutes, ...]:
    """Hours like `09:00-12:00` as minutes of the day, from and to.

    Raises:
        SchemeError: they are not written so, end before they begin (PS605), or overlap (PS606).

    >>> minutes_of(["09:00-12:00", "13:00-18:00"])
    ((540, 720), (780, 1080))
    """
    found: list[Minutes] = []
    problems = []
    for i, text in enumerate(hours):
        match = _HOURS.fullmatch(text)
        start, end = (
            (0, 0) if match is None else (int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4]))
        )
        if not start < end <= 24 * 60:
            problems.append(Diagnostic("PS605", ("hours", i), {"found": text}))
        elif found and start < found[-1][1]:
            problems.append(Diagnostic("PS606", ("hours", i), {"found": text}))
        found.append((start, end))
    if problems:
        raise SchemeError(problems)
    return tuple(found)


@attrs.frozen
class DayOfWeek:
    """The working hours of a day of the week.

    Args:
        day: which.
        hours: from when to when, like `09:00-12:00`, in the order of the day.

    Raises:
        SchemeError: hours that are none (PS605), or overlap (PS606).
    """

    day: Weekday
    hours: tuple[str, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        minutes_of(self.hours)


@attrs.frozen
class SpecialDay:
    """The working hours of a single day that is unlike others of its name, such as a Saturday worked for a Friday.

    Args:
        date: `YYYY-MM-DD`.
        hours: as in `DayOfWeek`; none: nobody works.

    Raises:
        SchemeError: no such day; hours that are none, or overlap.
    """

    date: str
    hours: tuple[str, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        day_of(self.date, "date")
        minutes_of(self.hours)


def week_of(value: Any) -> tuple[DayOfWeek, ...]:
    """Days of the week as a tuple; a mapping is taken by its keys."""
    return entries(DayOfWeek, value)


def days_of(value: Any) -> tuple[SpecialDay, ...]:
    """Single days as a tuple; a mapping is taken by its keys."""
    return entries(SpecialDay, value)


@attrs.frozen
class Calendar:
    """A working week with its exceptions, by the clocks of one place.

    Args:
        calendar: its name.
        zone: the place, as a time zone: `Asia/Shanghai`.
        week: working hours by day of the week; a day that is not there is free.
        holidays: days on which nobody works.
        days: days with other hours than their day of the week.

    Raises:
        SchemeError: there is no such time zone (PS601) or day (PS326); a day twice (PS607); a week without an hour
            (PS608).

    >>> Calendar("office", zone="Asia/Shanghai", week={"monday": ["09:00-17:00"]}).week[0].hours
    ('09:00-17:00',)
    """

    calendar: str
    zone: str = attrs.field(kw_only=True)
    week: Keyed[DayOfWeek] = attrs.field(converter=week_of, kw_only=True)
    holidays: tuple[str, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    days: Keyed[SpecialDay] = attrs.field(default=(), converter=days_of, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = list(zone_problems(self.zone))
        for i, text in enumerate(self.holidays):
            try:
                day_of(text, "holidays", i)
            except SchemeError as error:
                problems += error.diagnostics
        named: list[tuple[tuple[str | int, ...], str]] = [(("week", each.day), each.day) for each in self.week]
        named += [(("holidays", i), text) for i, text in enumerate(self.holidays)]
        named += [(("days", each.date), each.date) for each in self.days]
        problems += [Diagnostic("PS607", named[i][0], {"name": day}) for i, day in repeats(day for _, day in named)]
        if not any(each.hours for each in self.week):
            problems.append(Diagnostic("PS608", ("week",)))
        if problems:
            raise SchemeError(problems)
