"""What a figure or a condition lacks."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import (
    Compare,
    Condition,
    Const,
    Every,
    If,
    Input,
    InState,
    LabelInput,
    Not,
    OneOf,
    Some,
    State,
    default,
    least,
)
from perfscheme.nouns.aggregations.children import absence
from perfscheme.scheme.absences import lacking, undecided

X, Y, LABEL = Input("x"), Input("y"), LabelInput("role", ("a", "b"))
RUN = Evaluation({"x": State.MISSING, "y": Fraction(5), "role": State.MISSING})
GONE = Compare(X, "at-least", Const(Fraction(1)))
HIGH = Compare(Y, "at-least", Const(Fraction(1)))
LOW = Compare(Y, "below", Const(Fraction(1)))


def test_only_what_is_absent_is_lacking() -> None:
    """A part is named whole, a default stands in, and an untaken branch is not asked."""
    part = least(X, 9)
    assert list(lacking(X + Y, RUN, ())) == [X]
    assert list(lacking(part * 2, RUN, {part})) == [part]
    assert list(lacking(default(X, 3) + Y, RUN, ())) == []
    assert list(lacking(If(HIGH, X, Y), RUN, ())) == [X]
    assert list(lacking(If(LOW, X, Y), RUN, ())) == []
    assert list(lacking(absence(X), RUN, ())) == [X]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (GONE, True),
        (HIGH, False),
        (OneOf(LABEL, frozenset("a")), True),
        (InState(X, State.MISSING), False),
        (Not(GONE), True),
        (Every((GONE, HIGH)), True),
        (Every((GONE, LOW)), False),
        (Some((GONE, LOW)), True),
        (Some((GONE, HIGH)), False),
    ],
)
def test_a_condition_is_undecided_if_the_absent_value_could_turn_it(condition: Condition, expected: bool) -> None:
    """Where the rest decides, nothing was left to the absence."""
    assert undecided(condition, RUN) is expected
