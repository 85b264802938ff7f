"""Weighted means over the terms that are there."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from perfscheme.formula.vector import operations
from perfscheme.formula.vector.means import weighted_mean
from perfscheme.formula.vector.operations import Operation, TooLarge
from perfscheme.formula.vector.tiles import MISSING, NOT_APPLICABLE, Tile

Column = Callable[..., Operation]
GONE = [0, MISSING, NOT_APPLICABLE, NOT_APPLICABLE]
ALSO = [0, 0, 0, NOT_APPLICABLE]


@pytest.mark.parametrize("fixed", [True, False])
@pytest.mark.parametrize(
    ("coverage", "want", "second"),
    [("0", [50, 60, 60, None], 0), ("2/3", [50, 60, 60, None], 0), ("0.67", [50, None, 60, None], MISSING)],
)
def test_absences(
    fixed: bool, coverage: str, want: list[object], second: int, column: Column, values: Any, tile: Tile
) -> None:
    """What does not apply leaves the weights, what is missing counts against the coverage; by weights of both sorts."""
    terms = [column(30, 1, 1, 1, states=GONE), column(60, 60, 60, 1, states=ALSO)]
    weights = [operations.constant(Fraction(1)), operations.constant(Fraction(2))]
    found = weighted_mean(weights, [Fraction(1), Fraction(2)] if fixed else None, terms, Fraction(coverage))
    assert values(found) == want
    state = found.run(tile).state
    assert state is not None
    assert state.tolist() == [0, second, 0, NOT_APPLICABLE]


def test_weights_by_row(column: Column, values: Any) -> None:
    """Every row has its own; weights of 0 alone leave nothing."""
    found = weighted_mean(
        [column(1, 2, 0, 0), column(1, 1, 3, 0)], None, [column(10, 10, 10, 1), column(20, 40, 30, 1)], Fraction(0)
    )
    assert values(found) == [15, 20, 30, None]


@pytest.mark.parametrize("fixed", [True, False])
def test_a_term_without_weight_changes_nothing(fixed: bool, column: Column, tile: Tile) -> None:
    """It does not make missing what else would not apply."""
    terms = [column(1, 1, 1, 1, states=[NOT_APPLICABLE, NOT_APPLICABLE, MISSING, 0]), column(1, 1, 1, 1, states=ALSO)]
    weights = [operations.constant(Fraction(1)), operations.constant(Fraction(0))]
    state = weighted_mean(weights, [Fraction(1), Fraction(0)] if fixed else None, terms, Fraction(0)).run(tile).state
    assert state is not None
    assert state.tolist() == [NOT_APPLICABLE, NOT_APPLICABLE, MISSING, 0]


def test_absent_weights(column: Column, tile: Tile) -> None:
    """Lose the mean where their term applies: missing wins over not applicable."""
    states = [NOT_APPLICABLE, MISSING, NOT_APPLICABLE, NOT_APPLICABLE]
    weights = [column(1, 1, 1, 1, states=states), column(1, 1, 1, 1, states=[0, 0, MISSING, 0])]
    terms = [column(5, 5, 5, 5, states=[0, 0, 0, NOT_APPLICABLE]), column(7, 7, 7, 7)]
    state = weighted_mean(weights, None, terms, Fraction(0)).run(tile).state
    assert state is not None
    assert state.tolist() == [NOT_APPLICABLE, MISSING, MISSING, 0]


def test_shares_are_brought_to_whole_numbers(column: Column, values: Any) -> None:
    """44.9, 51.3 and 3.8 are 449, 513 and 38 parts of 1000."""
    fixed = [Fraction("44.9"), Fraction("51.3"), Fraction("3.8")]
    found = weighted_mean([], fixed, [column(100, 0, 0, 1)] * 3, Fraction(1))
    assert found.d_bound == 1000
    assert values(found) == [100, 0, 0, 1]


def test_ratios_with_weights_by_row_are_refused(column: Column) -> None:
    """Three denominators for each row are more than a mean carries."""
    ratio = column(1, 1, 1, 1, d=[2, 3, 4, 5])
    with pytest.raises(TooLarge):
        weighted_mean([column(1, 1, 1, 1)], None, [ratio], Fraction(0))


def test_ratios_under_fixed_weights(column: Column, values: Any) -> None:
    """Half of a third and half of a quarter."""
    found = weighted_mean(
        [], [Fraction(1)] * 2, [column(1, 1, 1, 1, d=[3, 3, 1, 1]), column(1, 1, 1, 1, d=[4, 2, 1, 5])], Fraction(1)
    )
    assert values(found) == [Fraction(7, 24), Fraction(5, 12), 1, Fraction(3, 5)]


def test_columns_are_left_as_they_are(column: Column, tile: Tile) -> None:
    """A term whose absent rows are taken out is a column of the host's."""
    term = column(30, 7, 7, 7, states=GONE)
    weighted_mean([], [Fraction(1)], [term], Fraction(0)).run(tile)
    assert np.asarray(term.run(tile).n).tolist() == [30, 7, 7, 7]
