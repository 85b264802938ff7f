"""Columns: what the cells of a table are to be: texts, numbers, times, flags, durations."""

from __future__ import annotations

import zoneinfo
from typing import ClassVar, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text, nearest
from perfscheme.diagnostics.repeats import repeats
from perfscheme.nouns.inputs import range_of, range_problems
from perfscheme.nouns.sources import text_or_none
from perfscheme.nouns.units import Range, UnitName

TimeUnit: TypeAlias = Literal["seconds", "minutes", "hours", "days"]


def words_of(value: object) -> tuple[str, ...] | None:
    """Words as a tuple; None where none are written."""
    if value is None:
        return None
    if isinstance(value, str) or not isinstance(value, tuple | list):
        facts = {"found": type(value).__name__, "expected": ("list", "tuple")}
        raise SchemeError(Diagnostic("PS333", ("labels",), facts))
    return tuple(value)


def zone_problems(zone: str | None) -> tuple[Diagnostic, ...]:
    """A problem where a time zone is none of those that are known (PS601)."""
    if zone is None:
        return ()
    try:
        zoneinfo.ZoneInfo(zone)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        # To list all zones means to look through folders; nobody waits for that who has written a good one.
        # None that is a figure only: who writes GMT+8 is not to be told of GMT+0.
        near = nearest(zone, sorted(name for name in zoneinfo.available_timezones() if not set("+-") & set(name[-3:])))
        return (Diagnostic("PS601", ("zone",), {"found": zone, "nearest": near}),)
    return ()


@attrs.frozen
class TextColumn:
    """Words: names, numbers of tickets, states.

    Args:
        column: its name in the table.
        labels: the only words that may stand there; None: any.
        name: for people.

    Raises:
        SchemeError: an empty list of labels (PS120), or a label twice (PS122).
    """

    kind: ClassVar[Literal["text"]] = "text"

    column: str
    labels: tuple[str, ...] | None = attrs.field(default=None, converter=words_of)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.labels is None:
            return
        problems = [] if self.labels else [Diagnostic("PS120", ("labels",))]
        problems += [Diagnostic("PS122", ("labels", i), {"label": label}) for i, label in repeats(self.labels)]
        if problems:
            raise SchemeError(problems)


@attrs.frozen
class NumberColumn:
    """Numbers.

    Args:
        column: its name in the table.
        unit: of the numbers.
        range: the lowest and the highest number that is possible; one outside is reported and not measured.
        name: for people.

    Raises:
        SchemeError: the range is empty.
    """

    kind: ClassVar[Literal["number"]] = "number"

    column: str
    unit: UnitName = "number"
    range: Range | None = attrs.field(default=None, converter=range_of, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := range_problems(self.range, "range"):
            raise SchemeError(problems)


@attrs.frozen
class TimeColumn:
    """Points in time.

    Args:
        column: its name in the table.
        zone: where clocks show the times that come without a zone; None: that of the table.
        name: for people.

    Raises:
        SchemeError: there is no such time zone (PS601).
    """

    kind: ClassVar[Literal["time"]] = "time"

    column: str
    zone: str | None = attrs.field(default=None, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := zone_problems(self.zone):
            raise SchemeError(problems)


@attrs.frozen
class FlagColumn:
    """True or false, as such or in words: yes, no, 是, 否.

    Args:
        column: its name in the table.
        name: for people.
    """

    kind: ClassVar[Literal["flag"]] = "flag"

    column: str
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)


@attrs.frozen
class DurationColumn:
    """Lengths of time: as such (`timedelta`), as `H:MM:SS`, or as numbers in a unit.

    Args:
        column: its name in the table.
        unit: of plain numbers, and in which a ratio divides by it; None: such numbers are faults.
        range: the shortest and the longest that is possible, in the unit.
        name: for people.

    Raises:
        SchemeError: the range is empty, or has no unit (PS603).
    """

    kind: ClassVar[Literal["duration"]] = "duration"

    column: str
    unit: TimeUnit | None = None
    range: Range | None = attrs.field(default=None, converter=range_of, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = list(range_problems(self.range, "range"))
        if self.range is not None and self.unit is None:
            problems.append(Diagnostic("PS603", ("range",)))
        if problems:
            raise SchemeError(problems)


Column: TypeAlias = TextColumn | NumberColumn | TimeColumn | FlagColumn | DurationColumn
