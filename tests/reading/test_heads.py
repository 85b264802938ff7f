"""Where a line that says what stands below it is missing."""

from __future__ import annotations

import pytest

from perfscheme.reading.heads import DASH, KEY, beheaded

FIRST = """\
a:
    b: 1
    c: 2
  d:
    b: 3
"""
ITEM = """\
a:
    b: 1
    c: 2
  - d: 1
    b: 3
"""
BLOCKS = """\
a: 1
  # of whom it tells
  b:
    c: 1
  d:
    c: 2
"""
ITEMS = """\
a: {b: 1}
  - c
  - d
e: 1
"""


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        (FIRST, 3, (1, 2, KEY)),
        (ITEM, 3, (1, 2, DASH)),
        (BLOCKS, 2, (2, 0, KEY)),
        (ITEMS, 1, (1, 0, KEY)),
    ],
)
def test_a_head_is_missing(text: str, line: int, found: tuple[int, int, str]) -> None:
    """Before the first line that stands under none, in the column in which the next one begins, or the one above."""
    assert beheaded(text.splitlines(), line) == found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a:\n  b:\n    c: 1\n   d:\n    c: 2\n", 3),  # one space is a slip
        ("a:\n    b: 1\n  c: 2\n", 2),
        ("a:\n    b: 1\n  c:\n    - 2\ne: 1\n  f: 2\n", 5),
        ("a: 1\n  b: 2\n", 1),
        ("a: 1\n  b: 2\n  c: 3\n", 1),
        ("a: |\n  b:\n    c\n  d:\n", 1),
        ("a:\n   b: 1\n  - c: 2\n", 2),
        ("  a: 1\nb: 1\n", 1),
        ("a: 1\n", 0),
        ("a: 1\n", 5),
    ],
)
def test_a_line_that_is_only_moved_lacks_none(text: str, line: int) -> None:
    """Nor does one of several that have nothing below them."""
    assert beheaded(text.splitlines(), line) is None
