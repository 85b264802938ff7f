"""Refusals: why a record has no score, by the names that people know."""

from __future__ import annotations

from typing import Any

import pytest

import perfscheme
from perfscheme import NOT_APPLICABLE, Scheme
from perfscheme.scheme.refusals import reasons, refusals


def told(card: perfscheme.Scorecard) -> list[tuple[str, tuple[Any, ...], str]]:
    """Code, path and English message of each reason."""
    return [(found.code, found.path, found.message("en")) for found in refusals(card)]


def test_a_score_needs_no_reason(five: Scheme, engineer: dict[str, Any]) -> None:
    """Also where something is missing that may be."""
    assert refusals(five.score(engineer | {"teamwork": None})) == ()


def test_too_little_weight_names_what_is_missing(five: Scheme, engineer: dict[str, Any]) -> None:
    """By how much, and where."""
    card = five.score(engineer | {"satisfaction": None, "handling-efficiency": None})
    ((code, path, message),) = told(card)
    assert (code, path) == ("PS311", ("score",))
    for words in ("the total", "45 %", "60 %", "Customer satisfaction, Handling efficiency"):
        assert words in message
    (problem,) = refusals(card)
    assert "客户满意度、投诉处理效率" in problem.message("zh")


def test_a_share_of_the_weight_without_end_is_told_as_near_as_needed() -> None:
    """A third is no figure that anybody would look for in the plan."""
    scheme = perfscheme.loads("""
perfscheme: 1
scheme: thirds
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: renormalise, coverage: 60}}
  children:
    a: {unit: points, curve: as-is}
    b: {unit: points, curve: as-is}
    c: {unit: points, curve: as-is}
""")
    assert "≈33.3333 % of the weight" in refusals(scheme.score({"a": 1, "b": None, "c": None}))[0].message("en")


def test_reasons_lead_from_the_root_to_the_leaf(tree: Scheme, member: dict[str, Any]) -> None:
    """A dimension is missing because of its own children."""
    card = tree.score(member | {"training": None, "joint": None, "response": None, "resolution": None})
    assert [(code, path) for code, path, _ in told(card)] == [
        ("PS311", ("score",)), ("PS311", ("speed",)), ("PS311", ("learning",)), ("PS311", ("shared",)),
    ]  # fmt: skip


def test_a_rule_that_lacks_its_input_is_told_apart(five: Scheme, engineer: dict[str, Any]) -> None:
    """Every indicator is there, the deduction's input is not."""
    ((code, path, message),) = told(five.score(engineer | {"major-complaints": None}))
    assert (code, path) == ("PS312", ())
    assert "for the total: the rule deduction (rule 1) needs major complaints, which is missing" in message


def test_a_rule_of_a_part_is_named_with_the_part() -> None:
    """The parent only says that the part is missing."""
    scheme = perfscheme.loads("""
perfscheme: 1
scheme: lack
inputs:
  limit: {kind: number, unit: points}
  role: {kind: label, labels: [junior, senior], name: {zh: 职级, en: Role}}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  rules:
    - {kind: base-points, when: {missing: limit}, base: {by: role, cases: {junior: 1, senior: 2}}}
  children:
    a:
      unit: points
      curve: as-is
      rules: [{kind: cap, name: {zh: 个人封顶, en: Own cap}, at-most: {input: limit}}]
    b: {unit: points, curve: as-is}
""")
    found = told(scheme.score({"a": 5, "b": 5, "limit": None, "role": None}))
    places = [("PS312", ("score",)), ("PS311", ("score",)), ("PS312", ("a",))]
    assert [(code, path) for code, path, _ in found] == places
    assert "base points (rule 1 of score) needs Role" in found[0][2]
    assert "for a: the rule Own cap (cap) needs limit" in found[2][2]
    chinese = refusals(scheme.score({"a": 5, "b": 5, "limit": None, "role": "junior"}))[-1].message("zh")
    assert "规则 个人封顶（封顶） 需要 limit" in chinese


@pytest.mark.parametrize(
    ("coverage", "record", "code"),
    [
        ("0", {"a": None, "b": None}, "PS310"),
        ("50", {"a": None, "b": None}, "PS311"),
        ("51", {"a": 5, "b": None}, "PS311"),
    ],
)
def test_too_little_weight_is_told_only_where_more_would_do(coverage: str, record: dict[str, Any], code: str) -> None:
    """Where no weight is asked for, what is missing is the whole reason."""
    scheme = perfscheme.loads(f"""
perfscheme: 1
scheme: halves
score:
  aggregation: {{kind: weighted-mean, weights: equal, missing: {{kind: renormalise, coverage: {coverage}}}}}
  children: {{a: {{unit: points, curve: as-is}}, b: {{unit: points, curve: as-is}}}}
""")
    assert [found for found, _, _ in told(scheme.score(record))] == [code]


def test_nothing_applies(five: Scheme) -> None:
    """To this person."""
    record = dict.fromkeys(five.statement.inputs, NOT_APPLICABLE)
    assert [code for code, _, _ in told(five.score(record | {"major-complaints": 0}))] == ["PS309"]


def test_a_formula_without_a_value_names_its_indicator() -> None:
    """A division by zero, the innermost part."""
    scheme = perfscheme.loads("""
perfscheme: 1
scheme: ratio
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: refuse}}
  children:
    a: {name: {zh: 比率, en: Rate}, unit: points, range: [0, 10], curve: {kind: formula, formula: "1 / (x - 5)"}}
""")
    ((code, path, message),) = told(scheme.score({"a": 5}))
    assert (code, path) == ("PS306", ("a",))
    assert "Rate" in message


@pytest.mark.parametrize(
    "aggregation",
    ["{kind: trimmed, drop-highest: 1, drop-lowest: 1, missing: refuse}", "{kind: best, count: 3, missing: refuse}"],
)
def test_too_few_parts_that_apply_are_a_reason(aggregation: str) -> None:
    """Nothing is missing, and yet nothing is left where two of two are dropped."""
    parts = "".join(f"    {key}: {{unit: points, better: higher, curve: as-is}}\n" for key in "abc")
    scheme = perfscheme.loads(f"perfscheme: 1\nscheme: few\nscore:\n  aggregation: {aggregation}\n  children:\n{parts}")
    card = scheme.score({"a": 1, "b": 2, "c": NOT_APPLICABLE})
    assert card.total is None
    assert [(problem.code, problem.facts["found"]) for problem in card.problems] == [("PS321", 2)]


def test_a_fault_is_told_with_the_input_that_it_is_in() -> None:
    """On a card by itself nobody knew which field `'boss'` stood in."""
    scheme = perfscheme.loads("""
perfscheme: 1
scheme: fault
inputs: {role: {kind: label, labels: [junior, senior], name: {zh: 职级, en: Role}}}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    calls:
      name: {zh: 拜访, en: Calls}
      unit: count
      curve: {kind: choice, by: role, cases: {junior: as-is, senior: as-is}}
""")
    card = scheme.score_many([{"role": "boss", "calls": -1}]).card(0)
    first, second = reasons(card, "zh")
    assert first.startswith("职级：'boss' ")
    assert second.startswith("拜访：-1 ")
    assert "Role: 'boss' is" in card.explain("en")
