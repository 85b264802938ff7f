"""The states that a node can be in bound those that it is in."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from graphs.formulas import batches, formulas, record
from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Const, Formula, Input, LabelInput, State
from perfscheme.formula.presences import Presences
from perfscheme.formula.ranges import Ranges
from perfscheme.formula.vector.tiles import Columns

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
X, Y = Input("x"), Input("y")
ROLE = LabelInput("role", ("junior", "senior"))
P, M, N = State.PRESENT, State.MISSING, State.NOT_APPLICABLE


def mean(*weights: Any, coverage: int = 100, terms: tuple[Formula, ...] = (X, Y)) -> nodes.Mean:
    return nodes.Mean(tuple(map(nodes.formula, weights)), terms, Fraction(coverage, 100))


@settings(max_examples=200, suppress_health_check=SLOW)
@given(formulas(), batches(6))
def test_no_record_is_in_a_state_that_was_ruled_out(formula: Formula, columns: Columns) -> None:
    """Whatever it holds, and with the x of all of them missing."""
    every, lacking = Presences(Ranges()), Presences(Ranges(), missing="x")
    for row in range(columns.rows):
        values = record(columns, row)
        for run, given_ in ((every, values), (lacking, {**values, "x": State.MISSING})):
            try:
                found = Evaluation(given_)(formula)
            except Undefined:
                continue
            assert (found if isinstance(found, State) else P) in run.states(formula)


@pytest.mark.parametrize(
    ("node", "states"),
    [
        (X + Y, {M}),
        (nodes.default(X, 3), {P}),
        (nodes.default(X, 3) + Y, {P, M, N}),
        (nodes.If(nodes.InState(X, P), Y, Const(Fraction(1))), {P}),
        (nodes.If(nodes.Compare(X, "at-least", Y, absent=True), Const(Fraction(1)), Y), {P}),
        (nodes.If(~nodes.InState(X, M) | nodes.InState(Y, M), nodes.Absent(N), Const(Fraction(1))), {P, N}),
        (mean(70, 30), {M, N}),
        (mean(70, 30, coverage=30), {P, M, N}),
        (mean(70, 30, coverage=31), {M, N}),
        (mean(0, 30), {P, M, N}),
        (mean(70, 30, coverage=30, terms=(X, Const(Fraction(1)))), {P}),
        (mean(70, 30, coverage=31, terms=(X, Const(Fraction(1)))), {M}),
        (mean(nodes.If(nodes.InState(X, M), Const(Fraction(0)), Const(Fraction(70))), 30), {P, M, N}),
        (mean(Y, 30, coverage=50, terms=(Const(Fraction(1)), X)), {P, M, N}),
        (nodes.Best((X, Y), 2), {M}),
        (nodes.Best((X, Y), 1), {P, M}),
        (nodes.Absent(N) + X, {M}),
    ],
)
def test_without_x(node: Formula, states: set[State]) -> None:
    """What is left of the states of a node that reads it."""
    assert Presences(Ranges(), missing="x").states(node) == states


def test_without_a_label() -> None:
    """What it chooses is as absent; conditions on it say what they say of an absence."""
    run = Presences(Ranges(), missing="role")
    assert run.states(nodes.Choose(ROLE, (Const(Fraction(1)), X))) == {M}
    senior = nodes.OneOf(ROLE, frozenset({"senior"}))
    assert run.states(nodes.If(senior, nodes.Absent(N), Const(Fraction(1)))) == {P}
    assert run.states(nodes.If(nodes.LabelInState(ROLE, M), nodes.Absent(N), Const(Fraction(1)))) == {N}


def test_one_more_input_is_tried_without_starting_anew() -> None:
    """Only what leads to it is worked out again, and what was found before stays as it was."""
    both = X + nodes.default(Y, 0)
    run = Presences(Ranges())
    assert P in run.states(both)
    assert run.without("x", [X, both]).states(both) == {M}
    assert P in run.without("y", nodes.walk([both])).states(both)
    assert P in run.states(both)


@pytest.mark.parametrize("weight", [Const(Fraction(50)), Y, nodes.If(nodes.InState(X, M), Const(Fraction(0)), Y)])
@pytest.mark.parametrize("coverage", [30, 60])
def test_a_mean_without_one_more_input_is_as_if_it_were_worked_out_anew(weight: Formula, coverage: int) -> None:
    """Also where the input is a weight, where weights have no bound, and where it stands in several terms."""
    node = nodes.Mean((weight, Const(Fraction(30)), Y), (X, Y, X), Fraction(coverage, 100))
    run = Presences(Ranges())
    run.states(node)
    for key in "xy":
        found = run.without(key, [part for part in nodes.walk([node]) if not isinstance(part, Const)])
        assert found.states(node) == Presences(Ranges(), missing=key).states(node)


def test_inputs_may_be_known_to_apply() -> None:
    """Then nothing is left out because of them."""
    assert Presences(Ranges(), inputs=frozenset({P, M})).states(X + Y) == {P, M}
