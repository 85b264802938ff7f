"""Readings: which rows are measured, and why others are not."""

from __future__ import annotations

from typing import Any

from evidence.conftest import scheme

ROWS: dict[str, list[Any]] = {
    "who": ["ann"] * 6,
    "n": [1, None, 2, 2000, 1, 1],
    "at": ["2026-03-02 10:00"] * 6,
    "then": ["2026-03-02 12:00"] * 3 + ["2026-03-02 12:00", "2026-03-01 12:00", "2026-03-02 12:00"],
    "word": ["a", "a", "b", "a", "a", None],
}


def test_a_row_is_left_out_for_one_reason() -> None:
    """The table's own rule comes first, then a fault, then that nothing stands there; other words are not asked for."""
    made = scheme({"x": {"kind": "sum", "of": "n", "where": {"column": "word", "is": "a"}}})
    found = made.measure({"t": ROWS})
    trail = found.evidence("ann")["x"]
    assert {str(reason.en): n for reason, n in trail.left_out} == {
        "rule 0": 1, "what it says cannot be read": 1, "nothing stands there": 2,
    }  # fmt: skip
    assert trail.count == 1
    assert [(x.row, x.column, x.diagnostic.code) for x in found.problems] == [(3, "n", "PS107")]


def test_a_time_that_runs_backwards_is_told_unless_a_rule_names_it() -> None:
    """It is left out in both cases."""
    mean = {"kind": "mean", "of": {"from": "at", "to": "then"}, "decimals": 2}
    named, unnamed = (scheme({"x": mean, "y": mean}, rules).measure({"t": ROWS}) for rules in (None, []))
    assert named.problems == ()
    assert [(x.row, x.column, x.diagnostic.code) for x in unnamed.problems] == [(4, "then", "PS644")]
    assert named["ann"] == unnamed["ann"]
    (reason,) = unnamed.evidence("ann")["x"].left_out
    assert (reason[0].zh, reason[1]) == ("结束早于开始", 1)


def test_a_measure_leaves_rows_out_that_others_take() -> None:
    """Whoever answers before the report is still somebody who reported."""
    early = [
        {"name": {"zh": "先答复后报告", "en": "answered before reported"}, "when": {"column": "then", "below": "at"}}
    ]
    mean = {"kind": "mean", "of": {"from": "at", "to": "then"}, "decimals": 2, "leave-out": early}
    found = scheme({"x": mean, "y": {"kind": "count"}}, []).measure({"t": ROWS})
    assert found.problems == ()
    x, y = found.evidence("ann").values()
    assert ([(str(reason.en), n) for reason, n in x.left_out], x.count) == ([("answered before reported", 1)], 5)
    assert (y.left_out, y.count) == ((), 6)
    assert [row.left_out and row.left_out.en for row in found.rows("ann", "x")][4] == "answered before reported"


def test_a_time_that_runs_backwards_is_told_where_another_measure_names_it() -> None:
    """Once, for the measure that does not."""
    mean = {"kind": "mean", "of": {"from": "at", "to": "then"}, "decimals": 2}
    early = [{"name": "early", "when": {"column": "then", "below": "at"}}]
    for measures in ({"x": mean | {"leave-out": early}, "y": mean}, {"y": mean, "x": mean | {"leave-out": early}}):
        found = scheme(measures, []).measure({"t": ROWS})
        assert [(x.row, x.column, x.diagnostic.code) for x in found.problems] == [(4, "then", "PS644")]
