"""Dominance: a proof that one formula is never below another."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from graphs.formulas import batches, formulas, record
from perfscheme.formula.dominance import Dominance
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import (
    Compare,
    Const,
    Cut,
    Formula,
    If,
    Input,
    Piecewise,
    State,
    formula,
    greatest,
    least,
)
from perfscheme.formula.ranges import Ranges
from perfscheme.formula.reals import compare
from perfscheme.formula.vector.tiles import Columns

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
X, Y = Input("x", Fraction(0), Fraction(10)), Input("y", Fraction(-10), Fraction(10))


def steps(*points: int, at: tuple[Cut, ...] = (Cut(Fraction(2)), Cut(Fraction(5)))) -> Piecewise:
    return Piecewise(X, at, tuple((Fraction(value), Fraction(0)) for value in points))


def proved(one: Formula, two: Formula) -> bool:
    return Dominance(Ranges()).never_below(one, two)


@settings(max_examples=250, suppress_health_check=SLOW)
@given(formulas(2), formulas(2), batches(4))
def test_no_record_disproves_a_proof(one: Formula, two: Formula, columns: Columns) -> None:
    """Of a formula, another, and limits and cases made of both."""
    choice = If(Compare(one, "at-least", two), one, two)
    pairs = [(one, two), (two, one), (greatest(one, two), one), (one, least(one, two)), (choice, one), (one, choice)]
    dominance = Dominance(Ranges())
    claims = [pair for pair in pairs if dominance.never_below(*pair)]
    for row in range(columns.rows):
        run = Evaluation(record(columns, row))
        for high, low in claims:
            try:
                found = run(high), run(low)
            except Undefined:
                continue
            if not any(isinstance(value, State) for value in found):
                assert compare(*found) >= 0  # type: ignore[arg-type]  # both are present


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (X, X),
        (formula(10), X),
        (steps(1, 5, 9), steps(0, 5, 8)),
        (steps(1, 5, 9), steps(0, 4, at=(Cut(Fraction(3)),))),
        (steps(1, 9, at=(Cut(Fraction(0)),)), Const(Fraction(9))),  # no value lies before the cut
        (If(Compare(Y, "at-least", Const(Fraction(0))), steps(3, 6, 9), steps(2, 5, 8)), steps(2, 5, 8)),
        (steps(3, 6, 9), If(Compare(Y, "at-least", Const(Fraction(0))), steps(3, 6, 9), steps(2, 5, 8))),
        (greatest(X, Y), Y),
        (X, least(X, Y)),
    ],
)
def test_what_form_and_ranges_show_is_proved(one: Formula, two: Formula) -> None:
    """Their ranges overlap, but for the first two."""
    assert proved(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (X, Y),
        (Y, greatest(X, Y)),
        (steps(1, 5, 9), steps(0, 6, 8)),
        (steps(1, 9, at=(Cut(Fraction(0), inclusive=False),)), Const(Fraction(9))),  # 0 lies before it
        (steps(1, 5, 9), X),
    ],
)
def test_what_is_not_so_is_not_proved(one: Formula, two: Formula) -> None:
    """A single place is enough."""
    assert not proved(one, two)
