"""Best in the middle."""

import pytest

from perfscheme.formula.nodes import Input
from perfscheme.nouns.curves.curves import TargetRange

STAFFING = TargetRange((90, 110), (70, 150))


@pytest.mark.parametrize(("x", "expected"), [(60, 0), (70, 0), (80, 50), (90, 100), (110, 100), (130, 50), (200, 0)])
def test_points_fall_on_both_sides(points, x, expected):
    """Straight down to nothing, at its own pace on each side."""
    assert points(STAFFING, x) == expected


def test_a_single_best_value(points):
    """The range may be a point."""
    assert [points(TargetRange((7, 7), (0, 14), points=10), x) for x in (0, "3.5", 7, 14)] == [0, 5, 10, 0]


def test_one_side_may_stay_level(points):
    """Where nothing is written, points do not fall."""
    assert [points(TargetRange((7, 9), (None, 11)), x) for x in (0, 8, 10, 12)] == [100, 100, 50, 0]


def test_ends_per_person(points):
    """The range may be a person's own."""
    own = {"low": Input("a"), "high": Input("b")}
    curve = TargetRange(("low", "high"), (0, 100))
    assert [points(curve, x, own, given={"a": 40, "b": 60}) for x in (20, 50, 80)] == [50, 100, 50]


def test_levels_that_do_not_ascend(refused, problems):
    """Told at the level that is too low; thresholds are looked up first."""
    assert refused(lambda: TargetRange((110, 90), (70, 150))) == [("PS154", ("best", 1))]
    assert refused(lambda: TargetRange((90, 110), (90, 150))) == [("PS154", ("best", 0))]
    assert problems(TargetRange(("target", 110), (70, 150)), {"target": 60}) == [("PS154", ("best",))]


def test_points_that_fall_nowhere(refused):
    """A range without a side is no curve."""
    assert refused(lambda: TargetRange((1, 2), (None, None))) == [("PS155", ("zero",))]
