"""Chunks: tables in any form, and what is wrong with them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from perfscheme.evidence.chunks import Chunk, problems
from perfscheme.evidence.period import span_of
from perfscheme.nouns.evidence.columns import NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.tables import Table

TABLE = Table("t", subject="who", id="who", period="at", zone="UTC",
              columns=(TextColumn("who"), NumberColumn("n"), TimeColumn("at")))  # fmt: skip


def codes(chunk: Chunk) -> list[tuple[int | None, str | None, str]]:
    return [(x.row, x.column, x.diagnostic.code) for x in problems("t", chunk.first, chunk.findings)]


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
    nobody = Chunk(TABLE, {"who": ["a", None]}, 10)
    assert nobody.inside(None).tolist() == [True, False]
    assert codes(nobody) == [(11, "who", "PS643")]
    (line,) = [x.line("zh") for x in problems("t", 10, nobody.findings)]
    assert line.startswith("t.11.who: 错误[PS643] who 为空")


def test_rows_of_another_period_are_outside() -> None:
    """And those of none."""
    chunk = Chunk(TABLE, {"who": ["a"] * 4, "at": ["2026-01-31 23:59", "2026-02-01", "2026-02-28 23:59:59", None]})
    assert chunk.inside(span_of("2026-02")).tolist() == [False, True, True, False]
    without = Chunk(TABLE, {"who": np.array(["a"])})
    assert without.inside(span_of("2026-02")).tolist() == [False]
