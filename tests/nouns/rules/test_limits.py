"""Caps, floors and multipliers."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.nodes import State
from perfscheme.nouns.conditions import InputIs
from perfscheme.nouns.quantities import FromInput
from perfscheme.nouns.rules.rules import Cap, Floor, Multiplier

M, NA = State.MISSING, State.NOT_APPLICABLE
GATE = InputIs("gate", is_=True, if_missing="fails")


def test_a_gate_caps_the_points(apply):
    """SAP Variable Pay gate: below the gate the total is at most 60, otherwise as it was."""
    rule = Cap(60, when=GATE)
    assert [apply(rule, points, gate=True) for points in (90, 60, 30)] == [60, 60, 30]
    assert apply(rule, 90) == 90
    assert apply(Cap(120), 130) == 120


def test_a_floor_lifts_the_points(apply):
    """A deduction below zero stops at the floor."""
    assert [apply(Floor(0), points) for points in (-5, 0, 5)] == [0, 0, 5]
    assert apply(Floor(50, when=GATE), 30) == 30


def test_an_accelerator_multiplies_within_limits(apply):
    """SAP accelerator: times 1.5 where the gate is passed, up to 120; limits act only where the rule does."""
    rule = Multiplier("1.5", when=GATE, at_least=30, at_most=120)
    assert [apply(rule, points, gate=True) for points in (10, 60, 100)] == [30, 90, 120]
    assert [apply(rule, points) for points in (10, 200)] == [10, 200]


@pytest.mark.parametrize("rule", [Cap(60), Floor(60), Multiplier(2), Multiplier(2, at_least=5)])
@pytest.mark.parametrize("state", [M, NA])
def test_absent_points_stay_absent(apply, rule, state):
    """No limit makes points out of nothing."""
    assert apply(rule, state) is state


@pytest.mark.parametrize("make", [Cap, Floor, Multiplier])
def test_figures_may_be_given_per_person(apply, make):
    """Missing where the figure is; unchanged for whom it is not applicable."""
    rule = make(FromInput("k"))
    assert apply(rule, 1, k=1) == 1
    assert apply(rule, 1, k=M) is M
    assert apply(rule, 1, k=NA) == 1


def test_limits_leave_room():
    """Fixed limits that cross are refused."""
    with pytest.raises(SchemeError, match="lower limit 2 is above the upper limit 1"):
        Multiplier(Fraction(1), at_least=2, at_most=1)
