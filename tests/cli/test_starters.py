"""The first text of a new scheme."""

from __future__ import annotations

import pytest

from perfscheme.cli.starters import INDICATORS, NAMES, Kind, starter
from perfscheme.diagnostics import Language
from perfscheme.reading import loads
from perfscheme.reading.load import checks
from perfscheme.writing.formatting import formatted


@pytest.mark.parametrize("count", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("kind", ["weighted", "target"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_starter_is_clean_and_its_examples_pass(kind: Kind, lang: Language, count: int) -> None:
    """However many indicators."""
    text = starter(kind, lang, NAMES[kind].say(lang), [f"{INDICATORS[lang][0]} {i}" for i in range(count)])
    assert [problem.line() for problem in checks(text) if problem.severity != "note"] == []
    trials = loads(text).check_examples()
    assert len(trials) == 2
    assert all(trial.passed for trial in trials)


@pytest.mark.parametrize("kind", ["weighted", "target"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_starter_is_in_canonical_layout(kind: Kind, lang: Language) -> None:
    """Who checks the layout of all schemes in a repository begins with one that is right."""
    text = starter(kind, lang, "计划: 1", ["回款率", "Cost of x", "A name that goes on " * 5 + "=key", "no"])
    assert formatted(text) == text


def test_a_starter_explains_itself() -> None:
    """Each key of the first indicator has its comment, in one language."""
    zh, en = (starter("weighted", lang, "x", INDICATORS[lang]) for lang in ("zh", "en"))
    assert "weight: 34  # 各项权重合计 100" in zh
    assert "weight: 34  # the weights add up to 100" in en
    assert en.isascii()


@pytest.mark.parametrize("name", ['a "quoted" name: # no comment', "回款率", "back\\slash", "- {x: y}"])
def test_any_name_is_written_so_that_it_reads_back(name: str) -> None:
    """Of the plan and of indicators; two of one name have ids of their own."""
    scheme = loads(starter("target", "zh", name, [name, name]))
    assert scheme.name is not None
    assert scheme.name.say("zh") == name
    said = [child.name.say("zh") if child.name else child.id for child in scheme.root.children]
    assert said == [name, name]


@pytest.mark.parametrize("kind", ["weighted", "target"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_whatever_is_guessed_is_clean_and_scores(kind: Kind, lang: Language) -> None:
    """Every unit and direction has figures that fit it; what is guessed is said at each indicator."""
    names = [
        "满意度",
        "投诉数",
        "平均处理时间",
        "培训时长",
        "退回率",
        "签约件数",
        "回款额",
        "差旅费用",
        "24小时响应率",
        "No",
        "得分（%）",
    ]
    text = starter(kind, lang, "x", names)
    assert [problem.line() for problem in checks(text) if problem.severity != "note"] == []
    assert all(trial.passed for trial in loads(text).check_examples())
    assert text.count("请核对" if lang == "zh" else "check them") == len(names)


def test_keys_are_readable_and_texts() -> None:
    """A name that needs no other is its own key; one that YAML would not take for a text stands in quotation marks."""
    text = starter("weighted", "zh", "x", ["投诉数", "SLA 达成率=sla", "No"])
    assert "    投诉数:\n      weight" in text
    assert "    sla:\n      name: SLA 达成率" in text
    assert '    "no":\n      name: "No"' in text
    assert "indicator-" not in text


def test_a_starter_leads_the_editor_to_its_schema() -> None:
    """By the first line, in the language of the scheme."""
    assert starter("weighted", "zh", "x", ["a"]).startswith("# yaml-language-server: $schema=perfscheme-1.zh.json\n")
