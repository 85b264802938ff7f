"""The grade of a total as a formula; what comes of it in a whole scheme is tested with stating."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from perfscheme import Dimension, Indicator, Scheme
from perfscheme.diagnostics import Diagnostic
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Formula
from perfscheme.nouns.aggregations.aggregations import SumOfPoints
from perfscheme.nouns.conditions import Bound, TotalIs
from perfscheme.nouns.curves.curves import AsIs
from perfscheme.nouns.grades import Grade
from perfscheme.nouns.missing import Refuse
from perfscheme.nouns.rules.rules import Cap, GradeLimit, rules_of
from perfscheme.nouns.setting import Setting
from perfscheme.scheme.gradings import grading, ladder_of
from perfscheme.scheme.statement import Step

GRADES = (Grade("A", from_=80), Grade("B"))


class Plain:
    """States without asking who wrote the strategy."""

    def __init__(self) -> None:
        self.problems: list[Diagnostic] = []

    def stated(self, path: object, strategy: object, state: Callable[[], Any]) -> Formula:
        found = state()
        assert isinstance(found, Formula)
        return found


def graded(total: int, grades: tuple[Grade, ...], *rules: Any) -> tuple[Formula | None, tuple[Step, ...], Plain]:
    stating = Plain()
    setting = Setting({}, stating.problems)
    ruled = [(named, setting.at("rules", i)) for i, named in enumerate(rules_of(rules))]
    ladder = ladder_of(grades, stating.problems)
    return *grading(grades, ladder, Const(Fraction(total)), ruled, stating), stating


LIMIT = GradeLimit(TotalIs(Bound(at_least=90), if_missing="fails"), at_most="B")


@pytest.mark.parametrize(("total", "place"), [(79, 0), (80, 1), (89, 1), (90, 0)])
def test_a_grade_is_its_place_from_the_worst(total: int, place: int) -> None:
    """After the rules on it, each of which is a step; other rules are none."""
    grade, steps, _ = graded(total, GRADES, Cap(95), LIMIT)
    assert grade is not None
    assert Evaluation({})(grade) == place
    assert [step.path for step in steps] == [("rules", 1)]
    assert steps[0].after is grade
    assert steps[0].when is not None


def test_without_grades_there_is_nothing_for_rules_to_act_on() -> None:
    """Each of them is told."""
    grade, steps, stating = graded(90, (), Cap(95), LIMIT)
    assert (grade, steps) == (None, ())
    assert [(problem.code, problem.path) for problem in stating.problems] == [("PS325", ("rules", 1))]


def test_grades_that_make_no_ladder_are_told() -> None:
    """Their names can be named all the same."""
    grade, steps, stating = graded(90, (Grade("A", from_=80), Grade("B", from_=90)), LIMIT)
    assert stating.problems != []
    assert all(problem.path[0] == "grades" for problem in stating.problems)
    assert grade is not None
    assert len(steps) == 1


def test_a_rule_has_its_condition_and_its_name_in_its_step() -> None:
    """In a whole scheme, as here."""
    child = Indicator("a", "points", range=(0, 100), curve=AsIs())
    score = Dimension("score", children=[child], aggregation=SumOfPoints(Refuse()))
    steps = Scheme("s", score, grades=GRADES, rules=[LIMIT]).statement.grade_steps
    assert [(step.kind, step.path, step.when is None) for step in steps] == [("rule", ("rules", 0), False)]
