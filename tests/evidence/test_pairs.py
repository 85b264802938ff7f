"""Pairs of subject and value."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.evidence.pairs import Pairs, ordered

ALIKE = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 7)), max_size=30).map(lambda rows: [*rows, (3, 0), (3, 7)])


@given(st.lists(st.integers(0, 2**40), max_size=20), st.sampled_from([2**10, 2**20, 2**33]))
def test_keys_are_sorted_however_many_and_large(keys: list[int], below: int) -> None:
    """By counting, too."""
    many = np.array(keys * 1000, np.int64) % below
    assert (ordered(many) == np.sort(many)).all()


def test_many_subjects_fit_beside_values_that_lie_far_apart() -> None:
    """Those who come later have no rows, and their places no room in a key."""
    pairs = Pairs.of(np.array([1, 0]), np.array([0, 2**60]))
    assert pairs.different(1000).tolist() == [1, 1] + [0] * 998
    assert pairs.ranked(np.zeros(1000, np.int64), 1000)[:2].tolist() == [2**60, 0]


@pytest.mark.parametrize("percent", ["33.3333333333333333", "33.33333333333333333333"])
@pytest.mark.parametrize("interpolated", [False, True])
def test_a_percentile_of_many_digits_is_no_other(percent: str, interpolated: bool) -> None:
    """A third, as somebody writes it: ranks are worked out beyond what an array of whole numbers holds."""
    pairs = Pairs.of(np.zeros(1000, np.intp), np.arange(1000))
    found = pairs.quantile(Fraction(percent), np.array([1000]), interpolated=interpolated).at(0)
    assert found == (Fraction(percent) * 999 / 100 if interpolated else 333)


@given(ALIKE, ALIKE)
def test_pairs_that_are_laid_out_alike_merge_like_any_others(one: list[tuple[int, int]], other: list[Any]) -> None:
    """They are put into each other as they are."""
    of = [Pairs.of(*(np.array(column) for column in zip(*rows))).compact() for rows in (one, other, one + other)]
    assert of[0].layout == of[1].layout
    both = of[0].merge(of[1])
    assert (both.keys.tolist(), both.counts.tolist()) == (of[2].keys.tolist(), of[2].counts.tolist())  # type: ignore[union-attr]
