"""Figures."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from perfscheme.evidence.figures import figures_of
from perfscheme.evidence.wholes import Quotients, whole_array


def quotients(*numbers: str | None) -> Quotients:
    found = [Fraction(x or 0) for x in numbers]
    return Quotients(
        whole_array([x.numerator for x in found]),
        whole_array([x.denominator for x in found]),
        np.array([x is None for x in numbers]),
    )


def test_numbers_that_end_have_as_many_decimals_as_the_longest() -> None:
    """Those of a subject without a number do not count."""
    found = figures_of(quotients("1/4", "-2", None), None)
    assert (found.decimals, [found.at(place) for place in range(3)]) == (2, [Fraction("0.25"), Fraction(-2), None])


def test_numbers_are_rounded_half_away_from_zero() -> None:
    """To the decimals that are asked for."""
    found = figures_of(quotients("1/8", "-1/8", "1/3"), 2)
    assert [found.at(place) for place in range(3)] == [Fraction("0.13"), Fraction("-0.13"), Fraction("0.33")]


@pytest.mark.parametrize(("number", "kind"), [("999999999999999", np.ndarray), ("1000000000000000", list)])
def test_a_column_is_an_array_where_a_float_prints_each_value(number: str, kind: type) -> None:
    """Fifteen digits are one float each."""
    column = figures_of(quotients(number, None), None).column()
    assert isinstance(column, kind)
    assert Fraction(column[0]) == Fraction(number)
