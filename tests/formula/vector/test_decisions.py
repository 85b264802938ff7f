"""Decisions on floats: taken where the error allows, else the row is handed back."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest

from perfscheme.formula.nodes import MODES, Cut, Input, Mode, Relation
from perfscheme.formula.ranges import Range
from perfscheme.formula.reals import round_ratio
from perfscheme.formula.vector import decisions
from perfscheme.formula.vector.operations import Error, Operation
from perfscheme.formula.vector.tiles import MISSING, Columns, Tile, Value

REACH = Range(Fraction(-100), Fraction(100))
SHARP = Error(1e-9)


def made(*values: float, states: list[int] | None = None) -> Operation:
    column = np.array(values)
    return Operation(
        lambda tile: Value(column, state=None if states is None else np.array(states, np.int8)), error=SHARP
    )


def tile(rows: int) -> Tile:
    return Tile(Columns({"x": np.array([1.0, 2.0, 3.0])}, {}, {}, rows), rows)


@pytest.mark.parametrize("mode", MODES)
def test_rounding_decides_what_it_can(mode: Mode) -> None:
    """Clear of a tie and of a whole number it is right in every mode."""
    values = [0.3, 0.7, -0.3, -0.7, 5.2, -5.2, 12.4]
    here = tile(len(values))
    found = decisions.rounded(made(*values), Fraction(1), mode, reach=REACH)
    assert np.asarray(found.run(here).n).tolist() == [round_ratio(Fraction(repr(x)), mode) for x in values]
    assert here.again is None


def test_rounding_hands_ties_back() -> None:
    """Within the error of a half the other whole number might be right; an absent row is no doubt."""
    here = tile(4)
    decisions.rounded(
        made(0.5, 0.5 + 1e-10, 0.5001, 0.5, states=[0, 0, 0, MISSING]), Fraction(1), "half-up", reach=REACH
    ).run(here)
    assert here.again is not None
    assert here.again.tolist() == [True, True, False, False]


def test_numbers_too_large_for_whole_floats_are_handed_back() -> None:
    """Beyond 2 ** 50 steps nothing is rounded in floats."""
    here = tile(2)
    decisions.rounded(made(1e16, 3.25), Fraction(1), "floor", reach=None).run(here)
    assert here.again is not None
    assert here.again.tolist() == [True, False]


@pytest.mark.parametrize(
    ("relation", "want"),
    [("at-least", [False, True]), ("above", [False, True]), ("at-most", [True, False]), ("below", [True, False])],
)
def test_comparisons_hand_back_what_is_close(relation: Relation, want: list[bool]) -> None:
    """Apart from that they are taken."""
    here = tile(3)
    holds = decisions.compare(made(1.0, 3.0, 2.0), made(2.0, 2.0, 2.0 + 1e-10), relation, False)(here)
    assert holds[:2].tolist() == want
    assert here.again is not None
    assert here.again.tolist() == [False, False, True]


@pytest.mark.parametrize("absent", [True, False])
def test_comparisons_answer_absences(absent: bool) -> None:
    """Without a doubt."""
    here = tile(1)
    assert decisions.compare(made(2.0, states=[MISSING]), made(2.0), "above", absent)(here).tolist() == [absent]
    assert here.again is None


def test_a_jump_within_the_error_is_handed_back() -> None:
    """Where pieces meet without one there is nothing to decide."""
    pieces = [(Fraction(0), Fraction(1)), (Fraction(0), Fraction(2)), (Fraction(20), Fraction(0))]
    cuts = [Cut(Fraction(0)), Cut(Fraction(10))]
    here = tile(3)
    far = [Fraction(100)] * 3
    found = decisions.straight_pieces(made(1e-11, 10.0, 5.0), None, cuts, pieces, far, REACH)
    assert np.asarray(found.run(here).n).tolist()[2] == 10.0
    assert here.again is None
    jump = [pieces[0], pieces[1], (Fraction(50), Fraction(0))]
    decisions.straight_pieces(made(1e-11, 10.0, 5.0), None, cuts, jump, far, REACH).run(here)
    assert here.again is not None
    assert here.again.tolist() == [False, True, False]


def test_cuts_on_a_column_are_exact() -> None:
    """A column is the decimal that prints it: no row of it is in doubt."""
    x = Input("x", Fraction(0), Fraction(10))
    here = tile(3)
    column = Operation(lambda tile: Value(tile.numbers("x")), error=Error(0.0, 2.0**-53))
    flat = [(Fraction(0), Fraction(0)), (Fraction(1), Fraction(0))]
    found = decisions.straight_pieces(column, x, [Cut(Fraction(2))], flat, [Fraction(10)] * 2, REACH)
    assert np.asarray(found.run(here).n).tolist() == [0.0, 1.0, 1.0]
    assert here.again is None


def test_doubt_without_a_bound() -> None:
    """Where the reach is infinite, the error is that of each value."""
    assert decisions.doubt(np.array([1.0, -4.0]), Error(0.0, 0.25), math.inf).tolist() == pytest.approx([0.25, 1.0])  # type: ignore[union-attr]
