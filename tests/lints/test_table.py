"""The table of lints: what is told, in which words, and what a waiver leaves out."""

from __future__ import annotations

import pytest

import perfscheme
from perfscheme.diagnostics.messages.lints import MESSAGES, WAIVABLE
from perfscheme.lints import LINTS, lint

ZERO = "score/children/quality/weight"


def told(scheme):
    return [(found.code, "/".join(map(str, found.path))) for found in lint(scheme)]


def test_every_lint_has_a_message_and_may_be_waived():
    """Codes ascend, so that the table is found by them."""
    codes = [each.code for each in LINTS]
    assert codes == sorted(set(codes))
    assert set(codes) <= set(MESSAGES) & set(WAIVABLE)


def test_a_scheme_composed_in_python_is_linted_too(plan):
    """By the same function, without a file; loading says nothing."""
    found = perfscheme.lint(plan({ZERO: 0, "grades": None}))
    assert [(each.code, each.severity, each.span) for each in found] == [("PS521", "warning", None)]


@pytest.mark.parametrize("place", ["waive", "score/waive", "score/children/quality/waive"])
def test_a_waiver_holds_at_its_place_and_within(plan, place):
    """At the indicator, its dimension, or the whole scheme."""
    assert told(plan({ZERO: 0, "grades": None, place: {"PS521": "shown only"}})) == []


def test_a_waiver_elsewhere_does_not_hold_and_is_needless(plan):
    """Both are told."""
    assert told(plan({ZERO: 0, "grades": None, "score/children/speed/waive": {"PS521": "why not"}})) == [
        ("PS521", "score/children/quality/weight"), ("PS591", "score/children/speed/waive/PS521"),
    ]  # fmt: skip


def test_rules_and_grades_have_waivers_of_their_own(plan):
    """What nouns warn of themselves is waived in the same way."""
    cap = {"kind": "cap", "at-most": 100, "waive": {"PS533": {"zh": "写明上限", "en": "says so to readers"}}}
    grades = [{"grade": "S", "from": 200, "waive": {"PS280": "for next year"}}, {"grade": "A"}]
    assert told(plan({"rules/1": cap, "grades": grades})) == []


def test_what_leaves_one_end_of_the_scale_is_told_once(plan):
    """A scale of shares for points up to 100: one message with the places of all; a waiver takes its own away."""
    mean = {"score/aggregation": {"kind": "weighted-mean", "weights": "normalised", "missing": "refuse"}, "rules": []}
    curves = [("score", "children", name, "curve") for name in ("quality", "speed")]
    [found] = perfscheme.lint(plan({**mean, "scale": [0, 1]}))
    assert (found.code, found.path, found.also) == ("PS551", curves[0], (curves[1],))
    waived = {"score/children/quality/waive": {"PS551": "counts double"}}
    [found] = perfscheme.lint(plan({**mean, **waived, "scale": [0, 1]}))
    assert (found.code, found.path, found.also) == ("PS551", curves[1], ())


def test_a_waiver_of_an_unknown_code_is_an_error(plan):
    """With the nearest code."""
    with pytest.raises(perfscheme.SchemeError, match="PS521") as caught:
        plan({"waive": {"PS5211": "a slip"}})
    assert [found.code for found in caught.value.diagnostics] == ["PS592"]
    with pytest.raises(perfscheme.SchemeError, match="reason"):
        plan({ZERO: 0, "grades": None, "waive": {"PS521": " "}})


def test_a_waiver_changes_no_score(plan):
    """It is part of the content, not of the formula."""
    plain, waived = plan({}), plan({"waive": {"PS521": "needless"}})
    record = {"quality": 80, "speed": 20, "incidents": 0}
    assert plain.score(record).total == waived.score(record).total


def test_findings_stand_in_the_file_beside_errors():
    """`checks` gives them line and column; `loads` does not raise them."""
    text = (
        "perfscheme: 1\nscheme: s\nscore:\n  aggregation: {kind: sum, weights: factors, missing: refuse}\n"
        "  children:\n    a: {unit: percent, weight: 0, curve: as-is}\n"
        "    b: {unit: percent, weight: 1, curve: as-is}\n"
    )
    assert perfscheme.loads(text).scheme == "s"
    [found] = perfscheme.checks(text)
    assert (found.code, found.span.start.line, found.span.start.column) == ("PS521", 5, 31)


def test_what_is_no_scheme_is_refused():
    """With what takes a file."""
    with pytest.raises(TypeError, match="takes a Scheme, not str; `check` takes the path of a file"):
        lint("plan.scheme.yaml")
