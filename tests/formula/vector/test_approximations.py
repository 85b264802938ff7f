"""Operations in floats: the truth is never further away than the error that was proved."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.ranges import Range
from perfscheme.formula.vector import approximations as floats
from perfscheme.formula.vector.operations import Error, Operation
from perfscheme.formula.vector.tiles import Columns, Tile, Value

REACH = Range(Fraction(-100), Fraction(100))
SMALL = 2.0**-100
numbers = st.lists(st.floats(-100, 100).filter(lambda x: x == 0 or abs(x) > SMALL), min_size=1, max_size=12)
"""Columns hand smaller numbers back, since their products lose digits."""


def made(values: list[float]) -> tuple[Operation, Tile]:
    """Floats as a column reads them: each stands for the decimal that prints it."""
    column = np.array(values)
    return Operation(lambda tile: Value(column), error=Error(0.0, floats.U)), Tile(
        Columns({}, {}, {}, len(values)), len(values)
    )


def within(operation: Operation, tile: Tile, truth: list[Fraction]) -> None:
    found = np.broadcast_to(operation.run(tile).n, tile.rows)
    again = np.zeros(tile.rows, np.bool_) if tile.again is None else tile.again
    assert operation.error is not None
    for x, true, doubtful in zip(found.tolist(), truth, again.tolist(), strict=True):
        bound = Fraction(operation.error.absolute) + Fraction(operation.error.relative) * abs(true)
        assert doubtful or abs(Fraction(x) - true) <= bound


@given(numbers, st.fractions(-9, 9, max_denominator=70), st.fractions(-9, 9, max_denominator=70))
def test_sums(values: list[float], factor: Fraction, constant: Fraction) -> None:
    """Of two terms that may cancel, and a constant."""
    x, tile = made(values)
    y, _ = made(values[::-1])
    exact = [
        constant + factor * Fraction(repr(a)) - Fraction(repr(b)) / 3 for a, b in zip(values, values[::-1], strict=True)
    ]
    terms = [(factor, x), (Fraction(-1, 3), y)]
    within(floats.weighted_sum(constant, terms, [REACH, REACH]), tile, exact)


@given(st.lists(st.floats(0, 100).filter(lambda x: x == 0 or x > SMALL), min_size=1, max_size=12))
def test_sums_of_one_sign_keep_a_relative_error(values: list[float]) -> None:
    """Nothing cancels, so small totals are as sharp as large ones."""
    x, tile = made(values)
    reach = Range(Fraction(0), Fraction(100))
    found = floats.weighted_sum(Fraction(1, 3), [(Fraction(2, 7), x)], [reach])
    assert found.error is not None
    assert found.error.absolute == 0
    within(found, tile, [Fraction(1, 3) + Fraction(2, 7) * Fraction(repr(a)) for a in values])


@given(numbers)
def test_products(values: list[float]) -> None:
    """Of columns, and of sums with an absolute error."""
    x, tile = made(values)
    exact = [Fraction(repr(a)) for a in values]
    within(floats.multiplied(x, x, (REACH, REACH)), tile, [a * a for a in exact])
    moved = floats.weighted_sum(Fraction(-1, 3), [(Fraction(1), x)], [REACH])
    reach = Range(Fraction(-101), Fraction(100))
    within(floats.multiplied(moved, x, (reach, REACH)), tile, [(a - Fraction(1, 3)) * a for a in exact])


@given(st.lists(st.floats(1, 100), min_size=1, max_size=12))
def test_quotients(values: list[float]) -> None:
    """By a divisor that stays away from zero, with either sort of error."""
    x, tile = made(values)
    exact, away = [Fraction(repr(a)) for a in values], Range(Fraction(1), Fraction(100))
    within(floats.divided(x, x, (away, away)), tile, [Fraction(1)] * len(exact))
    moved = floats.weighted_sum(Fraction(-1, 3), [(Fraction(1), x)], [REACH])
    near = Range(Fraction(2, 3), Fraction(100))
    within(floats.divided(x, moved, (away, near)), tile, [a / (a - Fraction(1, 3)) for a in exact])


def test_a_divisor_that_may_be_zero_is_handed_back() -> None:
    """And bounds nothing where it can come close to zero with an absolute error."""
    x, tile = made([0.0, 1.0])
    floats.divided(x, x, (REACH, REACH)).run(tile)
    assert tile.again is not None
    assert tile.again.tolist() == [True, False]
    moved = floats.weighted_sum(Fraction(-1, 3), [(Fraction(1), x)], [REACH])
    found = floats.divided(x, moved, (REACH, REACH))
    assert found.error is not None
    assert found.error.absolute == math.inf


@pytest.mark.parametrize("values", [[0.5, 50.0], [0.001, 99.9]])
def test_functions(values: list[float]) -> None:
    """A root, its argument above a limit; what lies below is handed back."""
    x, tile = made([*values, 1e-9])
    root: Callable[..., object] = np.sqrt
    found = floats.function(
        x, 100.0, lambda a, out: root(a, out=out), lambda e, s: Error(0.0, e + 4 * floats.U), above=1e-6
    )
    assert np.asarray(found.run(tile).n)[:-1].tolist() == [math.sqrt(a) for a in values]
    assert tile.again is not None
    assert tile.again.tolist() == [False, False, True]


def test_sizes_bound_the_range() -> None:
    """From above for the largest value, from below for the one nearest to zero."""
    reach = Range(Fraction(1, 3), Fraction(10, 3))
    assert Fraction(floats.size(reach)) >= Fraction(10, 3)
    assert 0 < Fraction(floats.away_from_zero(reach)) <= Fraction(1, 3)
    assert floats.away_from_zero(REACH) == 0
    assert floats.size(None) == 0


def test_an_exact_operation_becomes_one_rounding() -> None:
    """A third, from 1 over 3."""
    x = Operation(lambda tile: Value(np.array([1.0, 2.0])), 3, 2)
    found = floats.approximate(x)
    tile = Tile(Columns({}, {}, {}, 2), 2)
    assert np.asarray(found.run(tile).n).tolist() == [1 / 3, 2 / 3]
    assert found.error == Error(0.0, floats.U)
    assert floats.approximate(found) is found


def test_what_no_float_reaches_is_handed_back() -> None:
    """The 1000th power of e is infinite in floats; no bound is kept of what that does to the rest."""
    x, tile = made([0.0, 1000.0])

    def apply(n: Any, out: Any) -> None:
        with np.errstate(over="ignore"):
            np.exp(n, out=out)

    found = floats.function(x, 1000.0, apply, lambda error, wide: Error(0.0, error)).run(tile)
    assert np.asarray(found.n).tolist() == [1.0, 1.0]
    assert tile.again is not None
    assert tile.again.tolist() == [False, True]
