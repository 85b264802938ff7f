"""Reads: what measures read in a row."""

from __future__ import annotations

from typing import get_args

import pytest

from perfscheme.nouns.evidence import measures
from perfscheme.nouns.evidence.amounts import Between, Stage, Stages
from perfscheme.nouns.evidence.conditions import ColumnIs
from perfscheme.nouns.evidence.measures import Measure
from perfscheme.nouns.evidence.reads import Read
from perfscheme.nouns.evidence.row_measures import RowMeasure

WRITTEN = {
    "of": "a", "by": "b", "having": ColumnIs("c", is_=True), "percent": 10, "method": "nearest-rank",
}  # fmt: skip


@pytest.mark.parametrize("noun", [noun for noun in get_args(Measure) if issubclass(noun, RowMeasure)])
def test_every_measure_tells_all_that_it_reads(noun: type[RowMeasure]) -> None:
    """A column that is not told would be read, and nobody would have looked whether it is there."""
    own = {field.name: WRITTEN[field.name] for field in noun.__attrs_attrs__ if field.name in WRITTEN}  # type: ignore[attr-defined]
    if noun is measures.Share:
        own["of"] = ColumnIs("a", is_=True)
    found = noun("x", table="t", **own)
    columns = {"of": "a", "by": "b", "having": "c"}
    assert {read.key: [*read.columns()] for read in found.reads} == {
        key: [columns[key]] for key in own if key in columns
    }


def test_the_columns_of_stages_are_those_of_each() -> None:
    """Whether one is a column or the time between two."""
    stages = Stages((Stage("first", Between("a", "b")), Stage("second", "c")))
    assert [*Read("of", stages).columns()] == ["a", "b", "c"]
