"""Selections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given

from evidence.conftest import COLUMNS, conditions, scheme, tables
from oracle.measuring import holds
from perfscheme.evidence.chunks import Chunk
from perfscheme.evidence.selections import select
from perfscheme.nouns.evidence.conditions import columns
from perfscheme.nouns.evidence.measures import Count


@given(conditions, tables)
def test_conditions_hold_fail_or_cannot_be_told(condition: Any, rows: list[Any]) -> None:
    """As the naive way says it, row by row."""
    evidence = scheme({"x": {"kind": "count", "where": condition}}).evidence
    assert evidence is not None
    measure = evidence.measure("x")
    assert isinstance(measure, Count) and measure.where is not None  # noqa: PT018
    found = select(measure.where, Chunk(evidence.table("t"), rows))
    assert [True if h else False if f else None for h, f in zip(found.holds, found.fails)] == [
        holds(condition, row) for row in rows
    ]
    assert set(columns(measure.where)) == set(named(condition))


def named(condition: Any) -> Iterator[str]:
    """The columns that a condition names, as a file writes it."""
    for key, value in condition.items():
        if key in ("all", "any", "not"):
            for part in value if isinstance(value, list) else [value]:
                yield from named(part)
        elif key in ("column", "missing") or (key != "is" and value in COLUMNS):
            yield value


def test_columns_in_other_units_are_compared_in_one() -> None:
    """Two hours are more than ninety minutes, though 2 is less than 90."""
    evidence = scheme({"x": {"kind": "count", "where": {"column": "took", "above": "allowed"}}}).evidence
    assert evidence is not None
    measure = evidence.measure("x")
    assert isinstance(measure, Count) and measure.where is not None  # noqa: PT018
    rows = [{"took": 2, "allowed": 90}, {"took": 1.5, "allowed": 90}]
    assert select(measure.where, Chunk(evidence.table("t"), rows)).holds.tolist() == [True, False]
