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
         "Clean (bonus): if Incidents is at most 0 (a gap counts as no), Points = 5 + points so far."),
        ("{kind: bonus, per: {input: incidents, each: 1, points: 2, steps: proportional, default: 0}, name: Each}",
         "Each (bonus): 2 more for each 1 of Incidents, parts in proportion; where it is missing it counts as 0."),
        ("{kind: deduction, per: {input: incidents, each: 2, points: 3, steps: whole}, at-most: 12, name: Each}",
         "Each (deduction): 3 less for each complete 2 of Incidents; 12 at most."),
        ("{kind: deduction, per: {input: incidents, each: 2, points: 3, steps: begun, from: 4}, name: Each, "
         "when: {input: incidents, above: 5, if-missing: fails}}",
         "Each (deduction): if Incidents is above 5 (a gap counts as no), 3 less for each 2 of the part of Incidents "
         "above 4, complete or only begun."),
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
         "if Incidents is at least 1 (a gap counts as no), the grade is B at most."),
        ("{kind: veto, when: {input: incidents, at-least: 3, if-missing: fails}, grade: C}",
         "if Incidents is at least 3 (a gap counts as no), the grade is C."),
        ("{kind: grade-limit, when: {input: trainee, is: true, if-missing: fails}, at-least: B}",
         "if Trainee is yes (a gap counts as no), the grade is B at least."),
    ],
)  # fmt: skip
def test_a_rule_on_the_grade_names_grades(rule: str, said: str) -> None:
    """Not their places on the ladder."""
    (found,) = rulings(GRADES + "rules:\n  - " + rule + "\n").grade_rules()
    assert found.endswith(said)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("{input: incidents, at-least: 1, if-missing: holds}", "Incidents is at least 1 (a gap counts as yes)"),
        ("{any: [{input: incidents, at-least: 1, if-missing: holds}, {input: trainee, is: true, if-missing: holds}]}",
         "Incidents is at least 1 or Trainee is yes (a gap counts as yes)"),
        ("{all: [{input: incidents, at-least: 1, if-missing: holds}, {input: trainee, is: true, if-missing: fails}]}",
         "Incidents is at least 1 and Trainee is yes"),
        ("{not: {input: trainee, is: true, if-missing: fails}}", "it is not so that Trainee is yes"),
        ("{missing: incidents}", "Incidents is missing"),
    ],
)  # fmt: skip
def test_a_rule_says_what_a_gap_means_where_its_parts_agree(when: str, said: str) -> None:
    """Who is vetoed for an empty cell reads it in the plan; of parts that disagree one word would be wrong."""
    (found,) = rulings(GRADES + "rules:\n  - {kind: veto, grade: C, when: " + when + "}\n").grade_rules()
    assert found == f"veto (rule 1): if {said}, the grade is C."


def test_a_count_of_targets_says_whether_a_gap_is_met() -> None:
    """It is no yes or no of the condition: what is not met makes a count low, and the condition true."""
    when = "{count-met: target, of: all, below: 2, if-missing: fails}"
    tail = GRADES + "rules:\n  - {kind: veto, grade: C, when: " + when + "}\n"
    text = (HEAD + tail).replace("a: {unit: percent,", "a: {unit: percent, better: higher, thresholds: {target: 80},")
    (found,) = Rulings(Wordings(loads(text), "zh")).grade_rules()
    assert "（缺失项视为未达到）" in found
