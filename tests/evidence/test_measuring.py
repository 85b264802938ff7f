"""Measuring against a naive evaluation, and the laws that hold of all measures."""

from __future__ import annotations

import itertools
import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.conftest import CALENDARS, RULES, measures, scheme, tables, timed
from oracle.measuring import measured
from perfscheme.evidence.measuring import Measuring


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
    made = scheme({"x": {"kind": "count"}})
    assert made.evidence is not None
    measuring = Measuring(made.evidence)
    measuring.add("t", {"who": ["ann"]})
    assert measuring.tallies["x"].figures(1).n.tolist() == [1]
