"""What measures give, against what inputs take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from perfscheme.reading.load import checks

Found = Callable[..., Any]


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("response: {unit: hours", "response: {unit: count", ["PS617"]),
        ("kind: number, unit: points", "kind: number", ["PS617"]),
        ("calendar: office}, decimals: 2", "calendar: office}", ["PS618"]),
        ("of: bad, to: all, decimals: 2", "of: bad, to: all", ["PS618"]),
        ("kind: median, table: tickets, of: satisfaction", "kind: mean, table: tickets, of: satisfaction", ["PS618"]),
        ("percent, range: [0, 100]", "percent", ["PS619"]),
        ("response: {unit: hours", "response: {unit: days", ["PS620"]),
        ("kind: only, table: tickets, of: status", "kind: only, table: tickets, of: satisfaction", ["PS626"]),
        ("kind: median, table: tickets, of: satisfaction", "kind: only, table: tickets, of: status", ["PS626"]),
        ("labels: [open, solved]}}", "labels: [open, done]}}", ["PS658"]),
        ("labels: [open, solved]}}", "labels: [open, done, solved]}}", []),
        ("response: {unit: hours", "response: {unit: minutes", []),
        ("kind: median, table: tickets, of: satisfaction", "kind: maximum, table: tickets, of: satisfaction", []),
    ],
)
def test_what_an_input_does_not_take(old: str, new: str, codes: list[str], found: Found) -> None:
    """Units, decimals, and the kinds of values are checked before a row is read."""
    assert [problem.code for problem in found(old, new)] == codes


@pytest.mark.parametrize(
    ("old", "new", "instead"),
    [
        ("response: {unit: hours", "response: {unit: count", "write another unit at the indicator, such as `hours`."),
        (
            "kind: number, unit: points",
            "kind: number",
            "write the unit of the column, or another unit at the indicator",
        ),
        (
            "complaint-rate: {unit: percent",
            "complaint-rate: {unit: hours",
            "such as `percent`, or divide other measures.",
        ),
    ],
)
def test_what_to_write_where_units_do_not_fit(old: str, new: str, instead: str, found: Found) -> None:
    """Only a column of numbers has a unit that could be written."""
    (problem,) = found(old, new)
    assert problem.code == "PS617"
    assert instead in problem.message("en")


PICKING = """
perfscheme: 1
scheme: picking
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: zero}
  children: {pace: {unit: number, curve: as-is}}
evidence:
  tables: {work: {subject: who, columns: {who: text, picks: {kind: number, unit: count}, time: TIME}}}
  measures:
    pace: {kind: ratio, of: picks, to: time, decimals: 1}
    picks: {kind: sum, table: work, of: picks}
    time: {kind: sum, table: work, of: time}
"""


def test_a_ratio_by_a_time_is_by_the_unit_of_its_column() -> None:
    """Without one it would count by the second."""
    assert [found.code for found in checks(PICKING.replace("TIME", "duration"))] == ["PS660"]
    for kind in ("number", "duration"):
        assert checks(PICKING.replace("TIME", f"{{kind: {kind}, unit: hours}}")) == []
