"""Cuts on floats."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.cuts import decimal, least_float
from perfscheme.formula.nodes import Cut


@given(st.floats(-1e6, 1e6), st.fractions(-(10**6), 10**6, max_denominator=997), st.booleans())
def test_a_float_reaches_a_cut_where_its_decimal_does(x: float, at: Fraction, inclusive: bool) -> None:
    """One comparison of floats decides what the printed decimals decide."""
    place, whole = least_float(Cut(at, inclusive))
    reached = decimal(x) >= at if inclusive else decimal(x) > at
    assert (x >= place if whole else x > place) is reached


@pytest.mark.parametrize("inclusive", [True, False])
@pytest.mark.parametrize("text", ["0.1", "44.9", "1/3", "1e-7", "123456.789"])
def test_floats_next_to_a_cut(text: str, inclusive: bool) -> None:
    """The two floats beside a cut lie on their own sides of it."""
    at = Fraction(text)
    place, whole = least_float(Cut(at, inclusive))
    for x in (math.nextafter(place, -math.inf), place, math.nextafter(place, math.inf)):
        reached = decimal(x) >= at if inclusive else decimal(x) > at
        assert (x >= place if whole else x > place) is reached


def test_a_float_is_the_decimal_that_prints_it() -> None:
    """0.1 is one tenth, and not the binary fraction that stores it."""
    assert decimal(0.1) == Fraction(1, 10)
