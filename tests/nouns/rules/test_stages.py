"""At which steps rules act."""

import attrs
import pytest

from perfscheme.formula.nodes import Compare, If, Input
from perfscheme.nouns.conditions import InputIs
from perfscheme.nouns.curves.curves import Linear
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.registry import Registry
from perfscheme.nouns.rules.rules import (
    BasePoints,
    Bonus,
    Cap,
    Conversion,
    Deduction,
    Floor,
    GradeLimit,
    LeaveOut,
    Multiplier,
    Veto,
    condition_of,
    stages,
)  # fmt: skip
from perfscheme.nouns.setting import Setting

WHEN = InputIs("n", at_least=1, if_missing="fails")
RULES = [
    (Veto(WHEN, points=0), ("points",)),
    (Cap(1), ("points",)),
    (Floor(1), ("points",)),
    (Multiplier(1), ("points",)),
    (Conversion(Linear({0: 0, 1: 2})), ("points",)),
    (Bonus(points=1), ("points",)),
    (Deduction(points=1), ("points",)),
    (BasePoints(WHEN, base=1), ("children",)),
    (LeaveOut(WHEN, ["a"]), ("children",)),
    (GradeLimit(WHEN, at_most="C"), ("grade",)),
]


@pytest.mark.parametrize(("rule", "wanted"), RULES)
def test_a_rule_acts_where_it_has_the_method(rule, wanted):
    """Rules on points, on children and on the grade are told apart without a list."""
    assert stages(rule) == wanted


def test_every_standard_rule_is_seen_here():
    """No rule of the library is left out of the test above."""
    assert {type(rule) for rule, _ in RULES} == {
        entry.strategy for entry in Registry.standard().entries if entry.role == "rule"
    }


def test_a_rule_of_ones_own_needs_its_method_only():
    """A class with `points_formula` is a rule, without a base class."""

    @attrs.frozen
    class Half:
        kind = "half"

        def points_formula(self, points, setting):
            return points / 2

    assert stages(Half()) == ("points",)


def test_the_condition_is_there_for_explanations():
    """A rule says when it fires; one that always acts has no condition, and its formula no branch."""
    setting = Setting({"n": NumberInput("n", "count")}, [])
    for rule, _ in RULES:
        conditional = getattr(rule, "when", None) is not None
        assert isinstance(rule.when_condition(setting), Compare) is conditional
    assert condition_of(None, setting) is None
    assert not isinstance(Cap(1).points_formula(Input("x"), setting), If)
