"""One curve of several."""

from fractions import Fraction

import pytest

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.curves.curves import AllOrNothing, Choice, Levels, Linear
from perfscheme.nouns.inputs import LabelInputSpec
from perfscheme.nouns.setting import Setting

ROLES = {"role": LabelInputSpec("role", ("junior", "senior"))}
CURVE = Choice("role", {"senior": Linear({50: 0, 100: 100}), "junior": Linear({0: 0, 100: 100})})


@pytest.mark.parametrize(("role", "expected"), [("junior", 75), ("senior", 50)])
def test_the_label_chooses(role, expected):
    """Each role is scored by its own curve, whatever the order of the cases."""
    formula = CURVE.formula(Input("x"), Setting(ROLES, []))
    assert Evaluation({"x": Fraction(75), "role": role})(formula) == expected
    assert Evaluation({"x": Fraction(75), "role": State.MISSING})(formula) is State.MISSING


def test_cases_must_be_the_labels(problems):
    """A label without a curve and a curve without a label are both told; a misspelt label is told once."""
    curve = Choice("role", {"junior": Linear({0: 0}), "boss": Linear({0: 0})})
    assert problems(curve, inputs=ROLES) == [("PS126", ("cases", "boss")), ("PS127", ("cases",))]
    curve = Choice("role", {"junior": Linear({0: 0}), "snior": Linear({0: 0})})
    assert problems(curve, inputs=ROLES) == [("PS126", ("cases", "snior"))]
    assert problems(curve) == [("PS123", ("by",))]


def test_problems_of_a_case_have_its_place(problems):
    """What is wrong with one of the curves is told there."""
    curve = Choice("role", {"junior": AllOrNothing("goal"), "senior": AllOrNothing(3)})
    assert problems(curve, better="higher", inputs=ROLES) == [("PS128", ("cases", "junior", "target"))]


def test_labels_of_its_curves():
    """A choice among labelled curves reads labels."""
    both = Choice("role", {"junior": Levels({"A": 1, "B": 2}), "senior": Levels({"B": 2, "A": 0})})
    assert both.labels == ("A", "B")
    assert CURVE.labels is None


def test_no_cases_and_cases_twice(refused):
    """A choice is between something, once each."""
    assert refused(lambda: Choice("role", {})) == [("PS136", ("cases",))]
    twice = [("a", Linear({0: 0})), ("a", Linear({0: 1}))]
    assert refused(lambda: Choice("role", twice)) == [("PS122", ("cases", "a"))]
