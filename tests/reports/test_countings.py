"""How each value of a plan is counted, in words."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.conftest import measures, scheme
from perfscheme.diagnostics import LANGUAGES
from perfscheme.reading import gallery, load
from perfscheme.reports.documents import as_markdown
from perfscheme.reports.pages import as_page
from perfscheme.reports.plans import plan_document

SHIPPED = sorted(gallery())


@pytest.mark.parametrize("name", SHIPPED)
def test_every_measure_table_and_panel_of_a_shipped_plan_is_told(name: str) -> None:
    """With what is left out, in both languages."""
    plan = load(gallery()[name])
    assert plan.evidence is not None
    for lang in LANGUAGES:
        said = as_markdown(plan_document(plan, lang)).replace("\\", "")
        names = {key: text.say(lang) for key, text in plan.statement.input_names.items()}
        for measure in plan.evidence.measures:
            assert f"| {names.get(measure.measure) or (measure.name and measure.name.say(lang))} |" in said
            for rule in getattr(measure, "leave_out", ()):
                assert rule.name.say(lang) in said
        for table in plan.evidence.tables:
            assert f"### {table.name and table.name.say(lang)}" in said
            assert all(f"\n| {column.column} |" in said for column in table.columns)
        for panel in plan.evidence.panels:
            assert f"### {panel.name and panel.name.say(lang)}\n" in said
            assert all(relation.name is not None and relation.name.say(lang) in said for relation in panel.relations)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(measures, min_size=1, max_size=4))
def test_whatever_is_measured_can_be_told(drawn: list[dict[str, Any]]) -> None:
    """Every measure, its calendars and what it leaves out, in both languages, as text and as a page."""
    plan = scheme({f"m-{i}": measure for i, measure in enumerate(drawn)})
    for lang in LANGUAGES:
        document = plan_document(plan, lang)
        ET.fromstring(as_page(document).removeprefix("<!DOCTYPE html>\n"))
        said = as_markdown(document).replace("\\", "")
        assert plan.evidence is not None
        for measure in plan.evidence.measures:
            assert f"\n| {measure.measure} |" in said
            assert all(rule.name.say(lang) in said for rule in getattr(measure, "leave_out", ()))
        for calendar in plan.evidence.calendars:
            assert f"“{calendar.calendar}”" in said
            assert all(day in said for day in calendar.holidays)
        assert all(f"\n| {column.column} |" in said for column in plan.evidence.tables[0].columns)


def test_the_mean_response_time_is_counted_in_one_sentence() -> None:
    """What is taken, over which rows, what is left out and why, how many there must be, and how it is rounded."""
    said = as_markdown(plan_document(load(gallery()["target-based"]), "zh"))
    for line in (
        "| 平均响应时间 | 按投诉求“提出时间”至“首次响应时间”所用时间的平均值 "
        "| 先响应后报告：“首次响应时间”早于“提出时间” | 5 条 "
        "| 小时，2 位小数 |",
        "| 客诉率（占客户总数） | 客诉次数 ÷ 客户总数 |  | 客户总数不少于 20 | %，2 位小数 |",
        "| 协作满意度 | 360 度评估中“collaboration”一项的评分，办法见下 |  |  | %，2 位小数 |",
    ):
        assert line in said, line


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ({"kind": "percentile", "of": "n", "percent": 80, "method": "nearest-rank", "decimals": 1},
         "Percentile 80 of “n” over “t” (the least of them that so many percent do not exceed)"),
        ({"kind": "share-of-subjects", "of": "word", "having": {"column": "flag", "is": True}, "decimals": 1},
         "Of the different values of “word” in “t” the share that has a row in which “flag” is “yes”"),
        ({"kind": "latest", "of": "word", "by": "at"}, "What stands in “word” in the latest of “t”, by “at”"),
        ({"kind": "only", "of": "n", "decimals": 1}, "What stands in “n” of “t”, one row each"),
        ({"kind": "sum", "of": "talk", "where": {"missing": "n"}, "decimals": 1},
         "The sum of “talk” over “t” where “n” is empty"),
    ],
)  # fmt: skip
def test_each_kind_has_its_sentence(measure: dict[str, Any], said: str) -> None:
    """It names what it reads."""
    assert f"| {said} |" in as_markdown(plan_document(scheme({"m": measure}), "en"))


def test_a_calendar_is_written_out() -> None:
    """Its place, its week, its holidays and its single days."""
    between = {"kind": "mean", "of": {"from": "at", "to": "then", "calendar": "office"}, "decimals": 1}
    said = as_markdown(plan_document(scheme({"m": between}), "zh"))
    for line in (
        "### 工作时间：工作日历“office”",
        "按 Asia/Shanghai 的时间，以下时段计为工作时间，其余不计。",
        "- **星期一**：09:00-12:00 和 13:00-18:00",
        "- **休息日**：2026-03-04",
        "- **2026-03-07**：10:15-11:00",
    ):
        assert line in said, line
