"""Units and their conversion."""

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input
from perfscheme.nouns.units import UNITS, UnitName, convert, factor, natural_range

NAMES = st.sampled_from(sorted(UNITS))


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("days", "hours", "24"),
        ("minutes", "hours", "1/60"),
        ("percent", "fraction", "1/100"),
        ("hours", "percent", None),
        ("number", "count", None),
    ],
)
def test_factors_are_exact(found, wanted, expected):
    """A day has 24 hours, and other kinds do not convert."""
    assert factor(found, wanted) == (None if expected is None else Fraction(expected))


@given(NAMES, NAMES, st.fractions())
def test_there_and_back(found, wanted, value):
    """A conversion and its way back change nothing."""
    if factor(found, wanted) is None:
        with pytest.raises(ValueError, match="do not convert"):
            convert(Input("x"), found, wanted)
        return
    formula = convert(convert(Input("x"), found, wanted), wanted, found)
    assert Evaluation({"x": value})(formula) == value


def test_natural_ranges():
    """Shares have two ends, times and counts one, points, money and plain numbers none."""
    assert natural_range("percent") == (0, 100)
    assert natural_range("fraction") == (0, 1)
    assert natural_range("minutes") == natural_range("count") == (0, None)
    assert natural_range("points") == natural_range("currency") == natural_range("number") == (None, None)


def test_every_unit_is_there():
    """The words of the scheme and the table agree."""
    assert set(UNITS) == set(get_args(UnitName))
