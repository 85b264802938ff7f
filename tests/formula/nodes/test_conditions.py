"""Conditions, put together."""

from __future__ import annotations

from fractions import Fraction

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
