"""Lines that are no part of a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.reading.characters import position
from perfscheme.reading.events import read
from perfscheme.reading.nodes import Node
from perfscheme.reading.strangers import MOST


def plain(node: Node | None) -> object:
    """What a tree says, without its places."""
    if node is None:
        return None
    if node.kind == "mapping":
        return {key.text: plain(value) for key, value in node.pairs}
    return [plain(item) for item in node.items] if node.kind == "list" else node.text


@pytest.mark.parametrize(("text", "places", "meant"), [
    ("+a: 1\n+b:\n+  c: 1\n", ["1:1", "2:1", "3:1"], {"a": "1", "b": {"c": "1"}}),
    (" a: 1\n-b: 1\n+b: 2\n", ["3:1"], None),
    ("a:\n  b: 1\n-  c: 1\n+  c: 2\n  d: 1\n", ["3:1", "4:1"], {"a": {"b": "1", "c": "2", "d": "1"}}),
    ("@@ -1,2 +1,2 @@\n a: 1\n+b: 2\n", ["1:1", "3:1"], {"a": "1", "b": "2"}),
    ("> a: 1\n> b: 2\n", ["1:1", "2:1"], {"a": "1", "b": "2"}),
    ("```yaml\na: 1\n```\n", ["1:1", "3:1"], {"a": "1"}),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\nc: 1\n", ["2:1", "4:1", "6:1"],
     {"a": "1", "b": "1", "c": "1"}),
])  # fmt: skip
def test_lines_of_others_are_told_once_and_read_past(text: str, places: list[str], meant: object) -> None:
    """All in one message; of two versions one is taken."""
    root, problems = read(text)
    told = [problem for problem in problems if problem.code == "PS058"]
    assert len(told) == 1
    assert [str(span) for span in (told[0].span, *told[0].spans)] == places
    if meant is not None:
        assert problems == told
        assert plain(root) == meant


@pytest.mark.parametrize("text", [
    "a:\n- b: 1\n- c: 1\n",
    "a:\n-   b: 1\n-   b: 2\n",
    "a: >\n  + b\n  > c: d\nb: 1\n",
    "---\na: 1\n",
    "a: b > c\nd: e + f\n",
    "- a: 1\n-  b: 1\n",
])  # fmt: skip
def test_what_belongs_to_a_file_is_left_alone(text: str) -> None:
    """Lists at the left edge, texts in several lines, the beginning of a document."""
    assert read(text)[1] == []


def test_a_file_full_of_signs_is_not_mended() -> None:
    """The sign is told, and all that follows from it."""
    _, problems = read("+a: 1\n" * (MOST + 1))
    assert problems[0].code == "PS058"
    assert len(problems[0].spans) == MOST


LINES = ["+a: 1\n", "- b\n", "-  c: 1\n", "> d: 1\n", "e:\n", "  f: 1\n", "=======\n", "```\n"]


@given(st.lists(st.sampled_from(LINES)))
def test_every_place_is_one_of_the_text(lines: list[str]) -> None:
    """Line, column and index agree, whatever was put out of the way."""
    text = "".join(lines)
    root, problems = read(text)
    spans = [span for problem in problems for span in (problem.span, *problem.spans)] + ([root.span] if root else [])
    for span in spans:
        assert span is not None
        assert position(text, min(span.start.index, len(text))) == span.start
