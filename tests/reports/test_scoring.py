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
    """A target in a list, a curve in a table for each; not as one long case by case."""
    found = Wordings(loads(BY_ROLE), "zh")
    assert found.level(found.nodes["revenue"], "target") == "按岗位：sales 90% 和 support 60%"
    first, bands, second, whole = found.scored("revenue")
    assert (first, second) == (Paragraph("岗位 sales："), Paragraph("岗位 support："))
    assert isinstance(bands, Table)
    assert isinstance(whole, Table)
    assert bands.rows[1] == ("50% 至 90%", "由 0 升至 100 分", "每增加 1%，加 2.5 分")
    assert [row[1] for row in whole.rows] == ["由 0 升至 100 分"]


def test_a_share_of_targets_met_is_no_mean_of_points() -> None:
    """The sum of weights of those that meet theirs; it was told as the mean of the children's points."""
    text = HEAD.replace("CURVE", "curve: as-is").replace("weighted-mean, weights: equal", "share-met")
    text = text.replace("b: {unit: points,", "b: {unit: points, better: higher, thresholds: {target: 3},")
    said = Wordings(loads(text), "en").made_of("score")
    assert said == "Total = 100 × the weight of those that meet their target, of a 50% and b 50%"
