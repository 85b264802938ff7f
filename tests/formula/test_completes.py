"""Complete records: ranges where everything is there."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import Absent, Const, Formula, If, Input, InState, LabelInput, Mean, State
from perfscheme.formula.ranges import Range

X, Y = Input("x", Fraction(0), Fraction(50)), Input("y", Fraction(0), Fraction(100))
ONE, THREE, ZERO = (Const(Fraction(n)) for n in (1, 3, 0))
LABEL, OTHER = LabelInput("role", ("a", "b")), LabelInput("place", ("a", "b"))


@pytest.mark.parametrize(
    ("node", "high"),
    [
        (Mean((ONE, THREE), (X, Y)), Fraction(175, 2)),
        (Mean((ONE, nodes.Choose(LABEL, (ONE, THREE))), (X, Y)), Fraction(175, 2)),  # by weights that follow a label
        (Mean((nodes.Choose(LABEL, (ONE, ZERO)), nodes.Choose(LABEL, (ONE, ZERO))), (X, Y)), 75),  # some weigh nothing
        (Mean((nodes.Choose(LABEL, (ONE, THREE)), nodes.Choose(OTHER, (ONE, THREE))), (X, Y)), 100),  # of two labels
        (Mean((ONE, nodes.Choose(LABEL, (ONE, Input("w", Fraction(0), None)))), (X, Y)), 100),  # that are not fixed
        (Mean((ONE, ONE), (If(nodes.Compare(Y, "above", X), X, Absent(State.NOT_APPLICABLE)), Y)), 100),  # by a rule
        (If(InState(X, State.MISSING), Y, X), 50),
        (nodes.default(X, 70), 50),
    ],
)
def test_what_is_there_bounds_what_is_made_of_it(node: Formula, high: Fraction) -> None:
    """As far as it is certain to be there; of all records the range is wider, or as wide."""
    assert Analysis().complete.range(node) == Range(Fraction(0), Fraction(high))
    every = Analysis().range(node)
    assert every is not None
    assert every.high >= high


def test_a_mean_of_nothing_that_weighs_has_the_range_of_its_terms() -> None:
    """It has no value at all."""
    assert Analysis().complete.range(Mean((ZERO,), (X,))) == Range(Fraction(0), Fraction(50))
