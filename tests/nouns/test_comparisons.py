"""Comparisons of inputs, points and the total."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.comparisons import RELATIONS, Bound, InputIs, PointsIs, TotalIs
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.nouns.quantities import FromInput
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE
INPUTS = {
    "major": NumberInput("major", "count"),
    "hours": NumberInput("hours", "hours"),
    "limit": NumberInput("limit", "minutes"),
    "role": LabelInputSpec("role", ("junior", "senior", "lead")),
    "audited": FlagInput("audited"),
}


def setting(**more):
    return Setting(INPUTS, [], **more)


def holds(condition, at=None, **values):
    at = at or setting()
    node = condition.condition(at)
    assert at.problems == []
    return Evaluation({name: Fraction(v) if isinstance(v, int) and not isinstance(v, bool) else v
                       for name, v in values.items()}).holds(node)  # fmt: skip


def codes(make):
    with pytest.raises(SchemeError) as caught:
        make()
    return [(found.code, found.path) for found in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("relation", "at_4", "at_5", "at_6"),
    [
        ("at-least", False, True, True),
        ("above", False, False, True),
        ("at-most", True, True, False),
        ("below", True, False, False),
        ("equals", False, True, False),
    ],
)
def test_each_relation_means_its_word(relation, at_4, at_5, at_6):
    """Four sides and equality, edges as the words say."""
    condition = InputIs("major", **{relation.replace("-", "_"): 5}, if_missing="fails")
    assert [holds(condition, major=n) for n in (4, 5, 6)] == [at_4, at_5, at_6]


def test_every_relation_of_the_algebra_can_be_written():
    """The five fields are the five relations."""
    assert all(hasattr(Bound(equals=1), relation.replace("-", "_")) for relation in RELATIONS)


@pytest.mark.parametrize("absent", [M, NA])
def test_an_absence_means_what_is_written(absent):
    """A missing or inapplicable input holds or fails as `if-missing` says, for numbers, labels and flags."""
    for meaning, wanted in (("holds", True), ("fails", False)):
        assert holds(InputIs("major", at_least=1, if_missing=meaning), major=absent) is wanted
        assert holds(InputIs("role", is_="lead", if_missing=meaning), role=absent) is wanted
        assert holds(InputIs("audited", is_=False, if_missing=meaning), audited=absent) is wanted
        at = setting(points_of={"csat": Input("csat")}, total_of=Input("total"))
        assert holds(PointsIs("csat", below=60, if_missing=meaning), at, csat=absent) is wanted
        assert holds(TotalIs(Bound(below=60), if_missing=meaning), at, total=absent) is wanted


def test_labels_and_flags():
    """One label, one of several, and a flag; false is a label too."""
    assert holds(InputIs("role", is_="senior", if_missing="fails"), role="senior")
    assert not holds(InputIs("role", is_="senior", if_missing="fails"), role="lead")
    assert holds(InputIs("role", is_any=["senior", "lead"], if_missing="fails"), role="lead")
    assert holds(InputIs("audited", is_=False, if_missing="fails"), audited=False)
    assert not holds(InputIs("audited", is_=False, if_missing="fails"), audited=True)


def test_points_and_total():
    """Points of another node and the total are compared exactly."""
    at = setting(points_of={"csat": Input("csat")}, total_of=Input("total"))
    assert holds(PointsIs("csat", below="60.1", if_missing="fails"), at, csat=60)
    assert not holds(TotalIs(Bound(at_least="60.1"), if_missing="fails"), at, total=60)


def test_a_figure_may_be_given_per_person():
    """An input compared with another is compared in one unit; an absent figure is an absence."""
    condition = InputIs("hours", above=FromInput("limit"), if_missing="fails")
    assert holds(condition, hours=2, limit=119)
    assert not holds(condition, hours=2, limit=120)
    assert not holds(condition, hours=2, limit=M)


def test_what_it_means_must_be_said():
    """A comparison without `if-missing` is refused, and the message says what the words mean."""
    assert codes(lambda: InputIs("major", at_least=1)) == [("PS243", ())]
    assert codes(lambda: PointsIs("csat", at_least=1)) == [("PS243", ())]
    with pytest.raises(SchemeError, match=r"major may be missing or not applicable.*if-missing: fails"):
        InputIs("major", at_least=1)
    assert codes(lambda: TotalIs(Bound(below=1))) == [("PS243", ())]


def test_exactly_one_comparison():
    """None and several are refused, together with whatever else is wrong."""
    assert codes(lambda: InputIs("major", if_missing="fails")) == [("PS241", ())]
    assert codes(lambda: InputIs("major", at_least=1, is_="x", if_missing="fails")) == [("PS242", ())]
    assert codes(lambda: PointsIs("csat", at_least=1, below=5)) == [("PS243", ()), ("PS242", ())]
    assert codes(lambda: Bound()) == [("PS241", ())]
    assert codes(lambda: InputIs("role", is_any=[], if_missing="fails")) == [("PS246", ("is-any",))]


@pytest.mark.parametrize(
    ("condition", "code", "path"),
    [
        (InputIs("majr", at_least=1, if_missing="fails"), "PS123", ("input",)),
        (InputIs("role", at_least=1, if_missing="fails"), "PS124", ("input",)),
        (InputIs("major", is_="x", if_missing="fails"), "PS250", ("is",)),
        (InputIs("role", is_="senor", if_missing="fails"), "PS244", ("is",)),
        (InputIs("role", is_any=["lead", "Senior"], if_missing="fails"), "PS244", ("is-any",)),
        (InputIs("audited", is_="true", if_missing="fails"), "PS244", ("is",)),
        (InputIs("hours", at_least=FromInput("major"), if_missing="fails"), "PS131", ("at-least", "input")),
        (PointsIs("csat", below=60, if_missing="fails"), "PS129", ("points",)),
        (TotalIs(Bound(below=60), if_missing="fails"), "PS130", ("total",)),
    ],
)
def test_names_are_checked_where_they_stand(condition, code, path):
    """Unknown names, wrong kinds, labels that are none, units that do not convert."""
    at = setting()
    condition.condition(at)
    assert [(found.code, found.path) for found in at.problems] == [(code, path)]
