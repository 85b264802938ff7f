"""Encodings."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import InputError
from perfscheme.frames.encodings import Encoding, encoding_of


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("姓名,分".encode(), Encoding("utf-8", ",", 0)),
        ("\ufeff\n\n姓名\t分\n甲,乙,丙".encode(), Encoding("utf-8", "\t", 2)),
        ("姓名;分".encode("gb18030"), Encoding("gb18030", ";", 0)),
        (b"name", Encoding("utf-8", ",", 0)),
    ],
)
def test_how_a_file_is_written(data: bytes, found: Encoding) -> None:
    """What stands below the header says nothing, and a character may be cut where the header has been read."""
    assert encoding_of(lambda: [data]) == found
    assert encoding_of(lambda: [data + "\n甲".encode(found.name)[:-1], "甲".encode(found.name)[-1:]]) == found


@pytest.mark.parametrize("data", ["姓名,分".encode("utf-16"), b"\xff\xff", b"PK\x03\x04\0\0"])
def test_what_no_program_saves_as_text_is_refused(data: bytes) -> None:
    """UTF-16, a workbook, and bytes that are neither."""
    with pytest.raises(InputError, match="PS403"):
        encoding_of(lambda: [data], "team.csv")
