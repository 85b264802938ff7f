"""Measures of three real logs, against plain Python over the rows of the files; skipped where the logs are not."""

from __future__ import annotations

import csv
import datetime
import statistics
from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

import perfscheme as ps

DATA = Path(__file__).parents[3] / "shared" / "data"
Row = dict[str, Any]


def table(name: str, file: str) -> list[Row]:
    path = DATA / name / file
    if not path.exists():
        pytest.skip(f"{name} is not there")
    with path.open(encoding="utf-8", newline="") as lines:
        return [{key: value or None for key, value in row.items()} for row in csv.DictReader(lines)]


def measured(rows: list[Row], spec: dict[str, Any], measures: dict[str, Any]) -> Any:
    units = {"count": "count", "distinct": "count"}
    curve = {"kind": "linear", "points": {0: 0, 100: 100}}
    children = {
        name: {"unit": m.pop("unit", units.get(m["kind"], "number")), "range": [0, None], "curve": curve}
        for name, m in measures.items()
    }
    for m in measures.values():
        if m["kind"] != "ratio":
            m["table"] = "log"
    whole = {
        "perfscheme": 1,
        "scheme": "log",
        "score": {"aggregation": {"kind": "sum", "missing": "zero"}, "children": children},
        "evidence": {"tables": {"log": spec}, "measures": measures},
    }
    return ps.loads(yaml.safe_dump(whole)).measure({"log": rows})


def by(rows: list[Row], subject: str, value: Callable[[Row], Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if row[subject] is not None and (x := value(row)) is not None:
            found[row[subject]].append(x)
    return found


def half_up(x: Fraction, places: int) -> Fraction:
    return Fraction((x * 10**places * 2 + 1) // 2, 10**places)


def minutes(row: Row, start: str, end: str) -> Fraction | None:
    if row[start] is None or row[end] is None:
        return None
    length = datetime.datetime.fromisoformat(row[end]) - datetime.datetime.fromisoformat(row[start])
    return Fraction(length // datetime.timedelta(seconds=1), 60) if length >= datetime.timedelta() else None


def rank(values: list[Fraction], percent: int) -> Fraction:
    return sorted(values)[max(-(-len(values) * percent // 100), 1) - 1]


def same(found: Any, key: str, wanted: dict[str, Any]) -> None:
    assert {who: Fraction(record[key]) for who, record in found.items() if record[key] is not None} == wanted


def test_calls() -> None:
    """Shares, sums, means and extremes of calls, with durations written as clocks."""
    rows = table("call_centre_pwc", "calls.csv")
    words = {"kind": "text", "labels": ["Y", "N"]}
    spec = {"subject": "agent", "id": "call_id", "columns": {
        "agent": "text", "call_id": "text", "answered": words, "resolved": words, "topic": "text",
        "speed_of_answer_s": {"kind": "number", "unit": "seconds"}, "talk_duration": "duration",
        "satisfaction": {"kind": "number", "unit": "points", "range": [1, 5]}}}  # fmt: skip
    answered = {"column": "answered", "is": "Y"}
    found = measured(rows, spec, {
        "calls": {"kind": "count"},
        "answer-rate": {"kind": "share", "of": answered, "decimals": 4},
        "resolved": {"kind": "count", "where": {"column": "resolved", "is": "Y"}},
        "per-call": {"kind": "ratio", "of": "resolved", "to": "calls", "decimals": 4},
        "speed": {"kind": "mean", "of": "speed_of_answer_s", "decimals": 2, "unit": "seconds"},
        "slowest": {"kind": "maximum", "of": "speed_of_answer_s", "unit": "seconds"},
        "fastest": {"kind": "minimum", "of": "speed_of_answer_s", "unit": "seconds"},
        "talk": {"kind": "sum", "of": "talk_duration", "decimals": 2, "unit": "hours"},
        "liking": {"kind": "median", "of": "satisfaction", "unit": "points"},
        "topics": {"kind": "distinct", "of": "topic"},
    })  # fmt: skip
    assert found.problems == ()
    calls = by(rows, "agent", lambda row: row)
    same(found, "calls", {who: len(own) for who, own in calls.items()})
    same(found, "answer-rate", {
        who: half_up(Fraction(sum(x["answered"] == "Y" for x in own), len(own)), 4) for who, own in calls.items()
    })  # fmt: skip
    same(found, "per-call", {
        who: half_up(Fraction(sum(x["resolved"] == "Y" for x in own), len(own)), 4) for who, own in calls.items()
    })  # fmt: skip
    speeds = by(rows, "agent", lambda row: row["speed_of_answer_s"] and Fraction(row["speed_of_answer_s"]))
    same(found, "speed", {who: half_up(statistics.mean(own), 2) for who, own in speeds.items()})
    same(found, "slowest", {who: max(own) for who, own in speeds.items()})
    same(found, "fastest", {who: min(own) for who, own in speeds.items()})
    talks = by(rows, "agent", lambda row: row["talk_duration"] and sum(
        Fraction(x) * scale for x, scale in zip(row["talk_duration"].split(":"), (3600, 60, 1))))  # fmt: skip
    same(found, "talk", {who: half_up(sum(own) / 3600, 2) for who, own in talks.items()})
    liking = by(rows, "agent", lambda row: row["satisfaction"] and Fraction(row["satisfaction"]))
    same(found, "liking", {who: statistics.median(own) for who, own in liking.items()})
    same(found, "topics", {who: len({x["topic"] for x in own}) for who, own in calls.items()})


def test_tickets() -> None:
    """Response times of 1,368 agents; the responses before the report are left out by name."""
    rows = table("ecommerce_csat", "tickets.csv")
    start, end = "issue_reported_at", "issue_responded_at"
    spec = {"subject": "agent", "id": "ticket_id", "zone": "Asia/Kolkata", "columns": {
        "agent": "text", "ticket_id": "text", start: "time", end: "time", "supervisor": "text",
        "csat_score": {"kind": "number", "unit": "points", "range": [1, 5]}},
        "leave-out": [{"name": "early", "when": {"column": end, "below": start}}]}  # fmt: skip
    time = {"of": {"from": start, "to": end}, "unit": "minutes", "decimals": 3}
    found = measured(rows, spec, {
        "mean": {"kind": "mean", **time},
        "middle": {"kind": "median", **time},
        "late": {"kind": "percentile", "percent": 90, "method": "nearest-rank", **time},
        "kind": {"kind": "share", "of": {"column": "csat_score", "at-least": 4}, "decimals": 3, "at-least": 5},
        "last": {"kind": "latest", "of": "csat_score", "by": end, "unit": "points"},
    })  # fmt: skip
    assert {problem.diagnostic.code for problem in found.problems} <= {"PS652"}
    times = by(rows, "agent", lambda row: minutes(row, start, end))
    assert sum(len(own) for own in times.values()) == len(rows) - 635
    assert sum(n for who in found for _, n in found.evidence(who)["mean"].left_out) == 635
    same(found, "mean", {who: half_up(statistics.mean(own), 3) for who, own in times.items()})
    same(found, "middle", {who: half_up(statistics.median(own), 3) for who, own in times.items()})
    same(found, "late", {who: half_up(rank(own, 90), 3) for who, own in times.items()})
    scores = by(rows, "agent", lambda row: None if minutes(row, start, end) is None else Fraction(row["csat_score"]))
    same(found, "kind", {
        who: half_up(Fraction(sum(x >= 4 for x in own), len(own)), 3) for who, own in scores.items() if len(own) >= 5
    })  # fmt: skip
    latest = by(rows, "agent", lambda row: None if minutes(row, start, end) is None else (row[end], row["csat_score"]))
    said = {who: {score for when, score in own if when == max(own)[0]} for who, own in latest.items()}
    same(found, "last", {who: Fraction(*map(int, scores)) for who, scores in said.items() if len(scores) == 1})


def test_incidents() -> None:
    """Resolution times of 216 people; flags and numbers come as text."""
    rows = table("it_incidents", "incidents.csv")
    spec = {"subject": "resolved_by", "id": "incident", "zone": "UTC", "columns": {
        "resolved_by": "text", "incident": "text", "opened_at": "time", "resolved_at": "time", "made_sla": "flag",
        "reopen_count": {"kind": "number", "unit": "count"}, "category": "text", "priority": "text"}}  # fmt: skip
    found = measured(rows, spec, {
        "hours": {"kind": "percentile", "of": {"from": "opened_at", "to": "resolved_at"}, "percent": 50,
                  "method": "interpolated", "unit": "hours", "decimals": 4},
        "kept": {"kind": "share", "of": {"column": "made_sla", "is": True}, "decimals": 4},
        "reopened": {"kind": "sum", "of": "reopen_count", "unit": "count"},
        "kinds": {"kind": "distinct", "of": "category"},
        "urgent": {"kind": "share-of-subjects", "of": "category", "decimals": 4,
                   "having": {"column": "priority", "is-any": ["1", "2"]}},
    })  # fmt: skip
    nobody = sum(row["resolved_by"] is None for row in rows)
    codes = [problem.diagnostic.code for problem in found.problems]
    assert codes.count("PS643") == nobody
    hours = by(rows, "resolved_by", lambda row: minutes(row, "opened_at", "resolved_at"))
    same(found, "hours", {who: half_up(statistics.median(own) / 60, 4) for who, own in hours.items()})
    own = by(rows, "resolved_by", lambda row: row)
    same(found, "kept", {
        who: half_up(Fraction(sum(x["made_sla"] == "true" for x in some), len(some)), 4) for who, some in own.items()
    })  # fmt: skip
    same(found, "reopened", {who: sum(int(x["reopen_count"]) for x in some) for who, some in own.items()})
    same(found, "kinds", {who: len({x["category"] for x in some} - {None}) for who, some in own.items()})
    urgent = {}
    for who, some in own.items():
        if there := {x["category"] for x in some} - {None}:
            hit = {x["category"] for x in some if x["priority"] in ("1", "2")} - {None}
            urgent[who] = half_up(Fraction(len(hit), len(there)), 4)
    same(found, "urgent", urgent)
