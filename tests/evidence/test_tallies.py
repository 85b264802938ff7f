"""Tallies: one measure over several chunks."""

from __future__ import annotations

from fractions import Fraction

import pytest

from evidence.conftest import scheme
from perfscheme.diagnostics import Diagnostic


def test_a_lacking_column_is_lacking_for_good() -> None:
    """A chunk without it leaves nothing that could be called a figure; other measures go on."""
    made = scheme({"x": {"kind": "sum", "of": "n"}, "y": {"kind": "count"}})
    measuring = made.measuring()
    measuring.add("t", {"who": ["ann"], "n": [1], "at": [None], "then": [None]})
    measuring.add("t", {"who": ["ann"], "at": [None], "then": [None]})
    found = made.measured(measuring)
    assert dict(found["ann"]) == {"x": None, "y": 2}
    assert "without n" in found.evidence("ann")["x"].say()


def test_stages_add_up() -> None:
    """Their means are those of the rows that have them all."""
    stages = {"first": {"from": "at", "to": "then"}, "second": "talk"}
    made = scheme({"x": {"kind": "mean", "of": {"stages": stages}, "decimals": 1}})
    rows = [
        {"who": "ann", "at": "2026-03-02 10:00", "then": "2026-03-02T10:00Z", "talk": 4},
        {"who": "ann", "at": "2026-03-02 10:00", "then": "2026-03-02T09:30Z", "talk": 5},
        {"who": "ann", "at": "2026-03-02 10:00", "then": "2026-03-02T09:30Z", "talk": None},
    ]
    trail = made.measure({"t": rows}).evidence("ann")["x"]
    assert trail.figure == Fraction("49.5")
    assert [(name.en, figure) for name, figure in trail.stages] == [("first", 45), ("second", Fraction("4.5"))]
    assert trail.say() == "mean of 2 t, 1 left out (nothing stands there); stages: first 45, second 4.5"


@pytest.mark.parametrize(("kind", "value"), [("latest", None), ("only", None)])
def test_rows_that_contradict_each_other_give_nothing(kind: str, value: object) -> None:
    """They are told; two that say the same are one."""
    measure = {"kind": kind, "of": "word"} | ({"by": "at"} if kind == "latest" else {})
    made = scheme({"x": measure})
    row = {"who": "ann", "at": "2026-03-02", "then": None, "word": "a"}
    assert made.measure({"t": [row, row]})["ann"]["x"] == "a"
    found = made.measure({"t": [row, row | {"word": "b"}]})
    assert found["ann"]["x"] is value
    assert found.evidence("ann")["x"].lacking == Diagnostic("PS652", (), {"subject": "ann"})


@pytest.mark.parametrize("kind", ["latest", "only"])
@pytest.mark.parametrize("together", [True, False])
def test_contradicting_rows_are_told_by_table_rows_and_column(kind: str, together: bool) -> None:
    """That of the table, though the input has another name; in whatever pieces they come."""
    measure = {"kind": kind, "of": "word"} | ({"by": "at"} if kind == "latest" else {})
    made = scheme({"x": measure})
    row = {"who": "ann", "at": "2026-03-02", "then": None, "word": "a"}
    rows = [row | {"who": "bob"}, row, row | {"who": "bob"}, row | {"word": "b"}, row]
    measuring = made.measuring()
    for piece in [rows] if together else [[one] for one in rows]:
        measuring.add("t", piece)
    (problem,) = made.measured(measuring).problems
    assert (problem.table, problem.row, problem.column, problem.diagnostic.code) == ("t", 3, "word", "PS665")
    assert problem.diagnostic.facts == {"subject": "ann", "row": 1}


@pytest.mark.parametrize("kind", ["latest", "only"])
def test_who_has_nothing_to_read_does_not_contradict_himself(kind: str) -> None:
    """Though others say different things: nothing of theirs stands in for the rows that are not there."""
    measure = {"kind": kind, "of": "n", "decimals": 0} | ({"by": "at"} if kind == "latest" else {})
    row = {"at": "2026-03-02", "then": None}
    rows = [row | {"who": who, "n": n} for who, n in (("ann", 1), ("bob", 2), ("cy", None))]
    found = scheme({"x": measure}).measure({"t": rows})
    assert (found.problems, found["cy"]["x"]) == ((), None)
    assert found.evidence("cy")["x"].lacking == Diagnostic("PS651", (), {"table": "t"})


@pytest.mark.parametrize("kind", ["minimum", "maximum", "only", "latest", "median", "sum"])
def test_numbers_of_more_decimals_than_an_array_counts_stay_exact(kind: str) -> None:
    """As floats that are ratios have them: a tenth of a hundredth, and sixteen digits after it."""
    made = scheme({"x": {"kind": kind, "of": "n"} | ({"by": "at"} if kind == "latest" else {})})
    row = {"who": "ann", "at": "2026-03-02", "then": None, "n": 0.0012345678901234567}
    assert Fraction(made.measure({"t": [row]})["ann"]["x"]) == Fraction("0.0012345678901234567")
