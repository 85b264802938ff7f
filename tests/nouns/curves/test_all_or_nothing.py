"""Full points at the target, else none."""

import pytest

from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.curves.curves import AllOrNothing


@pytest.mark.parametrize(("better", "x", "expected"), [
    ("higher", 90, 100), ("higher", "89.9", 0), ("lower", 90, 100), ("lower", "90.1", 0),
])  # fmt: skip
def test_exactly_at_the_target_is_met(points, better, x, expected):
    """Odoo's goals say reached and 0 % at the same time there."""
    assert points(AllOrNothing(), x, {"target": 90}, better=better) == expected


def test_zero_accidents(points):
    """A target of 0 needs no division."""
    curve = AllOrNothing(0, points=20, otherwise=-5)
    assert [points(curve, x, better="lower") for x in (0, 1)] == [20, -5]


def test_a_target_per_person(points):
    """Each is held against their own target."""
    person = {"target": Input("goal")}
    assert [points(AllOrNothing(), 5, person, better="higher", given={"goal": goal}) for goal in (5, 6)] == [100, 0]
    assert points(AllOrNothing(), 5, person, better="higher", given={"goal": State.MISSING}) is State.MISSING


def test_it_needs_a_direction(problems):
    """Without `better` nobody knows what meeting a target is."""
    assert problems(AllOrNothing(3)) == [("PS141", ())]
