"""Irrational numbers as enclosures, and rounding by every mode."""

from __future__ import annotations

import decimal
import math
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula import reals
from perfscheme.formula.nodes import MODES
from perfscheme.formula.reals import Real

positive = st.fractions(Fraction(1, 100), 1000, max_denominator=200)
ROUNDINGS = {mode: f"ROUND_{mode.replace('-', '_').upper()}" for mode in MODES}


@given(st.integers(-(10**6), 10**6), st.sampled_from(MODES))
def test_rounding_is_that_of_decimal(thousandths: int, mode: str) -> None:
    """Every mode does what the `decimal` module does under the same name."""
    x = decimal.Decimal(thousandths) / 1000
    assert reals.round_ratio(Fraction(x), mode) == int(x.to_integral_value(ROUNDINGS[mode]))


@given(st.fractions(-50, 50, max_denominator=90), st.sampled_from([Fraction(1, 3), Fraction("0.05"), Fraction(5)]))
def test_rounding_to_steps_is_to_the_nearest_multiple(x: Fraction, unit: Fraction) -> None:
    """Half-up never moves a number by more than half a step."""
    found = reals.round_to(x, unit, "half-up")
    assert (found / unit).denominator == 1
    assert abs(found - x) <= unit / 2


@given(positive, st.sampled_from([16, 64, 200]))
def test_an_enclosure_holds_the_number(x: Fraction, bits: int) -> None:
    """The square of an enclosed root encloses the number again, as narrowly as was asked."""
    root = reals.power(x, Fraction(1, 2))
    low, high = reals.enclosure(root, bits)
    assert low**2 <= x <= high**2
    assert high - low <= Fraction(1, 2 ** (bits - 4))


@given(positive, positive)
def test_logarithms_add_up(x: Fraction, y: Fraction) -> None:
    """Log x + log y is log of x y, which no enclosure contradicts."""
    total = reals.combine([(Fraction(1), reals.log(x, None)), (Fraction(1), reals.log(y, None))], Fraction(0))
    assert reals.compare(total, reals.log(x * y, None)) == 0


@given(positive)
def test_exp_undoes_log(x: Fraction) -> None:
    """E to the power of log x is x, as far as any enclosure tells."""
    assert reals.compare(reals.exp(reals.log(x, None), None), x) == 0


@pytest.mark.parametrize(
    ("found", "want"),
    [
        (lambda: reals.power(Fraction(4, 9), Fraction(3, 2)), Fraction(8, 27)),
        (lambda: reals.log(Fraction(8), Fraction(4)), Fraction(3, 2)),
        (lambda: reals.log(Fraction(1), None), Fraction(0)),
        (lambda: reals.exp(Fraction(0), None), Fraction(1)),
        (lambda: reals.exp(Fraction(3), Fraction(10)), Fraction(1000)),
        (lambda: reals.multiply(reals.log(Fraction(2), None), Fraction(0)), Fraction(0)),
    ],
)
def test_what_is_rational_is_found_rational(found: Callable[[], reals.Exact], want: Fraction) -> None:
    """So that a tie on it is decided and not only approached."""
    assert found() == want


def test_comparisons_of_close_numbers() -> None:
    """A tenth digit beyond the thirtieth still tells two numbers apart."""
    root = reals.power(Fraction(2), Fraction(1, 2))
    low, high = reals.enclosure(root, 200)
    assert reals.compare(root, low - Fraction(1, 10**40)) == 1
    assert reals.compare(root, high + Fraction(1, 10**40)) == -1
    assert reals.compare(root, root) == 0


@given(positive)
def test_a_float_of_a_real_is_correctly_rounded(x: Fraction) -> None:
    """It is the float next to sixty digits of the number."""
    with decimal.localcontext(decimal.Context(prec=60)):
        digits = (decimal.Decimal(x.numerator) / x.denominator).ln()
    assert float(reals.log(x, None)) == float(digits)


def test_rounding_an_irrational_number() -> None:
    """It is decided by an enclosure that is narrow enough."""
    assert reals.round_to(reals.log(Fraction(10), None), Fraction(1, 10**20), "half-up") == Fraction(
        "2.30258509299404568402"
    )


def test_quotients_of_reals() -> None:
    """Log 8 over log 2 is three, as far as any enclosure tells."""
    ratio = reals.divide(reals.log(Fraction(8), None), reals.log(Fraction(2), None))
    assert isinstance(ratio, Real)
    assert reals.compare(ratio, Fraction(3)) == 0
    assert math.isclose(float(ratio), 3)


@pytest.mark.parametrize(
    ("n", "degree", "want"), [(0, 3, 0), (1, 7, 1), (27, 3, 3), (28, 3, None), (2, 5, None), (7, 1, 7)]
)
def test_whole_roots(n: int, degree: int, want: int | None) -> None:
    """A root is whole or is none."""
    assert reals.root(n, degree) == want


def test_numbers_are_sorted_by_size() -> None:
    """Rationals among others, and equals as they stand."""
    root = reals.power(Fraction(2), Fraction(1, 2))
    found = [Fraction(3, 2), root, Fraction(7, 5), reals.power(Fraction(2), Fraction(1, 2))]
    rising, falling = (sorted(found, key=reals.by_size, reverse=reverse) for reverse in (False, True))
    assert [found.index(x) for x in rising] == [2, 1, 3, 0]
    assert [found.index(x) for x in falling] == [0, 1, 3, 2]
