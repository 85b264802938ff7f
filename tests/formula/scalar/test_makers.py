"""How nodes become closures; that they agree with the exact interpreter is held in test_shortcuts.py."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Const, Cut, Formula, Input, Piecewise, Round
from perfscheme.formula.reals import round_ratio
from perfscheme.formula.scalar.makers import MAKERS
from perfscheme.formula.scalar.parts import Doubt, Unsupported, Workshop

X, Y = Input("x", Fraction(0), Fraction(100)), Input("y", Fraction(0), Fraction(100))


def value(node: Formula, *values: float) -> Any:
    workshop = Workshop([node], [X, Y], MAKERS)
    part = workshop.part(node)
    return part.compute([*values, *[None] * workshop.spare])


@pytest.mark.parametrize("mode", [mode for mode in nodes.MODES if mode != "05up"])
def test_rounding_clear_of_an_edge(mode: nodes.Mode) -> None:
    """Is right in every mode that floats are used for."""
    node = Round(X - 50, Fraction(1), mode)
    for x in (49.3, 49.7, 50.3, 50.7):
        assert value(node, x) == round_ratio(Fraction(repr(x)) - 50, mode)


@pytest.mark.parametrize(("mode", "x"), [("half-up", 2.5), ("half-even", 2.5), ("floor", 2.0), ("up", 2.0)])
def test_rounding_on_an_edge_is_a_doubt(mode: nodes.Mode, x: float) -> None:
    """A whole number for the directed modes, a half for the others."""
    with pytest.raises(Doubt):
        value(Round(X * X, Fraction(1, 2), mode), x)


@pytest.mark.parametrize("node", [Round(X, Fraction(1), "05up"), Round(X, Fraction(1, 10**15), "half-up")])
def test_rounding_that_floats_are_not_used_for(node: Formula) -> None:
    """A rare mode, and steps as fine as the floats themselves."""
    with pytest.raises(Unsupported):
        value(node, 1.0)


def test_grades_of_a_rounded_total_are_decided_by_whole_numbers() -> None:
    """89.95 rounded to 90.0 is a 90, without a doubt."""
    total = Round(X * X / 100, Fraction(1, 10), "half-up")
    grade = Piecewise(
        total,
        (Cut(Fraction(60), inclusive=False), Cut(Fraction(90))),
        tuple((Fraction(n), Fraction(0)) for n in range(3)),
    )
    assert [value(grade, x) for x in (94.85, 94.84, 77.5, 77.47)] == [2, 1, 1, 0]


def test_a_mean_of_lines_is_one_loop() -> None:
    """Of different inputs, with cuts and without."""
    bent = Piecewise(X, (Cut(Fraction(50)),), ((Fraction(0), Fraction(1)), (Fraction(50), Fraction(0))))
    mean = nodes.Mean((Const(Fraction(1)), Const(Fraction(3))), (bent, 2 * Y))
    assert value(mean, 80.0, 10.0) == 27.5


def test_weights_by_label_are_not_for_floats() -> None:
    """They are left to the exact way."""
    weight = nodes.Choose(nodes.LabelInput("l", ("a",)), (Const(Fraction(1)),))
    with pytest.raises(Unsupported):
        value(nodes.Mean((weight,), (X,)), 1.0)


def test_extremes_and_branches() -> None:
    """The least, the greatest, and the case whose condition holds."""
    assert value(nodes.least(X, Y, 30), 40.0, 20.0) == 20.0
    assert value(nodes.greatest(X, Y, 30), 40.0, 20.0) == 40.0
    assert value(nodes.If(nodes.Compare(X, "above", Y), Const(Fraction(1)), Const(Fraction(2))), 40.0, 20.0) == 1.0
