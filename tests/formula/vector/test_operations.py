"""Operations on whole numbers: exact, or refused before they could not be."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from perfscheme.formula.nodes import State
from perfscheme.formula.vector import operations
from perfscheme.formula.vector.operations import LIMIT, Operation, TooLarge
from perfscheme.formula.vector.tiles import MISSING, NOT_APPLICABLE, Tile, Value

Column = Callable[..., Operation]


def test_sums_find_one_denominator(column: Column, values: Any) -> None:
    """Halves and thirds add up in sixths."""
    found = operations.weighted_sum(
        Fraction(1, 2), [(Fraction(1), column(1, 2, 3, 4, q=2)), (Fraction(-2), column(1, 1, 1, 1, q=3))]
    )
    assert found.q == 6
    assert values(found) == [Fraction(1, 3), Fraction(5, 6), Fraction(4, 3), Fraction(11, 6)]


def test_sums_of_ratios(column: Column, values: Any) -> None:
    """Each row has its own denominator."""
    found = operations.weighted_sum(
        Fraction(0),
        [(Fraction(1), column(1, 1, 1, 1, d=[2, 3, 4, 5])), (Fraction(1), column(1, 0, 2, 1, d=[3, 1, 1, 5]))],
    )
    assert values(found) == [Fraction(5, 6), Fraction(1, 3), Fraction(9, 4), Fraction(2, 5)]


def test_products_and_quotients(column: Column, values: Any, tile: Tile) -> None:
    """Signs come to the top; a divisor of zero is handed back."""
    a, b = column(6, -6, 5, 1, q=2), column(4, 4, -3, 0, q=3)
    assert values(operations.multiplied(a, b)) == [4, -4, Fraction(-5, 2), 0]
    assert values(operations.divided(a, b)) == [Fraction(9, 4), Fraction(-9, 4), Fraction(-5, 2), None]
    assert tile.again is not None
    assert tile.again.tolist() == [False, False, False, True]


def test_a_zero_that_is_absent_is_no_division(column: Column, tile: Tile) -> None:
    """The number under an absence means nothing."""
    operations.divided(column(1, 1, 1, 1), column(0, 1, 1, 1, states=[MISSING, 0, 0, 0])).run(tile)
    assert tile.again is None or not tile.again.any()


@pytest.mark.parametrize(
    "make",
    [
        lambda big: operations.multiplied(big, big),
        lambda big: operations.weighted_sum(Fraction(0), [(Fraction(2**30), big)]),
        lambda big: operations.divided(big, Operation(big.run, 2**30, 1)),
        lambda big: operations.constant(Fraction(LIMIT)),
    ],
)
def test_nothing_passes_two_to_the_fiftythird(column: Column, make: Callable[[Operation], Operation]) -> None:
    """What a float could not hold is refused when the plan is made, whatever the rows hold."""
    with pytest.raises(TooLarge):
        make(Operation(column(1, 1, 1, 1).run, 1, 2**30))


def test_times_leaves_the_column_alone(column: Column, tile: Tile) -> None:
    """Only a buffer of one's own is overwritten."""
    x = column(1, 2, 3, 4)
    assert np.asarray(x.times(3)(tile).n).tolist() == [3, 6, 9, 12]
    assert np.asarray(x.run(tile).n).tolist() == [1, 2, 3, 4]
    assert x.times(1) is x.run


def test_a_shared_operation_runs_once_a_tile(tile: Tile) -> None:
    """However many read it; on the next tile it runs again."""
    runs = []

    def run(tile: Tile) -> Value:
        runs.append(tile.start)
        return Value(np.ones(4))

    found = operations.shared(Operation(run, bound=1))
    assert found.run(tile) is found.run(tile)
    tile.move(0)
    found.run(tile)
    assert len(runs) == 2


@pytest.mark.parametrize(("state", "code"), [(State.MISSING, MISSING), (State.NOT_APPLICABLE, NOT_APPLICABLE)])
def test_a_fixed_absence(state: State, code: int, tile: Tile) -> None:
    """Is one in every row."""
    assert np.asarray(operations.absent(state).run(tile).state).tolist() == [code] * 4


def test_what_cannot_be_carried_is_handed_back(tile: Tile) -> None:
    """All of it."""
    operations.handed_back().run(tile)
    assert tile.again is not None
    assert tile.again.all()


def test_fixed_numbers_stay_one_number(tile: Tile) -> None:
    """Arithmetic on constants makes no arrays."""
    half = operations.constant(Fraction(1, 2))
    assert operations.multiplied(half, half).run(tile).n == 1.0
    assert operations.weighted_sum(Fraction(0), [(Fraction(3), half)]).run(tile).n == 3.0
