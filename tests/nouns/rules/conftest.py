"""How these tests apply rules: points, the total and whatever conditions read are inputs."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from perfscheme.diagnostics import Diagnostic
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Formula, Input, State
from perfscheme.nouns.inputs import FlagInput, NumberInput
from perfscheme.nouns.setting import Setting

INPUTS = {
    "gate": FlagInput("gate"),
    "n": NumberInput("n", "count"),
    "loose": NumberInput("loose", "points"),
    "k": NumberInput("k", "points", range=(0, 2)),
}


def setting(problems: list[Diagnostic]) -> Setting:
    return Setting(INPUTS, problems)


def exact(value: Any) -> Any:
    return Fraction(value) if type(value) in (int, str) else value


@pytest.fixture
def apply() -> Callable[..., Any]:
    """The points after a rule; the gate is open (False) unless it is said to be shut."""

    def run(rule: Any, points: Any, child: str | None = None, **values: Any) -> Any:
        problems: list[Diagnostic] = []
        x: Formula = Input("points")
        if child is None:
            formula = rule.points_formula(x, setting(problems))
        else:
            formula = rule.child_formula(child, x, setting(problems))
        assert [found.message() for found in problems] == []
        record = {"points": points, "gate": False, "n": 0, **values}
        return Evaluation({name: exact(value) for name, value in record.items()})(formula)

    return run


@pytest.fixture
def graded() -> Callable[..., Any]:
    """The grade after a rule, out of D, C, B and A."""
    names = ("D", "C", "B", "A")

    def run(rule: Any, grade: Any, **values: Any) -> Any:
        problems: list[Diagnostic] = []
        formula = rule.grade_formula(Input("grade"), names, setting(problems))
        assert [found.message() for found in problems] == []
        index = Fraction(names.index(grade)) if isinstance(grade, str) else grade
        found = Evaluation({"grade": index, "gate": False, **values})(formula)
        return found if isinstance(found, State) else names[int(found)]

    return run


@pytest.fixture
def complaints() -> Callable[..., list[tuple[str, tuple[str | int, ...]]]]:
    """What a rule reports while it states its formula."""

    def run(rule: Any) -> list[tuple[str, tuple[str | int, ...]]]:
        problems: list[Diagnostic] = []
        if hasattr(rule, "points_formula"):
            rule.points_formula(Input("points"), setting(problems))
        if hasattr(rule, "grade_formula"):
            rule.grade_formula(Input("grade"), ("D", "C", "B", "A"), setting(problems))
        return [(found.code, found.path) for found in problems]

    return run
