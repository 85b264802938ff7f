"""What nouns do, in words."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import Language
from perfscheme.reading import loads
from perfscheme.reports.documents import Paragraph, Table
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
    a: {unit: percent, better: higher, thresholds: {target: 80}, CURVE}
    b: {unit: points, curve: as-is}
"""


def words(curve: str = "curve: as-is", tail: str = "", lang: Language = "en") -> Wordings:
    return Wordings(loads(HEAD.replace("CURVE", curve) + tail), lang)


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
    paragraphs = [block.text for block in words(curve).scored("a") if isinstance(block, Paragraph)]
    assert paragraphs == [said]


def test_a_curve_in_pieces_is_a_table() -> None:
    """Cliffs say to which side their edge belongs; where points do not change there is no step."""
    tiers = "curve: {kind: tiers, tiers: [{from: 80, points: 100}, {from: 60, points: 50}], otherwise: 0}"
    (table,) = words(tiers).scored("a")  # and no formula that says the same
    assert isinstance(table, Table)
    assert table.head == ("Value", "Points")
    assert [row[0] for row in table.rows][-1].startswith("from 80% (target)")


def test_levels_are_a_table() -> None:
    """The label as the data have it, and its points."""
    scheme = loads(HEAD.replace("{unit: points, curve: as-is}",
                                "{unit: points, curve: {kind: levels, levels: {low: 0, high: 100}}}")
                   .replace("CURVE", "curve: as-is"))  # fmt: skip
    (table,) = Wordings(scheme, "zh").scored("b")
    assert isinstance(table, Table)
    assert table.rows == (("low", "0 分"), ("high", "100 分"))


def test_what_becomes_of_missing_data() -> None:
    """Of an indicator, by its default; of a dimension, by its policy."""
    found = words("curve: as-is, if-missing: {value: 50}")
    noun = found.nodes["a"].noun
    assert found.missing(noun) == "Where the value is missing, 50% stands for it."  # type: ignore[arg-type]
    assert found.absences("score") == "Missing data: with a missing part there are no points."


def test_a_product_is_told_for_those_to_whom_everything_applies() -> None:
    """What is left out for others would double the sentence with each child."""
    text = HEAD.replace("CURVE", "curve: as-is").replace("kind: weighted-mean, weights: equal", "kind: product")
    assert Wordings(loads(text), "en").made_of("score") == "Total = a × b"


def test_a_value_that_is_the_points_needs_no_table() -> None:
    """One sentence says it."""
    assert len(list(words("curve: as-is").scored("a"))) == 1


def test_a_policy_without_a_least_coverage_names_none() -> None:
    """Not `less than 0 %`."""
    text = HEAD.replace("CURVE", "curve: as-is").replace("{kind: refuse}", "{kind: renormalise, coverage: 0}")
    found = Wordings(loads(text), "en").absences("score")
    assert found == "Missing data: the weight of what is missing is spread over the rest."


BY_ROLE = """\
perfscheme: 1
scheme: by-role
inputs: {role: {kind: label, labels: [sales, support], name: {zh: 岗位, en: Role}}}
score:
  aggregation: {kind: weighted-mean, missing: refuse}
  children:
    revenue:
      weight: {by: role, cases: {sales: 70, support: 20}}
      unit: percent
      better: higher
      thresholds: {target: {by: role, cases: {sales: 90, support: 60}}}
      curve:
        kind: choice
        by: role
        cases:
          sales: {kind: linear, points: {50: 0, 90: 100}}
          support: as-is
    care: {weight: {by: role, cases: {sales: 30, support: 80}}, unit: points, range: [0, 100], curve: as-is}
"""


def test_what_differs_by_a_label_is_told_label_by_label() -> None:
    """A target in a list, curves in one table; not as one long case by case."""
    found = Wordings(loads(BY_ROLE), "zh")
    assert found.level(found.nodes["revenue"], "target") == "按岗位：sales 90% 和 support 60%"
    (table,) = found.scored("revenue")
    assert isinstance(table, Table)
    assert table.head == ("岗位", "实际值", "得分", "增减")
    assert table.rows[1] == ("sales", "50% 至 90%（目标值）", "由 0 升至 100 分", "每增加 1%，加 2.5 分")
    assert [row[2] for row in table.rows if row[0] == "support"] == ["由 0 升至 100 分"]


def test_a_share_of_targets_met_is_no_mean_of_points() -> None:
    """The sum of weights of those that meet theirs; it was told as the mean of the children's points."""
    text = HEAD.replace("CURVE", "curve: as-is").replace("weighted-mean, weights: equal", "share-met")
    text = text.replace("b: {unit: points,", "b: {unit: points, better: higher, thresholds: {target: 3},")
    said = Wordings(loads(text), "en").made_of("score")
    assert said == "Total = 100 × the weight of those that meet their target, of a 50% and b 50%"


ROLES = """\
perfscheme: 1
scheme: roles
inputs: {role: {kind: label, labels: [junior, lead], name: {zh: 岗位, en: Role}}}
score:
  aggregation: {kind: weighted-mean, missing: refuse}
  children:
    a:
      weight: {by: role, cases: {junior: 60, lead: 30}}
      unit: percent
      better: higher
      thresholds:
        floor: {by: role, cases: {junior: 60, lead: 75}}
        target: {by: role, cases: {junior: 80, lead: 95}}
        stretch: 100
      curve: CURVE
    b: {weight: {by: role, cases: {junior: 40, lead: 70}}, unit: points, curve: as-is}
"""
LINEAR = "{kind: linear, points: {floor: 60, target: 100, stretch: 120}, below: zero}"


def test_levels_by_role_are_a_table_with_a_row_for_each_role() -> None:
    """Roles in rows; the weight beside the levels, where the same label decides it."""
    said = Wordings(loads(ROLES.replace("CURVE", LINEAR)), "zh")
    table = said.levels("a")
    assert table is not None
    assert table.head == ("岗位", "指标权重", "门槛值", "目标值", "挑战值")
    assert table.rows == (("junior", "60%", "60%", "80%", "100%"), ("lead", "30%", "75%", "95%", "100%"))
    assert said.levels("b") is None


def test_a_curve_with_levels_by_role_is_one_table_in_the_names_of_the_levels() -> None:
    """What is the same for every role is said once, in the plan's words."""
    (table,) = Wordings(loads(ROLES.replace("CURVE", LINEAR)), "en").scored("a")
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
    (formula,) = Wordings(loads(ROLES.replace("CURVE", "{kind: ratio, form: actual-over-target}")), "en").scored("a")
    assert formula == Paragraph("Points = 100 × (Value ÷ target), at least 0")


def test_a_curve_with_places_beside_the_levels_has_rows_for_each_role() -> None:
    """50 is no level, so it cannot be said in their names alone."""
    (table,) = Wordings(loads(ROLES.replace("CURVE", "{kind: linear, points: {50: 0, target: 100}}")), "en").scored("a")
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
    (table,) = Wordings(loads(own), "zh").scored("a")
    assert isinstance(table, Table)
    assert table.rows[1] == ("门槛值（含）至 目标值", "由 60 升至 100 分")


def test_a_ratio_by_the_value_is_a_formula_and_a_rating_a_table() -> None:
    """Both can be stated of bounded values only; `25 × Value − 25` tells nobody how a rating is laid on points."""
    ratio = HEAD.replace("unit: percent, better: higher", "unit: percent, range: [1, 5], better: lower")
    ratio = ratio.replace("{target: 80}", "{target: 2}")
    (formula,) = Wordings(loads(ratio.replace("CURVE", "curve: {kind: ratio, form: target-over-actual}")), "en").scored(
        "a"
    )
    assert formula == Paragraph("Points = 100 × (target ÷ Value), at least 0")
    rating = HEAD.replace("percent", "points").replace("better: higher", "range: [1, 5], better: higher")
    rating = rating.replace("{target: 80}", "{target: 4}")
    rating = rating.replace("CURVE", "curve: {kind: rating, from: [1, 5], to: [0, 100]}")
    (table,) = Wordings(loads(rating), "en").scored("a")
    assert isinstance(table, Table)
