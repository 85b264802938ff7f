"""Conditions over a tile."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from perfscheme.formula.cuts import decimal
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Compare, Const, Input, Relation, State
from perfscheme.formula.vector import operations
from perfscheme.formula.vector.conditions import all_joined, compare_column, compare_whole, in_state
from perfscheme.formula.vector.operations import Operation
from perfscheme.formula.vector.tiles import MISSING, NOT_APPLICABLE, Columns, Tile

Column = Callable[..., Operation]
RELATIONS: list[Relation] = ["at-least", "above", "at-most", "below", "equals"]


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("at", ["0.1", "1/3", "2"])
def test_a_column_against_a_number(relation: Relation, at: str) -> None:
    """Floats answer as the decimals that they print as, right beside the number too; NaN as is said."""
    x, bound = Input("x", Fraction(0), Fraction(10)), Fraction(at)
    near = float(bound)
    column = [math.nextafter(near, 0), near, math.nextafter(near, 9), 5.0]
    tile = Tile(Columns({"x": np.array([*column, math.nan])}, {}, {}, 5), 5)
    holds = compare_column(x, relation, bound, True)(tile)
    node = Compare(x, relation, Const(bound))
    assert np.asarray(holds).tolist() == [*(Evaluation({"x": decimal(v)}).holds(node) for v in column), True]


@pytest.mark.parametrize("relation", RELATIONS)
def test_whole_numbers_against_each_other(relation: Relation, column: Column, tile: Tile) -> None:
    """Ratios are compared crosswise; an absence answers as is said."""
    a, b = column(1, 2, 3, 1, states=[0, 0, 0, MISSING]), column(4, 4, 4, 4, d=[2, 2, 2, 2])
    want = {"at-least": [0, 1, 1], "above": [0, 0, 1], "at-most": [1, 1, 0], "below": [1, 0, 0], "equals": [0, 1, 0]}
    holds = np.asarray(compare_whole(a.run, b.run, relation, True)(tile)).tolist()
    assert holds == [*map(bool, want[relation]), True]


def test_two_fixed_numbers_give_one_answer(tile: Tile) -> None:
    """And no array."""
    one, two = operations.constant(Fraction(1)), operations.constant(Fraction(2))
    assert compare_whole(one.run, two.run, "below", False)(tile) is True


def test_states(column: Column, tile: Tile) -> None:
    """Each row is in one of three."""
    x = column(1, 1, 1, 1, states=[0, MISSING, NOT_APPLICABLE, 0])
    found = {state: np.asarray(in_state(x, state)(tile)).tolist() for state in State}
    assert found[State.PRESENT] == [True, False, False, True]
    assert found[State.MISSING] == [False, True, False, False]
    assert found[State.NOT_APPLICABLE] == [False, False, True, False]
    assert in_state(column(1, 1, 1, 1), State.PRESENT)(tile) is True


def test_joining(tile: Tile) -> None:
    """An array and a fixed truth are an array, fixed truths are one."""
    rows = np.array([True, False, True, False])
    assert (
        np.asarray(all_joined([lambda t: rows, lambda t: True], np.logical_and, True)(tile)).tolist() == rows.tolist()
    )
    assert all_joined([lambda t: False, lambda t: True], np.logical_or, False)(tile) is True
