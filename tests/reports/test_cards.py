"""Scorecards as documents."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

from perfscheme.diagnostics import Language
from perfscheme.formula.nodes import State
from perfscheme.reading import gallery, load, loads
from perfscheme.reports.cards import card_document, card_html
from perfscheme.reports.documents import Drawing, Facts, Heading, Paragraph, Table, as_markdown
from perfscheme.scheme.cards import Scorecard

WEIGHTED = {
    "satisfaction": "88.7", "handling-efficiency": "48.4", "resolution-rate": "94.5", "communication": "3.9",
    "analysis": "4.7", "soundness": "4.1", "teamwork": "4.5", "cases-handled": 42, "major-complaints": 0,
}  # fmt: skip
BARE = """\
perfscheme: 1
scheme: bare
score:
  aggregation: {kind: KIND, missing: {kind: refuse}}
  children:
    a: {unit: points, curve: as-is}
    b: {unit: points, curve: as-is}
"""


def weighted(**changed: object) -> Scorecard:
    return load(gallery()["weighted"]).score({**WEIGHTED, **changed}, subject="<张伟>")


def table(card: Scorecard, lang: Language = "zh", place: int = 0) -> Table:
    return [block for block in card_document(card, lang).blocks if isinstance(block, Table)][place]


def test_a_page_is_in_the_language_of_a_tag() -> None:
    """As a framework hands it on."""
    assert card_html(weighted(), "zh-CN") == card_html(weighted(), "zh")
    with pytest.raises(ValueError, match="no language"):
        card_html(weighted(), "fr")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_stands_alone(lang: Language) -> None:
    """Well-formed for both parsers, every name escaped, no script, nothing from the network."""
    page = card_html(weighted(), lang)
    ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(page)
    assert {"table", "svg", "rect"} <= set(tags)
    assert "script" not in tags
    assert "http" not in page
    assert "&lt;张伟&gt;" in page
    assert "<张伟>" not in page


def test_the_table_adds_up_to_the_total() -> None:
    """Each part with value, points, share and what it adds, worked out by hand."""
    found = {row[0].strip(): row[1:] for row in table(weighted()).rows}
    assert found["客户满意度"] == ("88.7%", "74.8", "30%", "22.44")
    assert found["投诉处理效率"] == ("48.4 小时", "≈89.8333", "25%", "≈22.4583")
    assert found["工作质量"] == ("", "≈80.8333", "15%", "12.125")
    assert found["沟通能力"] == ("3.9 分", "72.5", "5%", "3.625")
    assert found["总分"] == ("", "81.45", "", "≈81.4533")


def test_the_drawing_says_what_it_shows() -> None:
    """Every figure of it stands in the page as text too."""
    (drawing,) = [block for block in card_document(weighted(), "zh").blocks if isinstance(block, Drawing)]
    said = [re.sub("<.*?>", "", text) for text in re.findall("<text.*?</text>", drawing.svg)]
    assert {"客户满意度", "22.44", "12.13", "81.45", "B"} <= set(said)
    assert "客户满意度 22.44；" in drawing.says
    assert drawing.says.startswith("由 0 到总分 81.45")


def test_the_gap_to_each_target() -> None:
    """In the indicator's own unit."""
    rows = {row[0]: row for row in table(weighted(), place=1).rows}
    assert rows["客户满意度"] == ("客户满意度", "88.7%", "70%", "90%", "100%", "差 1.3%")
    assert rows["投诉处理效率"][-1] == "已达到"


def test_what_would_raise_the_grade() -> None:
    """The next grade, and each single change that brings it."""
    card = weighted(satisfaction="99")
    assert card.next_grade is not None
    improvements = table(card, place=2)
    assert improvements.head == ("单项改进", "现在", "需要达到", "届时")
    assert len(improvements.rows) == min(5, len(card.improvements)) > 0
    assert all("等级 A" in row[3] for row in improvements.rows)


def test_somebody_without_a_score_learns_why() -> None:
    """Too little data: no drawing, the reason, and what is there."""
    card = weighted(**{"satisfaction": None, "handling-efficiency": None, "teamwork": State.NOT_APPLICABLE})
    blocks = card_document(card, "zh").blocks
    assert Heading("没有得分的原因") in blocks
    assert not [block for block in blocks if isinstance(block, Drawing)]
    rows = {row[0].strip(): row for row in table(card).rows}
    assert rows["客户满意度"][1:3] == ("缺失", "缺失")
    assert rows["团队协作"][1:3] == ("不适用", "不适用")


def test_a_rule_is_a_step_of_its_own() -> None:
    """A bonus on the total stands between the parts and the total."""
    text = BARE.replace("KIND", "sum") + "rules:\n  - {kind: bonus, points: 5, name: 特别奖}\n"
    card = loads(text).score({"a": 10, "b": -2})
    assert ("特别奖", "", "13", "", "5") in table(card).rows
    (drawing,) = [block for block in card_document(card, "zh").blocks if isinstance(block, Drawing)]
    assert "a 10；b -2；特别奖 5" in drawing.says


def test_parts_that_do_not_add_up_are_drawn_side_by_side() -> None:
    """Of a minimum nothing contributes: the bars are the points."""
    card = loads(BARE.replace("KIND", "minimum")).score({"a": 10, "b": 20})
    assert [row[4] for row in table(card).rows[:2]] == ["—", "—"]
    (drawing,) = [block for block in card_document(card, "en").blocks if isinstance(block, Drawing)]
    assert drawing.says == "Points of each part: a 10; b 20."


def test_a_card_is_markdown_too() -> None:
    """The same document, for hosts that show Markdown."""
    assert "| 客户满意度 | 88.7% | 74.8 | 30% | 22.44 |" in as_markdown(card_document(weighted(), "zh"))


@pytest.mark.parametrize(("lang", "grade"), [("zh", "C（仅按总分为 A；"), ("en", "C (by the total alone A; ")])
def test_a_veto_is_told_at_the_head_and_with_the_advice(lang: Language, grade: str) -> None:
    """Somebody with 100 points and a C asks why, and what more points would bring."""
    best = {"satisfaction": 100, "handling-efficiency": 24, "resolution-rate": 100, "teamwork": 5}
    rated = dict.fromkeys(("communication", "analysis", "soundness"), 5)
    document = card_document(weighted(**best, **rated, **{"major-complaints": 1}), lang)
    head = document.blocks[0]
    assert isinstance(head, Facts)
    veto = {"zh": "重大投诉一票否决", "en": "Veto on major complaints"}[lang]
    said = next(value for _, value in head.pairs if value.startswith(grade))
    assert veto in said
    advice = [block.text for block in document.blocks if isinstance(block, Paragraph) and veto in block.text]
    assert len(advice) == 1
    assert {"zh": "提高得分不会提高等级", "en": "more points do not raise it"}[lang] in advice[0]


def test_targets_that_do_not_count_are_not_missed() -> None:
    """With three cases two indicators are left out: one target of one is met, not one of three; no row is empty."""
    card = weighted(**{"cases-handled": 3, "satisfaction": 95})
    assert card.targets == (1, 1)
    head = card_document(card, "zh").blocks[0]
    assert isinstance(head, Facts)
    assert ("达到目标", "1/1 项") in head.pairs
    assert "达到目标：1/1 项；另有 2 项无法判定或不计入。" in card.explain("zh")
    assert "处理件数太少" not in [row[0] for row in table(card).rows]


def test_a_figure_beside_a_bar_is_rounded_from_what_it_is() -> None:
    """A float of 7.925 lies below it, and would be told as 7.92."""
    text = """
perfscheme: 1
scheme: t
score:
  aggregation: {kind: sum, missing: zero}
  children: {a: {unit: number, curve: {kind: linear, points: {0: 0, 100: 100}}}}
"""
    blocks = card_document(loads(text).score({"a": "7.925"}), "en").blocks
    (drawing,) = (block for block in blocks if isinstance(block, Drawing))
    assert ">7.93</text>" in drawing.svg
