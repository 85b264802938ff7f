"""Every kind of measure on every real log, against SQL that groups the rows, and fractions that round them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

import attrs
import pytest
import yaml

import perfscheme as ps
from logs.conftest import CALLS, INCIDENTS, SHOP, Log
from tables.people import needed

DECIMALS: Final = 4


@attrs.frozen
class Reading:
    """How a log is read, in a scheme and in SQL.

    Args:
        log: which.
        subject: whose its rows are.
        columns: as a scheme declares them.
        number, word, time: columns to be counted.
        length: how long something takes: a column of durations, or two times.
        stages: two of them.
        hit: a condition of the scheme.
        sql: `who, n, word, at, length, one, two, hit` of each row, durations in seconds.
    """

    log: Log
    subject: str
    columns: Mapping[str, Any]
    number: str
    word: str
    time: str
    length: Any
    stages: Any
    hit: Mapping[str, Any]
    sql: str


def seconds(start: str, end: str) -> str:
    """The time between two columns, in SQL."""
    return f"date_diff('second', {start}::timestamp, {end}::timestamp)"


READINGS: Final = (
    Reading(
        SHOP, "agent",
        {"agent": "text", "csat_score": {"kind": "number", "range": [1, 5]}, "sub_category": "text",
         "issue_reported_at": "time", "issue_responded_at": "time",
         "connected_handling_time_s": {"kind": "duration", "unit": "seconds"}},
        "csat_score", "sub_category", "issue_responded_at",
        {"from": "issue_reported_at", "to": "issue_responded_at"},
        {"one": {"from": "issue_reported_at", "to": "issue_responded_at"}, "two": "connected_handling_time_s"},
        {"column": "csat_score", "at-least": 4},
        f"""agent who, csat_score::int n, sub_category word, issue_responded_at::timestamp at_,
            {seconds("issue_reported_at", "issue_responded_at")} length, length one,
            connected_handling_time_s::double::bigint two, n >= 4 hit""",
    ),
    Reading(
        CALLS, "agent",
        {"agent": "text", "satisfaction": {"kind": "number", "range": [1, 5]}, "topic": "text", "date": "time",
         "resolved": "text", "talk_duration": "duration", "speed_of_answer_s": {"kind": "duration", "unit": "seconds"}},
        "satisfaction", "topic", "date", "talk_duration",
        {"one": "speed_of_answer_s", "two": "talk_duration"}, {"column": "resolved", "is": "Y"},
        f"""agent who, satisfaction::int n, topic word, date::timestamp at_,
            {seconds("'2000-01-01'", "('2000-01-01 ' || talk_duration)")} length,
            speed_of_answer_s::int one, length two, resolved = 'Y' hit""",
    ),
    Reading(
        INCIDENTS, "resolved_by",
        {"resolved_by": "text", "reassignment_count": "number", "assignment_group": "text", "made_sla": "flag",
         "opened_at": "time", "first_assigned_seen_at": "time", "resolved_at": "time"},
        "reassignment_count", "assignment_group", "opened_at", {"from": "opened_at", "to": "resolved_at"},
        {"one": {"from": "opened_at", "to": "first_assigned_seen_at"},
         "two": {"from": "first_assigned_seen_at", "to": "resolved_at"}},
        {"column": "made_sla", "is": True},
        f"""resolved_by who, reassignment_count::int n, assignment_group word, opened_at::timestamp at_,
            {seconds("opened_at", "resolved_at")} length, {seconds("opened_at", "first_assigned_seen_at")} one,
            {seconds("first_assigned_seen_at", "resolved_at")} two, made_sla = 'true' hit""",
    ),
)  # fmt: skip


def measures(reading: Reading) -> dict[str, dict[str, Any]]:
    """A measure of every kind."""
    number, length, hit = reading.number, reading.length, reading.hit
    return {
        "count": {"kind": "count"},
        "hits": {"kind": "count", "where": hit},
        "sum": {"kind": "sum", "of": number},
        "mean": {"kind": "mean", "of": length, "at-least": 5},
        "mean-of-hits": {"kind": "mean", "of": number, "where": hit},
        "stages": {"kind": "mean", "of": {"stages": reading.stages}},
        "median": {"kind": "median", "of": length},
        "ranked": {"kind": "percentile", "of": length, "percent": 90, "method": "nearest-rank"},
        "between": {"kind": "percentile", "of": length, "percent": 90, "method": "interpolated"},
        "minimum": {"kind": "minimum", "of": length},
        "maximum": {"kind": "maximum", "of": length},
        "share": {"kind": "share", "of": hit},
        "distinct": {"kind": "distinct", "of": reading.word},
        "latest": {"kind": "latest", "of": number, "by": reading.time},
        "only": {"kind": "only", "of": number},
        "people": {"kind": "share-of-subjects", "of": reading.word, "having": hit},
    }


def scheme_of(reading: Reading) -> ps.Scheme:
    asked = measures(reading)
    timed = {"mean", "stages", "median", "ranked", "between", "minimum", "maximum"}
    units = {key: "seconds" if key in timed else "number" for key in (*asked, "ratio")}
    told = {
        key: {**measure, "table": "log", **({} if measure["kind"] in ("count", "distinct") else {"decimals": DECIMALS})}
        for key, measure in asked.items()
    }
    ratio = {"kind": "ratio", "of": "hits", "to": "distinct", "at-least": 2, "decimals": DECIMALS}
    curve = {"kind": "linear", "points": {0: 0, 100: 100}}
    return ps.loads(yaml.safe_dump({
        "perfscheme": 1, "scheme": "kinds",
        "score": {
            "aggregation": {"kind": "sum", "missing": "zero"},
            "children": {key: {"unit": unit, "range": [None, None], "curve": curve} for key, unit in units.items()},
        },
        "evidence": {
            "tables": {"log": {"subject": reading.subject, "zone": "UTC", "columns": dict(reading.columns)}},
            "measures": {**told, "ratio": ratio},
        },
    }))  # fmt: skip


def mean(values: list[int]) -> Fraction | None:
    return Fraction(sum(values), len(values)) if values else None


def interpolated(values: list[int], share: Fraction) -> Fraction | None:
    """On the line between the neighbours of place (n - 1) p."""
    if not values:
        return None
    place = (len(values) - 1) * share
    low = floor(place)
    return values[low] + (values[min(low + 1, len(values) - 1)] - values[low]) * (place - low)


def single(values: list[int]) -> int | None:
    return values[0] if len(values) == 1 else None


# By measure, what SQL gathers of one subject, and what Python makes of it.
SQL: Final[Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "count": ("count(*)", Fraction),
    "hits": ("count(*) filter (hit)", Fraction),
    "sum": ("coalesce(sum(n), 0)", Fraction),
    "mean": ("list(length) filter (length >= 0)", lambda x: mean(x) if len(x or ()) >= 5 else None),
    "mean-of-hits": ("list(n) filter (hit and n is not null)", lambda x: mean(x or [])),
    "stages": ("list(one + two) filter (one >= 0 and two >= 0)", lambda x: mean(x or [])),
    "median": ("list(length order by length) filter (length >= 0)", lambda x: interpolated(x or [], Fraction(1, 2))),
    "ranked": (
        "list(length order by length) filter (length >= 0)",
        lambda x: x and x[ceil(Fraction(9, 10) * len(x)) - 1],
    ),
    "between": ("list(length order by length) filter (length >= 0)", lambda x: interpolated(x or [], Fraction(9, 10))),
    "minimum": ("min(length) filter (length >= 0)", lambda x: x),
    "maximum": ("max(length) filter (length >= 0)", lambda x: x),
    "share": ("list(hit::int) filter (hit is not null)", lambda x: mean(x or [])),
    "distinct": ("count(distinct word)", Fraction),
    "latest": ("list(distinct n) filter (at_ = latest and n is not null)", lambda x: single(x or [])),
    "only": ("list(distinct n) filter (n is not null)", lambda x: single(x or [])),
    "people": (
        "[count(distinct word) filter (hit), count(distinct word) filter (hit is not null)]",
        lambda x: Fraction(*x) if x[1] else None,
    ),
    "ratio": ("[count(*) filter (hit), count(distinct word)]", lambda x: Fraction(*x) if x[1] >= 2 else None),
}  # fmt: skip


def rounded(value: Fraction | int | None) -> Decimal | None:
    """To so many decimals, half away from zero; nothing here is negative."""
    return None if value is None else Decimal(floor(value * 10**DECIMALS + Fraction(1, 2))).scaleb(-DECIMALS)


def by_sql(reading: Reading) -> dict[str, dict[str, Decimal | None]]:
    duckdb = needed("duckdb")
    latest = "max(at_) filter (n is not null) over (partition by who) latest"
    found = duckdb.sql(f"""
        with lines as (select {reading.sql} from read_csv(?, all_varchar=true)),
             rows as (select *, {latest} from lines where who is not null)
        select who, {", ".join(sql for sql, _ in SQL.values())} from rows group by who
    """, params=[str(reading.log.file)]).fetchall()  # fmt: skip
    return {
        who: {key: rounded(make(value)) for (key, (_, make)), value in zip(SQL.items(), values)}
        for who, *values in found
    }


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.log.scheme)
def test_every_kind_of_measure_is_what_sql_says(reading: Reading) -> None:
    """For everybody in the log."""
    if not reading.log.file.exists():
        pytest.skip("the real logs are not here")
    with reading.log.file.open(encoding="utf-8", newline="") as file:
        head, *body = csv.reader(file)
    columns = {name: [row[i] or None for row in body] for i, name in enumerate(head) if name in reading.columns}
    measurement = scheme_of(reading).measure({"log": columns})
    wanted = by_sql(reading)
    assert set(measurement) == set(wanted)
    told = {key for values in wanted.values() for key, value in values.items() if value is not None}
    assert told >= set(SQL) - {"only"}  # in a log of calls everybody's contradict each other
    for who, values in wanted.items():
        assert dict(measurement[who]) == values, who
