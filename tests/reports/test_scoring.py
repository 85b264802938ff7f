"""What nouns do, in words."""

from __future__ import annotations

from perfscheme.diagnostics import Language
from perfscheme.reading import loads
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


def test_a_policy_without_a_least_coverage_names_none() -> None:
    """Not `less than 0 %`."""
    text = HEAD.replace("CURVE", "curve: as-is").replace("{kind: refuse}", "{kind: renormalise, coverage: 0}")
    found = Wordings(loads(text), "en").absences("score")
    assert found == "Missing data: the weight of what is missing is spread over the rest."


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
      curve: as-is
    b: {weight: {by: role, cases: {junior: 40, lead: 70}}, unit: points, curve: as-is}
"""


def test_levels_by_role_are_a_table_with_a_row_for_each_role() -> None:
    """Roles in rows; the weight beside the levels, where the same label decides it."""
    said = Wordings(loads(ROLES), "zh")
    table = said.levels("a")
    assert table is not None
    assert table.head == ("岗位", "指标权重", "门槛值", "目标值", "挑战值")
    assert table.rows == (("junior", "60%", "60%", "80%", "100%"), ("lead", "30%", "75%", "95%", "100%"))
    assert said.levels("b") is None


def test_a_level_by_role_is_a_list() -> None:
    """Each role with its own."""
    said = Wordings(loads(ROLES), "zh")
    assert said.level(said.nodes["a"], "target") == "按岗位：junior 80% 和 lead 95%"
