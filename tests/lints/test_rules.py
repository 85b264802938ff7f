"""Rules: those that never fire, always do, or change nothing."""

from __future__ import annotations

import pytest

from perfscheme.lints import findings

WHEN = "rules/0/when"


def when(**bounds):
    return {"input": "incidents", "if-missing": "fails", **bounds}


def test_a_rule_that_can_never_fire_is_told_with_the_range(plan):
    """Beyond the range of its input."""
    [(lint, finding)] = findings(plan({WHEN: when(above=20)}))
    assert (lint.code, finding.path) == ("PS531", ("rules", 0, "when"))
    message = lint.diagnostic(finding).message()
    assert "incidents is above 20" in message
    assert "incidents: 0 to 20" in message


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (when(**{"at-least": 20}), None),
        ({"all": [when(**{"at-least": 5}), when(below=5)]}, "PS531"),
        ({"all": [when(**{"at-least": 5}), when(**{"at-most": 5})]}, None),
        ({"not": when(**{"at-least": 0}) | {"if-missing": "holds"}}, "PS531"),
        (when(**{"at-least": 0}), "PS532"),
        ({"any": [when(**{"at-least": 0}), when(above=20)]}, "PS532"),
        ({"points": "quality", "above": 100, "if-missing": "fails"}, "PS531"),
        ({"total": {"below": 101}, "if-missing": "fails"}, "PS532"),
        ({"met": "speed", "threshold": "target", "if-missing": "fails"}, None),
        ({"missing": "quality"}, None),
        (when(above=20) | {"if-missing": "holds"}, None),
    ],
)
def test_what_a_condition_can_be_is_proved(said, condition, code):
    """Never, always, or now this now that."""
    assert [found for found, _ in said({WHEN: condition})] == ([code] if code else [])


@pytest.mark.parametrize(
    ("condition", "ways"),
    [
        ({"any": [when(**{"at-least": 3}), when(above=20)]}, ["any/1"]),
        ({"any": [when(**{"at-least": 3}), when(above=20) | {"if-missing": "holds"}]}, []),
        ({"all": [when(**{"at-least": 3}), when(**{"at-least": 0})]}, []),
        ({"all": [when(**{"at-least": 3}), when(**{"at-least": 0}) | {"if-missing": "holds"}]}, ["all/1"]),
        ({"not": {"any": [when(**{"at-least": 3}), {"all": [when(**{"at-most": 9}), when(below=0)]}]}}, ["not/any/1"]),
        (
            {"any": [when(**{"at-least": 9}),
                     {"all": [when(**{"at-least": 3}), {"any": [when(below=5), when(above=30)]}]}]},
            ["any/1/all/1/any/1"],
        ),
        ({"any": [when(above=20), when(above=30)]}, None),
        ({"any": [when(**{"at-least": 0}), when(above=30)]}, None),
    ],
)  # fmt: skip
def test_a_part_of_a_condition_that_decides_nothing_is_told(said, condition, ways):
    """Of `any` what never holds, of `all` what always does; where the whole is decided, that is told alone."""
    found = said({WHEN: condition})
    if ways is None:
        assert [code for code, _ in found] in (["PS531"], ["PS532"])
    else:
        assert found == [("PS534", f"{WHEN}/{way}") for way in ways]


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "cap", "at-most": 100},
        {"kind": "bonus", "points": 0},
        {"kind": "multiplier", "by": 1},
        {"kind": "cap", "at-most": 100, "when": when(**{"at-least": 3})},
        {"kind": "veto", "when": when(**{"at-least": 3}), "grade-at-most": "A"},
    ],
)
def test_a_rule_that_changes_nothing_is_a_note(said, rule):
    """Its limit lies beyond all totals, its amount is nothing."""
    assert said({"rules": [rule]}) == [("PS533", "rules/0")]


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "cap", "at-most": 99},
        {"kind": "floor", "at-least": 1},
        {"kind": "multiplier", "by": 1, "at-most": 99},
        {"kind": "veto", "when": when(**{"at-least": 3}), "grade-at-most": "B"},
        {"kind": "veto", "when": when(**{"at-least": 3}), "points": 0},
    ],
)
def test_a_rule_that_can_change_something_is_let_pass(said, rule):
    """For somebody at least."""
    assert said({"rules": [rule]}) == []


def test_a_rule_on_children_is_judged_as_one(said):
    """It changes the one child and leaves the other."""
    rule = {"kind": "base-points", "when": when(**{"at-least": 3}), "bases": {"quality": 60, "speed": 100}}
    assert said({"score/rules": [rule]}) == []
    rule["bases"] = {"quality": 100, "speed": 100}
    assert said({"score/rules": [rule]}) == [("PS533", "score/rules/0")]


def test_a_rule_that_leaves_the_grade_is_told_in_grades(plan):
    """By their names, the best first; not by their numbers."""
    rule = {"kind": "grade-limit", "when": when(**{"at-least": 5}), "at-most": "A"}
    [(lint, finding)] = findings(plan({"rules": [rule]}))
    assert (lint.code, finding.facts["reach"].en) == ("PS533", "grade A to C")


def test_of_how_many_hold_it_is_not_told_again_of_what(plan):
    """Nor what can be of each of them: the figure that is compared is their number."""
    condition = {"count-met": "target", "of": "all", "below": 7, "if-missing": "fails"}
    [(lint, finding)] = findings(plan({WHEN: condition}))
    assert lint.code == "PS532"
    assert [reach.en for reach in finding.facts["reach"]] == ["0 to 1"]
