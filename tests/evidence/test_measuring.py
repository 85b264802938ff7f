"""Measuring against a naive evaluation, and the laws that hold of all measures."""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import perfscheme as ps
from evidence.conftest import CALENDARS, RULES, measures, scheme, steps, tables, timed
from oracle.measuring import measured
from perfscheme.evidence.cores import MANY
from perfscheme.evidence.measuring import STRETCH, Measuring
from tables.people import MAKERS


def rounded(value: Any, decimals: int | None) -> Any:
    """Half away from zero, once."""
    if not isinstance(value, Fraction) or decimals is None:
        return value
    whole = (abs(value) * 10**decimals * 2 + 1) // 2
    return Fraction(whole, 10**decimals) * (-1 if value < 0 else 1)


def found(made: Any, rows: list[Any], *cuts: int) -> dict[str, Any]:
    """What is measured of some rows, cut at these places: value, rows, and how many were left out."""
    measuring = made.measuring()
    ends = [0, *sorted(cuts), len(rows)]
    for start, end in itertools.pairwise(ends):
        measuring.add("t", rows[start:end])
    measurement = made.measured(measuring)
    trails = {who: measurement.evidence(who)["x"] for who in measurement}
    for who, trail in trails.items():
        assert (trail.lacking is None) == (trail.figure is not None)
        asked = measurement.rows(who, "x")
        assert sum(row.left_out is None for row in asked) == trail.count
        assert len(asked) - trail.count == sum(n for _, n in trail.left_out)
    return {who: (t.figure, t.count, sum(n for _, n in t.left_out)) for who, t in trails.items()}


def expected(measure: dict[str, Any], rows: list[Any]) -> dict[str, Any]:
    if isinstance(measure.get("of"), dict) and "stages" in measure["of"]:
        # In a sum with times a talk counts in seconds; a condition on it goes on comparing minutes.
        rows = [row | {"seconds": None if row["talk"] is None else Fraction(row["talk"]) * 60} for row in rows]
        measure = measure | {"of": {"stages": measure["of"]["stages"] | {"two": "seconds"}}}
    rules = [*RULES, *(rule["when"] for rule in measure.get("leave-out", ()))]
    wanted = measured(measure, rows, rules, CALENDARS)
    seconds = timed(measure) and measure["of"] != "talk"

    def told(value: Any) -> Any:
        if value is None or isinstance(value, str | bool):
            return value
        return rounded(Fraction(value) / (60 if seconds else 1), measure.get("decimals"))

    return {who: (told(value), *rest) for who, (value, *rest) in wanted.items()}


@settings(max_examples=60, deadline=None)
@given(tables, measures)
def test_measures_are_those_of_the_naive_way(rows: list[Any], measure: dict[str, Any]) -> None:
    """Values, counts and what was left out, for every kind of measure over any table."""
    assert found(scheme({"x": measure}), rows) == expected(measure, rows)


def test_a_sum_of_stages_in_seconds_leaves_its_condition_in_minutes() -> None:
    """A talk of a hundredth of a minute is not above one minute, though a sum with times counts it in seconds."""
    row = dict.fromkeys(("n", "at", "then", "word", "flag")) | {"who": "ann", "talk": Decimal("0.017")}
    stages = {"one": {"from": "at", "to": "then"}, "two": "talk"}
    measure = {"kind": "mean", "of": {"stages": stages}, "decimals": 0, "where": {"column": "talk", "above": 1}}
    assert found(scheme({"x": measure}), [row]) == expected(measure, [row]) == {"ann": (None, 0, 0)}


@settings(max_examples=30, deadline=None)
@given(tables, measures, st.randoms(use_true_random=False), st.data())
def test_neither_order_nor_cuts_matter(
    rows: list[Any], measure: dict[str, Any], dice: random.Random, data: st.DataObject
) -> None:
    """Rows in any order, in one piece or in many, measure alike."""
    made = scheme({"x": measure})
    whole = found(made, rows)
    mixed = rows[:]
    dice.shuffle(mixed)
    cuts = data.draw(st.lists(st.integers(0, len(rows)), max_size=4))
    assert found(made, mixed) == whole
    assert found(made, rows, *cuts) == whole


def test_the_engine_holds_no_scheme() -> None:
    """It measures evidence that belongs to none."""
    made = scheme({"x": {"kind": "count"}}, rules=[])
    assert made.evidence is not None
    measuring = Measuring(made.evidence)
    measuring.add("t", {"who": ["ann"]})
    assert measuring.tallies["x"].figures(1).n.tolist() == [1]


def many(rows: int) -> dict[str, Any]:
    """So many rows of a hundred people, with gaps, and with times that run backwards."""
    dice = np.random.default_rng(rows)
    start = np.datetime64("2026-03-01", "us") + dice.integers(0, 30 * 86_400, rows) * np.timedelta64(10**6, "us")
    length = dice.integers(-100, 10_000, rows) * np.timedelta64(10**6, "us")
    number = np.round(dice.uniform(-1100, 1000, rows), 2)
    number[dice.random(rows) < 0.1] = np.nan
    return {
        "who": np.array([f"person {i}" for i in range(100)])[dice.integers(0, 100, rows)],
        "n": np.where(number < -1000, -2000, number),
        "talk": np.round(dice.uniform(0, 60, rows), 1),
        "at": start,
        "then": start + length,
        "word": np.array(["a", "b", "c"])[dice.integers(0, 3, rows)],
        "flag": dice.random(rows) < 0.5,
    }


EVERY = {
    "a": {"kind": "count", "where": {"column": "word", "is": "a"}},
    "b": {"kind": "sum", "of": "n"},
    "c": {"kind": "mean", "of": {"from": "at", "to": "then", "calendar": "berlin"}, "decimals": 2},
    "d": {"kind": "median", "of": "talk", "decimals": 2},
    "e": {"kind": "percentile", "of": {"from": "at", "to": "then"}, "percent": 90, "method": "nearest-rank",
          "decimals": 2},
    "f": {"kind": "minimum", "of": "n"},
    "g": {"kind": "share", "of": {"column": "flag", "is": True}, "decimals": 2},
    "h": {"kind": "distinct", "of": "n"},
    "i": {"kind": "latest", "of": "talk", "by": "at", "decimals": 2},
    "j": {"kind": "share-of-subjects", "of": "word", "having": {"column": "n", "above": 0}, "decimals": 2},
}  # fmt: skip


def test_many_rows_measure_alike_at_once_and_in_pieces() -> None:
    """On one core or several: the figures, what is wrong, and in which order it is told."""
    made, data, rows = scheme(EVERY), many(MANY + 1000), MANY + 1000
    whole = made.measure({"t": data})
    measuring = made.measuring()
    for start in range(0, rows, 7000):
        measuring.add("t", {name: column[start : start + 7000] for name, column in data.items()})
    pieces = made.measured(measuring)
    assert pieces.subjects == whole.subjects
    assert all(dict(pieces[who]) == dict(whole[who]) for who in whole)
    assert sorted(map(str, pieces.problems)) == sorted(map(str, whole.problems))
    assert whole.problems == made.measure({"t": data}).problems
    assert {problem.diagnostic.code for problem in whole.problems} == {"PS106", "PS657"}


@pytest.mark.parametrize("make", [lambda x: x, *MAKERS.values()], ids=["arrays", *MAKERS])
def test_nothing_is_done_row_by_row(make: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the rows, in as many stretches, take no more of the interpreter but a little for each tile of them."""
    made, few, more = scheme(EVERY), make(many(MANY)), make(many(4 * MANY))
    made.measure({"t": few}).columns()
    counts = []
    for frame, stretch in ((few, STRETCH), (more, 4 * STRETCH)):
        monkeypatch.setattr("perfscheme.evidence.measuring.STRETCH", stretch // 2)
        counts.append(steps(lambda frame=frame: made.measure({"t": frame}).columns()))
    assert counts[1] - counts[0] < MANY / 10


@pytest.mark.parametrize("seed", range(8))
def test_rows_measure_alike_in_stretches_and_in_one(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures, what was left out, what is wrong, and in which order it is told; in several threads at once."""
    data = many(2000 + seed)
    data["then"][::60] -= np.timedelta64(2, "D")
    measures = EVERY | {"k": {"kind": "mean", "of": {"from": "at", "to": "then"}, "decimals": 1}}
    made = scheme(measures, rules=RULES if seed % 2 else [])
    whole = made.measure({"t": data})
    monkeypatch.setattr("perfscheme.evidence.cores.MANY", 1)
    monkeypatch.setattr("perfscheme.evidence.measuring.STRETCH", 1)
    stretches = made.measure({"t": data})
    assert {who: dict(stretches[who]) for who in stretches} == {who: dict(whole[who]) for who in whole}
    assert [stretches.evidence(who) for who in stretches] == [whole.evidence(who) for who in whole]
    assert stretches.problems == whole.problems
    assert seed % 2 or "PS644" in {problem.diagnostic.code for problem in whole.problems}


def test_a_rule_that_cannot_be_judged_leaves_no_value() -> None:
    """Rows that it would leave out are not counted in silence."""
    found = scheme({"x": {"kind": "count"}}).measure({"t": [{"who": "ann", "at": "2026-03-01 08:00"}]})
    lacking = found.evidence("ann")["x"].lacking
    assert found["ann"]["x"] is None
    assert lacking is not None
    assert (lacking.code, lacking.facts["name"]) == ("PS656", "then")
    assert found.rows("ann", "x") == ()


def test_a_period_that_cannot_be_told_leaves_no_value() -> None:
    """Without the column that says when, nobody knows which rows lie in it; asked for all days, each counts."""
    text = """
perfscheme: 1
scheme: t
score:
  aggregation: {kind: sum, missing: zero}
  children: {complaints: {unit: count, curve: {kind: linear, points: {0: 100, 10: 0}}}}
evidence:
  tables: {t: {subject: who, period: at, zone: UTC, columns: {who: text, at: time}}}
  measures: {complaints: {kind: count, table: t}}
"""
    rows = {"t": {"who": ["ann"]}}
    found = ps.loads(text).measure(rows, period="2026")
    assert found["ann"]["complaints"] is None
    assert found.evidence("ann")["complaints"].lacking.code == "PS656"  # type: ignore[union-attr]
    assert ps.loads(text).measure(rows)["ann"]["complaints"] == 1


TWO = """
perfscheme: 1
scheme: t
score:
  aggregation: {kind: sum, missing: zero}
  children:
    complaints: {unit: count, curve: {kind: linear, points: {0: 100, 10: 0}}}
    praise: {unit: count, curve: {kind: linear, points: {0: 0, 10: 100}}}
evidence:
  tables:
    t: {subject: who, period: at, columns: {who: text, at: time}}
    u: {subject: who, period: at, zone: UTC, columns: {who: text, at: time}}
  measures: {complaints: {kind: count, table: t}, praise: {kind: count, table: u}}
"""


@pytest.mark.parametrize("asked", [None, ["ann"]])
def test_a_period_in_which_nothing_lies_is_told(asked: list[str] | None) -> None:
    """That of last year, in a job that runs by night: everybody had 0 of everything, and nobody heard of it."""
    made = ps.loads(TWO)
    then, other = ({"who": ["ann"], "at": [f"{year}-03-01T09:00Z"]} for year in (2026, 2025))
    (problem,) = made.measure({"t": then, "u": then}, period="2025-Q1", subjects=asked).problems[:1]
    assert (problem.diagnostic.code, problem.diagnostic.severity) == ("PS666", "warning")
    assert "2025-01-01" in problem.line("zh")
    # In one table alone there may well be none, as of complaints in a good month.
    assert not made.measure({"t": then, "u": other}, period="2025-Q1", subjects=asked).problems
    assert not made.measure({"t": {"who": [], "at": []}, "u": {"who": [], "at": []}}, period="2025-Q1").problems


def test_times_that_cannot_be_read_lie_in_no_other_period() -> None:
    """They are told as what they are."""
    rows = {"who": ["ann"], "at": ["2026-03-01 09:00"]}
    found = ps.loads(TWO).measure({"t": rows, "u": {"who": [], "at": []}}, period="2026-Q1")
    assert [problem.diagnostic.code for problem in found.problems] == ["PS635"]


def test_what_is_lacking_is_told_in_one_order_however_many_cores_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns that several measures look for at once were told in the order of the threads."""
    monkeypatch.setattr("perfscheme.evidence.cores.MANY", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    rule = [{"name": "of its own", "when": {"any": [{"missing": name} for name in ("took", "allowed", "n")]}}]
    made = scheme({f"x{i}": {"kind": "count", "leave-out": rule[::-1] if i % 2 else rule} for i in range(6)}, rules=[])
    seen = set()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            seen.add(tuple(problem.line() for problem in made.measure({"t": {"who": ["ann"] * 9}}).problems))
    finally:
        sys.setswitchinterval(0.005)
    assert len(seen) == 1
