"""Encodings: the bytes of a file as text; where they are not UTF-8, the text that they must be, and what is wrong."""

from __future__ import annotations

import codecs
import re
from typing import Final

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import Span
from perfscheme.reading.characters import position

MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, with whose mark it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_WHOLE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LOOKED_AT: Final = 20_000
_MOSTLY: Final = 0.9


@attrs.frozen
class Decoded:
    """A text, and what is wrong with its encoding; `meant` says whether the text is what must have been meant."""

    text: str
    fault: Diagnostic | None = None
    meant: bool = True


def decoded(data: bytes) -> Decoded:
    """The text of a file, without a byte order mark.

    What is not UTF-8 is decoded as UTF-16 or GB18030 where the bytes prove that it is that, so that all else that is
    wrong with it can be told too; never silently, as somebody else's program might take it for something else.
    """
    text, wrong = _unicode(data)
    if text is not None and "\0" not in text:
        return Decoded(text)
    name = next((name for mark, name in MARKS if data.startswith(mark)), None) or _halves(data)
    if name is not None and (wide := _decoded(data, name)) is not None:
        return _told("PS052", wide.removeprefix("\ufeff"), 0)
    if text is not None:
        return Decoded(text)  # the reader tells characters that nobody sees
    if (chinese := _chinese(data)) is not None:
        return _told("PS053", chinese, next(i for i, char in enumerate(chinese) if not char.isascii()))
    text = data.decode("utf-8-sig", errors="replace")
    told = _told("PS019", text, text.index("\ufffd"), position=wrong)
    return attrs.evolve(told, meant=False)


def _unicode(data: bytes) -> tuple[str | None, int]:
    """The text in UTF-8, or else the number of the first byte that is none."""
    try:
        return data.decode("utf-8-sig"), 0
    except UnicodeDecodeError as error:
        return None, error.start + 1


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _told(code: str, text: str, index: int, **facts: object) -> Decoded:
    start, end = position(text, index), position(text, min(index + 1, len(text)))
    return Decoded(text, Diagnostic(code, (), facts, span=Span(start, end if end.line == start.line else start)))


def _halves(data: bytes) -> str | None:
    """UTF-16 without its mark: of English keys every other byte is zero."""
    some = data[:_LOOKED_AT]
    for name, zeros in (("utf-16-le", some[1::2]), ("utf-16-be", some[::2])):
        if zeros and zeros.count(0) / len(zeros) > 0.5:
            return name
    return None


def _chinese(data: bytes) -> str | None:
    """The text in GB18030, where that is what it must be: not UTF-8 with a damaged byte, and of usual characters."""
    sequences = sum(len(found) for found in _WHOLE.findall(data))
    if sequences > len(_HIGH.findall(data)) / 2:
        return None
    text = _decoded(data, "gb18030")
    if text is None:
        return None
    others = [char for char in text if not char.isascii()]
    usual = sum(_usual(char) for char in others)
    return text if others and usual / len(others) >= _MOSTLY else None


def _usual(char: str) -> bool:
    """Whether a character is one of the 7,445 of GB 2312, which nearly all Chinese texts keep to."""
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False
