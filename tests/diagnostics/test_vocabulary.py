"""Chinese words for words of the file."""

import re
from pathlib import Path

import pytest

from perfscheme.diagnostics.nearest import nearest
from perfscheme.diagnostics.vocabulary import ENGLISH

GLOSSARY = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (`[^|]*) \| ([^|（]*)[^|]*\|", GLOSSARY, re.MULTILINE)


@pytest.mark.parametrize(("word", "known", "meant"), [
    ("四舍五入", ("half-up", "half-even", "down"), "half-up"),
    ("越高越好", ("higher", "lower"), "higher"),
    ("权重", ("name", "weight", "unit"), "weight"),
    ("权重", ("weights", "missing"), "weights"),
    ("加权平均", ("weighted-mean", "sum"), "weighted-mean"),
    (" 小时 ", ("hours", "days"), "hours"),
    ("权重", ("name", "unit"), None),
    ("满意度", ("weight",), None),
])  # fmt: skip
def test_a_chinese_word_of_the_glossary_leads_to_the_word_of_the_file(
    word: str, known: tuple[str, ...], meant: str | None
) -> None:
    """Where that word is known there."""
    assert nearest(word, known) == meant


def test_every_word_of_the_glossary_is_in_the_table() -> None:
    """Whoever reads the glossary may write what stands there."""
    assert len(ROWS) > 60
    beside = {"条件中：缺失"}  # says more than the word
    missed = [
        (english, chinese)
        for left, right in ROWS
        for english in [re.findall(r"`([^`]+)`", left)]
        for chinese in re.split("[、；]", right.strip())
        if len(english) == 1 and chinese not in beside and not set(english) & set(ENGLISH.get(chinese, ()))
    ]
    assert missed == []


def test_a_near_chinese_name_comes_before_the_glossary() -> None:
    """A name of the file's own is what was meant."""
    assert nearest("目标直", ("target", "目标值")) == "目标值"
