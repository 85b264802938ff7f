"""What rules do, in words."""

from __future__ import annotations

import pytest

from perfscheme.reading import loads
from perfscheme.reports.rulings import Rulings
from perfscheme.reports.scoring import Wordings

HEAD = """\
perfscheme: 1
scheme: s
inputs:
  incidents: {kind: number, unit: count, name: {zh: 事故, en: Incidents}}
  trainee: {kind: flag, name: {zh: 见习, en: Trainee}}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: refuse}}
  children:
    a: {unit: percent, curve: as-is}
    b: {unit: points, curve: as-is}
"""
GRADES = "grades: [{grade: A, from: 90}, {grade: B, from: 60}, {grade: C}]\n"


def rulings(tail: str) -> Rulings:
    return Rulings(Wordings(loads(HEAD + tail), "en"))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("{kind: cap, at-most: 90}", "cap (rule 1 of score): Points = points so far, at most 90."),
        ("{kind: bonus, points: 5, when: {input: incidents, at-most: 0, if-missing: fails}, name: Clean}",
         "Clean (bonus): if Incidents is at most 0, Points = 5 + points so far."),
        ("{kind: bonus, per: {input: incidents, each: 1, points: 2, steps: proportional, default: 0}, name: Each}",
         "Each (bonus): Points = points so far + 2 × (if Incidents is missing: 0; otherwise: Incidents, at least 0)."),
    ],
)  # fmt: skip
def test_a_rule_on_points_says_its_condition_and_what_it_does(rule: str, said: str) -> None:
    """By its name, else by its kind and place."""
    found = rulings("  rules:\n    - " + rule + "\n")
    assert found.rules(found.words.nodes["score"].steps) == [said]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("{kind: veto, when: {input: incidents, at-least: 1, if-missing: fails}, grade-at-most: B}",
         "if Incidents is at least 1, the grade is B at most."),
        ("{kind: veto, when: {input: incidents, at-least: 3, if-missing: fails}, grade: C}",
         "if Incidents is at least 3, the grade is C."),
        ("{kind: grade-limit, when: {input: trainee, is: true, if-missing: fails}, at-least: B}",
         "if Trainee is yes, the grade is B at least."),
    ],
)  # fmt: skip
def test_a_rule_on_the_grade_names_grades(rule: str, said: str) -> None:
    """Not their places on the ladder."""
    (found,) = rulings(GRADES + "rules:\n  - " + rule + "\n").grade_rules()
    assert found.endswith(said)
