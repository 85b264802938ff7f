"""Surveys: what lints look at in common."""

from __future__ import annotations

from fractions import Fraction

from perfscheme.formula.directions import DOWN, UP
from perfscheme.formula.exact import Evaluation
from perfscheme.lints.surveys import Survey

RECORD = {"quality": Fraction(80), "speed": Fraction(0), "incidents": Fraction(12)}


def test_the_quiet_total_is_that_without_the_rules_that_fire(plan):
    """Deduction and cap are undone; a rule without a condition stays."""
    survey = Survey(plan({"rules/1": {"kind": "bonus", "points": 1}}))
    assert Evaluation(RECORD)(survey.statement.total) == 76
    assert Evaluation(RECORD)(survey.quiet) == 89
    assert not survey.silent(RECORD)
    assert survey.silent(RECORD | {"incidents": Fraction(0)})


def test_a_rule_that_fires_for_everybody_is_no_excuse(plan):
    """It stays in the quiet total, without its condition."""
    survey = Survey(plan({"rules/0/when/at-least": 0}))
    assert Evaluation(RECORD | {"incidents": Fraction(0)})(survey.quiet) == 83
    assert survey.silent(RECORD | {"incidents": Fraction(0)})


def test_inputs_are_judged_by_who_says_which_way_is_better(plan):
    """An input that two indicators judge in opposite ways is judged by none."""
    survey = Survey(plan({}))
    assert {key: survey.way(key) for key in survey.judged} == {"quality": UP, "speed": DOWN}
    again = {"unit": "percent", "better": "lower", "weight": 1, "curve": "as-is", "input": "quality"}
    assert set(Survey(plan({"score/children/again": again})).judged) == {"speed"}
