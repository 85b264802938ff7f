"""What analysis says of a node holds for every record."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from graphs.formulas import batches, formulas, record
from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Const, Formula, Input, State
from perfscheme.formula.reals import compare
from perfscheme.formula.vector.tiles import Columns

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
X = Input("x", Fraction(0), Fraction(10))


@settings(max_examples=200, suppress_health_check=SLOW)
@given(formulas(), batches(6))
def test_values_and_absences_are_within_what_is_said(formula: Formula, columns: Columns) -> None:
    """No record's value leaves the range, and no record's absence is one that was ruled out."""
    analysis = Analysis()
    reach, absences = analysis.range(formula), analysis.absences(formula)
    for row in range(columns.rows):
        try:
            found = Evaluation(record(columns, row))(formula)
        except Undefined:
            continue
        if isinstance(found, State):
            assert found in absences
        else:
            assert reach is not None
            assert not isinstance(reach.low, Fraction) or compare(found, reach.low) >= 0
            assert not isinstance(reach.high, Fraction) or compare(found, reach.high) <= 0


@settings(max_examples=200, suppress_health_check=SLOW)
@given(formulas(), batches(6))
def test_values_of_complete_records_are_within_what_is_said_of_them(formula: Formula, columns: Columns) -> None:
    """Nor is the range of these wider than that of all records."""
    reach, every = Analysis().complete.range(formula), Analysis().range(formula)
    if reach is not None:
        assert every is not None
        assert every.low <= reach.low <= reach.high <= every.high
    for row in range(columns.rows):
        values = record(columns, row)
        if any(isinstance(value, State) for value in values.values()):
            continue
        try:
            found = Evaluation(values)(formula)
        except Undefined:
            continue
        if not isinstance(found, State):
            assert reach is not None
            assert not isinstance(reach.low, Fraction) or compare(found, reach.low) >= 0
            assert not isinstance(reach.high, Fraction) or compare(found, reach.high) <= 0


def test_a_default_takes_the_missing_away() -> None:
    """What stands in for a missing value leaves only what does not apply."""
    assert Analysis().absences(nodes.default(X, 3)) == {State.NOT_APPLICABLE}


def test_constants_are_never_absent() -> None:
    """Nor is what is made of them."""
    assert Analysis().absences(nodes.Least((Const(Fraction(1)), Const(Fraction(2))))) == frozenset()


@pytest.mark.parametrize("limit", [None, 1000])
def test_inputs_without_a_range(limit: int | None) -> None:
    """They reach as far as is asked, or everywhere."""
    found = Analysis(limit=limit).range(2 * Input("y"))
    assert found is not None
    assert found.high == (2000 if limit else float("inf"))


def test_a_mean_of_nothing_that_weighs() -> None:
    """Weights of 0 alone leave no mean, though every term is there; one that is surely more leaves one."""
    seven, zero = Const(Fraction(7)), Const(Fraction(0))
    assert Analysis().absences(nodes.Mean((zero, zero), (seven, seven))) == {State.MISSING}
    assert Analysis().absences(nodes.Mean((zero, Const(Fraction(1))), (seven, seven))) == frozenset()


def test_of_whole_records_only_the_formula_makes_something_absent():
    """No input is; a mean of weights that are all 0 is still missing."""
    x = Input("x")
    nothing = nodes.Mean((nodes.Const(Fraction(0)),), (x,))
    assert Analysis().complete.absences(x + 1) == frozenset()
    assert Analysis().complete.absences(nothing) == {State.MISSING}


def test_a_case_for_an_absence_that_cannot_be_is_never_taken():
    """What stands in for a missing value is itself there."""
    x = nodes.default(Input("x"), 0)
    root = nodes.If(nodes.InState(x, State.MISSING), nodes.Absent(State.MISSING), x)
    assert Analysis().absences(root) == {State.NOT_APPLICABLE}
