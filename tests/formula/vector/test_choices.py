"""Operations that pass one of their terms on."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from perfscheme.formula.vector import choices, operations
from perfscheme.formula.vector.operations import Operation, TooLarge
from perfscheme.formula.vector.tiles import MISSING, NOT_APPLICABLE, Tile

Column = Callable[..., Operation]


@pytest.mark.parametrize(("least", "want"), [(True, [1, 2, 2, -1]), (False, [2, Fraction(5, 2), 3, 1])])
def test_extremes_of_different_denominators(least: bool, want: list[object], column: Column, values: Any) -> None:
    """Halves and thirds are compared as numbers."""
    a, b = column(2, 5, 6, -2, q=2), column(6, 6, 6, 3, q=3)
    assert values(choices.extreme([a, b], least=least)) == want


def test_extremes_of_ratios(column: Column, values: Any) -> None:
    """Each row has its own denominator."""
    a, b = column(1, 1, 1, 1, d=[2, 3, 4, 5]), column(1, 1, 1, 1, d=[3, 2, 4, 6])
    assert values(choices.extreme([a, b], least=True)) == [
        Fraction(1, 3),
        Fraction(1, 3),
        Fraction(1, 4),
        Fraction(1, 6),
    ]


@pytest.mark.parametrize("times", [1, 3, -2])
@pytest.mark.parametrize("least", [True, False])
def test_a_fixed_limit_is_a_clip(least: bool, times: int, column: Column, tile: Tile) -> None:
    """Also where the result is scaled on the way, by a negative number too."""
    found = choices.limited(column(2, 5, 6, -2, q=2), Fraction(2), least=least)
    assert found is not None
    pick = min if least else max
    assert np.asarray(found.times(times)(tile).n).tolist() == [times * pick(n, 4) for n in (2, 5, 6, -2)]


def test_a_limit_off_the_grid_is_no_clip(column: Column) -> None:
    """Whole halves have no third among them."""
    assert choices.limited(column(2, 5, 6, -2, q=2), Fraction(1, 3), least=True) is None


def test_a_branch_for_each_row(column: Column, values: Any, tile: Tile) -> None:
    """With its number, its denominator and its absence."""
    where = np.array([True, False, True, False])
    a, b = column(1, 1, 1, 1, q=2, states=[0, 0, MISSING, 0]), column(1, 1, 1, 1, d=[3, 3, 3, 7])
    assert values(choices.chosen(lambda tile: where, a, b)) == [Fraction(1, 2), Fraction(1, 3), None, Fraction(1, 7)]
    assert values(choices.chosen(lambda tile: True, a, b))[:2] == [Fraction(1, 2), Fraction(1, 2)]


def test_cases_of_a_label(column: Column, tile: Tile, values: Any) -> None:
    """Its own case for each label; absent where the label is, and in the label's own way."""
    found = choices.by_label("role", [column(1, 1, 1, 1), column(7, 7, 7, 7, q=2)])
    assert values(found) == [1, Fraction(7, 2), None, None]
    assert np.asarray(found.run(tile).state).tolist() == [0, 0, MISSING, NOT_APPLICABLE]


def test_the_best_few(column: Column, values: Any, tile: Tile) -> None:
    """Of those that are there; too few are missing, or not applicable where all are."""
    terms = [
        column(1, 5, 0, 0, states=[0, 0, MISSING, NOT_APPLICABLE]),
        column(2, 4, 3, 0, states=[0, 0, 0, NOT_APPLICABLE]),
        column(6, 6, 0, 0, q=2, states=[0, 0, MISSING, NOT_APPLICABLE]),
    ]  # fmt: skip
    found = choices.best(terms, 2)
    assert values(found) == [5, 9, None, None]
    assert np.asarray(found.run(tile).state).tolist() == [0, 0, MISSING, NOT_APPLICABLE]


def test_ratios_are_not_ranked(column: Column) -> None:
    """They would have to be brought to one denominator for each row."""
    with pytest.raises(TooLarge):
        choices.best([column(1, 1, 1, 1, d=[2, 3, 4, 5])], 1)


def test_a_constant_branch(values: Any, column: Column) -> None:
    """One number for all rows takes its place among those of a column."""
    where = np.array([True, False, True, False])
    found = choices.chosen(lambda tile: where, operations.constant(Fraction(3)), column(1, 2, 3, 4))
    assert values(found) == [3, 2, 3, 4]


def test_the_best_of_more_than_a_byte_counts(column: Column, values: Any) -> None:
    """The count of those that are there ran over at 128, and all rows came out as missing."""
    assert values(choices.best([column(1, 2, 3, 4)] * 200, 130)) == [130, 260, 390, 520]
