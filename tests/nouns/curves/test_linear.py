"""Straight lines between points."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Input, Piecewise, State
from perfscheme.nouns.curves.curves import Linear
from perfscheme.nouns.setting import Setting

SAP = Linear({"620": "0.5", "1997": 1, "2400": "1.5", "3324": 2, "4000": 3})
PLAN = Linear({"stretch": 100, "target": 80, "floor": 0})


def test_sap_variable_pay_2717016(points):
    """SAP KBA 2717016: an actual of 1313 pays 0.751634."""
    assert round(float(points(SAP, 1313)), 6) == 0.751634


@pytest.mark.parametrize(("x", "kept"), [(619, "1/2"), (4001, 3)])
def test_beyond_the_ends_it_keeps_their_points(points, x, kept):
    """Clamp is what happens unless the scheme says otherwise."""
    assert points(SAP, x) == Fraction(kept)


def test_a_cliff_begins_beyond_the_level(points):
    """With `zero`, the first and the last level keep their own points."""
    curve = Linear({60: 60, 100: 100}, below="zero", above="zero")
    assert [points(curve, x) for x in ("59.999", 60, 100, "100.001")] == [0, 60, 100, 0]


def test_extending_draws_the_outermost_lines_further(points):
    """With `extend`, 120 % of a target that is worth 100 is worth 120."""
    curve = Linear({0: 0, 50: 40, 100: 100}, below="extend", above="extend")
    assert [points(curve, x) for x in (-50, 120)] == [-40, 124]


@pytest.mark.parametrize("places", [{}, {"floor": Input("a"), "target": 80, "stretch": 90}])
def test_each_end_goes_its_own_way(points, places):
    """What holds below is not what holds above, over fixed levels and over those of a person."""
    levels = ("floor", "target", "stretch") if places else (70, 80, 90)
    curve = Linear(zip(levels, (60, 80, 100), strict=True), below="zero", above="extend")
    found = [points(curve, x, places, better="higher", given={"a": 70}) for x in ("69.9", 70, 90, 95)]
    assert found == [0, 60, 100, 110]


def test_one_point_is_a_peak(points):
    """A single point with cliffs on both sides holds for its level alone."""
    curve = Linear({5: 10}, below="zero", above="zero")
    assert [points(curve, x) for x in ("4.9", 5, "5.1")] == [0, 10, 0]


def test_thresholds_in_either_direction(points):
    """Names of thresholds stand for their values; fixed levels may be written in any order."""
    lower = {"stretch": 24, "target": 72, "floor": 168}
    higher = {"stretch": 95, "target": 80, "floor": 50}
    assert [points(PLAN, x, lower, better="lower") for x in (24, 48, 72, 120, 168, 200)] == [100, 90, 80, 40, 0, 0]
    assert [points(PLAN, x, higher, better="higher") for x in (95, 80, 65, 50)] == [100, 80, 40, 0]


def test_a_threshold_per_person(points):
    """A target that is given per person moves the line for that person; a missing one makes the points missing."""
    person = {"floor": 0, "target": Input("goal"), "stretch": 100}
    assert points(PLAN, 25, person, better="higher", given={"goal": 50}) == 40
    assert points(PLAN, 75, person, better="higher", given={"goal": 50}) == 90
    assert points(PLAN, 75, person, better="higher", given={"goal": State.MISSING}) is State.MISSING
    assert points(PLAN, State.NOT_APPLICABLE, person, given={"goal": 50}, better="higher") is State.NOT_APPLICABLE


def test_thresholds_in_the_wrong_order_for_one_person_are_undefined(points):
    """A target above the stretch of 100 gives no number rather than an accidental one."""
    person = {"floor": 0, "target": Input("goal"), "stretch": 100}
    with pytest.raises(Undefined):
        points(PLAN, 75, person, better="higher", given={"goal": 110})


def test_fixed_points_are_one_piecewise_node():
    """What is fixed stays within the integer plan."""
    assert isinstance(SAP.formula(Input("x"), Setting({}, [])), Piecewise)


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=6, unique=True), st.data())
def test_it_passes_through_every_point(places, data):
    """At each level, whatever the order of writing, the points of that level hold exactly."""
    values = data.draw(st.lists(st.integers(-100, 100), min_size=len(places), max_size=len(places)))
    formula = Linear(zip(places, values, strict=True), below="zero", above="zero").formula(Input("x"), Setting({}, []))
    assert [Evaluation({"x": Fraction(place)})(formula) for place in places] == values


def test_what_cannot_be_a_line(refused):
    """No points, a level twice, nothing to extend from: all told with their places."""
    assert refused(lambda: Linear({})) == [("PS136", ("points",))]
    assert refused(lambda: Linear([(1, 2), ("1.0", 3)])) == [("PS137", ("points", 1))]
    assert refused(lambda: Linear({1: 2}, above="extend")) == [("PS139", ("above",))]


def test_unknown_thresholds_are_all_reported(problems):
    """Every name that is no threshold is told, with its line."""
    assert problems(Linear({"goal": 80, 5: 3, "stretsh": 100}), {"stretch": 1}) == [
        ("PS128", ("points", 0)),
        ("PS128", ("points", 2)),
    ]


def test_two_names_for_one_place(problems):
    """A floor that equals the target makes a jump without a side."""
    assert problems(PLAN, {"floor": 5, "target": 5, "stretch": 9}) == [("PS137", ("points", 2))]


def test_an_order_that_cannot_be_told(problems):
    """Points that rise and fall over places given per person have no order to go by."""
    person = {"floor": Input("a"), "target": Input("b"), "stretch": Input("c")}
    assert problems(Linear({"floor": 0, "target": 100, "stretch": 50}), person, better="higher") == [
        ("PS138", ("points",))
    ]
