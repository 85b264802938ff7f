"""Texts that are no YAML, and what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics.places import Position
from perfscheme.reading.characters import position
from perfscheme.reading.events import read
from perfscheme.reading.mending import EFFORT, MOST, Mended
from perfscheme.reading.nodes import Node


def plain(node: Node | None) -> object:
    """What a tree says, without its places."""
    if node is None:
        return None
    if node.kind == "mapping":
        return {key.text: plain(value) for key, value in node.pairs}
    return [plain(item) for item in node.items] if node.kind == "list" else node.text


@pytest.mark.parametrize(("text", "code", "meant"), [
    ("a：1\nb: 2", "PS004", {"a": "1", "b": "2"}),
    ("a: {zh: 甲，en: 乙，de: x}", "PS004", {"a": {"zh": "甲", "en": "乙", "de": "x"}}),
    ("a: “x: y” ", "PS004", {"a": "x: y"}),
    ("a: ｛b: 1｝", "PS004", {"a": {"b": "1"}}),
    ("a:1\nb: 2", "PS018", {"a": "1", "b": "2"}),
    ("- a: 1\n-{b: 2, c: 3}", "PS028", [{"a": "1"}, {"b": "2", "c": "3"}]),
    ("a 1\nb: 2", "PS012", {"a": "1", "b": "2"}),
    ("a:\n  • b: 1\n    c: 2\n", "PS059", {"a": [{"b": "1", "c": "2"}]}),
    ("a:\n  – {b: 1, c: 2}\n", "PS059", {"a": [{"b": "1", "c": "2"}]}),
    ("a: 'b' c\nd: 1", "PS054", {"a": "'b' c", "d": "1"}),
    ("a: 1\n}\n", "PS055", {"a": "1"}),
    ("% c\na: 1\n", "PS057", {"a": "1"}),
    ("a: b: c  # d", "PS010", {"a": "b: c"}),
    ("a: @b", "PS016", {"a": "@b"}),
    ("a: %b \"c\"", "PS016", {"a": '%b "c"'}),
    ("a:\n   b: 1\n  c: 2\n", "PS013", {"a": {"b": "1", "c": "2"}}),
    ("a:\n  b: 1\n   c: 2\n", "PS013", {"a": {"b": "1", "c": "2"}}),
    ("a:\n  b:\n    c: 1\n   d:\n    c: 2\n", "PS013", {"a": {"b": {"c": "1"}, "d": {"c": "2"}}}),
    ("a: 'b\nc: 'd'", "PS014", {"a": "b", "c": "d"}),
    ("a: {b: 1 c: 2}", "PS015", {"a": {"b": "1", "c": "2"}}),
    ("a: [1, 2,\nb: 2", "PS027", {"a": ["1", "2"], "b": "2"}),
    ("a:\n\u3000b: 1\n  c: 2", "PS029", {"a": {"b": "1", "c": "2"}}),
    ("a:\u00a01\nb: 2", "PS029", {"a": "1", "b": "2"}),
])  # fmt: skip
def test_what_was_plainly_meant_is_read(text: str, code: str, meant: object) -> None:
    """The fault is told, once, and all the rest is there."""
    root, problems = read(text)
    assert [problem.code for problem in problems] == [code]
    assert plain(root) == meant


@pytest.mark.parametrize("text", ["a: 1\n\tb: 2", "a: [x\n- y", '"a\nb: {c', "a: {b: x: y}"])
def test_nothing_is_read_where_it_is_open_what_was_meant(text: str) -> None:
    """The fault is told alone."""
    root, problems = read(text)
    assert root is None
    assert len(problems) == 1


def test_faults_on_many_lines_are_told_at_their_places() -> None:
    """Places are those of the text as it was written, in spite of what was put in above them."""
    text = "a：1\nb: 1\nc:1\nd: {e: 1，f: 1}\ng: 1\nh: x: y\ni: [1]\n"
    root, problems = read(text)
    assert [(problem.code, str(problem.span)) for problem in problems] == [
        ("PS004", "1:2"), ("PS018", "3:1"), ("PS004", "4:9"), ("PS010", "6:5"),
    ]  # fmt: skip
    assert root is not None
    places = [(key.text, str(key.start), str(value.start)) for key, value in root.pairs]
    assert places[0] == ("a", "1:1", "1:3")
    assert places[2] == ("c", "3:1", "3:3")
    assert places[-1] == ("i", "7:1", "7:4")


def test_there_is_an_end_to_mending() -> None:
    """Twenty faults are enough to go on with, and a large file is not read again for each."""
    _, problems = read("a：1\nb: 1\n" * (MOST + 5))
    assert sum(problem.code == "PS004" for problem in problems) == MOST
    _, problems = read("a：1\nb: 1\n" + "# " + "x" * EFFORT + "\nc：1\nd: 1\ne：1\nf: 1\n")
    assert [problem.code for problem in problems] == ["PS004"]


@given(
    st.lists(st.sampled_from(["a：1\n", "b:1\n", "- c\n", "d: {e: 1，f: 2}\n", "  g: h: i\n", "j: “k”\n", "l: @m\n"]))
)
def test_every_place_is_one_of_the_text(lines: list[str]) -> None:
    """Line, column and index agree, whatever has been mended."""
    text = "".join(lines)
    root, problems = read(text)
    spans = [problem.span for problem in problems] + ([root.span] if root else [])
    for span in spans:
        assert span is not None
        assert position(text, min(span.start.index, len(text))) == span.start


def test_an_untouched_text_keeps_its_places() -> None:
    """Nothing was put in."""
    at = Position(3, 4, 50)
    assert Mended("a: 1").origin(at) == at
