"""Children joined by a formula."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Input, State
from perfscheme.nouns.aggregations.aggregations import Child, FormulaOfPoints
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.nouns.missing import FallbackTable, FallbackWeights, Refuse, Renormalise, Zero
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE
INPUTS = {
    "late": FlagInput("late"),
    "role": LabelInputSpec("role", ("junior", "senior")),
    "headcount": NumberInput("headcount", "count"),
    "speed": NumberInput("speed", "hours"),
    "elsewhere": NumberInput("elsewhere", "hours"),
}
CHILDREN = Child("speed", Input("a")), Child("key-accounts", Input("b"))
EVERYWHERE = {name: Const(Fraction(0)) for name in ("speed", "key-accounts", "elsewhere", "score")}


def slips(text):
    setting = Setting(INPUTS, [], path=("score",), points_of=EVERYWHERE)
    FormulaOfPoints(text, Refuse()).aggregate(CHILDREN, setting)
    for found in setting.problems:
        assert "{" not in found.message("en") + found.message("zh")
    return [(found.code, found.path) for found in setting.problems]


def test_points_by_id(score):
    """A hyphen belongs to an id; a child whose input has its own id stands for its points."""
    assert score(FormulaOfPoints("min(10, 1.08 * (a + b-c))", Refuse()), {"a": 3, "b-c": 4}) == Fraction("7.56")
    setting = Setting(INPUTS, [])
    formula = FormulaOfPoints("speed + key-accounts / headcount", Refuse()).aggregate(CHILDREN, setting)
    values = {"a": Fraction(80), "b": Fraction(90), "speed": Fraction(7), "headcount": Fraction(9)}
    assert (setting.problems, Evaluation(values)(formula)) == ([], 90)


def test_flags_and_labels():
    """They decide which formula holds; where one is absent, there are no points."""
    text = "if(late or role == 'senior', min(speed, key-accounts), speed + key-accounts)"
    formula = FormulaOfPoints(text, Refuse()).aggregate(CHILDREN, Setting(INPUTS, []))
    points = {"a": Fraction(2), "b": Fraction(3)}
    found = [
        Evaluation({**points, "late": late, "role": role})(formula)
        for late, role in ((True, "junior"), (False, "senior"), (False, "junior"), (M, "senior"), (False, NA))
    ]
    assert found == [2, 2, 5, M, NA]


def test_absent_children(score):
    """Missing before not applicable; `zero` fills in what is missing, not what does not apply."""
    formula = "a + 2 * b"
    assert score(FormulaOfPoints(formula, Refuse()), {"a": 3, "b": M}) is M
    assert score(FormulaOfPoints(formula, Refuse()), {"a": M, "b": NA}) is M
    assert score(FormulaOfPoints(formula, Refuse()), {"a": 3, "b": NA}) is NA
    assert score(FormulaOfPoints(formula, Zero()), {"a": 3, "b": M}) == 3
    assert score(FormulaOfPoints(formula, Zero()), {"a": 3, "b": NA}) is NA


def test_a_child_that_is_not_reached_does_not_matter(score):
    """Only the branch that holds is worked out."""
    formula = FormulaOfPoints("if(a > 1, a, b)", Refuse())
    assert score(formula, {"a": 3, "b": M}) == 3
    assert score(formula, {"a": 1, "b": M}) is M
    assert score(formula, {"a": M, "b": 1}) is M


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("speed + key-accounts", []),
        ("speed", [("PS187", ("score", "children", "key-accounts"))]),
        ("x + speed + key-accounts", [("PS186", ("score", "aggregation", "formula"))]),
        ("elsewhere + speed + key-accounts", [("PS185", ("score", "aggregation", "formula"))]),
        ("sped + key-accounts", [("PS163", ("score", "aggregation", "formula"))]),
        ("sped + speed + key-accounts", [("PS163", ("score", "aggregation", "formula"))]),
        ("speed-key-accounts + speed + key-accounts", [("PS163", ("score", "aggregation", "formula"))]),
        ("late + speed + key-accounts", [("PS179", ("score", "aggregation", "formula"))]),
    ],
)
def test_what_only_shows_among_the_children(text, found):
    """A curve's `x`, an indicator of another dimension, a slip of the pen, a flag as a number, a child left out."""
    assert slips(text) == found


def test_weights_are_not_used(complaints):
    """They belong into the formula."""
    found = complaints(FormulaOfPoints("a + b", Refuse()), "a b", {"b": 5})
    assert [(p.code, p.path) for p in found] == [("PS202", ("children", "b", "weight"))]


@pytest.mark.parametrize(
    "policy", [Renormalise(50), FallbackWeights([FallbackTable(("a",), {"b": 1})])]
)  # fmt: skip
def test_policies_that_mean_nothing_here(policy):
    """There is no weight to spread."""
    with pytest.raises(SchemeError, match="cannot follow") as caught:
        FormulaOfPoints("a +", policy)
    assert [(p.code, p.path) for p in caught.value.diagnostics] == [("PS212", ("missing",)), ("PS176", ("formula",))]
