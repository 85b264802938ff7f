"""Documents as Markdown."""

from __future__ import annotations

import pytest

from perfscheme.reports.documents import (
    Bullets,
    Document,
    Drawing,
    Facts,
    Heading,
    Paragraph,
    Table,
    Verbatim,
    as_markdown,
    escaped,
    filled,
)


def test_every_block_has_its_form() -> None:
    """Headings, lists, a table with figures to the right, lines as they stand; a drawing is its words."""
    blocks = (
        Heading("二、指标"),
        Paragraph("第一句。"),
        Bullets(("甲", "乙")),
        Facts((("总分", "81.45"),)),
        Table(("项目", "得分"), ((" 甲", "1"), ("总分", "2")), numbers=frozenset({1}), strong=frozenset({1})),
        Verbatim("a\n  b\n"),
        Drawing("<svg></svg>", "由 0 到 2。"),
    )
    assert as_markdown(Document("方案", "zh", blocks)) == (
        "# 方案\n\n## 二、指标\n\n第一句。\n\n- 甲\n- 乙\n\n- **总分**：81.45\n\n"
        "| 项目 | 得分 |\n| --- | --: |\n| 甲 | 1 |\n| **总分** | **2** |\n\n"
        "```text\na\n  b\n```\n\n由 0 到 2。\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a*b_c|d", r"a\*b\_c\|d"),
        ("<script>[x](y)&amp;", r"\<script\>\[x\](y)\&amp;"),
        ("1. first", r"1\. first"),
        ("81.45", "81.45"),
        ("- no item", r"\- no item"),
        ("two\nlines", "two lines"),
        (r"back\slash", r"back\\slash"),
    ],
)
def test_a_text_stands_as_it_is(text: str, written: str) -> None:
    """Nothing that people write becomes a table, a list, a link or a tag."""
    assert escaped(text) == written


def test_lines_that_hold_a_fence_get_a_longer_one() -> None:
    """The text may be Markdown itself."""
    assert as_markdown(Document("a", "en", (Verbatim("```\nx\n```"),))).endswith("````text\n```\nx\n```\n````\n")


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    """Figures stay to the right."""
    found = filled(Table(("a", "b", "c"), (("1", "—", "2"), ("", "", "3")), numbers=frozenset({2})))
    assert found == Table(("a", "c"), (("1", "2"), ("", "3")), numbers=frozenset({1}))
