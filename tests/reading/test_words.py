"""Words for what may stand in a file and what was found there."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

from perfscheme.nouns.shapes import Keyed
from perfscheme.reading import words
from perfscheme.reading.events import read
from perfscheme.reading.shapes import Kinded, Shape, shape_of


@attrs.frozen
class Noun:
    unit: str
    curve: str
    name: str | None = None


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("[1, 2]", "含 2 项的列表", "a list of 2"),
        ("{a: 1, b: 2, c: 3, d: 4}", "映射（键：a、b、c、…）", "a mapping with a, b, c, …"),
        ("{}", "映射（键：）", "a mapping with no keys"),
        ("heavy", "文字 `heavy`", "the text `heavy`"),
        ("~", "空值", "nothing"),
    ],
)
def test_what_was_found_is_said(text: str, zh: str, en: str) -> None:
    """In both languages, short."""
    node, _ = read(text)
    assert node is not None
    assert (words.found(node).zh, words.found(node).en) == (zh, en)


@pytest.mark.parametrize(
    ("shape", "zh", "en"),
    [
        (shape_of(Fraction), "数字", "a number"),
        (shape_of(Fraction | str | None), "数字，或文字", "a number, or text"),
        (shape_of(tuple[int, ...]), "列表 [ ]", "a list"),
        (shape_of(tuple[int, int]), "恰有 2 项的列表", "a list of 2"),
        (shape_of(Noun), "映射（键：unit、curve、…）", "a mapping with unit, curve, …"),
        (shape_of(Keyed[Noun]), "映射（`名称: 内容`）", "a mapping of `name: content`"),
        (Kinded("curve"), "计分曲线：{kind: …}", "a curve: {kind: …}"),
        (Kinded("mine"), "mine：{kind: …}", "a mine: {kind: …}"),
    ],
)
def test_what_is_expected_is_said(shape: Shape, zh: str, en: str) -> None:
    """Required keys first; a role of somebody's own by its name."""
    assert (words.expected(shape).zh, words.expected(shape).en) == (zh, en)


def test_fields_that_are_given_are_not_asked_for() -> None:
    """The key of a mapping fills the first."""
    assert words.mapping(Noun, 1).en == "a mapping with curve, …"
