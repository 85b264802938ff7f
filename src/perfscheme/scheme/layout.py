"""Layout: plain text in lines of 80 columns, with Chinese signs as wide as they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from perfscheme.diagnostics.widths import columns

WIDTH: Final = 80

# What must not begin a line, and what must not end one.
_CLOSING: Final = frozenset("，。；：、）》」！？%”’,.;:)")
_OPENING: Final = frozenset("（《「“‘(")
_PIECES: Final = re.compile(r"\s+|[^\s]")


def wrap(text: str, *, indent: int = 0, hanging: int | None = None, width: int = WIDTH) -> list[str]:
    """A text in lines that are at most `width` columns wide, where it can be broken.

    It breaks at spaces and between wide signs, never before closing punctuation; a word that is longer than a line
    stays whole.

    Args:
        text: one paragraph.
        indent: columns before the first line.
        hanging: columns before the others; None: as the first.
        width: of the lines.
    """
    first, rest = " " * indent, " " * (indent if hanging is None else hanging)
    lines: list[str] = []
    line, room = "", width - indent
    gap = ""
    for piece in _pieces(text):
        if piece.isspace():
            gap = " "
            continue
        if line and columns(line + gap + piece) > room:
            lines.append((rest if lines else first) + line)
            line, room = piece, width - len(rest)
        else:
            line += (gap if line else "") + piece
        gap = ""
    return [*lines, (rest if lines else first) + line]


def row(left: str, right: str, *, indent: int = 0, width: int = WIDTH) -> list[str]:
    """Two texts in one line, at its two ends; in two lines where there is no room."""
    free = width - indent - columns(left) - columns(right)
    if not right:
        return wrap(left, indent=indent, hanging=indent + 2, width=width)
    if free >= 2:
        return [" " * indent + left + " " * free + right]
    return [
        *wrap(left, indent=indent, hanging=indent + 2, width=width),
        *wrap(right, indent=indent + 2, width=width),
    ]


def _pieces(text: str) -> Iterator[str]:
    """Spaces, words, and wide signs with the punctuation that belongs to them."""
    held = ""
    for sign in (match.group() for match in _PIECES.finditer(text)):
        if sign.isspace():
            if held:
                yield held
            yield sign
            held = ""
        elif not held or sign in _CLOSING or held[-1] in _OPENING or not (_wide(held[-1]) or _wide(sign)):
            held += sign
        else:
            yield held
            held = sign
    if held:
        yield held


def _wide(sign: str) -> bool:
    return columns(sign) == 2
