"""Chunks: tables in any form, and what is wrong with them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from evidence.conftest import scheme
from perfscheme.evidence.cells import Cells
from perfscheme.evidence.chunks import Chunk, row_by_row
from perfscheme.evidence.period import span_of
from perfscheme.nouns.evidence.columns import NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.tables import Table
from tables.people import MAKERS, needed

TABLE = Table("t", subject="who", id="who", period="at", zone="UTC",
              columns=(TextColumn("who"), NumberColumn("n"), TimeColumn("at")))  # fmt: skip


def codes(chunk: Chunk) -> list[tuple[int | None, str | None, str]]:
    return [(x.row, x.column, x.diagnostic.code) for x in row_by_row("t", chunk.first, chunk.problems)]


@pytest.mark.parametrize("data", [{"who": ["a", "b"], "n": [1, 2]}, [{"who": "a", "n": 1}, {"who": "b", "n": 2}]])
def test_tables_come_as_columns_or_as_rows(data: Any) -> None:
    """Both are read alike."""
    chunk = Chunk(TABLE, data)
    cells = chunk.cells("n")
    assert cells is not None
    assert (chunk.rows, cells.values.tolist(), chunk.names) == (2, [1, 2], ["a", "b"])


def test_what_is_wrong_is_told_with_its_place() -> None:
    """A missing column with the nearest name, uneven columns, no table at all, rows of nobody."""
    chunk = Chunk(TABLE, {"who": ["a"], "nn": [1]})
    assert chunk.cells("n") is None
    assert chunk.cells("n") is None
    assert codes(chunk) == [(None, "n", "PS642")]
    assert codes(Chunk(TABLE, {"who": ["a"], "n": [1, 2]})) == [(None, None, "PS303")]
    assert codes(Chunk(TABLE, "who,n")) == [(None, None, "PS641")]
    nobody = Chunk(TABLE, {"who": ["a", None, None], "n": [1, 2, None]}, 10)  # the last line is blank
    assert nobody.inside(None).tolist() == [True, False, False]
    nobody.report_nobody()
    assert codes(nobody) == [(11, "who", "PS643")]
    (line,) = [x.line("zh") for x in row_by_row("t", 10, nobody.problems)]
    assert line.startswith("t.11.who: 错误[PS643] who 为空")


def test_rows_of_another_period_are_outside() -> None:
    """And those of none."""
    chunk = Chunk(TABLE, {"who": ["a"] * 4, "at": ["2026-01-31 23:59", "2026-02-01", "2026-02-28 23:59:59", None]})
    assert chunk.inside(span_of("2026-02")).tolist() == [False, True, True, False]
    without = Chunk(TABLE, {"who": np.array(["a"])})
    assert without.inside(span_of("2026-02")).tolist() == [False]


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_frames_say_what_rows_say(make: Any) -> None:
    """Words, decimals, whole numbers with gaps, local times and times of a zone."""
    needed("narwhals")
    needed("pyarrow")
    ahead = datetime.timezone(datetime.timedelta(hours=8))
    for n, at in (
        ([1, None, 3], [datetime.datetime(2026, 1, 1, 9), None, datetime.datetime(2026, 1, 2)]),
        ([Decimal("0.1"), Decimal("2.25"), None], [datetime.datetime(2026, 1, 1, 9, tzinfo=ahead), None, None]),
    ):
        columns: dict[str, list[Any]] = {"who": ["a", "b", "a"], "n": n, "at": at}
        rows, frame = (
            Chunk(TABLE, [dict(zip(columns, row)) for row in zip(*columns.values())]),
            Chunk(TABLE, make(columns)),
        )
        for name in columns:
            one, other = rows.cells(name), frame.cells(name)
            assert one is not None
            assert other is not None
            assert [words(one, i) for i in range(3)] == [words(other, i) for i in range(3)]
        assert codes(frame) == codes(rows) == []


def words(cells: Cells, row: int) -> Any:
    """What a cell says; None where there is nothing."""
    if cells.absent is not None and cells.absent[row]:
        return None
    value = int(cells.values[row])
    return cells.words[value] if cells.words else Fraction(value, 10**cells.decimals)


def test_a_text_among_numbers_of_a_frame_is_told_with_its_row() -> None:
    """And a blank one apart from it; the others are read."""
    needed("narwhals")
    needed("pyarrow")
    chunk = Chunk(TABLE, needed("pandas").DataFrame({"who": ["a"] * 4, "n": [1.5, "two", " ", None]}))
    cells = chunk.cells("n")
    assert cells is not None
    assert [words(cells, i) for i in range(4)] == [Fraction(3, 2), None, None, None]
    assert codes(chunk) == [(1, "n", "PS196"), (2, "n", "PS103")]


@pytest.mark.parametrize("column", ["ann", 3, None, np.ones((2, 2)), {"a": 1}])
def test_what_is_no_column_makes_no_table(column: Any) -> None:
    """One value for all rows, or rows within rows, is told as no table."""
    found = scheme({"x": {"kind": "count"}}, rules=[]).measure({"t": {"who": ["ann", "bob"], "n": column}})
    assert [problem.diagnostic.code for problem in found.problems] == ["PS641"]


class Row:
    """A row of an ORM."""

    def __init__(self, who: str, n: int) -> None:
        self.who = who
        self.n = n


def test_records_of_every_kind_make_a_table() -> None:
    """Those of an ORM and of a query that is read once, too, as where they are scored; and their rows are listed."""
    made = scheme({"x": {"kind": "sum", "of": "n"}}, rules=[])
    found = made.measure({"t": (Row("ann", n) for n in (1, 2))})
    assert (found["ann"]["x"], found.problems) == (3, ())
    assert [row.amount for row in found.rows("ann", "x")] == [1, 2]


def test_what_is_no_record_is_told_with_its_row_and_the_others_are_measured() -> None:
    """One of them was reason enough to measure nothing, and nobody learnt which."""
    found = scheme({"x": {"kind": "sum", "of": "n"}}, rules=[]).measure({"t": [Row("ann", 1), ["ann", 2], None]})
    assert found["ann"]["x"] == 1
    assert [(x.row, x.diagnostic.code, x.diagnostic.facts["found"]) for x in found.problems] == [
        (1, "PS664", "list"), (2, "PS664", "None"),
    ]  # fmt: skip
    assert codes(Chunk(TABLE, [["ann", 2]])) == codes(Chunk(TABLE, np.ones((2, 2)))) == [(None, None, "PS641")]


def test_an_attribute_that_is_lacking_is_told_with_the_nearest() -> None:
    """Though an object has more names than its columns."""
    table = Table("t", subject="who", columns=(TextColumn("who"), NumberColumn("score")))
    chunk = Chunk(table, [type("Survey", (), {"who": "ann", "scores": 1})()])
    assert chunk.cells("score") is None
    (problem,) = chunk.problems
    assert problem.diagnostic.facts["nearest"] == "scores"


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_subject_is_nobody(blank: str) -> None:
    """It was told to write None, by which the row would have been nobody's as before."""
    chunk = Chunk(TABLE, [{"who": blank, "n": 1}])
    chunk.inside(None)
    chunk.report_nobody()
    assert codes(chunk) == [(0, "who", "PS643")]
