"""Conditions, put together."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Absent, Compare, Input, State, present

X, Y = Input("x"), Input("y")


def test_conditions_combine() -> None:
    """With and, or and not."""
    run = Evaluation({"x": Fraction(7, 2), "y": Fraction(-2)})
    above, below = Compare(X, "above", Y), Compare(X, "below", Y)
    assert run.holds(above & ~below)
    assert run.holds(above | below)
    assert not run.holds(above & below)


def test_presence_is_a_condition() -> None:
    """What is not there is not present, whatever the reason."""
    run = Evaluation({"x": Fraction(0)})
    assert run.holds(present(X))
    assert not any(run.holds(present(Absent(state))) for state in (State.MISSING, State.NOT_APPLICABLE))


def test_a_comparison_takes_numbers() -> None:
    """On either side."""
    run = Evaluation({"x": Fraction(80)})
    assert run.holds(Compare(X, "at-least", 80) & ~Compare(80.5, "at-most", X))


def test_an_unknown_relation_is_refused() -> None:
    """Else every interpreter took it for another."""
    relation: Any = "at_least"
    with pytest.raises(ValueError, match="'at_least' is no relation: write one of at-least, above,"):
        Compare(X, relation, Y)


def test_a_condition_is_neither_true_nor_false() -> None:
    """`if` and `and` would choose when the scheme is stated, for everybody."""
    with pytest.raises(TypeError, match=r"write If\(condition, then, other\)"):
        bool(present(X))
