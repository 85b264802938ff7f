"""Code frames."""

import re

import attrs
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.frames import render
from perfscheme.diagnostics.places import Position, Span
from perfscheme.diagnostics.widths import columns


def at(line: int, start: int, end: int, index: int) -> Span:
    return Span(Position(line, start, index + start), Position(line, end, index + end))


def test_a_frame_shows_place_message_line_and_carets() -> None:
    """The head can be clicked in an editor; the carets stand under the fault."""
    text = "scheme: a\nweight: 40%\n"
    found = Diagnostic("MY1", ("weight",), {"en": "no percent"}, span=at(1, 8, 11, 10))
    assert render(found, text=text, name="f.yaml").splitlines() == [
        "f.yaml:2:9: error[MY1] no percent",
        "2 | weight: 40%",
        "  |         ^^^",
    ]


def test_carets_stand_right_under_wide_characters() -> None:
    """A Chinese character takes two columns."""
    found = Diagnostic("MY1", (), {}, span=at(0, 4, 6, 0))
    assert render(found, text="满意: 很好").splitlines()[1:] == ["1 | 满意: 很好", "  |       ^^^^"]


def test_without_a_span_the_path_stands_in() -> None:
    """A noun made in Python has no file."""
    found = Diagnostic("MY1", ("score", "rules", 0), {"en": "no"})
    assert render(found) == "score.rules[0]: error[MY1] no"
    assert render(found, name="f.yaml") == "f.yaml: score.rules[0]: error[MY1] no"


def test_an_empty_stretch_still_has_a_caret() -> None:
    """What is missing is shown where it belongs."""
    found = Diagnostic("MY1", (), {}, span=at(0, 2, 2, 0))
    assert render(found, text="a:").splitlines()[-1] == "  |   ^"


def test_only_the_first_line_of_a_long_stretch_is_shown() -> None:
    """The carets end with the line."""
    found = Diagnostic("MY1", (), {}, span=Span(Position(0, 0, 0), Position(2, 1, 9)))
    assert render(found, text="abc\nde\nf").splitlines()[1:] == ["1 | abc", "  | ^^^"]


def test_a_long_line_is_cut_around_the_fault() -> None:
    """A line can be as long as a file."""
    text = "x" * 5000 + "BAD" + "y" * 5000
    lines = render(Diagnostic("MY1", (), {}, span=at(0, 5000, 5003, 0)), text=text).splitlines()
    assert len(lines[1]) < 150
    start = lines[2].index("^")
    assert lines[1][start : start + 3] == "BAD"


@given(st.text("a满{ ", max_size=99), st.text("b高", max_size=99), st.text("a满", max_size=99), st.integers(0, 10**5))
def test_a_frame_fits_a_terminal(before: str, fault: str, after: str, line: int) -> None:
    """No line takes more than 80 columns, and the carets stand under the fault, as far as it is shown."""
    start, end = len(before), len(before) + len(fault)
    found = Diagnostic("MY1", (), {}, span=Span(Position(line, start, start), Position(line, end, end)))
    shown, carets = render(found, text=before + fault + after).split("\n")[1:]
    assert max(columns(shown), columns(carets)) <= 80
    left = carets.index("^")
    under, column = "", 0
    for char in shown:
        under += char if left <= column < len(carets) else ""
        column += columns(char)
    assert not fault or (under and fault.startswith(under))


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 5))
def test_any_text_can_be_shown(text: str, start: int, length: int, line: int) -> None:
    """Three lines, nothing that steers a terminal, whatever stands in the file."""
    found = Diagnostic("MY1", (), {}, span=at(line, start, start + length, 0))
    shown = render(found, text=text, name="f").split("\n")
    assert len(shown) == 3
    assert all(part.isprintable() for part in shown)
    assert re.fullmatch(r" +\| *\^+", shown[2])


def test_everything_that_has_a_part_in_it_is_shown() -> None:
    """Weights of 95: the lines of all of them, in the order of the file, each once."""
    text = "".join(f"w{i}: {i}\n" for i in range(1, 12))
    spans = tuple(
        Span(Position(line, 4, text.index(f"w{line + 1}: ") + 4), Position(line, 5, 0)) for line in (10, 1, 1)
    )
    found = attrs.evolve(Diagnostic("PS009", span=Span(Position(4, 4, 24), Position(4, 5, 25))), spans=spans)
    assert render(found, text=text).split("\n")[1:] == [
        " 2 | w2: 2", "   |     ^", " 5 | w5: 5", "   |     ^", "11 | w11: 11", "   |     ^",
    ]  # fmt: skip
