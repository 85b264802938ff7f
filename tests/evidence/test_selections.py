"""Selections."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from evidence.conftest import conditions, scheme, tables
from oracle.measuring import holds
from perfscheme.evidence.chunks import Chunk
from perfscheme.evidence.selections import columns_of, select
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
    assert set(columns_of(measure.where)) <= {"n", "talk", "at", "then", "word", "flag"}
