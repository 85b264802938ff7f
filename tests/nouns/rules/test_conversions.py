"""Points on another scale."""

import attrs
import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.nodes import Const, Input, State
from perfscheme.nouns.conditions import InputIs
from perfscheme.nouns.curves.curves import AsIs, Choice, Expression, Levels, Linear, Tiers
from perfscheme.nouns.inputs import FlagInput
from perfscheme.nouns.rules.rules import Conversion, stages
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE
GATE = InputIs("gate", is_=True, if_missing="fails")
PAYOUT = Linear({80: 50, 100: 100, 120: 200}, below="zero")


def test_a_payout_curve_on_points(apply):
    """Below the threshold nothing, at the target everything, from the maximum on no more."""
    assert [apply(Conversion(PAYOUT), points) for points in (79, 80, 90, 100, 120, 130)] == [0, 50, 75, 100, 200, 200]
    assert stages(Conversion(PAYOUT)) == ("points",)


def test_only_where_the_condition_holds(apply):
    """Elsewhere the points stay."""
    assert [apply(Conversion(PAYOUT, when=GATE), 90, gate=gate) for gate in (True, False)] == [75, 90]


@pytest.mark.parametrize("absent", [M, NA])
def test_absent_points_stay_absent(apply, absent):
    """There is nothing to convert."""
    assert apply(Conversion(PAYOUT), absent) is absent
    assert apply(Conversion(Expression("2 * x")), absent) is absent
    assert apply(Conversion(Tiers({60: 1}, otherwise=0), better="higher"), absent) is absent


def test_points_are_what_a_formula_calls_x(apply):
    """With other inputs by name, flags included."""
    assert apply(Conversion(Expression("if(gate, x / 2, x + loose)")), 90, gate=False, loose=5) == 95


def test_edges_belong_to_the_better_points(apply, complaints):
    """Which are better is said in the rule, where the curve asks."""
    tiers = Tiers({60: 80, 90: 120}, otherwise=0)
    assert [apply(Conversion(tiers, better="higher"), points) for points in (59, 60, 90)] == [0, 80, 120]
    assert complaints(Conversion(tiers)) == [("PS141", ("curve",))]


def test_the_indicator_around_it_does_not_shine_through():
    """Its thresholds and direction are of its value; a curve on points that names one is told so."""
    setting = Setting({}, [], better="lower", unit="hours", thresholds={"target": Const(8)}, path=("rules", 0))
    Conversion(Tiers({60: 80, 90: 120}, otherwise=0), better="higher").points_formula(Input("points"), setting)
    assert setting.problems == []
    Conversion(Linear({"target": 100, 0: 0})).points_formula(Input("points"), setting)
    assert [(found.code, found.path) for found in setting.problems] == [("PS128", ("rules", 0, "curve", "points", 0))]
    labelled = attrs.evolve(setting, problems=[], own_label=FlagInput("late").node())
    Conversion(Expression("2 * x")).points_formula(Input("points"), labelled)
    assert labelled.problems == []


@pytest.mark.parametrize(
    "curve", [AsIs(), Levels({"A": 1, "B": 2}), Choice("gate", {True: Levels({"A": 1}), False: Levels({"A": 2})})]
)
def test_curves_that_convert_nothing(curve):
    """Points as they are, and curves that read a label."""
    with pytest.raises(SchemeError, match="cannot convert"):
        Conversion(curve)
