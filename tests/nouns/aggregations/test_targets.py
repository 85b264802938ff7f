"""The share of targets met."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Compare, Const, Input, State
from perfscheme.nouns.aggregations.aggregations import Child, ShareMet
from perfscheme.nouns.missing import Refuse, Renormalise, Zero
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE


def share(aggregation, values, targets, weights=None):
    children = []
    for name, target in targets.items():
        x = Input(name)
        weight = None if weights is None else Const(Fraction(weights[name]))
        children.append(Child(name, x, weight, {"target": Compare(x, "at-least", Const(Fraction(target)))}))
    problems = []
    formula = aggregation.aggregate(tuple(children), Setting({}, problems))
    assert problems == []
    return Evaluation({name: v if isinstance(v, State) else Fraction(v) for name, v in values.items()})(formula)


TARGETS = {"a": 90, "b": 80, "c": 70, "d": 60}


def test_three_of_four_targets_met():
    """Met at the target itself; three of four are 75 points, or 3/4 on a scale of 1."""
    values = {"a": 90, "b": 79, "c": 100, "d": 60}
    assert share(ShareMet(Refuse()), values, TARGETS) == 75
    assert share(ShareMet(Refuse(), scale=1), values, TARGETS) == Fraction(3, 4)
    weights = {"a": 10, "b": 40, "c": 25, "d": 25}
    assert share(ShareMet(Refuse(), weights="to-100"), values, TARGETS, weights) == 60


def test_an_absent_value_is_neither_met_nor_unmet():
    """The policy decides on a missing value; a value that is not applicable leaves the share."""
    values = {"a": 90, "b": M, "c": NA, "d": 60}
    assert share(ShareMet(Refuse()), values, TARGETS) is M
    assert share(ShareMet(Renormalise(50)), values, TARGETS) == 100
    assert share(ShareMet(Zero()), values, TARGETS) == Fraction(200, 3)
    assert share(ShareMet(Zero()), dict.fromkeys(TARGETS, NA), TARGETS) is NA


def test_every_child_needs_the_threshold(complaints):
    """Where no child has it, its name is the slip; else the children without it are told at once."""
    (found,) = complaints(ShareMet(Refuse(), threshold="targt"), "a b")
    assert (found.code, found.path) == ("PS225", ("aggregation", "threshold"))
    assert found.also == (("children", "a"), ("children", "b"))


def test_the_scale_is_above_zero():
    """All targets met cannot be worth nothing."""
    with pytest.raises(SchemeError, match="above 0"):
        ShareMet(Refuse(), scale=0)
