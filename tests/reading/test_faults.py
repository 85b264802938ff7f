"""Faults of syntax in words."""

import pytest

from perfscheme.reading.characters import full_width
from perfscheme.reading.events import read


def told(text: str) -> tuple[str, str]:
    """Code and place of the one thing that is wrong."""
    _, (problem,) = read(text)
    return problem.code, str(problem.span)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: b: c", "PS010", "1:5"),
        ("a: 1\n\tb: 2", "PS011", "2:1"),
        ("key\nk2: 3", "PS012", "1:1"),
        ("a:1\nb: 2", "PS018", "1:1"),
        ("a: 1\nb:2\nc:\n  d: 1", "PS018", "2:1"),
        ("a: 1\nword\nc:\n  d: 1", "PS012", "2:1"),
        ("a:\n  b: 1\n c: 2", "PS013", "3:2"),
        ("a: 1\n- 2", "PS077", "2:1"),
        ("a: 1\n\n  b: 1\n", "PS013", "3:3"),
        ("a: 'x", "PS014", "1:4"),
        ("a: 'x\nb: 'y'", "PS014", "1:4"),
        ("a: 'x\n  y'\n b: 1\nc: [", "PS013", "3:2"),
        ('a: "\\p"', "PS065", "1:5"),
        ('a: "\\xZZ"', "PS065", "1:5"),
        ("a: ** b", "PS016", "1:4"),
        ("a:\n  \u3000b: 1\n  c: 2", "PS029", "2:3"),
        ("a:\u00a01\nb: 2", "PS029", "1:3"),
        ("a:\n  -{b: 1, c: 2}", "PS028", "2:3"),
        ("a: [1, 2", "PS015", "1:9"),
        ("a: {b: 1\nc: 2", "PS027", "1:4"),
        ("a: {b: 1\n  c: 2}", "PS015", "2:4"),
        ("a:\n  {b: 1,\n   c: 2\n   d: 3}", "PS015", "4:5"),
        ("a: {b: x: y}", "PS015", "1:9"),
        ("a:{b: 1, c: 2}\nd: 3", "PS018", "1:1"),
        ("a:\n  b: 1\n    c: 2", "PS013", "3:5"),
        ("a:\n  - b: 1\n  -{c: 2}", "PS028", "3:3"),
        ("a: @x", "PS016", "1:4"),
        ("a: >= 3", "PS016", "1:4"),
        ("a: \x07", "PS002", "1:4"),
        ("%YAML 9.9\n---\na", "PS057", "1:1"),
        ("# a\n%b\nc: 1", "PS057", "2:1"),
        ("%YAML 1." + "9" * 5000 + "\n---\na", "PS057", "1:1"),
        ('a: 1\nb: "\\UFFFFFFFF"', "PS065", "2:5"),
        ("a: 'b' c\nd: 1", "PS054", "1:4"),
        ("a:\n  - 'b' c\n  - d", "PS054", "2:5"),
        ("a: 1\n}\nb: 2", "PS055", "2:1"),
        ("a: ]\nb: 2", "PS055", "1:4"),
        ("a: , b\nc: 2", "PS055", "1:4"),
        ("a: [1, , 2]\nb: 2", "PS055", "1:8"),
        ("a: - b\n  - c", "PS056", "1:4"),
        ("a: !b!c d\ne: 1", "PS016", "1:4"),
        ("a: !客诉 d\ne: 1", "PS016", "1:4"),
        ("'a'\nb: 1", "PS003", "2:1"),
        ("a: 1\n• b: 1", "PS059", "2:1"),
    ],
)
def test_each_slip_has_its_code_and_place(text: str, code: str, place: str) -> None:
    """What most people get wrong is told in words of its own."""
    assert told(text) == (code, place)


@pytest.mark.parametrize(
    ("text", "place", "instead"),
    [
        ("达标：80\nb: 1", "1:3", ": "),
        ("a: 1\n达标：80\nb: 1", "2:3", ": "),
        ("a: “x: y”", "1:4", '"'),
        ("a: [“x”, b: c: d]", "1:5", '"'),
        ("a: {zh: 甲， en: 乙}", "1:10", ", "),
        ("a: ｛b: 1}", "1:4", "{"),
        ("a:\n－ b\nc: 2", "2:1", "-"),
    ],
)
def test_full_width_marks_are_found_where_they_do_harm(text: str, place: str, instead: str) -> None:
    """On the line where the parser stopped, or the one above it."""
    _, (problem,) = read(text)
    assert (problem.code, str(problem.span), problem.facts["instead"]) == ("PS004", place, instead)


def test_full_width_marks_in_text_are_left_alone() -> None:
    """Chinese names have them; the fault is elsewhere."""
    assert told("name: 效率，质量：高\nfoo: [1")[0] == "PS015"
    assert full_width('name: "满意：度"', 30) is None
