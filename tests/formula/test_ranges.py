"""Ranges of nodes; that they hold for random formulas is held in test_analysis.py."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Const, Cut, Formula, Input, Piecewise, State
from perfscheme.formula.ranges import EVERYTHING, Range, Ranges, magnitude, piece_ends, times

X = Input("x", Fraction(-2), Fraction(10))
PLUS = Input("p", Fraction(1), Fraction(4))


@pytest.mark.parametrize(
    ("node", "low", "high"),
    [
        (5 - 2 * X, -15, 9), (X * X, 0, 100), (X * PLUS, -8, 40), (X / PLUS, -2, 10), (nodes.clamp(X, 0, 5), 0, 5),
        (nodes.Round(X, Fraction(5), "ceiling"), 0, 10), (nodes.Best((X, PLUS), 1), -2, 10),
        (nodes.Mean((PLUS, PLUS), (PLUS, Const(Fraction(9)))), 1, 9), (nodes.power(PLUS, Fraction(2)), 1, 16),
        (nodes.If(nodes.Always(True), PLUS, X), 1, 4),
        (Piecewise(X, (Cut(Fraction(0)),), ((Fraction(7), Fraction(0)), (Fraction(0), Fraction(1)))), 0, 10),
    ],
)  # fmt: skip
def test_known_ranges(node: Formula, low: int, high: int) -> None:
    """As narrow as is plain to see."""
    assert Ranges().range(node) == Range(Fraction(low), Fraction(high))


def test_a_divisor_that_can_be_zero_leaves_no_bound() -> None:
    """From both sides none at all, from one side none on that side."""
    assert Ranges().range(nodes.Quotient(PLUS, X)) == EVERYTHING
    found = Ranges().range(nodes.Quotient(PLUS, Input("z", Fraction(0), Fraction(2))))
    assert found == Range(Fraction(1, 2), math.inf)


def test_what_is_never_there_has_no_range() -> None:
    """Nor has anything made of it; beside others it changes nothing."""
    nothing = nodes.Absent(State.MISSING)
    assert Ranges().range(X + nothing) is None
    assert Ranges().range(nodes.If(nodes.Compare(X, "above", PLUS), X, nothing)) == Range(Fraction(-2), Fraction(10))


def test_enclosures_of_irrational_ends() -> None:
    """Outward, and close."""
    found = Ranges().range(nodes.Log(PLUS))
    assert found is not None
    assert found.low == 0
    assert math.isclose(float(found.high), math.log(4))
    assert found.high >= Fraction(math.log(4)) - Fraction(1, 10**15)


@pytest.mark.parametrize(("low", "high"), [(Fraction(2000), None), (None, Fraction(-2000))])
def test_an_open_range_that_begins_beyond_the_limit(low: Fraction | None, high: Fraction | None) -> None:
    """It had its ends the wrong way round, and no batch of such an input could be scored."""
    x = Input("x", low, high)
    end = low if high is None else high
    node = Piecewise(x, (Cut(Fraction(0)),), ((Fraction(1), Fraction(0)), (Fraction(2), Fraction(0))))
    ranges = Ranges(1000)
    assert ranges.range(x) == Range(end, end)
    assert ranges.range(node) is not None


def test_pieces_meet_only_their_part() -> None:
    """A piece that no value reaches has its ends the wrong way round."""
    node = Piecewise(X, (Cut(Fraction(0)), Cut(Fraction(10), inclusive=False)), ((Fraction(0), Fraction(0)),) * 3)
    ends = piece_ends(node, Range(Fraction(-2), Fraction(10)))
    assert ends[:2] == [(-2, 0), (0, 10)]
    assert ends[2][0] > ends[2][1]


def test_zero_times_infinity_is_zero() -> None:
    """For bounds, a factor of zero leaves nothing."""
    assert times(Fraction(0), math.inf) == 0
    assert times(Fraction(-2), math.inf) == -math.inf


def test_sizes() -> None:
    """The largest absolute value, and whether any is negative."""
    assert Range(Fraction(-7), Fraction(3)).size == magnitude(Fraction(-7)) == 7
    assert not Range(Fraction(-7), Fraction(3)).nonnegative
    assert Range(Fraction(0), math.inf).nonnegative
