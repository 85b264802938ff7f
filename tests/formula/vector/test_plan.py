"""The vector plan gives what the exact interpreter gives, or hands the row back."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphs.formulas import batches, formulas, record
from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Cut, Formula, Input, Piecewise, Round, State
from perfscheme.formula.vector.plan import Plan, decimals_of
from perfscheme.formula.vector.tiles import ROWS, Columns

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
X = Input("x", Fraction(0), Fraction(100))


def held(roots: list[Formula], columns: Columns) -> int:
    """Hold a plan to the exact values; returns how many rows it handed back."""
    outcome = Plan(roots, {key: decimals_of(column) for key, column in columns.numbers.items()}).run(columns)
    again = set(outcome.again.tolist())
    for row in set(range(columns.rows)) - again:
        run = Evaluation(record(columns, row))
        for root, out in zip(roots, outcome.values, strict=True):
            try:
                true = run(root)
            except Undefined:
                pytest.fail(f"row {row} has no value, and was not handed back")
            if isinstance(true, State):
                assert math.isnan(out[row]), f"row {row} is {true}, and came out as {out[row]}"
            else:
                assert out[row] == float(true), f"row {row} is {float(true)}, and came out as {out[row]}"
    return len(again)


@settings(max_examples=150, suppress_health_check=SLOW)
@given(
    formula=formulas(),
    unit=st.sampled_from((Fraction(1, 10), Fraction(1, 2))),
    mode=st.sampled_from(nodes.MODES),
    columns=batches(),
)
def test_a_plan_is_exact_or_hands_back(formula: Formula, unit: Fraction, mode: nodes.Mode, columns: Columns) -> None:
    """Every value of a plan is the correctly rounded exact one; doubtful and undefined rows are handed back."""
    held([formula, Round(formula, unit, mode)], columns)


def plain(column: list[float]) -> Columns:
    return Columns({"x": np.array(column)}, {}, {}, len(column))


def test_typed_values_are_decided_without_a_second_look() -> None:
    """The integer plan carries ties of typed decimals itself: none of these rows is handed back."""
    third = nodes.Mean((nodes.Const(Fraction(1)), nodes.Const(Fraction(2))), (X, nodes.linear((3, X))))
    columns = plain([0.05, 12.35, 33.33, 99.95])
    outcome = Plan([Round(third, Fraction(1, 10), "half-up")], {"x": 2}).run(columns)
    assert outcome.again.tolist() == []
    assert outcome.values[0].tolist() == [0.1, 28.8, 77.8, 233.2]


def test_weights_of_many_digits_are_not_taken_for_whole_numbers() -> None:
    """A weight per person that was not typed, 8.480548226770559, goes the exact way: 100 * w / w is 100."""
    weight = Input("w", Fraction(0), Fraction(9))
    mean = nodes.Mean(
        (weight,), (nodes.If(nodes.Compare(X, "above", nodes.Const(Fraction(1))), nodes.Const(Fraction(100)), X),)
    )
    columns = Columns({"x": np.full(4, 7.0), "w": np.array([8.480548226770559, 0.1 + 0.2, 1 / 3, 3.3])}, {}, {}, 4)
    outcome = Plan([Round(mean, Fraction(1, 100), "05up")], {"x": 0, "w": None}).run(columns)
    assert outcome.again.tolist() == [0, 1, 2, 3]


def test_an_index_is_bytes() -> None:
    """The grade of a row comes as its place, -1 where there is none."""
    grade = Piecewise(
        X, (Cut(Fraction(60)), Cut(Fraction(90), inclusive=False)), tuple((Fraction(n), Fraction(0)) for n in range(3))
    )
    outcome = Plan([X], {"x": 1}, index=grade).run(plain([59.9, 60, 90, 90.1, math.nan]))
    assert outcome.index is not None
    assert outcome.index.dtype == np.int8
    assert outcome.index.tolist() == [0, 1, 1, 2, -1]


def test_values_out_of_range_are_handed_back() -> None:
    """A value that is not valid is told of by the exact way; a guard sees to inputs that no root reads."""
    other = Input("y", Fraction(1), None)
    columns = Columns({"x": np.array([101.0, 5, 5]), "y": np.array([2.0, 0.5, math.nan])}, {}, {}, 3)
    assert Plan([X], {"x": 0, "y": 1}, [other]).run(columns).again.tolist() == [0, 1]


def test_more_rows_than_a_tile() -> None:
    """Values and rows handed back are numbered through all tiles."""
    column = np.full(2 * ROWS + 5, 7.0)
    column[[3, ROWS + 1, 2 * ROWS + 4]] = -1
    outcome = Plan([nodes.linear((2, X))], {"x": 0}).run(Columns({"x": column}, {}, {}, len(column)))
    assert outcome.again.tolist() == [3, ROWS + 1, 2 * ROWS + 4]
    assert outcome.values[0][[0, ROWS, 2 * ROWS + 3]].tolist() == [14.0, 14.0, 14.0]
    assert math.isnan(outcome.values[0][3])


@pytest.mark.parametrize(
    ("column", "decimals"),
    [([1.0, 2.0], 0), ([1.5, math.nan], 1), ([0.07, 93.55], 2), ([math.pi, math.e, 0.1 + 0.2], None), ([], 0)],
)
def test_decimals_of_a_column(column: list[float], decimals: int | None) -> None:
    """A column is read with as many decimals as its numbers were typed with."""
    assert decimals_of(np.array(column, np.float64)) == decimals


def test_decimals_of_whole_columns() -> None:
    """Integers have none, whatever their width."""
    assert decimals_of(np.array([1, 2], np.int16)) == 0


def test_more_ranks_than_a_byte_holds() -> None:
    """Grade 128 of 200 is not another one."""
    ladder = Piecewise(
        X, tuple(Cut(Fraction(i, 2)) for i in range(1, 200)), tuple((Fraction(i), Fraction(0)) for i in range(200))
    )
    column = np.array([0.0, 63.5, 64.0, 99.5])
    for index in (ladder, nodes.greatest(ladder, 0)):
        found = Plan([], {"x": 1}, index=index).run(Columns({"x": column}, {}, {}, 4)).index
        assert found is not None
        assert found.tolist() == [0, 127, 128, 199]


def test_figures_that_no_float_reaches() -> None:
    """A scheme of e ** x up to 1000 could be scored one by one, and no batch could be made of it."""
    x = Input("x", Fraction(0), Fraction(1000))
    grown = nodes.Exp(x)
    far = nodes.linear((Fraction(10) ** 400, x))
    capped = Round(nodes.least(grown, 100), Fraction(1, 100), "half-up")
    held([grown, capped, nodes.least(far, 7)], plain([0, 4.5, 700]))
