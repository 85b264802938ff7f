"""Plans as documents."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfscheme.diagnostics import LANGUAGES, Language
from perfscheme.nouns.indicators import Indicator
from perfscheme.reading import gallery, load, loads
from perfscheme.reports.cards import card_html
from perfscheme.reports.documents import Facts, Heading, Table, as_markdown
from perfscheme.reports.pages import as_page
from perfscheme.reports.plans import plan_document
from perfscheme.testing import records, schemes

SHIPPED = sorted(gallery())
BARE = """\
perfscheme: 1
scheme: bare
owner: HR
score:
  aggregation: {kind: weighted-mean, missing: {kind: refuse}}
  children:
    sales: {weight: 60, unit: currency, curve: {kind: linear, points: {0: 0, 1000: 100}}, owner: Sales desk}
    care:
      weight: 40
      owner: Service desk
      aggregation: {kind: sum, missing: {kind: zero}}
      children:
        calls: {unit: count, curve: as-is}
"""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_plan_is_told_whole(name: str, lang: Language) -> None:
    """Every indicator with its name, description, weight and target; every grade, rule, source and example."""
    scheme = load(gallery()[name])
    said = as_markdown(plan_document(scheme, lang)).replace("\\", "")
    for stated in scheme.statement.nodes.values():
        noun = stated.noun
        assert noun.name is not None
        assert noun.name.say(lang) in said
        if isinstance(noun, Indicator) and noun.description is not None:
            assert noun.description.say(lang) in said
        assert all(source.reason.say(lang) in said for source in noun.sources if source.reason is not None)
    assert all(grade.name is None or grade.name.say(lang) in said for grade in scheme.grades)
    assert all(rule.name is None or rule.name.say(lang) in said for rule in scheme.rules)
    assert all(example.name.say(lang) in said for example in scheme.examples)
    assert all(spec.key in said for spec in scheme.inputs)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", SHIPPED)
def test_a_plan_is_a_page_too(name: str, lang: Language) -> None:
    """Well-formed, no script, nothing from the network."""
    page = as_page(plan_document(load(gallery()[name]), lang))
    ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
    assert "<script" not in page
    assert "http" not in page


def test_the_weighted_plan_in_chinese_makes_its_arithmetic_plain() -> None:
    """As the document has it, with the sums that it leaves out."""
    said = as_markdown(plan_document(load(gallery()["weighted"]), "zh"))
    for line in (
        "## 四、指标与权重",
        "| 70%（门槛值）至 90%（目标值） | 由 0 升至 80 分 | 每增加 1%，加 4 分 |",
        "工作质量 = (沟通能力 + 问题分析能力 + 解决方案的合理性) ÷ 3。",
        "总分 = 客户满意度 × 30% + 投诉处理效率 × 25% + 问题解决率 × 20% + 工作质量 × 15% + 团队协作 × 10%。",
        "- 处理件数太少（剔除）：若处理投诉件数低于 5（缺失视为不成立），则投诉处理效率和问题解决率视为不适用。",
        "- 重大投诉一票否决（否决）：若重大投诉次数不低于 1（缺失视为不成立），则等级最高为 C。",
        "| B | 良好 | 80 及以上 | 1 |",
    ):
        assert line in said, line


def test_the_target_plan_in_chinese_says_how_attainment_counts() -> None:
    """The formula with the target by name, and what it comes to; no value beyond what is valid."""
    said = as_markdown(plan_document(load(gallery()["target-based"]), "zh"))
    for line in (
        "得分 = 100 × (实际值 ÷ 目标值)，最低 0，最高 120",
        "得分 = 200 − 100 × (实际值 ÷ 目标值)，最低 0，最高 120",
        "| 4% 至 10% | 由 120 降至 0 分 | 每增加 1%，减 20 分 |",
        "| 0% 至 100% | 由 0 升至 1000/9（约 111.1111）分 | 每增加 1%，加 10/9（约 1.1111）分 |",
        "| junior | 60 分 |",
        "### 5.2 业务知识掌握度",
    ):
        assert line in said, line


def test_who_owns_which_data() -> None:
    """The indicator says, else its dimension, else the scheme."""
    tables = [block for block in plan_document(loads(BARE), "en").blocks if isinstance(block, Table)]
    owners = {row[1]: row[3] for row in tables[-1].rows}
    assert owners == {"sales": "Sales desk", "calls": "Service desk"}


def test_what_a_plan_does_not_have_has_no_section() -> None:
    """No purpose, grades, examples or sources: the numbers of the sections close up."""
    blocks = plan_document(loads(BARE), "zh").blocks
    assert [block.text for block in blocks if isinstance(block, Heading) and block.level == 2] == [
        "一、指标与权重", "二、计分办法", "三、总分", "四、数据与负责人",
    ]  # fmt: skip
    weights = [dict(block.pairs)["指标权重"] for block in blocks if isinstance(block, Facts) and len(block.pairs) == 1]
    assert weights == ["60%", "40%"]  # nothing of calls, which only add up to care


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_a_scheme_is_made_of_it_can_be_told(data: st.DataObject) -> None:
    """Random schemes of all kinds, as plans and as the cards of random records: well-formed, in both languages."""
    scheme = data.draw(schemes())
    card = scheme.score(data.draw(records(scheme)))
    for lang in LANGUAGES:
        for page in (as_page(plan_document(scheme, lang)), card_html(card, lang)):
            ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


def test_a_signed_plan_says_which_file_it_is() -> None:
    """The document and every explanation carry the same hash, so that one can be held against the other."""
    scheme = loads(BARE)
    assert f"hash {scheme.hash[:12]}" in as_markdown(plan_document(scheme, "en"))
    assert f"hash {scheme.hash[:12]}" in scheme.score({"sales": 1000, "calls": 1}).explain(lang="en")


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        ("[0, 100]", "The total goes from 0 to 100."),
        ("[0, null]", "The total is 0 or more."),
        ("[null, 12.5]", "The total is 12.5 or less."),
    ],
)
def test_a_plan_says_its_scale(scale: str, said: str) -> None:
    """With the total; a plan without one says nothing of it."""
    assert said in as_markdown(plan_document(loads(f"{BARE}scale: {scale}\n"))).replace("\\", "")
    assert said not in as_markdown(plan_document(loads(BARE)))


BY_ROLE = """\
perfscheme: 1
scheme: by-role
inputs: {role: {kind: label, labels: [sales, lead], name: {zh: 岗位, en: Role}}}
score:
  aggregation: {kind: weighted-mean, weights: normalised, missing: refuse}
  children:
    deals: {weight: {by: role, cases: {sales: 3, lead: 1}}, unit: count, curve: as-is}
    care: {weight: 1, unit: count, curve: as-is}
grades: [{grade: A, from: 90}, {grade: B}]
"""


def test_weights_that_a_label_decides_are_a_table() -> None:
    """A column for each label, with shares; they were one long sentence."""
    said = as_markdown(plan_document(loads(BY_ROLE), "zh"))
    assert "总分是以下各项得分的加权平均，权重因岗位而异：" in said
    for line in ("| 指标 | sales | lead |", "| deals | 75% | 50% |", "| care | 25% | 50% |"):
        assert line in said


def test_weights_that_are_not_chosen_by_one_label_stay_a_sentence() -> None:
    """Two labels, a weight of each person's own, or a label for which nothing weighs."""
    flag = BY_ROLE.replace("inputs: {role", "inputs: {new: {kind: flag}, own: {kind: number, unit: count}, role")
    two = flag.replace("weight: 1", "weight: {by: new, cases: {true: 1, false: 2}}")
    own = flag.replace("weight: 1", "weight: {input: own}")
    for text in (two, own):
        said = as_markdown(plan_document(loads(text), "en"))
        assert "| sales |" not in said
        assert "weighted by Role" not in said


def test_a_column_of_grades_that_nobody_wrote_is_not_shown() -> None:
    """Neither names nor coefficients: two columns are left."""
    assert "| Grade | Total |\n" in as_markdown(plan_document(loads(BY_ROLE), "en"))


def test_weights_by_role_stand_in_columns_for_roles() -> None:
    """As shares of the total, and at each indicator; no dash, no `see total`."""
    text = (
        BARE.replace("weight: 60", "weight: {by: role, cases: {a: 60, b: 80}}")
        .replace("weight: 40", "weight: {by: role, cases: {a: 40, b: 20}}")
        .replace("owner: HR\n", "inputs: {role: {kind: label, labels: [a, b]}}\n")
    )
    said = as_markdown(plan_document(loads(text), "en"))
    assert "| Indicator | Share of the total, role a | Share of the total, role b |" in said
    assert "| sales | 60% | 80% |" in said
    assert "**Weight**: a 60% and b 80%" in said


def test_what_has_no_weight_names_none() -> None:
    """Of a minimum each child may be the one that counts; the section on the total says so."""
    text = BARE.replace("weighted-mean", "minimum").replace("weight: 60, ", "").replace("      weight: 40\n", "")
    said = as_markdown(plan_document(loads(text), "en"))
    assert "**Weight**" not in said
    assert "Share of the total" not in said


def test_sections_stand_where_the_plan_puts_them() -> None:
    """Before the indicators or after the grades, numbered with the rest; a title that is not written is the id."""
    text = (
        "sections:\n"
        "  why: {name: {zh: 方案背景, en: Background}, place: beginning, text: To be fair.}\n"
        "  awards: {text: 'Each quarter:', items: [the best, the quickest]}\n"
        "  why-not: nothing\n"
        "grades: [{grade: A, from: 90}, {grade: B}]\n"
    )
    document = plan_document(loads(BARE + text), "zh")
    heads = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert heads == [
        "一、方案背景", "二、指标与权重", "三、计分办法", "四、总分", "五、等级与系数", "六、awards", "七、why-not",
        "八、数据与负责人",
    ]  # fmt: skip
    assert "Each quarter:\n\n- the best\n- the quickest\n" in as_markdown(document)


def test_many_sections_are_counted_on() -> None:
    """Past ten, where Chinese numerals have two signs."""
    text = "sections:\n" + "".join(f"  part-{n}: some words\n" for n in range(18))
    heads = [block.text for block in plan_document(loads(BARE + text), "zh").blocks if isinstance(block, Heading)]
    assert [head for head in heads if "part" in head][6:9] == ["十、part-6", "十一、part-7", "十二、part-8"]
    assert [head for head in heads if "part" in head][16:] == ["二十、part-16", "二十一、part-17"]


def test_the_target_plan_in_chinese_has_a_home_for_every_section_of_its_document() -> None:
    """Background, goals, incentives and implementation stand beside indicators and methods, in the document's order."""
    said = as_markdown(plan_document(load(gallery()["target-based"]), "zh"))
    order = (
        "方案背景",
        "绩效目标",
        "指标与权重",
        "统计口径",
        "计分办法",
        "等级与系数",
        "绩效激励措施",
        "实施与监控",
        "算例",
    )
    places = [said.index(f"、{title}\n") for title in order]
    assert places == sorted(places)
    for word in ("奖金", "晋升", "培训与发展", "荣誉与认可", "第 1 篇"):
        assert word in said


def test_documents_are_named_in_the_language_of_the_page() -> None:
    """A source's document may be in both languages, as all that people read."""
    source = "sources: [{document: {zh: 绩效办法, en: The plan}, clause: 三}]\n"
    assert "| 整体 | 绩效办法 | 三 |" in as_markdown(plan_document(loads(BARE + source), "zh"))
    assert "| The plan as a whole | The plan | 三 |" in as_markdown(plan_document(loads(BARE + source), "en"))


def test_a_matrix_stands_in_the_plan_as_a_table() -> None:
    """It was one sentence of cases within cases."""
    text = """\
perfscheme: 1
scheme: boxes
score:
  aggregation:
    kind: matrix
    rows: {child: results, from: [90, otherwise]}
    columns: {child: potential, from: [4, otherwise]}
    points: [[100, 80], [70, 40]]
    missing: refuse
  children: {results: {unit: percent, curve: as-is}, potential: {unit: points, curve: as-is}}
"""
    said = as_markdown(plan_document(loads(text), "zh"))
    assert "总分由下表查得：\n\n| results ↓ potential → | 4 及以上 | 低于 4 |\n" in said
    assert "| 90 及以上 | 100 | 80 |\n| 低于 90 | 70 | 40 |\n" in said


def test_a_target_of_ones_own_says_whose_figure_it_is() -> None:
    """And what counts where there is none, in words."""
    text = """\
perfscheme: 1
scheme: own
inputs: {own: {kind: number, unit: count, name: {zh: 个人目标, en: Own target}}}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children: {a: {unit: count, better: higher, thresholds: {target: {input: own, default: 40}}, curve: as-is}}
"""
    assert "：目标值：个人目标（缺失时按 40 计）\n" in as_markdown(plan_document(loads(text), "zh"))
    assert ": target: Own target (where it is missing, 40)\n" in as_markdown(plan_document(loads(text), "en"))
