"""Rules on children."""

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.nodes import State
from perfscheme.nouns.conditions import InputIs
from perfscheme.nouns.rules.rules import BasePoints, LeaveOut
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE
GATE = InputIs("gate", is_=True, if_missing="fails")


def codes(make):
    with pytest.raises(SchemeError) as caught:
        make()
    return [(found.code, found.path) for found in caught.value.diagnostics]


def checked(rule, *ids):
    problems = []
    rule.check_children(ids, Setting({}, problems))
    return [(found.code, found.path) for found in problems]


def test_the_others_get_their_base_points_only(apply):
    """A national rule set: one indicator misses its base, the others fall back to theirs, and none rises to it."""
    rule = BasePoints(GATE, base=60, bases={"profit": 70}, except_=["safety"])
    found = [apply(rule, 90, child, gate=True) for child in ("growth", "profit", "safety")]
    assert found == [60, 70, 90]
    assert [apply(rule, 90, child) for child in ("growth", "profit", "safety")] == [90, 90, 90]
    assert apply(rule, 50, "growth", gate=True) == 50
    assert [apply(rule, state, "growth", gate=True) for state in (M, NA)] == [M, NA]


def test_a_child_is_left_out(apply):
    """Where the condition holds the child is not applicable, even where it was missing."""
    rule = LeaveOut(GATE, ["cost"])
    assert [apply(rule, points, "cost", gate=True) for points in (90, M)] == [NA, NA]
    assert apply(rule, 90, "cost") == 90
    assert apply(rule, 90, "quality", gate=True) == 90


def test_children_are_known_by_name():
    """Names that are no children are reported, and children that a list of base points leaves out."""
    assert checked(LeaveOut(GATE, ["a", "z"]), "a", "b") == [("PS263", ("children", 1))]
    assert checked(BasePoints(GATE, base=60, bases={"z": 1}, except_=["y"]), "a") == [
        ("PS263", ("bases", "z")),
        ("PS263", ("except", 0)),
    ]
    assert checked(BasePoints(GATE, bases={"a": 1}, except_=["b"]), "a", "b", "c") == [("PS265", ("bases",))]
    assert checked(BasePoints(GATE, base=1, except_=["b"]), "a", "b") == []


def test_each_child_is_named_once():
    """No base, a name twice, and nothing to leave out are refused."""
    assert codes(lambda: BasePoints(GATE)) == [("PS261", ())]
    assert codes(lambda: BasePoints(GATE, bases={"a": 1}, except_=["a"])) == [("PS262", ("except", 0))]
    assert codes(lambda: LeaveOut(GATE, [])) == [("PS266", ("children",))]
    assert codes(lambda: LeaveOut(GATE, ["a", "a"])) == [("PS262", ("children", 1))]
