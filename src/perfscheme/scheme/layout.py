"""Layout: plain text in lines of 80 columns, with Chinese signs as wide as they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from perfscheme.diagnostics.widths import columns

WIDTH: Final = 80

# What must not begin a line, and what must not end one.
_CLOSING: Final = frozenset("，。；：、）》」！？%”’,.;:)")
_OPENING: Final = frozenset("（《「“‘(")
_PIECES: Final = re.compile(r"\s+|[^\s]")
_WIDE: Final = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_GAPS: Final = re.compile(
    rf"(?<={_WIDE}) +(?={_WIDE})|(?<=[）。，；：、]) +|(?<=[\d%a-zA-Z）]) +(?=[（，；：、])"
    rf"|(?<={_WIDE}) +(?=“)|(?<=”) +(?={_WIDE})|(?<=”) +(?=“)"
)
# Breaks of a calculation: before these; before these where it must be; never, but in a line that is too long.
_EQUALS: Final = frozenset("=≈")
_SUM: Final = frozenset("+−")
_TIMES: Final = frozenset("×÷^")
_TIGHTEST: Final = 2
_UNIT: Final = 2


def closed(text: str) -> str:
    """A text without blanks between Chinese signs: sentences are put together of parts that do not know each other.

    >>> closed("48 小时 介于 24 和 72 之间")
    '48 小时介于 24 和 72 之间'
    """
    return _GAPS.sub("", text)


def wrap(text: str, *, indent: int = 0, hanging: int | None = None, width: int = WIDTH) -> list[str]:
    """A text in lines that are at most `width` columns wide, where it can be broken.

    It breaks at spaces and between wide signs, never before closing punctuation; a word that is longer than a line
    stays whole. A calculation is broken before its equals sign, and only where it is longer than a line at a sum, at
    last at a product; a figure keeps its unit as long.

    Args:
        text: one paragraph.
        indent: columns before the first line.
        hanging: columns before the others; None: as the first.
        width: of the lines.
    """
    first, rest = " " * indent, " " * (indent if hanging is None else hanging)
    lines: list[str] = []
    line = ""

    def put(pieces: Sequence[_Piece], tightness: int) -> None:
        nonlocal line
        there = "".join(piece.gap + piece.text for piece in pieces)
        room = width - len(rest if lines else first)
        if not line or columns(line + there) <= room:
            fits = columns(there.lstrip()) <= room
            if fits or tightness > _TIGHTEST:
                line = line + there if line else there.lstrip()
                return
        elif tightness > _TIGHTEST or columns(there.lstrip()) <= width - len(rest):
            lines.append((rest if lines else first) + line)
            line = there.lstrip()
            return
        for chunk in _chunks(pieces, tightness):
            put(chunk, tightness + 1)

    for chunk in _chunks(list(_pieces(text)), 0):
        put(chunk, 1)
    return [*lines, (rest if lines else first) + line]


def row(left: str, right: str, *, indent: int = 0) -> list[str]:
    """Two texts in one line, at its two ends; in two lines where there is no room."""
    free = WIDTH - indent - columns(left) - columns(right)
    if not right:
        return wrap(left, indent=indent, hanging=indent + 2)
    if free >= 2:
        return [" " * indent + left + " " * free + right]
    return [*wrap(left, indent=indent, hanging=indent + 2), *wrap(right, indent=indent + 2)]


@attrs.frozen
class _Piece:
    """A word or wide sign.

    Args:
        gap: the blank before it.
        text: what it is.
        tightness: how unwelcome a break before it is.
    """

    gap: str
    text: str
    tightness: int


def _chunks(pieces: Sequence[_Piece], tightness: int) -> Iterator[list[_Piece]]:
    """Pieces that hold together more tightly than that."""
    chunk: list[_Piece] = []
    for piece in pieces:
        if chunk and piece.tightness <= tightness:
            yield chunk
            chunk = []
        chunk.append(piece)
    if chunk:
        yield chunk


def _pieces(text: str) -> Iterator[_Piece]:
    """Words and wide signs, with the punctuation that belongs to them."""
    gap, before, unit = "", "", 0
    for found in _texts(text):
        if found.isspace():
            gap = " "
            continue
        # The unit of a figure: a word, or the first two wide signs.
        unit = _UNIT if before[-1:].isdigit() or before.endswith("%") else max(unit - 1, 0)
        unit = unit if _wide(found[0]) or (unit == _UNIT and found[0].isalpha()) else 0
        if before in _TIMES or found in _TIMES or before in _SUM or before in _EQUALS or unit:
            tightness = _TIGHTEST
        else:
            tightness = _TIGHTEST - 1 if found in _SUM else 0
        yield _Piece(gap, found, tightness)
        gap, before = "", found


def _texts(text: str) -> Iterator[str]:
    """Blanks, words, and wide signs with the punctuation that belongs to them."""
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
