"""Points for each step away from a level."""

import pytest

from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.curves.curves import PerStep
from perfscheme.nouns.numbers import number


@pytest.mark.parametrize(("steps", "expected"), [("whole", 98), ("begun", 97), ("proportional", "97.5")])
def test_each_two_percent_over_means_what_is_stated(points, steps, expected):
    """5 % over at one point for each 2 %: two whole steps, three begun, or two and a half."""
    assert points(PerStep(100, 5, 2, steps, above=-1), 10) == number(expected)


def test_a_national_rule_of_one_point_per_three_percent(points):
    """+1 for each whole 3 % over the target, at most 5."""
    curve = PerStep(100, "target", 3, "whole", above=1, at_most=105)
    assert [points(curve, x, {"target": 90}) for x in (80, 90, "92.9", 93, 99, 120)] == [100, 100, 100, 101, 103, 105]


def test_credit_repo_complaints_by_number(points):
    """Five points off for each complaint, not below 80."""
    curve = PerStep(100, 0, 1, "whole", above=-5, at_least=80)
    assert [points(curve, count) for count in (0, 1, 4, 9)] == [100, 95, 80, 80]


def test_bonus_on_one_side_and_deduction_on_the_other(points):
    """One curve may give for what is below and take for what is above."""
    curve = PerStep(100, 10, 1, "proportional", above=-2, below=1)
    assert [points(curve, x) for x in (8, 10, 12)] == [102, 100, 96]


def test_a_level_per_person(points):
    """Steps are counted from a person's own level, and are missing where it is."""
    curve = PerStep(100, "target", 1, "whole", above=-1)
    assert points(curve, 12, {"target": Input("goal")}, given={"goal": 10}) == 98
    assert points(curve, 12, {"target": Input("goal")}, given={"goal": State.MISSING}) is State.MISSING


def test_what_cannot_be_steps(refused):
    """A step without length, no side, and limits that leave nothing are told together."""
    assert refused(lambda: PerStep(100, 5, 0, "whole", at_least=9, at_most=1)) == [
        ("PS149", ("each",)),
        ("PS150", ("above",)),
        ("PS147", ("at-least",)),
    ]
