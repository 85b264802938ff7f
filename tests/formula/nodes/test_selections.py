"""Numbers that are chosen or bounded."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import (
    Compare,
    Exp,
    Formula,
    Greatest,
    If,
    Input,
    Least,
    Mean,
    Round,
    State,
    clamp,
    default,
    greatest,
    least,
)

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


@pytest.mark.parametrize(
    ("node", "want"),
    [
        (If(Compare(X, "at-least", 80), 100, 0.5), "1/2"), (Mean([1, 3], [X, 8], 0.5), "8"),
        (Round(X, 0.1, "half-up"), "8"), (Exp(X, base=2), "256"),
    ],
)  # fmt: skip
def test_nodes_take_numbers(node: Formula, want: str) -> None:
    """Where a formula may stand a number may, and a list where several may."""
    assert Evaluation({"x": Fraction(8)})(node) == Fraction(want)


def test_an_unknown_mode_of_rounding_is_refused() -> None:
    """Else each interpreter rounds in a way of its own."""
    mode: Any = "half_up"
    with pytest.raises(ValueError, match="'half_up' is no mode of rounding: write one of up, down,"):
        Round(X, Fraction(1), mode)
