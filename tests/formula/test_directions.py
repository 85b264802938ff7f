"""Directions: a proof that a node moves one way only."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphs.formulas import ENDS, INPUTS, batches, formulas, record
from perfscheme.formula import nodes
from perfscheme.formula.directions import BOTH, DOWN, UP, Directions
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Compare, Const, Cut, Formula, If, Input, Piecewise, State
from perfscheme.formula.ranges import Ranges
from perfscheme.formula.reals import compare
from perfscheme.formula.vector.tiles import Columns

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
X, Y = Input("x", Fraction(0), Fraction(10)), Input("y", Fraction(-10), Fraction(-1))


def ways(node: nodes.Node) -> dict[str, int]:
    return Directions(Ranges()).ways(node)


def present(run: Evaluation, formula: Formula) -> list[bool] | None:
    """Which nodes are present; None where one is undefined."""
    try:
        return [not isinstance(run(node), State) for node in nodes.walk([formula]) if isinstance(node, Formula)]
    except Undefined:
        return None


@settings(max_examples=250, suppress_health_check=SLOW)
@given(formulas(2), batches(4), st.sampled_from(sorted(ENDS)), st.data())
def test_no_record_moves_another_way(formula: Formula, columns: Columns, key: str, data: st.DataObject) -> None:
    """One input rises, all nodes stay present: the value moves only as was said."""
    way = ways(formula).get(key, 0)
    for row in range(columns.rows):
        low = record(columns, row)
        node = next(node for node in INPUTS if node.key == key)
        if isinstance(low[key], State):
            continue
        rise = data.draw(st.integers(1, 2000)) / Fraction(100)
        high = {**low, key: low[key] + rise}
        if node.high is not None and high[key] > node.high:
            continue
        before, after = Evaluation(low), Evaluation(high)
        there = present(before, formula)
        if there is None or not all(there) or present(after, formula) != there:
            continue
        moved = compare(after(formula), before(formula))  # type: ignore[arg-type]  # both are present
        assert moved <= 0 or way & UP
        assert moved >= 0 or way & DOWN


@pytest.mark.parametrize(
    ("node", "want"),
    [
        (2 * X, UP), (3 - X, DOWN), (X * X, UP), (X * Y, DOWN), (X / Y, DOWN), (7 / Y, 0), (nodes.least(X, 3), UP),
        (nodes.Round(-X, Fraction(1), "half-up"), DOWN), (X - X, BOTH), (nodes.Log(X, Fraction(1, 2)), DOWN),
        (nodes.Power(X, Fraction(-1, 2)), DOWN), (nodes.Mean((X, Const(Fraction(1))), (Y, Y)), BOTH),
        (If(Compare(X, "above", Const(Fraction(5))), Const(Fraction(2)), Const(Fraction(1))), UP),
        (If(Compare(X, "below", Const(Fraction(5))), Const(Fraction(2)), Const(Fraction(1))), DOWN),
        (If(Compare(X, "equals", Const(Fraction(5))), Const(Fraction(2)), Const(Fraction(1))), BOTH),
        (If(Compare(X, "above", Const(Fraction(5))), Y, Const(Fraction(-5))), BOTH),
    ],
)  # fmt: skip
def test_known_directions(node: Formula, want: int) -> None:
    """What is plain to see is seen."""
    assert ways(node).get("x", 0) == want


def test_pieces_beyond_the_reach_do_not_count() -> None:
    """A line that falls above the highest value is never met."""
    node = Piecewise(
        X, (Cut(Fraction(10), inclusive=False),), ((Fraction(0), Fraction(1)), (Fraction(20), Fraction(-1)))
    )
    assert ways(node) == {"x": UP}
    assert ways(attrs.evolve(node, x=Input("x"))) == {"x": BOTH}
