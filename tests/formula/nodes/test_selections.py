"""Numbers that are chosen or bounded."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Greatest, Input, Least, State, clamp, default, greatest, least

X = Input("x")


@pytest.mark.parametrize(("value", "want"), [("5", "5"), ("-1", "0"), ("11", "10")])
def test_clamp(value: str, want: str) -> None:
    """A value is kept between two limits; an open side is left alone."""
    assert Evaluation({"x": Fraction(value)})(clamp(X, 0, 10)) == Fraction(want)
    assert clamp(X, None, None) is X


@pytest.mark.parametrize(
    ("state", "want"), [(State.MISSING, Fraction(4)), (State.NOT_APPLICABLE, State.NOT_APPLICABLE)]
)
def test_default_stands_in_for_what_is_missing_only(state: State, want: object) -> None:
    """What does not apply is not missing."""
    assert Evaluation({"x": state})(default(X, 4)) == want


def test_the_least_of_one_is_that_one() -> None:
    """No node stands where there is nothing to choose."""
    assert least(X) is greatest(X) is X
    assert isinstance(least(X, 3), Least)
    assert isinstance(greatest(X, 3), Greatest)
