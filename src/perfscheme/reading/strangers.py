"""Strangers: lines that came into a file from a comparison, a merge, a mail or a chat, and are no part of it."""

from __future__ import annotations

import re
from typing import Final

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import Position, Span
from perfscheme.reading.characters import BREAKS

SIGNS: Final = re.compile(
    r"(?P<fence>```|~~~)[\w-]*\s*$"
    r"|(?P<ours><{7})(?: .*)?$|(?P<theirs>={7})$|(?P<both>>{7})(?: .*)?$"
    r"|(?P<head>\+\+\+|---) \S|(?P<place>@@) .*@@|(?P<git>diff --git) "
    r"|(?P<added>\+)\s*[\w\"'#{\[-]"
    r"|(?P<quoted>> ?)\s*[\w\"'#-][^:]*:(?: |$)"
    r"|(?P<removed>-)(?: {2,}[\w-]+:(?: |$))"
)
MAYBE: Final = re.compile(r"^(?:[+>@`~<=]|-[ -]|diff)", re.MULTILINE)
MOST: Final = 200
"""Lines with a sign that are mended; in a file with more of them the sign is told alone."""


@attrs.frozen
class Stranger:
    """A line with a sign that does not belong there: where it stands, and what takes its place."""

    line: int
    index: int
    sign: str
    put: str


def strangers(text: str) -> tuple[Diagnostic, list[Stranger]] | None:
    """Every such line, and the one problem that tells of them; None where there is none."""
    if not MAYBE.search(text):
        return None
    found: list[Stranger] = []
    lines, starts = BREAKS.split(text), [0, *(end.end() for end in BREAKS.finditer(text))]
    whole = all(line[:1] in ("+", "-", " ", "@", "d", "i", "\\", "") for line in lines)
    theirs = False
    for number, line in enumerate(lines):
        match = SIGNS.match(line)
        kind = match.lastgroup if match else None
        if match is None or kind is None:
            if theirs and line:
                found.append(Stranger(number, starts[number], "", "# "))
            continue
        if kind == "removed" and not _among(lines, number):
            continue
        theirs = kind == "theirs" or (theirs and kind != "both")
        put = (" " if whole else "") if kind == "added" else "" if kind == "quoted" else "#"
        found.append(Stranger(number, starts[number], match[kind], put))
    signs = [one for one in found if one.sign]
    if not signs:
        return None
    first, *others = [_span(one) for one in signs]
    sign = signs[0].sign.strip()
    return Diagnostic("PS058", (), {"found": sign}, span=first, spans=tuple(others)), found


def _among(lines: list[str], number: int) -> bool:
    """Whether a line stands among others that are indented or added: a list at the left edge has its dashes there."""
    near = [line for line in (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]) if line.strip()]
    return bool(near) and all(line[:1] in (" ", "+") for line in near)


def _span(stranger: Stranger) -> Span:
    start, long = Position(stranger.line, 0, stranger.index), len(stranger.sign.strip())
    return Span(start, Position(stranger.line, long, stranger.index + long))
