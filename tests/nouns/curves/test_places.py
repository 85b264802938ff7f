"""Levels in ascending order."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.nodes import Const, Input
from perfscheme.nouns.curves.places import Point, ascending, level_problems
from perfscheme.nouns.setting import Setting


@given(st.permutations([(1, 10), (5, 30), (9, 20)]))
def test_fixed_places_are_put_in_order(pairs):
    """The order of writing says nothing where places are known."""
    found = ascending([Point(*pair) for pair in pairs], Setting({}, []), "points")
    assert [(place.value, points) for place, points in found] == [(1, 10), (5, 30), (9, 20)]


def test_places_per_person_follow_the_points():
    """Where lower is better, the level with the most points is the lowest, however the levels are written."""
    goal, worst = Input("goal"), Const(Fraction(100))
    setting = Setting({}, [], better="lower", thresholds={"target": goal, "floor": worst})
    for points in ([Point("target", 100), Point("floor", 0)], [Point("floor", 0), Point("target", 100)]):
        assert [place for place, _ in ascending(points, setting, "points")] == [goal, worst]
    assert setting.problems == []


def test_places_per_person_without_a_direction_are_as_written():
    """The author's order is the only one there is."""
    a, b = Input("a"), Input("b")
    setting = Setting({}, [], thresholds={"low": a, "high": b})
    assert [place for place, _ in ascending([Point("low", 5), Point("high", 3)], setting, "points")] == [a, b]


def test_fixed_places_among_others_must_ascend():
    """A written order that the figures contradict is refused."""
    setting = Setting({}, [], thresholds={"low": Input("a")})
    assert ascending([Point(9, 1), Point("low", 2), Point(3, 3)], setting, "points") == []
    assert [(found.code, found.path) for found in setting.problems] == [("PS138", ("points",))]


def test_problems_of_written_levels():
    """Nothing, and the same twice."""
    assert [found.code for found in level_problems([], "points")] == ["PS136"]
    assert [found.path for found in level_problems([Fraction(1), "a", Fraction(1), "a"], "points")] == [
        ("points", 2),
        ("points", 3),
    ]
