"""Scalars as they are written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscheme.reading import events
from perfscheme.writing.forms import scalar
from perfscheme.writing.scalars import block, figure_text, one_line, quoted


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5", "5"), ("-0.070", "-0.07"), ("1/3", "1/3"), ("-7/6", "-7/6"),
        (f"1/{2**70}", f"1/{2**70}"), ("1/8", "0.125"),
    ],
)  # fmt: skip
def test_numbers_are_exact(value: str, text: str) -> None:
    """Decimals where they end and are short enough to be read, else a ratio; never 0.333."""
    assert figure_text(Fraction(value)) == text


def test_a_number_that_no_file_may_hold_has_no_text() -> None:
    """The reader takes 60 signs."""
    assert figure_text(Fraction(1, 7**80)) is None


@pytest.mark.parametrize(
    ("text", "flow", "own_line"),
    [
        ("客户满意度", "客户满意度", "客户满意度"), ("plan 2", "plan 2", "plan 2"), ("三.1", "三.1", "三.1"),
        ("a, b", '"a, b"', "a, b"), ("a?", '"a?"', "a?"), ("等级：A", "等级：A", "等级：A"), ("a:b", '"a:b"', "a:b"),
        ("1.0", '"1.0"', '"1.0"'), ("2026-01-01", '"2026-01-01"', '"2026-01-01"'), ("1/3", '"1/3"', '"1/3"'),
        ("40%", '"40%"', '"40%"'), ("1:30", '"1:30"', '"1:30"'), (".inf", '".inf"', '".inf"'),
        ("no", '"no"', '"no"'), ("Null", '"Null"', '"Null"'), ("", '""', '""'), ("~", '"~"', '"~"'),
        ("- a", '"- a"', '"- a"'), ("a: b", '"a: b"', '"a: b"'), ("a #b", '"a #b"', '"a #b"'), ("a:", '"a:"', '"a:"'),
        ('say "yes"', 'say "yes"', 'say "yes"'), ('"yes"', "'\"yes\"'", "'\"yes\"'"),
        ("tab\there", '"tab\\there"', '"tab\\there"'),
        ("“a”", '"“a”"', '"“a”"'), ("“a” b", "“a” b", "“a” b"),
        (" a", '" a"', '" a"'), ("\u200b", '"\\u200b"', '"\\u200b"'),
    ],
)  # fmt: skip
def test_quotation_marks_stand_where_they_are_needed(text: str, flow: str, own_line: str) -> None:
    """In brackets and in keys more signs have a meaning."""
    node = scalar(text, plain=False)
    assert (one_line(node, strict=True), one_line(node, strict=False)) == (flow, own_line)


@pytest.mark.parametrize("text", ["1.0", "true", "null", "1/3"])
def test_what_is_no_text_stays_plain(text: str) -> None:
    """Quotation marks would make a word of a number."""
    assert one_line(scalar(text, plain=True), strict=True) == text


@pytest.mark.parametrize("text", ["a\nb", "a\n\n  b\n", '\\ and "', "\x85\u2028", "字\t"])
def test_quoted_text_reads_back(text: str) -> None:
    """With all its breaks and spaces."""
    root, problems = events.read(f"a: {quoted(text)}\n")
    assert root is not None
    assert (root.get("a").text, problems) == (text, [])  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["|-", "  a", "  b"]), ("a\n\n  b\n", ["|", "  a", "", "    b"]), ("a", None), (" a\nb", None),
        ("a \nb", None), ("a\n\n", None), ("\na", None),
        ("word " * 30 + "end", [">-", "  " + " ".join(["word"] * 23), "  " + " ".join(["word"] * 7) + " end"]),
        ("字" * 90, None), ("two  spaces " * 20 + "end", None),
    ],
)  # fmt: skip
def test_blocks(text: str, lines: list[str] | None) -> None:
    """Lines as they are, and a long text folded at its spaces; what cannot be seen is left to quotation marks."""
    assert block(scalar(text, plain=False), 2, 6) == lines
