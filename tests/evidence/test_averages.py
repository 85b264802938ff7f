"""Averages and distances of groups."""

from fractions import Fraction

import numpy as np
import pytest

from perfscheme.evidence.averages import grouped, mixed, scaled
from perfscheme.nouns.evidence.panels import TrimmedMean

GROUPS = np.array([7, 2, 7, 7, 2, 7, 7])
SCORES = [5, 4, 1, 2, 1, 2, 9]


@pytest.mark.parametrize("factor", [1, 10**18])
@pytest.mark.parametrize(
    ("how", "wanted"), [("mean", [Fraction(5, 2), Fraction(19, 5)]), ("median", [Fraction(5, 2), 2]),
                        (TrimmedMean(20), [Fraction(5, 2), 3]), (TrimmedMean(40), [Fraction(5, 2), 2])]
)  # fmt: skip
def test_groups(how: object, wanted: list[Fraction], factor: int) -> None:
    """In the order of their numbers; numbers too large for int64 are added, too."""
    found = grouped(GROUPS, scaled([Fraction(x) for x in SCORES], factor))
    over, under = found.average(how)  # type: ignore[arg-type]
    assert found.groups.tolist() == [2, 7]
    assert [Fraction(int(a), int(b) * factor) for a, b in zip(over, under, strict=True)] == wanted
    assert [int(x) // factor for x in found.distances()] == [3, 3 + 7 + 1]


def test_no_groups() -> None:
    """Nobody was rated."""
    found = grouped(np.empty(0, np.intp), np.empty(0, np.int64))
    assert [len(x) for x in (*found.average("mean"), *found.average(TrimmedMean(10)), found.distances())] == [0] * 5


def test_a_mix_without_weights_has_no_divisor() -> None:
    """Weights are taken row by row."""
    one, two, none = np.array([1, 1]), np.array([2, 2]), np.array([0, 3])
    over, under = mixed([(one, two, none), (np.array([1, 3]), one, np.array([0, 1]))])
    assert (under[0], Fraction(int(over[1]), int(under[1]))) == (0, Fraction(9, 8))
