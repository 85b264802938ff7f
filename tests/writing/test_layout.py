"""The layout of a file."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics.widths import columns
from perfscheme.reading import events
from perfscheme.writing.layout import laid_out
from perfscheme.writing.remarks import found
from perfscheme.writing.scalars import WIDTH


def again(text: str) -> str:
    root, _ = events.read(text)
    assert root is not None
    return laid_out(root, {}, found(text, root))


LONG = ", ".join(f"indicator-{i}: {i}" for i in range(12))
FILLED = (
    "{indicator-0: 0, indicator-1: 1, indicator-2: 2, indicator-3: 3, indicator-4: 4, indicator-5: 5, indicator-6: 6,\n"
    "   indicator-7: 7, indicator-8: 8, indicator-9: 9, indicator-10: 10, indicator-11: 11}"
)


@pytest.mark.parametrize(
    ("text", "laid"),
    [
        ("a:   1\nb: 'x'\n", "a: 1\nb: x\n"),
        ("a:\n      b: 1\n      c: [1,2]\n", "a: {b: 1, c: [1, 2]}\n"),
        ("a:\n- b: 1\n- 2\n", "a:\n  - {b: 1}\n  - 2\n"),
        ("a: {b: {c: {d: {e: 1}}}}\n", "a:\n  b: {c: {d: {e: 1}}}\n"),
        ("a: []\nb: {}\nc:\n", "a: []\nb: {}\nc:\n"),
        ("a: [[1, 2], [3, 4]]\n", "a: [[1, 2], [3, 4]]\n"),
        (f"a: {{{LONG}}}\n", f"a:\n  {FILLED}\n"),
        ("a: {b: " + "x" * 70 + ", c: " + "y" * 70 + "}\n", "a:\n  b: " + "x" * 70 + "\n  c: " + "y" * 70 + "\n"),
        ("a: &n {b: 1}\nc: *n\nd: {e: *n}\n", "a: &n {b: 1}\nc: *n\nd: {e: *n}\n"),
        ("a: &n\n  b: |-\n    x\n    y\nc: *n\n", "a: &n\n  b: |-\n    x\n    y\nc: *n\n"),
        ("k:\n- a: 1\n  b:\n  - |\n    x\n    y\n", "k:\n  - a: 1\n    b:\n      - |\n        x\n        y\n"),
        ("{a: 1, b: 2} # c\n", "a: 1\nb: 2  # c\n"),
        ("a: {b: 1, # c\n  d: 2}\n", "a:\n  b: 1  # c\n  d: 2\n"),
        ("a:\n  - # c\n    b: {x: 1, # d\n    y: 2}\n", "a:\n  # c\n  - b:\n      x: 1  # d\n      y: 2\n"),
        ("a:   # c\n  {b: 1}\n", "a: {b: 1}  # c\n"),
    ],
)
def test_a_text_laid_out(text: str, laid: str) -> None:
    """Spaces, brackets, quotation marks and lines are those of the layout; a second time changes nothing."""
    assert again(text) == laid
    assert again(laid) == laid


def test_lines_end_in_time() -> None:
    """Where they can be broken, with Chinese signs as wide as they are."""
    text = again(f"a: {{zh: {'满意' * 20}, en: {'word ' * 40}x}}\nb: {{{LONG}}}\n")
    assert max(columns(line) for line in text.splitlines()) <= WIDTH
