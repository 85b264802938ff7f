"""Rational geometric means, found by coprime parts."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.factors import coprime, geometric_mean

ratios = st.builds(Fraction, st.integers(1, 60), st.integers(1, 60))


@given(st.lists(st.integers(1, 5000), max_size=6))
def test_parts_are_coprime_and_make_up_every_number(numbers: list[int]) -> None:
    """No two parts share a divisor, and dividing by parts leaves nothing of any number."""
    parts = coprime(numbers)
    assert all(math.gcd(a, b) == 1 for a, b in itertools.combinations(parts, 2))
    for number in numbers:
        for part in parts:
            while number % part == 0:
                number //= part
        assert number == 1


@given(st.lists(st.tuples(st.integers(1, 6), ratios), min_size=1, max_size=4))
def test_a_mean_is_the_root_of_the_product(parts: list[tuple[int, Fraction]]) -> None:
    """Raised to the order it is the product; where there is none, no fraction nearby is."""
    counts, values = [count for count, _ in parts], [value for _, value in parts]
    product = math.prod(value**count for count, value in parts)
    mean = geometric_mean([Fraction(count, 7) for count in counts], values)
    if mean is not None:
        assert mean ** sum(counts) == product
    else:
        near = Fraction(float(product) ** (1 / sum(counts))).limit_denominator(10**6)
        assert near ** sum(counts) != product


@given(ratios, st.lists(st.integers(1, 9), min_size=1, max_size=4))
def test_the_mean_of_equal_values_is_that_value(value: Fraction, counts: list[int]) -> None:
    """Also where the value is no perfect power."""
    assert geometric_mean(list(map(Fraction, counts)), [value] * len(counts)) == value


@pytest.mark.parametrize("tiny", ["0.3333333333333333", "2.0740698640549514e-91"])
def test_a_root_of_high_order_forms_no_giant_product(tiny: str) -> None:
    """Weights of 78.9 and 21.1 make a root of order 1000, which used to take a third of a second."""
    assert geometric_mean([Fraction("78.9"), Fraction("21.1")], [Fraction("64.01367246501462"), Fraction(tiny)]) is None
