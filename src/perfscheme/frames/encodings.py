"""Encodings: in what a text file of a table is written, and what stands between its cells."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from typing import Final

import attrs

from perfscheme.diagnostics import Diagnostic, InputError

_DELIMITERS: Final = ",;\t"


@attrs.frozen
class Encoding:
    """How a text file is written.

    Args:
        name: `utf-8`, with or without a byte order mark, or `gb18030`, as Chinese spreadsheets write it.
        delimiter: what stands between its cells: a comma, a semicolon or a tab.
        blank: how many blank lines it begins with.
    """

    name: str
    delimiter: str
    blank: int


def encoding_of(blocks: Callable[[], Iterable[bytes]], file: str | None = None) -> Encoding:
    """How a text file is written.

    Args:
        blocks: its bytes, from the beginning each time.
        file: its name.

    Raises:
        InputError: it is neither UTF-8 nor GB18030 (PS403).

    >>> encoding_of(lambda: [b"name;points"])
    Encoding(name='utf-8', delimiter=';', blank=0)
    """
    for name in ("utf-8", "gb18030"):
        decoder = codecs.getincrementaldecoder(name)()
        head, blank = "", 0
        try:
            for block in blocks():
                if b"\0" in block:  # a workbook, or UTF-16, of which every byte reads as GB18030
                    raise InputError(Diagnostic("PS403"), name=file)
                text = decoder.decode(block)
                if not head:
                    written = text.lstrip("\ufeff").lstrip()
                    blank += text.count("\n", 0, len(text) - len(written))
                    head = written.split("\n", 1)[0]
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return Encoding(name, max(_DELIMITERS, key=head.count), blank)
    raise InputError(Diagnostic("PS403"), name=file)
