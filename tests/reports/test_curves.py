"""Curves in words: a formula, a table, or both."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import Language
from perfscheme.reading import loads
from perfscheme.reports.curves import curve_blocks
from perfscheme.reports.documents import Block, Paragraph, Table
from perfscheme.reports.scoring import Wordings

HEAD = """\
perfscheme: 1
scheme: s
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: refuse}}
  children:
    a: {unit: percent, better: higher, thresholds: {target: 80}, CURVE}
    b: {unit: points, curve: as-is}
"""


def told(text: str, key: str = "a", lang: Language = "en") -> list[Block]:
    """What a plan says of the curve of an indicator."""
    return list(curve_blocks(Wordings(loads(text), lang), key))


def of(curve: str) -> list[Block]:
    """What is said of a curve with one threshold."""
    return told(HEAD.replace("CURVE", curve))


@pytest.mark.parametrize(
    ("curve", "said"),
    [
        ("curve: as-is", "Points = the value itself"),
        ("curve: {kind: formula, formula: x * x}", "Points = Value × Value"),
        (
            "curve: {kind: ratio, form: actual-over-target, at-least: 0, at-most: 120}",
            "Points = 100 × (Value ÷ target), at least 0, at most 120",
        ),
    ],
)
def test_a_curve_is_a_formula(curve: str, said: str) -> None:
    """With its thresholds by name."""
    paragraphs = [block.text for block in of(curve) if isinstance(block, Paragraph)]
    assert paragraphs == [said]


def test_a_curve_in_pieces_is_a_table() -> None:
    """Cliffs say to which side their edge belongs; where points do not change there is no step."""
    tiers = "curve: {kind: tiers, tiers: [{from: 80, points: 100}, {from: 60, points: 50}], otherwise: 0}"
    (table,) = of(tiers)  # and no formula that says the same
    assert isinstance(table, Table)
    assert table.head == ("Value", "Points")
    assert [row[0] for row in table.rows][-1].startswith("from 80% (target)")


def test_a_value_that_is_the_points_needs_no_table() -> None:
    """One sentence says it."""
    assert len(of("curve: as-is")) == 1


def test_levels_are_a_table() -> None:
    """The label as the data have it, and its points."""
    levels = HEAD.replace("points, curve: as-is", "points, curve: {kind: levels, levels: {low: 0, high: 100}}")
    (table,) = told(levels.replace("CURVE", "curve: as-is"), "b", "zh")
    assert isinstance(table, Table)
    assert table.rows == (("low", "0 分"), ("high", "100 分"))


BY_ROLE = """\
perfscheme: 1
scheme: by-role
inputs: {role: {kind: label, labels: [sales, support], name: {zh: 岗位, en: Role}}}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    revenue:
      unit: percent
      better: higher
      thresholds: {target: {by: role, cases: {sales: 90, support: 60}}}
      curve:
        kind: choice
        by: role
        cases:
          sales: {kind: linear, points: {50: 0, 90: 100}}
          support: as-is
    care: {unit: points, range: [0, 100], curve: as-is}
"""


def test_what_differs_by_a_label_is_told_label_by_label() -> None:
    """Curves in one table; not as one long case by case."""
    (table,) = told(BY_ROLE, "revenue", "zh")
    assert isinstance(table, Table)
    assert table.head == ("岗位", "实际值", "得分", "增减")
    assert table.rows[1] == ("sales", "50% 至 90%（目标值）", "由 0 升至 100 分", "每增加 1%，加 2.5 分")
    assert [row[2] for row in table.rows if row[0] == "support"] == ["由 0 升至 100 分"]


ROLES = """\
perfscheme: 1
scheme: roles
inputs: {role: {kind: label, labels: [junior, lead], name: {zh: 岗位, en: Role}}}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    a:
      unit: percent
      better: higher
      thresholds:
        floor: {by: role, cases: {junior: 60, lead: 75}}
        target: {by: role, cases: {junior: 80, lead: 95}}
        stretch: 100
      curve: CURVE
    b: {unit: points, curve: as-is}
"""
LINEAR = "{kind: linear, points: {floor: 60, target: 100, stretch: 120}, below: zero}"


def test_a_curve_with_levels_by_role_is_one_table_in_the_names_of_the_levels() -> None:
    """What is the same for every role is said once, in the plan's words."""
    (table,) = told(ROLES.replace("CURVE", LINEAR))
    assert isinstance(table, Table)
    assert table.head == ("Value", "Points")
    assert table.rows == (
        ("below floor", "0"),
        ("from floor to target", "60 rising to 100"),
        ("between target and stretch", "100 rising to 120"),
        ("above stretch", "120"),
    )


def test_a_ratio_to_a_level_by_role_is_one_formula() -> None:
    """Not one for each role."""
    (formula,) = told(ROLES.replace("CURVE", "{kind: ratio, form: actual-over-target}"))
    assert formula == Paragraph("Points = 100 × (Value ÷ target), at least 0")


def test_a_curve_with_places_beside_the_levels_has_rows_for_each_role() -> None:
    """50 is no level, so it cannot be said in their names alone."""
    (table,) = told(ROLES.replace("CURVE", "{kind: linear, points: {50: 0, target: 100}}"))
    assert isinstance(table, Table)
    assert table.head == ("Role", "Value", "Points", "For each step")
    assert [row[:2] for row in table.rows if row[0] == "lead"] == [
        ("lead", "below 50%"),
        ("lead", "between 50% and 95% (target)"),
        ("lead", "above 95% (target)"),
    ]


def test_a_curve_with_a_level_of_ones_own_is_a_table_in_the_names_of_the_levels() -> None:
    """No chain of cases."""
    own = ROLES.replace("CURVE", LINEAR).replace("{by: role, cases: {junior: 80, lead: 95}}", "{input: own}")
    own = own.replace("inputs: {", "inputs: {own: {kind: number, unit: percent}, ")
    own = own.replace("{by: role, cases: {junior: 60, lead: 75}}", "50")
    (table,) = told(own, lang="zh")
    assert isinstance(table, Table)
    assert table.rows[1] == ("门槛值（含）至 目标值", "由 60 升至 100 分")


def test_a_ratio_by_the_value_is_a_formula_and_a_rating_a_table() -> None:
    """Both can be stated of bounded values only; `25 × Value − 25` tells nobody how a rating is laid on points."""
    ratio = HEAD.replace("unit: percent, better: higher", "unit: percent, range: [1, 5], better: lower")
    ratio = ratio.replace("{target: 80}", "{target: 2}")
    (formula,) = told(ratio.replace("CURVE", "curve: {kind: ratio, form: target-over-actual}"))
    assert formula == Paragraph("Points = 100 × (target ÷ Value), at least 0")
    rating = HEAD.replace("percent", "points").replace("better: higher", "range: [1, 5], better: higher")
    rating = rating.replace("{target: 80}", "{target: 4}")
    rating = rating.replace("CURVE", "curve: {kind: rating, from: [1, 5], to: [0, 100]}")
    (table,) = told(rating)
    assert isinstance(table, Table)
