"""The restricting interpreter: with all inputs but one known, the same value by a smaller formula."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Compare, Const, Formula, If, Input, InState, LabelInput, State
from perfscheme.formula.reals import compare
from perfscheme.formula.restriction import Outline
from perfscheme.testing import records, schemes

X, Y = Input("x", Fraction(0), Fraction(10)), Input("y")
ROLE = LabelInput("role", ("junior", "senior"))
KNOWN: dict[str, Any] = {"x": Fraction(4), "y": Fraction(3), "role": "senior", "z": State.MISSING}


def _found(node: Formula, values: Any) -> Any:
    try:
        return Evaluation(values)(node)
    except Undefined:
        return None


def _numbers(*found: Any) -> bool:
    return not any(x is None or isinstance(x, State) for x in found)


@settings(max_examples=30, phases=(Phase.explicit, Phase.generate))
@given(st.data())
def test_a_restricted_scheme_has_the_same_total_for_every_value(data: st.DataObject) -> None:
    """Whatever the one input is, total and absence are those of the whole formula."""
    scheme = data.draw(schemes())
    card = scheme.score(data.draw(records(scheme)))
    numbers = [key for key, value in card.inputs.items() if isinstance(value, Fraction)]
    if not numbers or card.total is None:
        return
    key = data.draw(st.sampled_from(numbers))
    other = scheme.score(data.draw(records(scheme))).inputs[key]
    values = {**card.inputs, key: other}
    small = Outline(scheme.statement.total).restrict(card.evaluation, key)
    found, wanted = (_found(node, values) for node in (small, scheme.statement.total))
    assert found is wanted or (_numbers(found, wanted) and compare(found, wanted) == 0)


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Y * 2, Const),
        (Input("z") + 1, nodes.Absent),
        (nodes.Choose(ROLE, (Y, X)), Input),
        (If(Compare(Y, "above", Const(Fraction(1))), X, Y), Input),
        (If(Compare(Y, "above", Const(Fraction(1))) & Compare(X, "above", Y), X, Y), If),
        (If(Compare(Y, "below", Const(Fraction(1))) & Compare(X, "above", Y), X, Const(Fraction(2))), Const),
        (If(Compare(Y, "above", Const(Fraction(1))) | Compare(X, "above", Y), X, Y), Input),
        (If(InState(Input("z"), State.MISSING), X, Y), Input),
    ],
)
def test_what_the_known_inputs_decide_is_decided(node: Formula, expected: type) -> None:
    """Cases are taken, constants computed, absences found."""
    assert isinstance(Outline(node).restrict(Evaluation(KNOWN), "x"), expected)


def test_what_is_undefined_in_a_case_that_is_not_taken_does_no_harm() -> None:
    """A division by zero stays where nobody goes."""
    node = If(Compare(X, "above", Const(Fraction(99))), nodes.quotient(1, Y - 3), X)
    assert Evaluation(KNOWN)(Outline(node).restrict(Evaluation(KNOWN), "x")) == 4


def test_more_can_be_said_of_a_restricted_formula() -> None:
    """With the sign of the other factor known, the direction is."""
    node = X * Y
    assert Analysis().directions(node)["x"] == 3
    assert Analysis().directions(Outline(node).restrict(Evaluation(KNOWN), "x"))["x"] == 1
