"""A second, naive way to measure: plain loops over rows, Fractions and datetimes, with none of the engine's code."""

from __future__ import annotations

import datetime
import zoneinfo
from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any

Row = Mapping[str, Any]
EARLY = "answered before reported"


MINUTES = {"took": 60}
"""What one of a column is in minutes, of the columns of the random tables that are compared with one in minutes."""


def holds(condition: Any, row: Row) -> bool | None:
    """Whether a condition holds of a row; None where nothing stands there to compare. As a file writes it."""
    match condition:
        case {"all": parts}:
            found = [holds(part, row) for part in parts]
            return False if False in found else None if None in found else True
        case {"any": parts}:
            found = [holds(part, row) for part in parts]
            return True if True in found else None if None in found else False
        case {"not": part}:
            one = holds(part, row)
            return None if one is None else not one
        case {"missing": name}:
            return row[name] is None
    value = row[condition["column"]]
    otherwise = {"holds": True, "fails": False}.get(condition.get("if-missing", ""))
    if "is" in condition:
        return otherwise if value is None else value == condition["is"]
    (relation,) = {"at-least", "above", "at-most", "below", "equals"} & set(condition)
    bound = condition[relation]
    other = row[bound] if isinstance(bound, str) else Fraction(str(bound))
    if value is None or other is None:
        return otherwise
    a, b = exact(value), exact(other)
    a = a * MINUTES.get(condition["column"], 1) if isinstance(bound, str) and isinstance(a, Fraction) else a
    return {"at-least": a >= b, "above": a > b, "at-most": a <= b, "below": a < b, "equals": a == b}[relation]


def exact(value: Any) -> Any:
    """A number as a fraction; a time as it is."""
    return value if isinstance(value, datetime.datetime | Fraction) else Fraction(str(value))


def worked(start: datetime.datetime, end: datetime.datetime, calendar: Mapping[str, Any]) -> Fraction:
    """Seconds of working time, day by day on the clock of the calendar's place."""
    zone = zoneinfo.ZoneInfo(calendar["zone"])
    first, last = (moment.astimezone(zone).replace(tzinfo=None) for moment in (start, end))
    total = datetime.timedelta()
    day = first.date()
    while day <= last.date():
        name = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"][day.weekday()]
        hours = calendar["week"].get(name, [])
        hours = [] if day.isoformat() in calendar.get("holidays", ()) else hours
        for text in calendar.get("days", {}).get(day.isoformat(), hours):
            opens, closes = text.split("-")
            ends = [datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(
                hours=int(x[:2]), minutes=int(x[3:])) for x in (opens, closes)]  # fmt: skip
            total += max(datetime.timedelta(), min(last, ends[1]) - max(first, ends[0]))
        day += datetime.timedelta(days=1)
    return seconds(total)


def seconds(length: datetime.timedelta) -> Fraction:
    """A length of time, exactly."""
    return Fraction(length // datetime.timedelta(microseconds=1), 1_000_000)


def amount(of: Any, row: Row, calendars: Mapping[str, Any]) -> Fraction | str:
    """What is measured in a row, or why nothing is."""
    if isinstance(of, str):
        return "nothing" if row[of] is None else Fraction(str(row[of]))
    if "stages" in of:
        parts = [amount(stage, row, calendars) for stage in of["stages"].values()]
        for reason in ("nothing", "backwards"):
            if reason in parts:
                return reason
        return sum((part for part in parts if isinstance(part, Fraction)), Fraction(0))
    start, end = row[of["from"]], row[of["to"]]
    if start is None or end is None:
        return "nothing"
    if end < start:
        return "backwards"
    return worked(start, end, calendars[of["calendar"]]) if "calendar" in of else seconds(end - start)


def measured(
    measure: Mapping[str, Any], rows: Iterable[Row], rules: Iterable[Any], calendars: Mapping[str, Any]
) -> dict[str, tuple[Fraction | str | bool | None, int, int]]:
    """By subject the exact value, how many rows were measured, and how many were left out."""
    taken: dict[str, list[tuple[Row, Any]]] = defaultdict(list)
    left: dict[str, int] = defaultdict(int)
    subjects = {row["who"]: None for row in rows if row["who"] is not None}
    for row in rows:
        who = row["who"]
        asked = holds(measure["where"], row) if "where" in measure else True
        if who is None or asked is False:
            continue
        what: Any = Fraction(0)
        kind = measure["kind"]
        if kind == "share":
            what = holds(measure["of"], row)
        elif kind == "share-of-subjects":
            what = holds(measure["having"], row) if row[measure["of"]] is not None else None
        elif kind == "latest":
            what = None if row[measure["by"]] is None else row[measure["of"]]
        elif kind in ("distinct", "only"):
            what = row[measure["of"]]
        elif kind != "count":
            what = amount(measure["of"], row, calendars)
            what = None if isinstance(what, str) else what
        if asked is None or what is None or any(holds(rule, row) for rule in rules):
            left[who] += 1
        else:
            taken[who].append((row, what))
    return {who: (_value(measure, taken[who], left[who]), len(taken[who]), left[who]) for who in subjects}


def _value(measure: Mapping[str, Any], found: list[tuple[Row, Any]], left: int) -> Any:
    n, values = len(found), [value for _, value in found]
    if n < measure.get("at-least", 0):
        return None
    match measure["kind"]:
        case "count":
            return Fraction(n)
        case "distinct":
            return Fraction(len(set(values)))
        case "sum":
            return None if not n and left else sum(values, Fraction(0))
    if not n:
        return None
    ordered = sorted(values) if measure["kind"] in ("median", "percentile", "minimum", "maximum") else []
    match measure["kind"]:
        case "mean":
            return sum(values, Fraction(0)) / n
        case "share":
            return Fraction(sum(values), n)
        case "share-of-subjects":
            names = {row[measure["of"]] for row, _ in found}
            return Fraction(len({row[measure["of"]] for row, value in found if value}), len(names))
        case "minimum":
            return ordered[0]
        case "maximum":
            return ordered[-1]
        case "median":
            return (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
        case "percentile":
            share = Fraction(str(measure["percent"])) / 100
            if measure["method"] == "nearest-rank":
                return ordered[max(ceil(share * n), 1) - 1]
            place = (n - 1) * share
            low = floor(place)
            return ordered[low] + (ordered[min(low + 1, n - 1)] - ordered[low]) * (place - low)
        case "latest":
            when = max(row[measure["by"]] for row, _ in found)
            values = [value for row, value in found if row[measure["by"]] == when]
    return values[0] if len(set(values)) == 1 else None
