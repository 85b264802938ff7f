"""Accounts: calculations in sentences, for every aggregation, rule and rounding."""

from __future__ import annotations

from typing import Any

import pytest

import perfscheme
from perfscheme import Scheme
from perfscheme.scheme.accounts import Account, shown

PLAN = """
perfscheme: 1
scheme: sales
inputs:
  minutes: {{kind: number, unit: minutes}}
  limit: {{kind: number, unit: points, range: [0, 100], name: {{zh: 上限, en: own limit}}}}
  late: {{kind: flag, name: {{zh: 迟交, en: late report}}}}
score:
  aggregation: {aggregation}
  rules: {rules}
  children:
    speed:
      name: {{zh: 速度, en: Speed}}
      unit: hours
      better: lower
      input: {{input: minutes, unit: hours, at-most: 3, rounding: {{places: 1}}}}
      curve: {{kind: per-step, start: 100, from: 1, each: 0.5, steps: whole, above: -10, at-least: 60}}
      if-missing: {{points: 40}}
      rounding: {{step: 5}}
    quality: {{unit: points, range: [0, 100], curve: {{kind: as-is}}, if-missing: {{not-applicable: true}}}}
"""


def account(record: dict[str, Any], *, aggregation: str = "", rules: str = "[]", lang: Any = "en") -> Account:
    """The account of a record under a plan of two indicators."""
    aggregation = aggregation or "{kind: weighted-mean, weights: equal, missing: {kind: refuse}}"
    scheme = perfscheme.loads(PLAN.format(aggregation=aggregation, rules=rules))
    values = {"minutes": 110, "quality": 80, "limit": 70, "late": False} | record
    return Account(scheme.score(values), lang)


def test_an_indicator_is_told_from_what_is_read_to_its_points() -> None:
    """Converted, rounded, scored by steps, rounded again."""
    assert list(account({"minutes": 107}).indicator("speed")) == [
        "value: Speed 107 min; 107 ÷ 60 = 107/60 ≈ 1.7833; ≈1.7833, rounded half-up to 1 decimal: 1.8 h",
        "2 × 1.8 − 2 = 1.6; 1.6, rounded down to a whole number: 1; 100 − 10 × 1 = 90 points",
    ]
    capped = next(account({"minutes": 500}, lang="zh").indicator("speed"))
    assert capped == "数值：速度 500 分钟；500 ÷ 60 = 25/3 ≈ 8.3333；最高 3：3 小时"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"minutes": None}, ["missing, so the scheme gives 40 points"]),
        ({"minutes": perfscheme.NOT_APPLICABLE}, []),
    ],
)
def test_what_stands_in_for_a_missing_value_is_told(record: dict[str, Any], expected: list[str]) -> None:
    """Missing is not the same as not applicable."""
    assert list(account(record).indicator("speed")) == expected


def test_a_missing_value_may_become_not_applicable() -> None:
    """By the scheme, not by chance."""
    assert list(account({"quality": None}).indicator("quality")) == ["missing, so by the scheme not applicable"]


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        ("{kind: weighted-mean, weights: equal, missing: {kind: refuse}}", "Total: 45 + 40 = 85"),
        ("{kind: sum, missing: {kind: refuse}}", "Total: 90 + 80 = 170"),
        ("{kind: minimum, missing: {kind: refuse}}", "Total: the least of Speed 90 and quality 80: 80"),
        ("{kind: maximum, missing: {kind: refuse}}", "Total: the greatest of Speed 90 and quality 80: 90"),
        (
            "{kind: product, whole: 100, missing: {kind: refuse}}",
            "Total: of Speed 90 and quality 80: 90 × 80 ÷ 100 = 72",
        ),
        (
            "{kind: geometric-mean, weights: equal, missing: {kind: refuse}}",
            "Total: of Speed 90 and quality 80: (90 × 80) ^ (1 ÷ 2) ≈ 84.8528",
        ),
        ("{kind: best, count: 1, missing: {kind: refuse}}", "Total: the best 1 of Speed 90 and quality 80: 90"),
        (
            "{kind: matrix, missing: {kind: refuse}, rows: {child: speed, from: [85, otherwise]}, "
            "columns: {child: quality, from: [85, otherwise]}, points: [[9, 7], [5, 1]]}",
            "Total: Speed 90 is at least 85; quality 80 is below 85: 7",
        ),
    ],
)
def test_every_aggregation_is_told_by_its_figures(aggregation: str, expected: str) -> None:
    """A sum of contributions, or the points of the children and what became of them."""
    (text,) = account({"minutes": 107}, aggregation=aggregation).dimension("score", is_root=True)
    assert text == expected


@pytest.mark.parametrize(
    ("rule", "record", "expected"),
    [
        ("{kind: cap, at-most: {input: limit}}", {}, "cap (rule 1 of score): at most own limit 70 points: 70 points"),
        ("{kind: cap, at-most: 95}", {}, None),
        ("{kind: floor, at-least: 99}", {}, "floor (rule 1 of score): at least 99: 99 points"),
        ("{kind: multiplier, by: 1.1, at-most: 90}", {},
         "multiplier (rule 1 of score): 1.1 × 85 = 93.5; at most 90: 90 points"),
        (
            "{kind: bonus, points: 5, when: {input: quality, at-least: 80, if-missing: fails}}", {},
            "bonus (rule 1 of score): quality 80 points is at least 80 points; 5 + 85 = 90 points",
        ),
        (
            "{kind: veto, points: 0, when: {input: late, is: true, if-missing: fails}}", {"late": True},
            "veto (rule 1 of score): late report is yes: 0 points",
        ),
        ("{kind: veto, points: 0, when: {input: late, is: true, if-missing: fails}}", {}, None),
        (
            "{kind: veto, points: 0, name: Late reports, when: {input: late, is: true, if-missing: fails}}",
            {"late": None},
            "Late reports (veto): late report is missing, so it could not be judged; taken as not holding",
        ),
        (
            "{kind: veto, points: 0, name: Late reports, when: {input: late, is: true, if-missing: holds}}",
            {"late": None},
            "Late reports (veto): late report is missing: 0 points",
        ),
        (
            "{kind: cap, at-most: 99, when: {input: late, is: true, if-missing: fails}}", {"late": True},
            "cap (rule 1 of score): late report is yes; nothing changes",
        ),
        (
            "{kind: leave-out, children: [speed], when: {input: late, is: true, if-missing: fails}}", {"late": True},
            "leave out (rule 1 of score): late report is yes; 90 points becomes not applicable",
        ),
    ],
)  # fmt: skip
def test_every_rule_is_told_with_its_reason_and_what_it_changed(rule: str, record: Any, expected: str | None) -> None:
    """A rule without effect is silent, unless its condition holds."""
    told = account({"minutes": 107} | record, rules=f"[{rule}]")
    found = [*list(told.dimension("score", is_root=True))[1:], *told.rules_of_parent("speed")]
    assert found == ([] if expected is None else [expected])


def test_the_grade_is_told_with_its_bound_and_what_rules_did(five: Scheme, engineer: dict[str, Any]) -> None:
    """The band of the total first, then the rules."""
    told = Account(five.score(engineer | {"major-complaints": 2}), "en")
    assert list(told.grade()) == [
        "Grade B: from 80; the rounded total is graded",
        "veto (rule 2): major complaints 2 is at least 2; Grade B becomes Grade C",
    ]
    assert told.held_down()
    assert not Account(five.score(engineer), "zh").held_down()
    assert list(Account(five.score(engineer), "zh").grade()) == ["等级 B：80 及以上；按舍入后的总分定级"]


def test_the_total_is_told_with_its_rounding(five: Scheme, engineer: dict[str, Any]) -> None:
    """Before and after."""
    assert list(Account(five.score(engineer), "en").total()) == [
        "rounded half-up to 2 decimals: 89.545 points becomes 89.55 points"
    ]


def test_a_figure_by_itself_says_whether_it_is_exact() -> None:
    """Decimals or an approximation."""
    from decimal import Decimal
    from fractions import Fraction

    assert (shown(Decimal("1.50")), shown(Fraction(1, 3))) == ("1.5", "≈0.3333")


ROLES = """
perfscheme: 1
scheme: roles
inputs: {role: {kind: label, labels: [junior, lead], name: {zh: 岗位, en: Role}}}
score:
  aggregation: {kind: weighted-mean, missing: refuse}
  children:
    a:
      weight: 100
      unit: percent
      better: higher
      thresholds: {by: role, cases: {junior: {floor: 60, target: 80}, lead: {floor: 75, target: 95}}}
      curve: {kind: linear, points: {floor: 60, target: 100}, below: zero}
      if-missing: {value: 70}
rules: [{kind: cap, at-most: {by: role, cases: {junior: 100, lead: 90}}}]
"""


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"role": "junior", "a": 70},
            "70% lies between 60% (60 points) and 80% (100 points): 60 + (70 − 60) × 40/20 = 80 points",
        ),
        ({"role": "lead", "a": 70}, "70% is below 75%: 0 points"),
        ({"role": "lead", "a": 75}, "at 75%: 60 points"),
        ({"role": "junior", "a": None}, "70% lies between 60% (60 points)"),
    ],
)
def test_a_curve_by_role_is_told_as_the_curve_of_that_role(values: dict[str, Any], said: str) -> None:
    """As one of fixed levels, not as a chain of cases."""
    *_, told = Account(perfscheme.loads(ROLES).score(values), "en").indicator("a")
    assert told.startswith(said)


def test_a_limit_by_role_is_told_as_a_limit() -> None:
    """Where it acts, whose it is."""
    found = Account(perfscheme.loads(ROLES).score({"role": "lead", "a": 99}), "en")
    assert list(found.total()) == ["cap (rule 1): Role lead: 90; at most 90: 90 points"]
    assert not list(Account(perfscheme.loads(ROLES).score({"role": "junior", "a": 99}), "en").total())


def test_a_figure_that_is_no_short_decimal_is_told_rounded() -> None:
    """287/60 stands in the calculation alone."""
    plan = ROLES.replace("inputs: {", "inputs: {m: {kind: number, unit: minutes}, ").replace(
        "unit: percent", "unit: hours"
    )
    plan = plan.replace("      if-missing: {value: 70}\n", "      input: {input: m, unit: hours}\n")
    plan = plan.replace("better: higher", "better: lower").replace("floor: 60, target: 80", "target: 4, floor: 8")
    plan = plan.replace("below: zero", "above: zero").replace("floor: 75, target: 95", "target: 2, floor: 6")
    found = Account(perfscheme.loads(plan).score({"role": "junior", "m": 287}), "zh")
    first, second = found.indicator("a")
    assert first == "数值：m 287 分钟；287 ÷ 60 = 287/60 ≈ 4.7833 小时"
    assert second == (
        "≈4.7833 小时 介于 4 小时（100 分）与 8 小时（60 分）之间：100 − ((287/60) − 4) × 40/4 = 553/6 ≈ 92.1667 分"
    )


@pytest.mark.parametrize(
    ("curve", "said"),
    [
        ("{kind: ratio, form: actual-over-target}", "target 80%; 60 ÷ 80 = 0.75; 100 × 0.75 = 75 points"),
        (
            "{kind: ratio, form: two-minus-ratio, at-most: 110}",
            "target 80%; 60 ÷ 80 = 0.75; 200 − 100 × 0.75 = 125; at most 110: 110 points",
        ),
        ("{kind: linear, points: {0: 0, target: 100}}", "60% lies between 0% (0 points) and 80% (100 points): "
         "60 × 100/80 = 75 points"),
    ],
)  # fmt: skip
def test_a_ratio_to_a_threshold_is_told_as_that(curve: str, said: str) -> None:
    """It was so many points for each 1: `60 × 5/4`."""
    scheme = perfscheme.loads(f"""
perfscheme: 1
scheme: s
score:
  aggregation: {{kind: weighted-mean, weights: equal, missing: refuse}}
  children: {{a: {{unit: percent, better: higher, thresholds: {{target: 80}}, curve: {curve}}}}}
""")
    assert list(Account(scheme.score({"a": 60}), "en").indicator("a")) == [said]
