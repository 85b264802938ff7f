"""Measurements."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import perfscheme as ps
from evidence.conftest import scheme
from perfscheme.diagnostics import UnknownNameError
from tables.desk import TWO
from tables.people import needed

ROWS: dict[str, list[Any]] = {
    "who": ["bob", "ann", "bob"],
    "n": [1, 2, 4],
    "at": [None] * 3,
    "then": [None] * 3,
    "word": ["a", "b", None],
}


def made(**measures: Any) -> Any:
    return scheme(measures or {"x": {"kind": "sum", "of": "n"}, "y": {"kind": "count", "at-least": 2}})


def test_subjects_are_in_the_order_of_appearance_or_as_asked() -> None:
    """Who was asked for and has no row is told, and has the count of nothing; who was not asked for is not measured."""
    found = made().measure({"t": ROWS})
    assert found.subjects == ("bob", "ann")
    assert dict(found["ann"]) == {"x": Decimal(2), "y": None}
    assert found.evidence("ann")["y"].say() == "count of 1 row of t. Too few rows: 1, and at least 2 are asked."
    asked = made().measure({"t": ROWS}, subjects=["cy", "ann"])
    assert asked.subjects == ("cy", "ann")
    assert {key: dict(record) for key, record in asked.items()} == {
        "cy": {"x": 0, "y": None}, "ann": {"x": 2, "y": None},
    }  # fmt: skip
    assert [(x.diagnostic.code, x.diagnostic.facts["subject"]) for x in asked.problems] == [("PS647", "cy")]


@pytest.mark.parametrize("kind", ["array", "pandas", "Polars"])
def test_the_order_of_appearance_is_that_of_the_rows_in_any_table(kind: str) -> None:
    """Not that of an array's values, nor that of categories, some of which may stand in no row."""
    numbers = scheme({"x": {"kind": "count"}}).measure({"t": {"who": np.array([149.0, np.nan, 81.0, 5.0])}})
    assert numbers.subjects == ("149", "81", "5")
    who = ["bob", "ann", "bob"]
    if kind == "array":
        data: Any = ROWS | {"who": np.array(who)}
    elif kind == "pandas":
        data = needed("pandas").DataFrame(ROWS)
        data["who"] = needed("pandas").Categorical(who, categories=["ann", "bob", "cy"])
    else:
        pl = needed("polars")
        data = pl.DataFrame(ROWS).with_columns(pl.col("who").cast(pl.Enum(["ann", "bob", "cy"])))
    assert made().measure({"t": data}).subjects == ("bob", "ann")


def test_columns_are_ready_to_be_scored() -> None:
    """Floats that print the figures, NaN where one is missing; words as they are."""
    found = made(x={"kind": "sum", "of": "n"}, w={"kind": "only", "of": "word"}, y={"kind": "count", "at-least": 2})
    columns = found.measure({"t": ROWS}).columns()
    np.testing.assert_array_equal(columns["x"], [5.0, 2.0])
    np.testing.assert_array_equal(columns["y"], [2.0, np.nan])
    assert columns["w"] == ["a", "b"]
    large = found.measure({"t": ROWS | {"who": ["ann"] * 3, "n": [1000, 1000, "0.00000000000000001"]}}).columns()
    assert large["x"] == [Fraction("2000.00000000000000001")]


def test_a_ratio_is_of_exact_numbers() -> None:
    """It is missing where its divisor is nothing, too small or missing itself."""
    third = {"kind": "mean", "of": "n", "decimals": 0}
    whole = made(x={"kind": "ratio", "of": "y", "to": "z", "decimals": 3, "at-least": 2}, y=third,
                 z={"kind": "count", "where": {"column": "n", "above": 0}})  # fmt: skip
    found = whole.measure({"t": ROWS | {"n": [1, 2, 2]}})
    assert found["bob"]["x"] == Decimal("0.75")
    assert found["ann"]["x"] is None
    assert found.evidence("ann")["x"].say().endswith("z is 1; at least 2 are asked.")
    zero = whole.measure({"t": ROWS | {"n": [-1, 2, -2]}})
    assert zero.evidence("bob")["x"].say().endswith("z is 0, by which nothing can be divided.")


def test_rows_are_listed_on_request() -> None:
    """Those that were measured with what was measured, the others with the reason."""
    found = made().measure({"t": ROWS | {"n": [1, 2, None]}})
    assert [(x.row, x.amount, x.left_out is None) for x in found.rows("bob", "x")] == [(0, 1, True), (2, None, False)]
    with pytest.raises(UnknownNameError, match="PS614"):
        found.rows("bob", "z")
    with pytest.raises(UnknownNameError, match="Did you mean bob"):
        found.rows("bop", "x")


def test_a_subject_that_is_a_number_is_asked_for_by_it() -> None:
    """Keys of an ORM are handed in as they are, and their text stood in the way of asking for them."""
    found = made().measure({"t": [{"who": 1024, "n": 1}]})
    assert found.subjects == ("1024",)
    assert found[1024] == found["1024"]  # type: ignore[index]
    assert found.rows(1024, "x") == found.rows("1024", "x")
    assert found.evidence(1024) == found.evidence("1024")
    with pytest.raises(UnknownNameError, match="PS648"):
        found[None]  # type: ignore[index]


def test_tables_that_are_not_there_are_told_and_the_others_are_measured() -> None:
    """With the nearest name; what reads them is missing."""
    found = made().measure({"tt": ROWS}, subjects=["ann"])
    assert sorted((x.diagnostic.code, x.diagnostic.severity) for x in found.problems) == [
        ("PS640", "warning"), ("PS645", "error"), ("PS647", "warning"),
    ]  # fmt: skip
    assert dict(found["ann"]) == {"x": None, "y": None}
    assert repr(found) == "<Measurement subjects=1 inputs=2 problems=3>"


def test_a_value_is_exact_in_whatever_precision_the_host_works() -> None:
    """The context of decimals is the host's own affair."""
    found = made().measure({"t": ROWS | {"n": ["0.00000000000000000000000000012345678", 100, 900]}})
    with localcontext(prec=2):
        assert str(found["bob"]["x"]) == "900.00000000000000000000000000012345678"
        assert Fraction(found["bob"]["x"]) == found.evidence("bob")["x"].figure


def lazy() -> Any:
    return needed("polars").DataFrame({"agent": ["Ann"]}).lazy()


def twice() -> Any:
    return needed("pandas").DataFrame([["Ann", 1, 2]], columns=["agent", "ticket", "ticket"])


@pytest.mark.parametrize(
    ("make", "code", "word"), [(lazy, "PS335", "collect()"), (twice, "PS337", "two columns ticket")]
)
def test_a_frame_that_cannot_be_read_is_told_by_its_table(make: Callable[[], Any], code: str, word: str) -> None:
    """What reads it is missing for that reason, and the other tables are measured."""
    needed("narwhals")
    found = ps.loads(TWO).measure({"tickets": make(), "surveys": {"agent": ["Ann"], "score": [4]}})
    assert dict(found["Ann"]) == {"satisfaction": Decimal(4), "response-time": None}
    (problem,) = found.problems
    assert (problem.table, problem.diagnostic.code) == ("tickets", code)
    assert word in problem.line()
    assert found.evidence("Ann")["response-time"].lacking == problem.diagnostic


def test_a_ratio_by_a_clock_is_by_the_unit_of_its_column() -> None:
    """Six picks in two hours are three an hour, and the card says so; what divides a time by a time has no unit."""
    text = """
perfscheme: 1
scheme: picking
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: zero}
  children:
    pace: {unit: number, range: [0, 1000], curve: {kind: linear, points: {0: 0, 1000: 100}}}
    busy: {unit: percent, range: [0, 100], curve: as-is}
evidence:
  tables:
    work: {subject: who, columns: {who: text, picks: {kind: number, unit: count}, took: {kind: duration, unit: hours},
                                   there: {kind: duration, unit: minutes}}}
  measures:
    pace: {kind: ratio, of: picks, to: time, at-least: 1, decimals: 1}
    busy: {kind: ratio, of: time, to: day, decimals: 1}
    picks: {kind: sum, table: work, of: picks}
    time: {kind: sum, table: work, of: took}
    day: {kind: sum, table: work, of: there}
"""
    rows = [("ann", 4, "1:30:00", 200), ("ann", 2, 0.5, 100), ("bob", 9, "0:59:59", 60)]
    found = ps.loads(text).measure({"work": [dict(zip(("who", "picks", "took", "there"), row)) for row in rows]})
    assert dict(found["ann"]) == {"pace": Decimal("3.0"), "busy": Decimal("40.0")}
    assert found.evidence("ann")["pace"].say().startswith("picks 6 / time 2; ")
    assert found["bob"]["pace"] is None
    lacking = found.evidence("bob")["pace"].lacking
    assert lacking is not None
    assert lacking.message() == "time is 3599/3600; at least 1 are asked."
