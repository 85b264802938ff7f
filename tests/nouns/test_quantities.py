"""Figures that are fixed, given per person, or chosen by a label."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, State
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.nouns.quantities import ByLabel, Case, FromInput, quantity, quantity_or_none, state, twice
from perfscheme.nouns.setting import Setting

INPUTS = {
    "goal": NumberInput("goal", "minutes"),
    "role": LabelInputSpec("role", ("junior", "senior")),
    "new": FlagInput("new"),
}


def evaluate(figure, unit=None, **values):
    setting = Setting(INPUTS, [])
    formula = state(figure, setting, unit=unit)
    assert setting.problems == []
    return Evaluation({key: Fraction(v) if isinstance(v, int) and v is not True else v for key, v in values.items()})(
        formula
    )


def test_a_fixed_figure_is_a_constant():
    """Text is exact."""
    assert isinstance(state(quantity("0.1"), Setting({}, [])), Const)
    assert quantity("0.1") == Fraction(1, 10)
    assert quantity_or_none(None) is None


def test_a_figure_per_person_is_converted():
    """90 minutes are 1.5 hours; nothing is converted where no unit is asked for."""
    assert evaluate(FromInput("goal"), goal=90) == 90
    assert evaluate(FromInput("goal"), unit="hours", goal=90) == Fraction("1.5")


def test_a_default_is_for_what_is_missing_only():
    """Not for what does not apply."""
    figure = FromInput("goal", default=7)
    assert evaluate(figure, goal=State.MISSING) == 7
    assert evaluate(figure, goal=State.NOT_APPLICABLE) is State.NOT_APPLICABLE
    assert evaluate(FromInput("goal"), goal=State.MISSING) is State.MISSING


def test_a_figure_by_label_may_hold_others():
    """By role, and for seniors by a flag and per person."""
    figure = ByLabel("role", {"junior": 80, "senior": ByLabel("new", {True: FromInput("goal"), False: 90})})
    assert evaluate(figure, role="junior", new=True, goal=5) == 80
    assert evaluate(figure, role="senior", new=True, goal=5) == 5
    assert evaluate(figure, role="senior", new=False, goal=5) == 90
    assert evaluate(figure, role=State.MISSING, new=False, goal=5) is State.MISSING


def test_problems_have_their_place():
    """Every problem of a nested figure, with the way to it."""
    setting = Setting(INPUTS, [])
    state(ByLabel("role", {"junior": FromInput("gaol"), "chief": 1}), setting, "target", unit="percent")
    state(FromInput("goal"), setting, "target", unit="percent")
    found = [(problem.code, problem.path) for problem in setting.problems]
    assert found == [
        ("PS123", ("target", "cases", "junior", "input")),
        ("PS126", ("target", "cases", "chief")),
        ("PS127", ("target", "cases")),
        ("PS131", ("target", "input")),
    ]
    assert all("{" not in problem.message("zh") for problem in setting.problems)


def test_a_label_twice():
    """Pairs may repeat what a mapping cannot; true and "true" are two labels."""
    with pytest.raises(SchemeError) as caught:
        ByLabel("role", [("junior", 1), ("junior", 2)])
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [("PS122", ("cases", "junior"))]
    assert twice([True, "true", False]) == ()


def test_figures_are_values():
    """They can be compared and hashed."""
    assert ByLabel("role", {"a": 1}) == ByLabel("role", (Case("a", Fraction(1)),))
    assert hash(FromInput("goal", default="0.5")) == hash(FromInput("goal", default=Fraction(1, 2)))
