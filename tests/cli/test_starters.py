"""The first text of a new scheme."""

from __future__ import annotations

import pytest

from perfscheme.cli.starters import INDICATORS, NAMES, Kind, starter
from perfscheme.diagnostics import Language
from perfscheme.reading import loads
from perfscheme.reading.load import checks


@pytest.mark.parametrize("count", [1, 3, 7, 100])
@pytest.mark.parametrize("kind", ["weighted", "target"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_starter_is_clean_and_its_examples_pass(kind: Kind, lang: Language, count: int) -> None:
    """However many indicators."""
    text = starter(kind, lang, NAMES[kind].say(lang), [f"{INDICATORS[lang][0]} {i}" for i in range(count)])
    assert [problem.line() for problem in checks(text) if problem.severity != "note"] == []
    trials = loads(text).check_examples()
    assert len(trials) == 2
    assert all(trial.passed for trial in trials)


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
    assert [child.name.say("zh") for child in scheme.score_.children if child.name] == [name, name]
