"""Explaining: the whole card in 80 columns, in both languages, with nothing left untold."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import perfscheme
from perfscheme import Scheme
from perfscheme.diagnostics.widths import columns
from perfscheme.formula.nodes import Formula, Round, greatest, linear
from perfscheme.nouns.aggregations.children import Child
from perfscheme.nouns.setting import Setting
from perfscheme.scheme.explaining import explain
from perfscheme.scheme.layout import WIDTH
from perfscheme.testing import records, schemes

ENGLISH = """\
Complaint engineers, weighted plan, version 1.0
Subject: E-017
Total 89.16, grade B, coefficient 1

How the total comes about
  Customer satisfaction: 93.5%                        weight 30 of 90 ≈ 33.3333%
    93.5% lies between 90% (90 points) and 100% (100 points):
      90 + (93.5 − 90) × 10/10 = 93.5 points
    floor 60%: met; target 90%: met
    contributes 30/90 × 93.5 = 187/6 ≈ 31.1667
  Handling efficiency: 30 h                           weight 25 of 90 ≈ 27.7778%
    30 h lies between 24 h (100 points) and 72 h (80 points):
      100 − (30 − 24) × 20/48 = 97.5 points
    stretch 24 h: missed by 6 h; target 72 h: met; floor 168 h: met
    contributes 25/90 × 97.5 = 325/12 ≈ 27.0833
  Resolution rate: 88.1%                              weight 20 of 90 ≈ 22.2222%
    taken as it is: 88.1 points
    contributes 20/90 × 88.1 = 881/45 ≈ 19.5778
  Quality of work: 良好                               weight 15 of 90 ≈ 16.6667%
    良好: 80 points
    contributes 15/90 × 80 = 40/3 ≈ 13.3333
  Teamwork: missing                                       weight 10, not counted
    left out: contributes nothing

Missing: Teamwork; 90% of the applicable weight is there; the missing weight is
  spread over the others (at least 60% must be there)
Total: (30 × 93.5 + 25 × 97.5 + 20 × 88.1 + 15 × 80) ÷ 90
  = 187/6 + 325/12 + 881/45 + 40/3 = 16409/180 ≈ 91.1611
deduction (rule 1): major complaints 1; 16409/180 − 2 × 1 = 16049/180
  ≈ 89.1611 points
rounded half-up to 2 decimals: ≈89.1611 points becomes 89.16 points

Grade B: from 80; the rounded total is graded
Next grade A (from 90): 0.84 more points are needed.
"""


def test_a_missing_value_and_a_rule_are_told_to_the_last_figure(five: Scheme, engineer: dict[str, Any]) -> None:
    """The explanation as it is printed."""
    card = five.score(engineer | {"teamwork": None, "major-complaints": 1}, subject="E-017")
    said = explain(card, "en")
    assert said.startswith(ENGLISH)
    foot = f"Scheme complaint-engineer-weighted, version 1.0, hash {five.hash[:12]}"
    assert said.endswith(f"{foot}\nComputed exactly by perfscheme 0.1.0\n")
    assert "The smallest single change that reaches it: " in said
    assert "\nTargets met: 2 of 2.\n" in said


def flat(text: str) -> str:
    """A text without the breaks of its lines."""
    return "".join(text.split())


def test_the_same_is_told_in_chinese(five: Scheme, engineer: dict[str, Any]) -> None:
    """Names, units and sentences."""
    card = five.score(engineer | {"teamwork": None, "major-complaints": 1}, subject="E-017")
    said = flat(card.explain("zh"))
    for words in (
        "客诉工程师绩效方案，版本1.0被考核人：E-017总分89.16，等级B，系数1总分的由来",
        "投诉处理效率：30小时权重25/90≈27.7778%",
        "30小时介于24小时（100分）与72小时（80分）之间：100−(30−24)×20/48=97.5分",
        "挑战值24小时：未达到，差6小时；目标值72小时：达到；门槛值168小时：达到",
        "团队协作：缺失权重10，未计入不计入：贡献为0",
        "缺失：团队协作；现有权重占适用权重的90%；缺失的权重按比例分给其余各项（至少须有60%）",
        "扣分（第1条规则）：重大投诉1；16409/180−2×1=16049/180≈89.1611分",
        "四舍五入至2位小数：≈89.1611分变为89.16分",
        "等级B：80及以上；按舍入后的总分定级下一等级A（90及以上）：还需0.84分。",
        "达到该等级的最小单项改进：客户满意度由93.5%到96.01%（总分90.00）。",
        "达到目标：2/2项。",
    ):
        assert words in said, words


def test_a_veto_is_told_with_its_reason_and_what_lifts_it(five: Scheme, engineer: dict[str, Any]) -> None:
    """The total is enough for the grade that the veto takes."""
    said = explain(five.score(engineer | {"major-complaints": 2}), "en")
    for words in (
        "Grade B: from 80; the rounded total is graded\n",
        "veto (rule 2): major complaints 2 is at least 2; Grade B becomes Grade C\n",
        "Total 85.55, grade C (by the total alone B; veto (rule 2)), coefficient",
        "Next grade B (from 80): the total is enough, but veto (rule 2) holds the grade\n  at C. As long as its "
        "condition holds, more points do not raise it.\n",
        "reaches it: major complaints from 2 to 1 (total\n  87.55).\n",
    ):
        assert words in said, words


def test_a_record_without_a_score_is_told_why(five: Scheme, engineer: dict[str, Any]) -> None:
    """And what is there; no grade is promised."""
    said = explain(five.score(engineer | {"satisfaction": None, "handling-efficiency": None}), "en")
    for words in (
        "No score\n",
        "45 % of the weight is there, 60 % is needed",
        "What is there\n",
        "Customer satisfaction: missing",
    ):
        assert words in said, words
    assert "Grade" not in said
    assert "contributes" not in said
    assert "无得分" in five.score(dict.fromkeys(engineer)).explain("zh")


def test_a_tree_is_told_from_the_leaves_to_the_root(tree: Scheme, member: dict[str, Any]) -> None:
    """Each dimension by its own aggregation, each weight down to the total, an own target by name."""
    said = explain(tree.score(member | {"resolved": None, "partners": None}), "en")
    for words in (
        "  Customers                                                       one of 4 = 25%\n",
        "    survey: 88%                               one of 2 = 50%; 12.5% of the total\n",
        "      counts as 0 points; contributes 1/2 × 0 = 0\n",
        "      60.5 h lies between 48 h (100 points) and 200 h (0 points):\n",
        "      target 48 h: missed by 12.5 h\n",
        "    Speed: the least of response 75 and Resolution time ≈91.7763: 75\n",
        "    Learning: of training 90 and cases 60: 90 ^ 0.4 × 60 ^ 0.6 ≈ 70.5647\n",
        "      missing, so the scheme gives 60 points\n",
        "Targets met: 1 of 7; 1 more cannot be judged or do not count.\n"
        "One change that meets most: response from 30 h to 24 h (then 2 of 7).\n",
    ):
        assert words in said, words


def test_a_rule_on_children_is_told_at_the_child(tree: Scheme, member: dict[str, Any]) -> None:
    """With what it did to that child."""
    said = explain(tree.score(member | {"response": 20}), "en")
    start = said.index("response: 20 h")
    assert "base points (rule 1 of speed): response 20 h is at" in said[start : said.index("Resolution time")]
    assert "nothing changes" in said


def test_names_fall_back_to_the_other_language() -> None:
    """A plan in Chinese only can be explained in English sentences."""
    scheme = perfscheme.loads("""
perfscheme: 1
scheme: one
name: {zh: 方案}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: refuse}}
  children:
    a: {name: {zh: 指标}, unit: points, range: [0, 10], curve: {kind: as-is}}
""")
    assert "方案\nTotal 3\n" in scheme.score({"a": 3}).explain("en")
    assert "指标: 3 points" in scheme.score({"a": 3}).explain("en")


def test_a_total_that_is_not_rounded_is_shown_as_any_other_figure() -> None:
    """A third is an approximation that says so; rounded ones keep their places."""
    indicators = "{a: {unit: points, curve: {kind: as-is}}, b: {unit: points, curve: {kind: as-is}}}"
    aggregation = "{kind: weighted-mean, weights: equal, missing: {kind: refuse}}"
    text = f"perfscheme: 1\nscheme: one\nscore: {{aggregation: {aggregation}, children: {indicators}}}\n"
    rounded = text + "rounding: {places: 2, mode: half-up, before-grading: true}\n"
    record = {"a": "1.5", "b": "3.5"}
    assert "Total 2.5\n" in perfscheme.loads(text).score(record).explain("en")
    assert "Total 2.50\n" in perfscheme.loads(rounded).score(record).explain("en")


OWN = """
perfscheme: 1
scheme: own
score:
  aggregation: {kind: half-best}
  children:
    a: {name: {zh: 甲, en: A}, unit: points, range: [0, 100], curve: {kind: saw}}
    b: {name: {zh: 乙, en: B}, unit: points, range: [0, 100], curve: {kind: as-is}}
"""


@attrs.frozen
class HalfBest:
    """Half the sum and half the best."""

    kind: ClassVar[str] = "half-best"

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        return linear(*((1, child.points) for child in children)) / 2 + greatest(*(c.points for c in children)) / 2


@attrs.frozen
class Saw:
    """One point less for each unit beyond the last ten."""

    kind: ClassVar[str] = "saw"

    def formula(self, x: Formula, setting: Setting) -> Formula:
        return 100 - (x - Round(x, Fraction(10), "floor"))


def test_strategies_of_ones_own_explain_themselves() -> None:
    """Only their formulas are read, so there is nothing to write."""
    scheme = perfscheme.loads(OWN, registry=perfscheme.Registry.standard().with_(HalfBest, Saw))
    said = scheme.score({"a": 37, "b": 60}).explain("en")
    assert "37 points, rounded down to a multiple of 10: 30; 100 − 37 + 30 = 93 points\n" in said
    assert flat("the greatest of A 93 and B 60: 93;") in flat(said)
    assert "= 123\n" in said


def test_a_row_with_a_fault_is_explained_by_its_fault(five: Scheme, engineer: dict[str, Any]) -> None:
    """Nothing was scored, so nothing is accounted for."""
    said = five.score_many([engineer | {"teamwork": 9}]).card(0).explain("en")
    assert "No score" in said
    assert "9" in said
    assert "What is there" not in said


@pytest.mark.parametrize("lang", ["zh", "en"])
@settings(max_examples=40, phases=(Phase.explicit, Phase.generate))
@given(st.data())
def test_any_card_can_be_explained_in_80_columns(lang: Any, data: st.DataObject) -> None:
    """Every part is told of, and every line is short enough."""
    scheme = data.draw(schemes())
    card = scheme.score(data.draw(records(scheme)))
    said = card.explain(lang)
    assert [line for line in said.splitlines() if columns(line) > WIDTH and " " in line.strip()] == []
    for key, stated in scheme.statement.nodes.items():
        if stated.parent is not None:
            assert card[key].name.say(lang) in said


def test_a_card_is_explained_in_the_language_of_a_tag(five: Scheme, engineer: dict[str, Any]) -> None:
    """Frameworks hand on zh-hans or en-US; another language is refused, not another one spoken."""
    card = five.score(engineer)
    assert card.explain("zh-Hans") == card.explain("zh") != card.explain("en-US") == card.explain()
    with pytest.raises(ValueError, match="zh or en"):
        card.explain("fr")
