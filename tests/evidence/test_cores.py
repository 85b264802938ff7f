"""Cores."""

from __future__ import annotations

import threading

import pytest

from perfscheme.evidence.cores import MANY, side_by_side


@pytest.mark.parametrize("rows", [1, MANY])
def test_results_stand_in_the_order_of_the_items(rows: int) -> None:
    """However many cores there are."""
    assert side_by_side(lambda x: x * x, range(9), rows) == [x * x for x in range(9)]


def test_few_rows_are_not_worth_a_thread() -> None:
    """And an error comes out as it is."""
    assert side_by_side(lambda _: threading.current_thread(), [1], 1) == [threading.current_thread()]
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda x: 1 // x, [1, 0], MANY)
