"""Leniencies of raters."""

from fractions import Fraction

import numpy as np

from perfscheme.evidence.leniencies import leniencies
from perfscheme.evidence.wholes import Quotients


def test_leniency_is_the_mean_distance() -> None:
    """Of those with enough scores; the others have none."""
    means = Quotients(np.array([3, 7, 4]), np.array([1, 2, 1]), np.zeros(3, np.bool_))
    found = leniencies(np.array([0, 0, 1]), np.array([80, 90, 50]), 20, means, 2)
    assert [found.at(0), found.at(1)] == [(Fraction(4 - 3) + Fraction(9, 2) - Fraction(7, 2)) / 2, 0]


def test_nobody_rated() -> None:
    """No raters, no leniency."""
    none = np.empty(0, np.int64)
    assert len(leniencies(none, none, 1, Quotients(none, none, np.empty(0, np.bool_)), 2).over) == 0
