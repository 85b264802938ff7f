"""Comments and blank lines, and what they belong to."""

from __future__ import annotations

from perfscheme.reading import events
from perfscheme.reading.nodes import Node
from perfscheme.writing.remarks import Remarks, comments, found

TEXT = """\
# head

# above a
a: 1  # beside a
b:  # beside b

  # above c
  c: {x: 1,  # beside x
    y: "# no comment"}  # beside c
  d: |  # beside d
    # no comment
    text # no comment

    more

  # at the end of b
e:
  # above the first item
  - 1
  - f: &name [1, 2]  # beside f
    # at the end of the item
  # at the end of e
# above g
g: *name  # beside g
# at the end of all
"""


def tree(text: str) -> Node:
    root, problems = events.read(text)
    assert root is not None
    assert problems == []
    return root


def by_text(text: str) -> tuple[Remarks, dict[str, tuple[tuple[str, ...], str]]]:
    remarks = found(text, tree(text))
    return remarks, {node.text or node.kind: (remark.above, remark.beside) for node, remark in remarks.at.items()}


def test_every_comment_has_its_place() -> None:
    """At the key or item that it is above or beside of, or at the end of what it is as far in as."""
    remarks, at = by_text(TEXT)
    assert remarks.head == ("# head", "")
    assert at == {
        "a": (("# above a",), "# beside a"),
        "b": ((), "# beside b"),
        "c": (("", "# above c"), "# beside c"),
        "x": ((), "# beside x"),
        "d": ((), "# beside d"),
        "e": (("",), ""),
        "1": (("# above the first item",), ""),
        "f": ((), "# beside f"),
        "g": (("# above g",), "# beside g"),
    }
    ends = {lines: [key.text for key, _ in node.pairs] or node.kind for node, lines in remarks.below.items()}
    assert ends == {
        ("# at the end of b",): ["c", "d"], ("# at the end of the item",): ["f"], ("# at the end of e",): "list",
        ("# at the end of all",): ["a", "b", "e", "g"],
    }  # fmt: skip


def test_all_comments_are_found_and_nothing_else() -> None:
    """A sign in a text is no comment."""
    said = [line[line.rindex("#") :] for line in TEXT.splitlines() if "#" in line and not line.endswith("no comment")]
    assert comments(TEXT, tree(TEXT)) == said


def test_several_blank_lines_are_one() -> None:
    """And blank lines within a text are its own."""
    _, at = by_text("a: 1\n\n\n\nb: 2\nc: |\n  x\n\n\n  y\nd: 1\n")
    assert at == {"b": (("",), "")}


def test_line_ends_of_every_kind_end_a_comment() -> None:
    """As they end lines for the reader."""
    text = "a: 1 # one\r\n# two\r\nb: 2\r\n"
    assert comments(text, tree(text)) == ["# one", "# two"]
