"""Whole numbers in arrays."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.evidence.wholes import Quotients, plus, product, sums, times, whole_array

WIDE = st.one_of(st.integers(-5, 5), st.integers(-(10**18), 10**18), st.integers(-(10**30), 10**30))


@given(st.lists(st.tuples(st.integers(0, 3), WIDE), max_size=12))
def test_sums_are_exact_however_large(rows: list[tuple[int, int]]) -> None:
    """By group."""
    found = sums(whole_array([x for _, x in rows]), np.array([g for g, _ in rows], np.intp), 4)
    assert [int(x) for x in found] == [sum(x for g, x in rows if g == group) for group in range(4)]


@given(st.lists(st.tuples(WIDE, WIDE), min_size=1, max_size=5), WIDE)
def test_arithmetic_is_exact_however_large(pairs: list[tuple[int, int]], factor: int) -> None:
    """Number by number."""
    a, b = (whole_array([pair[i] for pair in pairs]) for i in (0, 1))
    assert [int(x) for x in plus(a, b)] == [x + y for x, y in pairs]
    assert [int(x) for x in product(a, b)] == [x * y for x, y in pairs]
    assert [int(x) for x in times(a, factor)] == [x * factor for x, _ in pairs]


@given(WIDE, st.integers(1, 10**12), st.integers(0, 6))
def test_quotients_round_half_away_from_zero(over: int, under: int, decimals: int) -> None:
    """Once, from the exact number."""
    quotients = Quotients(whole_array([over]), whole_array([under]), np.zeros(1, bool))
    exact = Fraction(over, under) * 10**decimals
    whole = int((2 * abs(exact) + 1) // 2) * (-1 if over < 0 else 1)
    assert int(quotients.rounded(decimals)[0]) == whole
    assert quotients.scaled(Fraction(2, 3)).at(0) == Fraction(over, under) * Fraction(2, 3)
