"""Thresholds met, absences, and combinations."""

from fractions import Fraction
from itertools import product

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Compare, Const, Every, Input, State
from perfscheme.nouns.conditions import (
    AllOf,
    AnyOf,
    CountMet,
    InputIs,
    IsMissing,
    IsNotApplicable,
    NotThat,
    ThresholdMet,
)  # fmt: skip
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE
INPUTS = {
    "a": NumberInput("a", "points"),
    "b": NumberInput("b", "points"),
    "role": LabelInputSpec("role", ("x",)),
    "p": FlagInput("p"),
    "q": FlagInput("q"),
}


def setting():
    inputs = {name: Input(name) for name in "abc"}
    met = {name: {"target": Compare(x, "at-least", Const(Fraction(10)))} for name, x in inputs.items()}
    met["c"] = {"floor": met["c"]["target"]}
    return Setting(INPUTS, [], points_of={**inputs, "whole": Input("whole")}, met_of=met)


def holds(condition, **values):
    at = setting()
    node = condition.condition(at)
    assert at.problems == []
    return Evaluation({k: Fraction(v) if type(v) is int else v for k, v in values.items()}).holds(node)


def reported(condition):
    at = setting()
    condition.condition(at)
    return [(found.code, found.path) for found in at.problems]


def codes(make):
    with pytest.raises(SchemeError) as caught:
        make()
    return [(found.code, found.path) for found in caught.value.diagnostics]


@pytest.mark.parametrize(("value", "holding", "failing"), [(10, True, True), (9, False, False), (M, True, False)])
def test_a_threshold_is_met(value, holding, failing):
    """At the threshold counts as met; an absent value is what `if-missing` says."""
    assert holds(ThresholdMet("a", "target", if_missing="holds"), a=value) is holding
    assert holds(ThresholdMet("a", "target", if_missing="fails"), a=value) is failing


def test_a_threshold_of_ones_own_making():
    """A condition that is no plain comparison is asked for the points that go with it."""
    at = setting()
    both = Every((at.met_of["a"]["target"], at.met_of["b"]["target"]))
    at = Setting(INPUTS, [], points_of=at.points_of, met_of={"a": {"target": both}})
    node = ThresholdMet("a", "target", if_missing="holds").condition(at)
    assert Evaluation({"a": M, "b": Fraction(1)}).holds(node)
    assert not Evaluation({"a": Fraction(1), "b": Fraction(10)}).holds(node)


def test_targets_met_are_counted():
    """Named indicators, or all that have the threshold; an absent one counts as `if-missing` says."""
    both = CountMet("target", ["a", "b"], at_least=2, if_missing="fails")
    assert holds(both, a=10, b=11)
    assert not holds(both, a=10, b=9)
    assert not holds(both, a=10, b=M)
    assert holds(CountMet("target", "all", equals=2, if_missing="holds"), a=10, b=NA, c=M)
    assert holds(CountMet("target", "all", below=1, if_missing="fails"), a=1, b=M)


def test_absences_can_be_asked_for():
    """Missing and not applicable are told apart, for inputs, labels and dimensions."""
    for value, missing, outside in ((M, True, False), (NA, False, True), (5, False, False)):
        assert holds(IsMissing("a"), a=value) is missing
        assert holds(IsNotApplicable("a"), a=value) is outside
        assert holds(IsMissing("whole"), whole=value) is missing
        assert holds(IsNotApplicable("whole"), whole=value) is outside
    assert holds(IsMissing("role"), role=M)
    assert not holds(IsMissing("role"), role="x")


def test_an_input_goes_before_a_node_of_its_name():
    """A default at the indicator does not hide that its input is missing."""
    at = Setting(INPUTS, [], points_of={"a": Const(Fraction(60))})
    assert Evaluation({"a": M}).holds(IsMissing("a").condition(at))


def test_and_or_not():
    """Combinations are those of logic."""
    p, q = (InputIs(name, is_=True, if_missing="fails") for name in "pq")
    for x, y in product([False, True], repeat=2):
        assert holds(AllOf([p, q]), p=x, q=y) == (x and y)
        assert holds(AnyOf([p, q]), p=x, q=y) == (x or y)
        assert holds(AllOf([p, NotThat(q)]), p=x, q=y) == (x and not y)


def test_problems_inside_combinations_have_their_place():
    """A caret can be put on the word that is wrong, however deep."""
    wrong = InputIs("z", at_least=1, if_missing="fails")
    assert reported(AllOf([AnyOf([IsMissing("a"), wrong]), NotThat(wrong)])) == [
        ("PS123", ("all", 0, "any", 1, "input")),
        ("PS123", ("all", 1, "not", "input")),
    ]


@pytest.mark.parametrize(
    ("condition", "code", "path"),
    [
        (ThresholdMet("z", "target", if_missing="fails"), "PS129", ("met",)),
        (ThresholdMet("c", "target", if_missing="fails"), "PS128", ("threshold",)),
        (CountMet("target", ["a", "z"], at_least=1, if_missing="fails"), "PS129", ("of", 1)),
        (CountMet("targt", "all", at_least=1, if_missing="fails"), "PS245", ("count-met",)),
        (IsMissing("whle"), "PS247", ("missing",)),
        (IsNotApplicable("z"), "PS247", ("not-applicable",)),
    ],
)
def test_names_are_checked_where_they_stand(condition, code, path):
    """Unknown indicators, thresholds and inputs are reported at their fields."""
    assert reported(condition) == [(code, path)]


def test_all_problems_of_a_condition_at_once():
    """An empty list, a name twice, no relation, no meaning of an absence."""
    assert codes(lambda: CountMet("target", [])) == [("PS243", ()), ("PS241", ()), ("PS246", ("of",))]
    assert codes(lambda: CountMet("target", ["a", "a"], at_least=1, if_missing="fails")) == [("PS248", ("of", 1))]
    assert codes(lambda: ThresholdMet("a", "target")) == [("PS243", ())]
    assert codes(lambda: AllOf([])) == [("PS246", ("all",))]
    assert codes(lambda: AnyOf([])) == [("PS246", ("any",))]
