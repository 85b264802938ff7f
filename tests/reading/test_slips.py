"""What YAML takes at its word, and what was meant."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import Diagnostic
from perfscheme.diagnostics.places import Position
from perfscheme.reading.events import read
from perfscheme.reading.slips import bare, unique


def codes(text: str) -> list[str]:
    _, problems = read(text)
    return [problem.code for problem in problems]


def test_a_decimal_comma_in_braces_is_seen() -> None:
    """YAML reads `{a: 1,5}` as two keys."""
    root, problems = read("{a: 1,5, b: 2}")
    assert [(p.code, p.facts["instead"], str(p.span)) for p in problems] == [("PS041", "1.5", "1:5")]
    assert root is not None
    assert [key.text for key, _ in root.pairs] == ["a", "b"]


def test_thousands_in_braces_are_no_decimals() -> None:
    """`1,000` is told as 1000 wherever it stands, and never as 1."""
    _, problems = read("{a: 1,000, b: 2,000,000, c: 0,125}")
    assert [p.facts["instead"] for p in problems] == ["1000", "2000", "2000000", "0.125"]


def test_keys_without_values_are_no_decimal_commas() -> None:
    """Only figures that touch are."""
    assert codes("{a: 1, 5}") == []
    assert codes("{a: x,5}") == []


@pytest.mark.parametrize(
    ("said", "meant", "told"),
    [
        ("plain", "plain", []),
        ("\u3000达标", "达标", [("PS029", 2)]),
        ("达\u200b标", "达标", [("PS029", 3)]),
        ("\u201c达标\u201d", "达标", [("PS064", 2)]),
        ("说\u201c达标\u201d", "说\u201c达标\u201d", []),
    ],
)
def test_a_text_is_what_can_be_seen_of_it(said: str, meant: str, told: list[tuple[str, int]]) -> None:
    """What cannot is told where it stands; quotes within a text are part of it."""
    found: list[Diagnostic] = []
    assert bare(said, said, Position(0, 2, 2), Position(0, 2 + len(said), 2 + len(said)), found) == meant
    assert [(problem.code, problem.span.start.column) for problem in found if problem.span] == told


@pytest.mark.parametrize(
    ("written", "meant", "told"),
    [
        ("random\n\n  - C\n  - D", "random", [("- C", Position(3, 2, 17), Position(3, 5, 20))]),
        ("random\r\n  - C", "random", [("- C", Position(2, 2, 17), Position(2, 5, 20))]),
        ("from one - to\n  the other", "as YAML says", []),
        ("from one\n  -to the other", "as YAML says", []),
    ],
)
def test_an_item_is_no_part_of_the_text_above_it(
    written: str, meant: str, told: list[tuple[str, Position, Position]]
) -> None:
    """As YAML has it, which reads a list below another key as more of that key's text."""
    found: list[Diagnostic] = []
    start, end = Position(1, 8, 7), Position(1 + written.count("\n"), 4, 7 + len(written))
    assert bare("as YAML says", written, start, end, found) == meant
    assert [(problem.facts["found"], problem.span.start, problem.span.end) for problem in found if problem.span] == told


@pytest.mark.parametrize(
    ("text", "keys", "lost", "told"),
    [
        ("{a: 1, b: 2}", ["a", "b"], (), []),
        ("{a: 1, a: 2, b: 3}", ["a", "b"], ("a",), ["PS023"]),
        ("{a: 1, <<: {a: 2, c: 3}}", ["a", "c"], (), ["PS021"]),
        ("{[a]: 1, b: 2}", ["b"], (), ["PS022"]),
        ("{zh：高, b: 2}", ["zh", "b"], (), ["PS005"]),
    ],
)
def test_each_key_stands_once(text: str, keys: list[str], lost: tuple[str, ...], told: list[str]) -> None:
    """What is no key is told; what was merged is taken, where the mapping has no such key."""
    root, _ = read(text)
    assert root is not None
    assert [key.text for key, _ in root.pairs] == keys
    assert (root.lost, codes(text)) == (lost, told)


def test_what_was_kept_stays_as_it_is() -> None:
    """Nothing more is told of it."""
    root, _ = read("{a: 1,5, zh：高, a: 2}")
    assert root is not None
    told: list[Diagnostic] = []
    assert unique(root.pairs, "", told) == (root.pairs, ())
    assert told == []
