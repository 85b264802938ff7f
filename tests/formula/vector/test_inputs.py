"""Columns as operations read them."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest

from perfscheme.formula.nodes import Cut, Input
from perfscheme.formula.vector.inputs import flag_invalid, float_input, level_steps, number_input
from perfscheme.formula.vector.tiles import MISSING, NOT_APPLICABLE, Columns, Tile


def tile(*column: float, outside: list[bool] | None = None) -> Tile:
    masks = {} if outside is None else {"x": np.array(outside)}
    return Tile(Columns({"x": np.array(column)}, masks, {}, len(column)), len(column))


def again(here: Tile) -> list[bool]:
    return [False] * here.rows if here.again is None else here.again.tolist()


def test_typed_decimals_are_whole_numbers() -> None:
    """0.07 is 7 hundredths; what was not typed with so few decimals is handed back."""
    here = tile(0.07, 93.55, 1.005, 12)
    value = number_input(Input("x", Fraction(0), Fraction(100)), 2, 10_000).run(here)
    assert np.asarray(value.n).tolist()[:2] == [7, 9355]
    assert again(here) == [False, False, True, False]


def test_a_sum_that_looks_like_a_decimal_is_none() -> None:
    """0.1 + 0.2 is not 0.3, and a host that hands it in has its reasons."""
    here = tile(0.1 + 0.2, 0.3)
    number_input(Input("x", Fraction(0), Fraction(1)), 1, 10).run(here)
    assert again(here) == [True, False]


def test_absences() -> None:
    """NaN is missing, or not applicable where the host says so."""
    here = tile(math.nan, math.nan, 1, outside=[True, False, False])
    value = number_input(Input("x", Fraction(0), Fraction(1)), 0, 1).run(here)
    assert np.asarray(value.state).tolist() == [NOT_APPLICABLE, MISSING, 0]
    assert again(here) == [False] * 3


@pytest.mark.parametrize(
    ("valid", "column", "want"),
    [
        (Input("x", Fraction(0), Fraction(10)), [-0.1, 0, 10, 10.1], [True, False, False, True]),
        (Input("x", Fraction(1, 3), None), [0.3333333333333333, 0.34, 1e300, 1], [True, False, True, False]),
        (
            Input("x", Fraction(0), Fraction(100), (Fraction(0), Fraction(1))),
            [0, 0.5, 1, 1.01],
            [False, True, True, False],
        ),
        (Input("x"), [-1e13, 1e13, 0, math.inf], [True, True, False, True]),
    ],
)
def test_values_outside_are_flagged(valid: Input, column: list[float], want: list[bool]) -> None:
    """Beyond an end, in the gap of percents, beyond what a plan carries; next to a limit that no float is."""
    here = tile(*column)
    flag_invalid(here, here.numbers("x"), valid, 1e12)
    assert again(here) == want


def test_a_column_of_floats() -> None:
    """Is taken as it is, within half a unit of the last place."""
    here = tile(math.pi, math.nan)
    operation = float_input(Input("x"), 1e12)
    assert operation.error is not None
    assert operation.error.relative == 2.0**-53
    value = operation.run(here)
    assert np.asarray(value.n)[0] == math.pi
    assert np.asarray(value.state).tolist() == [0, MISSING]


def test_numbers_so_small_that_their_products_lose_digits() -> None:
    """Are handed back: 1e-162 squared is half gone in a float, and no relative error bounds that."""
    here = tile(1e-162, -1e-162, 0.0, 1e-29, -1.0)
    float_input(Input("x"), 1e12).run(here)
    assert again(here) == [True, True, False, False, False]


def test_levels_straight_on_a_column() -> None:
    """Comparisons decide, whatever the decimals: 0.1 reaches a tenth, the float below it does not."""
    here = tile(math.nextafter(0.1, 0), 0.1, 0.2, math.nextafter(0.2, 1))
    cuts = [Cut(Fraction(1, 10)), Cut(Fraction(1, 5), inclusive=False)]
    found = level_steps(Input("x", Fraction(0), Fraction(1)), cuts, [Fraction(1), Fraction(3, 2), Fraction(2)], 1e12)
    assert found.q == 2
    assert np.asarray(found.run(here).n).tolist() == [2, 3, 3, 4]
    assert np.asarray(found.times(5)(here).n).tolist() == [10, 15, 15, 20]
    assert again(here) == [False] * 4
