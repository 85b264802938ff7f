"""Rounding of whole-number ratios in float64 is exact rounding."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.nodes import MODES, Mode
from perfscheme.formula.reals import round_ratio
from perfscheme.formula.vector.operations import Operation, TooLarge
from perfscheme.formula.vector.roundings import rounded, whole_ratio

WIDE = 2**50


@given(
    st.lists(st.tuples(st.integers(-WIDE, WIDE), st.integers(1, WIDE)), min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 8)), max_size=20),
    st.sampled_from(MODES),
)
def test_ratios_round_exactly(wide: list[tuple[int, int]], close: list[tuple[int, int]], mode: Mode) -> None:
    """One division and a floor decide every ratio below the limit, ties of small ones included."""
    pairs = wide + close
    a, b = (np.array(part, np.float64) for part in zip(*pairs, strict=True))
    out = np.empty(len(pairs))
    whole_ratio(a, b, mode, nonnegative=False, out=out)
    assert out.tolist() == [round_ratio(Fraction(n, d), mode) for n, d in pairs]


@given(st.lists(st.tuples(st.integers(0, WIDE), st.integers(1, 1000)), min_size=1, max_size=20), st.sampled_from(MODES))
def test_the_short_ways_for_nonnegative_ratios(pairs: list[tuple[int, int]], mode: Mode) -> None:
    """They give what the long way gives."""
    a, b = (np.array(part, np.float64) for part in zip(*pairs, strict=True))
    out = np.empty(len(pairs))
    whole_ratio(a, b, mode, nonnegative=True, out=out)
    assert out.tolist() == [round_ratio(Fraction(n, d), mode) for n, d in pairs]


@pytest.mark.parametrize("mode", MODES)
def test_steps_of_any_size(mode: Mode, column: Callable[..., Operation], values: Any) -> None:
    """To thirds, to fives, to hundredths: the multiple that is next."""
    for unit in (Fraction(1, 3), Fraction(5), Fraction(1, 100)):
        found = rounded(column(-25, 10, 75, 124, q=10), unit, mode, reach=Fraction(13), nonnegative=False)
        assert values(found) == [unit * round_ratio(Fraction(n, 10) / unit, mode) for n in (-25, 10, 75, 124)]


def test_what_would_not_fit_is_refused(column: Callable[..., Operation]) -> None:
    """A step too fine for the numbers goes another way."""
    with pytest.raises(TooLarge):
        rounded(column(10**9, 1, 1, 1), Fraction(1, 10**9), "half-up", reach=Fraction(10**9), nonnegative=True)
