"""Bonuses and deductions."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.nodes import State
from perfscheme.nouns.conditions import InputIs
from perfscheme.nouns.quantities import FromInput
from perfscheme.nouns.rules.rules import Bonus, Deduction, Per

M, NA = State.MISSING, State.NOT_APPLICABLE
GATE = InputIs("gate", is_=True, if_missing="fails")


def codes(make):
    with pytest.raises(SchemeError) as caught:
        make()
    return [(found.code, found.path) for found in caught.value.diagnostics]


def test_points_on_top_and_off(apply):
    """加分项 and 减分项, at once, where the condition holds."""
    assert [apply(Bonus(points=5, when=GATE), 90, gate=gate) for gate in (True, False)] == [95, 90]
    assert [apply(Deduction(points="2.5", when=GATE), 90, gate=gate) for gate in (True, False)] == [
        Fraction("87.5"),
        90,
    ]


@pytest.mark.parametrize(("steps", "wanted"), [("whole", 2), ("begun", 3), ("proportional", Fraction(7, 3))])
def test_each_three_percent(apply, steps, wanted):
    """SASAC: one point for each 3 % over. Whether 7 % make 2, 3 or 7/3 steps is what the scheme says."""
    rule = Bonus(per=Per("n", each=3, points=1, steps=steps, from_=10))
    assert apply(rule, 100, n=17) == 100 + wanted
    assert [apply(rule, 100, n=n) for n in (10, 4)] == [100, 100]
    assert apply(rule, 100, n=13) == 101


def test_steps_may_be_counted_down(apply):
    """Two points off for each whole 5 below 90."""
    rule = Deduction(per=Per("n", each=5, points=2, steps="whole", from_=90, counting="down"))
    assert [apply(rule, 100, n=n) for n in (95, 90, 86, 85, 79)] == [100, 100, 100, 98, 96]


def test_the_amount_has_a_limit(apply):
    """Complaints cost 5 each, 20 at most; what is left may be below zero."""
    rule = Deduction(per=Per("n", each=1, points=5, steps="whole"), at_most=20)
    assert [apply(rule, 10, n=n) for n in (0, 3, 4, 9)] == [10, -5, -10, -10]


def test_absences(apply):
    """Absent points stay absent; a missing count makes them missing, one that does not apply changes nothing."""
    rule = Bonus(per=Per("n", each=1, points=2, steps="whole"))
    assert [apply(rule, state, n=1) for state in (M, NA)] == [M, NA]
    assert apply(rule, 90, n=M) is M
    assert apply(rule, 90, n=NA) == 90
    assert apply(Bonus(per=Per("n", each=1, points=2, steps="whole", default=3)), 90, n=M) == 96
    assert apply(Deduction(points=FromInput("k", default=0)), 90, k=M) == 90


def test_an_amount_has_no_sign(complaints):
    """A negative figure is refused, and so is an input that may be negative."""
    assert codes(lambda: Bonus(points=-5)) == [("PS259", ("points",))]
    assert codes(lambda: Deduction(points=5, at_most=-1)) == [("PS259", ("at-most",))]
    negative = Per("n", each=1, points=-2, steps="whole")
    assert codes(lambda: Deduction(per=negative)) == [("PS259", ("per", "points"))]
    assert complaints(Bonus(points=FromInput("loose"))) == [("PS260", ("points",))]
    assert complaints(Bonus(points=FromInput("k"))) == []


def test_one_amount_in_steps_of_some_size():
    """None and two amounts are refused, and steps of no size."""
    assert codes(lambda: Bonus()) == [("PS256", ())]
    per = Per("n", each=1, points=2, steps="whole")
    assert codes(lambda: Deduction(points=1, per=per)) == [("PS257", ())]
    assert codes(lambda: Per("n", each=0, points=2, steps="whole")) == [("PS258", ("each",))]


def test_inputs_are_checked_where_they_stand(complaints):
    """An unknown input has the path through `per`."""
    assert complaints(Bonus(per=Per("m", each=1, points=2, steps="whole"))) == [("PS123", ("per", "input"))]
