"""Characters: which may stand in YAML, which only look as if they meant something there, and where each stands."""

from __future__ import annotations

import re
from types import MappingProxyType

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import Position, Span

BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""The ends of lines."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML does not allow, apart from escapes in double quotes; all that it allows would take long to compile."""
FULL_WIDTH = MappingProxyType({
    "\uff1a": ": ", "\uff0c": ", ", "\u3001": ", ", "\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'",
    "\uff02": '"', "\uff07": "'", "\uff0d": "-", "\uff5b": "{", "\uff3b": "[", "\u3010": "[",
})  # fmt: skip
"""What to write instead."""
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Look like a space and are none."""
UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Nobody sees them."""
BULLETS = "•●·‧・–—"
"""Stand before the items of a list in other programs."""

# A colon that ends a key; a quotation mark or bracket that begins a value; a dash of a list.
_MARKS = (
    re.compile("^[ \t]*(?:- +)*[^:'\"#\\[{\uff1a]*(\uff1a)"),
    re.compile("(?:^|: +|- +|[\\[{,] *)([\u201c\u201d\u2018\u2019\uff02\uff07\uff5b\uff3b\u3010])"),
    re.compile("^[ \t]*(\uff0d)"),
)
_COMMA = re.compile("[\\[{][^\\]}]*?([\uff0c\u3001])")  # between the parts of a list or mapping in brackets


def forbidden(text: str) -> Diagnostic | None:
    """The first character that may not stand in YAML, if there is one."""
    found = FORBIDDEN.search(text)
    if found is None:
        return None
    facts = {"found": f"U+{ord(found.group()):04X}"}
    return Diagnostic("PS002", (), facts, span=sign(position(text, found.start())))


def full_width(line: str, before: int | None = None) -> int | None:
    """Column of the first full-width mark that stands where YAML wants its half-width sister, or None.

    Args:
        line: the line to search.
        before: where the parser stopped on this line; None for the line above, which it could read.
    """
    patterns = _MARKS if before is None else (*_MARKS, _COMMA)
    hits = [found.start(1) for pattern in patterns if (found := pattern.search(line)) is not None]
    return min((hit for hit in hits if before is None or hit <= before), default=None)


def position(text: str, index: int) -> Position:
    """Line and column of a character."""
    line, start = 0, 0
    for match in BREAKS.finditer(text, 0, index):
        line, start = line + 1, match.end()
    return Position(line, index - start, index)


def place(text: str, line: int, column: int) -> Position:
    """The character in a column of a line."""
    start = 0
    for number, match in enumerate(BREAKS.finditer(text), 1):
        if number > line:
            break
        start = match.end()
    return Position(line, column, start + column)


def sign(at: Position) -> Span:
    """One character."""
    return Span(at, Position(at.line, at.column + 1, at.index + 1))
