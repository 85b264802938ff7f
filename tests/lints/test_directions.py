"""Directions: where a better value gives fewer points or lowers the total; every witness is scored again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import perfscheme
from perfscheme.lints import findings
from perfscheme.scheme import Scheme

QUALITY = "score/children/quality"


def test_what_rises_throughout_is_let_pass(said):
    """The clean plan is clean, and a flat stretch is no fall."""
    assert said({}) == []
    assert said({f"{QUALITY}/curve": {"kind": "linear", "points": {50: 0, 60: 60, 80: 60, 100: 100}}}) == []


def test_a_dent_in_a_curve_is_shown_by_two_values(plan):
    """The better value with fewer points, both in words and as records."""
    scheme = plan({f"{QUALITY}/curve": {"kind": "linear", "points": {0: 0, 60: 70, 80: 50, 100: 100}}})
    [(lint, finding)] = findings(scheme)
    assert (lint.code, finding.path) == ("PS501", ("score", "children", "quality", "curve"))
    worse, better = finding.records
    assert (worse["quality"], better["quality"]) == (60, 80)
    assert [str(scheme.score(record)["quality"].points) for record in finding.records] == ["70", "50"]
    message = lint.diagnostic(finding).message()
    assert "quality 60 has 70 points, the better 80 has 50" in message


def test_a_cliff_on_the_wrong_side_is_shown_where_points_are_lost(plan):
    """`below: zero` where lower is better: the best values lose all points; the slope before them is no fault."""
    curve = {"kind": "linear", "points": {"floor": 80, "target": 100, "stretch": 120}, "below": "zero"}
    [(lint, finding)] = findings(plan({"score/children/speed/curve": curve}))
    worse, better = finding.records
    assert lint.code == "PS501"
    assert (worse["speed"], finding.facts["points"]) == (8, "120")
    assert better["speed"] < 8
    assert finding.facts["fewer"] == "0"


def test_a_jump_down_is_found_at_its_very_edge(plan):
    """A formula that loses points from a value on."""
    scheme = plan({f"{QUALITY}/curve": {"kind": "formula", "formula": "if(x >= 90, x - 20, x)"}})
    [(lint, finding)] = findings(scheme)
    assert lint.code == "PS501"
    worse, better = (scheme.score(record)["quality"].points for record in finding.records)
    assert worse is not None
    assert better is not None
    assert worse > better
    assert finding.records[1]["quality"] == 90


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({f"{QUALITY}/weight": -0.2}, "score/children/quality/weight"),
        ({f"{QUALITY}/curve": {"kind": "linear", "points": {0: 100, 100: 0}}}, "score/children/quality/curve"),
        ({f"{QUALITY}/rules": [{"kind": "multiplier", "by": -1}]}, "score/children/quality/rules/0"),
        ({"rules/1": {"kind": "multiplier", "by": -1}}, "rules/1"),
        ({"rules/1": {"kind": "curve", "curve": {"kind": "linear", "points": {0: 100, 100: 0}}}}, "rules/1"),
        (
            {"score/aggregation": {"kind": "formula", "formula": "speed - quality", "missing": "refuse"},
             f"{QUALITY}/weight": None, "score/children/speed/weight": None},
            "score/aggregation",
        ),
    ],
)  # fmt: skip
def test_what_turns_a_better_value_round_is_named(
    plan: Callable[[dict[str, Any]], Scheme], changes: dict[str, Any], path: str
) -> None:
    """One message for one culprit, at its place, with two records whose totals show it."""
    scheme = plan(changes)
    [(lint, finding)] = findings(scheme)
    assert (lint.code, "/".join(map(str, finding.path))) == ("PS502", path)
    worse, better = (scheme.score(record) for record in finding.records)
    assert worse.total is not None
    assert better.total is not None
    assert worse.total > better.total
    assert not [change for card in (worse, better) for change in card.changes if change.strategy == "deduction"]


def test_a_rule_that_fires_may_lower_the_total(said):
    """More incidents are deducted: law 6 allows what a rule says."""
    better = {"unit": "count", "better": "higher", "weight": 0.1, "input": "incidents", "curve": "as-is"}
    inputs = {"score/children/seen": better}
    assert said(inputs) == []
    always = {"rules/0/when/at-least": 0}
    assert [code for code, _ in said(inputs | always)] == ["PS532"]


def test_penalty_points_that_are_taken_away_are_right(said):
    """Errors cost points by a negative factor: the curve falls with a better value, and the total rises."""
    errors = {"unit": "count", "better": "lower", "range": [0, 50], "weight": -1, "curve": "as-is"}
    assert said({"score/children/errors": errors}) == []


def test_low_totals_are_good_where_grades_say_so(said):
    """Points against `better` are then right, and the others wrong."""
    grades = [{"grade": "A", "to": 10}, {"grade": "B"}]
    assert {code for code, _ in said({"grades": grades})} == {"PS502"}


def test_without_grades_low_totals_are_good_where_all_say_so(said):
    """A league of golfers: every better value lowers the total."""
    turned = {"kind": "linear", "points": {0: 100, 100: 0}}
    changes = {"grades": None, f"{QUALITY}/curve": turned, "score/children/speed/curve": "as-is"}
    assert said(changes) == []
    assert [code for code, _ in said({"grades": None, f"{QUALITY}/curve": turned})] == ["PS502"]


def test_what_can_be_neither_proved_nor_shown_is_told_with_the_place_of_doubt(plan):
    """The note is at the indicator, and names the first place from which on the proof fails."""
    scheme = plan({f"{QUALITY}/curve": {"kind": "formula", "formula": "x + (x - 50) * (x - 50) - x * x + 99.5 * x"}})
    [(lint, finding)] = findings(scheme)
    assert (lint.code, lint.severity, finding.path) == ("PS503", "note", ("score", "children", "quality"))
    assert finding.facts["place"] == "score.children.quality.curve"


MATRIX = """
perfscheme: 1
scheme: boxes
score:
  aggregation:
    kind: matrix
    rows: {child: results, from: [90, 75, otherwise]}
    columns: {child: conduct, to: [1, 3, otherwise]}
    points: [[100, 80, 60], [80, 60, 40], [60, 40, LEAST]]
    missing: refuse
  children:
    results: {unit: percent, better: higher, curve: as-is}
    conduct: {unit: count, better: lower, curve: as-is}
"""


def test_a_matrix_that_rises_cell_by_cell_is_proved():
    """Its lines overlap, but none is below the next at the same column."""
    assert list(findings(perfscheme.loads(MATRIX.replace("LEAST", "20")))) == []


def test_a_matrix_with_one_cell_too_high_is_shown():
    """By two records, which are scored again."""
    scheme = perfscheme.loads(MATRIX.replace("LEAST", "50"))
    found = list(findings(scheme))
    assert ("PS502", ("score", "aggregation")) in [(lint.code, finding.path) for lint, finding in found]
    for _, finding in found:
        worse, better = (scheme.score(dict(record)).total for record in finding.records)
        assert worse > better


def test_points_for_zero_at_the_cap_are_proved(plan):
    """Target over actual: nothing can be better than zero, and nothing has more points than the cap."""
    curve = {"kind": "ratio", "form": "target-over-actual", "at-most": 120, "when-zero": 120}
    change = {"score/children/speed/curve": curve, "score/children/speed/thresholds": {"target": 24}}
    assert list(findings(plan(change))) == []


def test_points_for_zero_below_the_cap_are_shown(plan):
    """Zero has fewer points than a hundredth."""
    curve = {"kind": "ratio", "form": "target-over-actual", "at-most": 120, "when-zero": 100}
    change = {"score/children/speed/curve": curve, "score/children/speed/thresholds": {"target": 24}}
    [(lint, finding)] = findings(plan(change))
    assert (lint.code, finding.facts["value"], finding.facts["fewer"]) == ("PS501", 0, "100")
