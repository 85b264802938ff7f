"""Characters that YAML forbids, those that only look like its own, and where they stand."""

import pytest

from perfscheme.reading.characters import FORBIDDEN, forbidden, full_width, place, position, sign


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_places_count_lines_as_yaml_does(break_: str) -> None:
    """All five of its line ends."""
    text = f"a{break_}bc"
    found = position(text, len(text) - 1)
    assert (found.line, found.column) == (1, 1)


def test_characters_that_yaml_forbids_are_named() -> None:
    """With their place, which PyYAML does not give."""
    found = forbidden("a: \ud800")
    assert found is not None
    assert (found.facts["found"], str(found.span)) == ("U+D800", "1:4")
    assert forbidden("a: 满\t\n") is None


def test_a_column_of_a_line_is_a_place() -> None:
    """Back and forth."""
    text = "a: 1\r\nbc: 2\n"
    found = place(text, 1, 1)
    assert text[found.index] == "c"
    assert position(text, found.index) == found
    assert text[sign(found).start.index : sign(found).end.index] == "c"


@pytest.mark.parametrize(
    ("line", "before", "column"),
    [
        ("达标：80", None, 2),
        ("a: “x”", None, 3),
        ("－ b", None, 0),
        ("a: {zh: 甲， en: 乙}", 15, 9),
        ("a: {zh: 甲， en: 乙}", None, None),
        ('name: "满意：度"', 30, None),
        ("a: 1", 3, None),
    ],
)
def test_full_width_marks_are_found_where_yaml_wants_its_own(line: str, before: int | None, column: int | None) -> None:
    """A comma only where the parser stopped after it: elsewhere it is part of a text."""
    assert full_width(line, before) == column


def test_what_is_forbidden_is_all_that_yaml_does_not_name() -> None:
    """Of the characters that it calls printable none is, and every other one."""
    planes = (*range(0x20, 0x7F), *range(0xA0, 0xD800), *range(0xE000, 0xFFFE), *range(0x10000, 0x110000))
    printable = {*b"\t\n\r\x85", *planes}
    allowed = {code for code in range(0x110000) if not FORBIDDEN.match(chr(code))}
    assert allowed == printable
