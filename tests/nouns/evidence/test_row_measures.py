"""What measures of rows have in common."""

from __future__ import annotations

from typing import get_args

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.evidence.measures import Count, Measure, Only, Sum
from perfscheme.nouns.evidence.row_measures import Gives


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Decimals and the least number of rows."""
    with pytest.raises(SchemeError) as caught:
        Count("n", table="t", at_least=0, decimals=-1)
    assert [found.code for found in caught.value.diagnostics] == ["PS611", "PS612"]


def test_a_figure_is_of_an_amount_or_of_a_cell_or_of_neither() -> None:
    """Whoever asks for its unit looks there."""
    assert [(x.amount, x.cell) for x in (Sum("n", table="t", of="a"), Only("n", table="t", of="a"))] == [
        ("a", None), (None, "a"),
    ]  # fmt: skip
    assert (Count("n", table="t").amount, Count("n", table="t").cell) == (None, None)


def test_every_measure_says_what_it_gives() -> None:
    """And every word for it is used."""
    assert {noun.gives for noun in get_args(Measure)} == set(get_args(Gives))
