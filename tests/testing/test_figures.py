"""Figures that random schemes are written with."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfscheme.nouns.roundings import Rounding, TotalRounding
from perfscheme.testing.figures import ascending, decimals, maybe, roundings, shares, total_roundings


@given(st.data(), st.integers(-50, 50), st.integers(0, 30))
def test_decimals_keep_within_their_ends(data: st.DataObject, low: int, width: int) -> None:
    """And have few decimals."""
    found = data.draw(decimals(low, low + width))
    assert low <= found <= low + width
    assert (found * 100).denominator == 1


@given(decimals(Fraction(1, 3), Fraction(2, 5)))
def test_a_narrow_range_gets_more_decimals(found: Fraction) -> None:
    """Where none with few lies in it."""
    assert Fraction(1, 3) <= found <= Fraction(2, 5)


@given(ascending((Fraction(0), Fraction(1)), 2, 4))
def test_ascending_numbers(found: list[Fraction]) -> None:
    """Are different, and in order."""
    assert found == sorted(set(found))
    assert 2 <= len(found) <= 4


@given(st.integers(1, 6).flatmap(shares))
def test_shares_add_up(found: list[Fraction]) -> None:
    """Exactly, none below 0."""
    assert sum(found) == 100
    assert min(found) >= 0


@given(roundings(), total_roundings(), maybe(roundings(), once_in=1))
def test_roundings(some: Rounding, total: TotalRounding, always: Rounding | None) -> None:
    """Are valid, whatever their mode and places."""
    assert some.unit > 0
    assert total.unit > 0
    assert always is not None
