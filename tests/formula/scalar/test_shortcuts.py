"""The shortcut through floats gives the exact answer, or none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graphs.formulas import batches, formulas, record
from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Cut, Formula, Input, LabelInput, Mean, Piecewise, Round, State
from perfscheme.formula.scalar.parts import Unsupported
from perfscheme.formula.scalar.shortcuts import Shortcut
from perfscheme.formula.vector.tiles import Columns

X = Input("x", Fraction(0), Fraction(100))
FLAG = LabelInput("flag", (False, True))


def graded(total: Formula) -> Formula:
    cuts = (Cut(Fraction(20)), Cut(Fraction(401, 10), inclusive=False))
    return Piecewise(total, cuts, tuple((Fraction(n), Fraction(0)) for n in range(3)))


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(
    formula=formulas(2, irrational=False), unit=st.sampled_from((Fraction(1, 10), Fraction(1, 100), Fraction(1, 2))),
    mode=st.sampled_from(nodes.MODES), columns=batches(),
)  # fmt: skip
def test_a_shortcut_is_exact_or_gives_up(formula: Formula, unit: Fraction, mode: nodes.Mode, columns: Columns) -> None:
    """Total and index are those of the exact interpreter wherever the floats answer at all."""
    total = Round(formula, unit, mode)
    grade = graded(total)
    try:
        shortcut = Shortcut(total, grade)
    except Unsupported:
        assume(False)
    for row in range(columns.rows):
        values = record(columns, row)
        plain = {key: float(x[row]) for key, x in columns.numbers.items()} | {"label": values["label"]}
        found = shortcut(plain)
        if found is not None:
            run = Evaluation(values)
            assert (found[0] * unit, found[1]) == (run(total), run(grade))


@pytest.mark.parametrize(("low", "high"), [("2000000", "3000000"), ("1/3", "0.33333333333333333334")])
def test_a_range_that_holds_no_certain_float_has_no_shortcut(low: str, high: str) -> None:
    """Wholly beyond what inputs are taken up to, or narrower than floats lie: a cut in it left no piece to stand on."""
    x = Input("x", Fraction(low), Fraction(high))
    line = Piecewise(x, (Cut(Fraction(low)),), ((Fraction(0), Fraction(0)), (Fraction(0), Fraction(1))))
    with pytest.raises(Unsupported):
        Shortcut(Round(Mean((Const(Fraction(1)),), (line,), Fraction(0)), Fraction(1), "half-up"), None)


def test_a_tie_is_left_to_the_exact_way() -> None:
    """Where a product is a half, floats cannot tell which side it is on."""
    shortcut = Shortcut(Round(X * X / 10, Fraction(1, 100), "half-up"), None)
    assert shortcut({"x": 0.5}) is None
    assert shortcut({"x": 0.6}) == (4,)


@pytest.mark.parametrize("value", [None, "5", True, float("nan"), -0.1, 100.1, Fraction(5)])
def test_an_unusual_value_is_left_to_the_exact_way(value: object) -> None:
    """Absences, texts, flags and values out of range are not for floats."""
    shortcut = Shortcut(Round(X, Fraction(1), "half-up"), None)
    assert shortcut({"x": value}) is None
    assert shortcut({"x": 5}) == (5,)


def test_a_number_does_not_pass_for_a_flag() -> None:
    """1 equals True in Python, and is no flag."""
    chosen = nodes.Choose(FLAG, (Const(Fraction(0)), Const(Fraction(7))))
    shortcut = Shortcut(Round(nodes.linear((1, chosen), (1, X)), Fraction(1), "floor"), None)
    assert shortcut({"x": 0.5, "flag": True}) == (7,)
    assert shortcut({"x": 0.5, "flag": 1}) is None


@pytest.mark.parametrize("state", list(State))
def test_asking_whether_something_is_there_computes_it(state: State) -> None:
    """A child that a rule leaves out is left to the exact way, also where only its presence is asked for."""
    left_out = nodes.If(nodes.Compare(X, "above", Const(Fraction(50))), nodes.Absent(State.NOT_APPLICABLE), 2 * X)
    chosen = nodes.If(nodes.InState(left_out, state), Const(Fraction(1)), Const(Fraction(2)))
    shortcut = Shortcut(Round(nodes.linear((1, chosen), (Fraction(1, 1000), X)), Fraction(1), "half-up"), None)
    assert shortcut({"x": 60.0}) is None
    assert shortcut({"x": 40.0}) == ((1,) if state is State.PRESENT else (2,))


def test_an_input_that_nothing_reads_must_still_be_there() -> None:
    """A record without a declared input is told of, so the shortcut leaves it alone."""
    shortcut = Shortcut(Round(X, Fraction(1), "half-up"), None, [Input("y")])
    assert shortcut({"x": 5.25}) is None
    assert shortcut({"x": 5.25, "y": 3}) == (5,)


def test_what_follows_from_a_total_is_remembered_for_that_total() -> None:
    """The second record with the same total has the same grade, another total its own."""
    total = Round(X, Fraction(1), "half-up")
    shortcut = Shortcut(total, graded(total))
    assert [shortcut({"x": x}) for x in (19.2, 19.3, 20.1, 41.2)] == [(19, 0), (19, 0), (20, 1), (41, 2)]
