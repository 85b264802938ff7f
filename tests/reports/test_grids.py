"""Grids: a matrix as the plan has it."""

from __future__ import annotations

from perfscheme.nouns.aggregations.matrices import Axis, Matrix
from perfscheme.nouns.missing import Refuse
from perfscheme.reports.grids import grid

MATRIX = Matrix(
    rows=Axis("results", from_=[90, 70, "otherwise"]),
    columns=Axis("errors", to=[3, "otherwise"]),
    points=[[100, 80], [70, 60], ["40.5", 0]],
    missing=Refuse(),
)


def test_a_matrix_is_a_table_with_its_edges() -> None:
    """Best first, as in the file; an edge belongs to its better side."""
    table = grid(MATRIX, "业绩", "差错", "zh")
    assert table.head == ("业绩 ↓ 差错 →", "3 及以下", "高于 3")
    assert table.rows == (
        ("90 及以上", "100", "80"),
        ("70（含）至 90（不含）", "70", "60"),
        ("低于 70", "40.5", "0"),
    )


def test_a_single_band_is_every_value() -> None:
    """One that has no edge."""
    one = Matrix(
        rows=Axis("a", from_=["otherwise"]), columns=Axis("b", to=[3, "otherwise"]), points=[[2, 1]], missing=Refuse()
    )
    assert grid(one, "A", "B", "en").rows == (("for every value", "2", "1"),)
