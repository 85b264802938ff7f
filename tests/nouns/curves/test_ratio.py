"""Achievement of a target."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.curves.curves import Ratio
from perfscheme.nouns.setting import Setting

UP = Ratio("actual-over-target", at_most=120)
DOWN = Ratio("target-over-actual", at_most=120, when_zero=120)
TWO = Ratio("two-minus-ratio", at_most=120)


@pytest.mark.parametrize(("actual", "expected"), [(45, 50), (90, 100), (99, 110), (200, 120), (0, 0)])
def test_more_is_better(points, actual, expected):
    """A/T, with a cap of 120."""
    assert points(UP, actual, {"target": 90}, low=0) == expected


def test_the_two_ways_down_agree_only_at_the_target(points):
    """At twice the target, T/A is worth half and 2 - A/T nothing."""
    target = {"target": 24}
    assert [points(curve, 24, target, low=0) for curve in (DOWN, TWO)] == [100, 100]
    assert [points(curve, 48, target, low=0) for curve in (DOWN, TWO)] == [50, 0]


def test_zero_actual_is_what_the_scheme_says(points, problems):
    """T/A divides by the actual: its points at 0 are written, or the scheme is refused."""
    assert points(DOWN, 0, {"target": 24}, low=0) == 120
    assert problems(Ratio("target-over-actual"), {"target": 24}, low=0) == [("PS142", ())]
    assert problems(Ratio("target-over-actual"), {"target": 24}, low=1) == []


def test_zero_actual_under_zero_target_per_person(points, problems):
    """A/T with a target of 0 for one person has the written points; a missing actual is still missing."""
    person = {"target": Input("goal", Fraction(0))}
    curve = Ratio("actual-over-target", when_zero=100)
    assert points(curve, 7, person, given={"goal": 0}) == 100
    assert points(curve, 7, person, given={"goal": 14}) == 50
    assert points(curve, State.MISSING, person, given={"goal": 0}) is State.MISSING
    assert points(curve, 7, person, given={"goal": State.MISSING}) is State.MISSING
    assert problems(UP, person) == [("PS142", ())]


def test_bamboobsc_9_a_fixed_target_of_zero(problems):
    """bambooBSC#9: a target of 0 fatalities is met with the kind of curve that can do it."""
    assert problems(UP, {"target": 0}) == [("PS144", ("target",))]


def test_a_divisor_that_can_turn_its_sign(problems):
    """A negative target would call a deeper loss the better result."""
    assert problems(UP, {"target": Input("goal", Fraction(-10), Fraction(10))}) == [("PS143", ("form",))]
    assert problems(DOWN, {"target": 5}, low=-1) == [("PS143", ("form",))]


@pytest.mark.parametrize(
    ("baseline", "target", "actual", "expected"),
    [(5, 10, "5.9", 18), (10, 4, 7, 50), (-20, -10, -15, 50), (5, 10, 3, -40)],
)
def test_okr_from_a_baseline_in_both_directions(points, baseline, target, actual, expected):
    """puzzle/okr#235 and #495: (v - baseline)/(target - baseline) for rising, falling and negative goals, and below."""
    curve = Ratio("from-baseline", target, baseline=baseline, at_least=None)
    assert points(curve, actual) == expected


def test_limits_are_optional_on_both_sides(points):
    """Without limits, half as much again is 150, and a loss is negative."""
    curve = Ratio("actual-over-target", 10, at_least=None)
    assert [points(curve, x) for x in (15, -5)] == [150, -50]
    assert points(Ratio("actual-over-target", 10), -5) == 0


@given(st.fractions(1, 100, max_denominator=50), st.fractions(1, 100, max_denominator=50))
def test_every_form_gives_the_scale_at_the_target(target, base):
    """Whatever the form, a met target is worth the scale."""
    for form in ("actual-over-target", "target-over-actual", "two-minus-ratio"):
        formula = Ratio(form, target, scale=base).formula(Input("x", Fraction(1)), Setting({}, []))
        assert Evaluation({"x": target})(formula) == base


def test_what_cannot_be_a_ratio(refused):
    """Baselines where there are none, and limits that leave nothing, are all told at once."""
    assert refused(lambda: Ratio("from-baseline")) == [("PS145", ("baseline",))]
    assert refused(lambda: Ratio("two-minus-ratio", baseline=3, at_least=5, at_most=1)) == [
        ("PS146", ("baseline",)),
        ("PS147", ("at-least",)),
    ]


def test_points_for_a_zero_that_cannot_be_are_a_warning(problems):
    """What can never happen should not be written."""
    assert problems(DOWN, {"target": 5}, low=1) == [("PS148", ("when-zero",))]
