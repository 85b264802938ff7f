"""Listings of problems: bounded, and the same however a table is cut."""

from __future__ import annotations

import numpy as np
import pytest

import perfscheme as ps
from evidence.conftest import scheme
from perfscheme.diagnostics import Diagnostic
from perfscheme.evidence.chunks import RowsProblem, TableProblem
from perfscheme.evidence.listings import MOST, Listing


def told(cuts: tuple[int, ...]) -> list[tuple[str, int | None, str | None, str, object]]:
    """A table with a hundred rows, each of them wrong in its own way and a third nobody's, handed in in pieces."""
    rows = [{"who": "ann" if i % 3 else None, "n": f"x{i}", "flag": True} for i in range(100)]
    made = scheme({"x": {"kind": "sum", "of": "n"}}, [])
    measuring = made.measuring()
    for start, end in zip((0, *cuts), (*cuts, 100)):
        measuring.add("t", rows[start:end])
    problems = made.measured(measuring).problems
    return [(x.table, x.row, x.column, x.diagnostic.code, x.diagnostic.facts.get("count")) for x in problems]


@pytest.mark.parametrize("cuts", [(), (1,), (10, 11, 50), tuple(range(1, 100))])
def test_the_first_rows_of_each_kind_are_told_and_the_others_counted(cuts: tuple[int, ...]) -> None:
    """However many rows are wrong, and in how many ways."""
    found = told(cuts)
    assert [row for _, row, column, _, _ in found if column == "n" and row is not None] == list(range(MOST))
    assert [row for _, row, column, _, _ in found if column == "who" and row is not None] == list(range(0, 60, 3))
    assert sorted(x[2:] for x in found if x[1] is None) == [("n", "PS657", 80), ("who", "PS657", 14)]


def test_what_is_of_no_row_is_bounded_too() -> None:
    """Such as subjects that have no rows."""
    asked = [f"s{i}" for i in range(MOST + 5)]
    found = scheme({"x": {"kind": "count"}}).measure({"t": [{"who": "ann"}]}, subjects=asked).problems
    codes = [problem.diagnostic.code for problem in found]
    assert (codes.count("PS647"), codes[-1], found[-1].diagnostic.facts["count"]) == (MOST, "PS657", 5)
    assert found[-1].diagnostic.severity == "warning"
    assert found[codes.index("PS647")].line().startswith("warning[PS647] s0 has no row in any table")


def test_a_row_that_is_told_twice_is_one() -> None:
    """Two panels may say the same of it; what is of a whole column is not counted."""
    listing = Listing()
    one = RowsProblem("n", np.arange(15), Diagnostic("PS694"))
    assert len(listing.first("t", [one, one, RowsProblem("n", None, Diagnostic("PS642"))])) == 3
    assert list(listing.rest()) == []
    assert [found.rows.tolist() for found in listing.first("t", [one]) if found.rows is not None] == [[0, 1, 2, 3, 4]]
    assert [problem.diagnostic.facts["count"] for problem in listing.rest()] == [10]
    assert isinstance(next(listing.rest()), TableProblem)


ZONELESS = """
perfscheme: 1
scheme: s
evidence:
  tables: {t: {subject: who, columns: {who: text, at: time, end: time}}}
  measures: {x: {kind: mean, table: t, of: {from: at, to: end}, decimals: 2}}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    x: {unit: hours, range: [0, null], curve: {kind: linear, points: {0: 0, 9: 1}}}
"""


@pytest.mark.parametrize("cut", [1, 3, 50])
def test_times_without_a_zone_are_told_once_for_a_column(cut: int) -> None:
    """One word at the table mends them all; the first row and how many there are is what helps to look."""
    made = ps.loads(ZONELESS)
    rows = [{"who": "ann", "at": f"2026-07-{i % 28 + 1:02} 09:00" + "Z" * (i < 2), "end": None} for i in range(60)]
    measuring = made.measuring()
    for part in (rows[:cut], rows[cut:]):
        measuring.add("t", part)
    [problem] = made.measured(measuring).problems
    assert (problem.row, problem.column, problem.diagnostic.code) == (2, "at", "PS635")
    assert problem.diagnostic.facts["count"] == 58
    assert "58 in all, the first '2026-07-03 09:00'" in problem.line("en")
    assert "58 个时间没有时区，第一个是" in problem.line("zh")
