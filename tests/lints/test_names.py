"""Names: what nothing reads, and what lacks a language."""

from __future__ import annotations

import perfscheme

SPEED = "score/children/speed"


def test_an_input_that_nothing_reads_is_told(said):
    """A flag, a number, a label."""
    assert said({"inputs/trainee": {"kind": "flag"}}) == [("PS541", "inputs/trainee")]
    assert said({"rules": [], f"{SPEED}/rules": []}) == [("PS541", "inputs/incidents")]


def test_an_input_is_read_by_a_condition_a_weight_or_a_threshold(said):
    """Wherever a formula has it."""
    trainee = {"kind": "flag"}
    by = {"by": "trainee", "cases": {True: 0.3, False: 0.4}}
    assert said({"inputs/trainee": trainee, f"{SPEED}/weight": by}) == []
    rule = {"kind": "bonus", "points": 1, "when": {"input": "trainee", "is": True, "if-missing": "fails"}}
    assert said({"inputs/trainee": trainee, "rules/1": rule}) == []


def test_a_threshold_of_ones_own_that_nothing_names_is_a_note(said):
    """`target` and its like are told on every card; other names are there to be used."""
    assert said({"score/children/quality/thresholds": {"target": 90}}) == []
    assert said({"score/children/quality/thresholds": {"par": 90}}) == [
        ("PS542", "score/children/quality/thresholds/par")
    ]


def test_a_threshold_under_its_chinese_name_is_told_with_the_usual_one(plan, said):
    """Nothing is known of a name of one's own; where no direction is, the usual ones have no meaning either."""
    way, curve = "score/children/quality/thresholds", "score/children/quality/curve"
    points = {curve: {"kind": "linear", "points": {0: 0, "目标值": 100}}, way: {"目标值": 90}}
    assert said(points) == [("PS544", f"{way}/目标值")]
    [found] = perfscheme.lint(plan(points))
    assert "Did you mean target?" in found.message("en")
    assert said(points | {way: {"目标值": 90, "target": 95}}) == []
    assert said({way: {"Target": 90}}) == [("PS544", f"{way}/Target")]
    undirected = {"score/children/quality/better": None}
    assert said(points | undirected) == []


def test_a_threshold_is_used_by_a_curve_a_formula_or_a_condition(said):
    """Each names it in its own way."""
    own = {"score/children/quality/thresholds": {"par": 90}}
    curve = "score/children/quality/curve"
    assert said(own | {curve: {"kind": "linear", "points": {0: 0, "par": 100}}}) == []
    assert said(own | {curve: {"kind": "formula", "formula": "min(100, 100 * x / par)"}}) == []
    met = {"met": "quality", "threshold": "par", "if-missing": "fails"}
    assert said(own | {"rules/1": {"kind": "bonus", "points": 1, "when": met}}) == []
    count = {"count-met": "par", "of": "all", "at-least": 1, "if-missing": "fails"}
    assert said(own | {"rules/1": {"kind": "bonus", "points": 1, "when": count}}) == []


def test_a_text_in_one_language_is_a_note_where_others_have_both(said):
    """At the text, with what is lacking; a plan in one language lacks nothing."""
    both, one = {"zh": "方案", "en": "Plan"}, {"zh": "质量"}
    assert said({"name": both, "score/children/quality/name": one}) == [("PS543", "score/children/quality/name")]
    assert said({"name": {"zh": "方案"}, "score/children/quality/name": one}) == []
    assert said({"name": both, "score/children/quality/name": "CSAT"}) == []
