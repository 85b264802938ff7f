"""Exact values as the decimals that results show."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula import reals
from perfscheme.scheme.decimals import DIGITS, decimal_of, plain


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12))
def test_a_finite_decimal_is_shown_exactly(x: Decimal) -> None:
    """With all of its digits."""
    assert Fraction(decimal_of(Fraction(x))) == Fraction(x)


@given(st.fractions())
def test_any_other_number_is_shown_to_many_digits(x: Fraction) -> None:
    """Off by less than half a unit of the last of them."""
    found = Fraction(decimal_of(x))
    assert abs(found - x) <= abs(x) / Fraction(10) ** (DIGITS - 1)


def test_a_host_with_another_precision_changes_nothing() -> None:
    """Decimals are made in contexts of our own."""
    with decimal.localcontext(decimal.Context(prec=3)):
        assert str(decimal_of(Fraction("12345.678"))) == "12345.678"
        assert len(str(decimal_of(Fraction(1, 3)))) == DIGITS + 2


def test_an_irrational_number() -> None:
    """To as many digits as others."""
    assert str(decimal_of(reals.power(Fraction(2), Fraction(1, 2)))) == "1.414213562373095048801688724"


@pytest.mark.parametrize(("x", "text"), [("1E+3", "1000"), ("1E-7", "0.0000001"), ("89.50", "89.50")])
def test_no_exponents(x: str, text: str) -> None:
    """People read digits."""
    assert plain(Decimal(x)) == text


@pytest.mark.parametrize(
    ("exponent", "text"), [(-100, "3.720075976020835962959695804E-44"), (-500, "7.124576406741285531549157377E-218")]
)
def test_a_small_irrational_number(exponent: int, text: str) -> None:
    """Its digits were those of how closely it had been enclosed; what cannot be told from 0 is shown as 0."""
    assert decimal_of(reals.exp(Fraction(exponent), None)) == Decimal(text)
    assert decimal_of(reals.exp(Fraction(-3000), None)) == 0
    assert float(reals.exp(Fraction(-3000), None)) == 0
