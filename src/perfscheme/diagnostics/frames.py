"""Code frames: a diagnostic with the line of the file that it is about, and carets under the fault."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.figures import printable
from perfscheme.diagnostics.places import Span
from perfscheme.diagnostics.widths import columns

BREAKS = "\r\n\x85\u2028\u2029"
WIDEST = 80
"""Columns of a frame: a line that a terminal breaks would part the carets from what they point at."""


MOST = 20
"""Further lines of a frame."""


def render(diagnostic: Diagnostic, *, text: str | None = None, name: str | None = None, lang: str = "en") -> str:
    """The diagnostic as people read it.

    Args:
        diagnostic: what is wrong.
        text: the text of the file; without it, or without a span, the path stands in for the frame.
        name: the name of the file.
        lang: the language of the sentence.

    Returns:
        `name:line:column: error[PS101] message`, then the line of the file with carets under the span, among those
        of everything else that has a part in it.
    """
    head = f"{name}:" if name else ""
    span = diagnostic.span
    if span is None or text is None:
        return f"{head} {diagnostic.line(lang)}" if head else diagnostic.line(lang)
    head = f"{head}{span.start}: {diagnostic.label(lang)}{diagnostic.message(lang)}"
    return "\n".join([head, *_frames(span, diagnostic.spans, text)])


def _frames(span: Span, others: Iterable[Span], text: str) -> list[str]:
    """Lines with carets, each line once, in the order of the file."""
    by_line = {other.start.line: other for other in itertools.islice(others, MOST)}
    by_line[span.start.line] = span
    wide = len(str(max(by_line) + 1))
    return [line for _, stretch in sorted(by_line.items()) for line in _frame(stretch, text, wide)]


def _frame(span: Span, text: str, wide: int) -> list[str]:
    source = _line(text, min(span.start.index, len(text)))
    first = min(span.start.column, len(source))
    last = span.end.column if span.end.line == span.start.line else len(source)
    last = max(first, min(last, len(source)))
    gutter = str(span.start.line + 1).rjust(wide)
    before, fault, after = _window(source[:first], source[first:last], source[last:], WIDEST - len(gutter) - 3)
    blank = " " * len(gutter)
    carets = " " * columns(before) + "^" * max(1, columns(fault))
    return [f"{gutter} | {before}{fault}{after}".rstrip(), f"{blank} | {carets}"]


def _window(before: str, fault: str, after: str, room: int) -> tuple[str, str, str]:
    """A line in three parts, printable, cut to the part around the fault where it takes more than `room` columns."""
    whole = len(before) + len(fault) + len(after) <= room and columns(before + fault + after) <= room
    # No part takes less than a column a character, but for marks that combine.
    ahead, here, behind = (printable(part, room) for part in (before[-room:], fault[:room], after[:room]))
    if whole:
        return ahead, here, behind
    here = _fitting(here, room - 2)
    left = room - 2 - columns(here)
    ahead = _fitting(ahead[::-1], max(left - columns(behind), left - left // 2))[::-1]
    behind = _fitting(behind, left - columns(ahead))
    cut_behind = len(here) + len(behind) < len(fault) + len(after)
    return "…" * (len(ahead) < len(before)) + ahead, here, behind + "…" * cut_behind


def _fitting(text: str, room: int) -> str:
    """The longest beginning of `text` that takes at most `room` columns."""
    used = 0
    for i, char in enumerate(text):
        used += columns(char)
        if used > room:
            return text[:i]
    return text


def _line(text: str, index: int) -> str:
    # YAML ends lines at these only; str.splitlines knows more and would number lines otherwise.
    start = max(text.rfind(char, 0, index) for char in BREAKS) + 1
    end = min((found for char in BREAKS if (found := text.find(char, index)) >= 0), default=len(text))
    return text[start:end]
