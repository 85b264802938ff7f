"""Texts of a file made into what their column is to be, whole columns at a time, where nothing is lost by it."""

from __future__ import annotations

import re
from typing import Any, Final

from perfscheme.formula.cuts import DIGITS
from perfscheme.frames.library import arrow

NUMBER: Final = r"^[+-]?(\d+\.?\d*|\.\d+)$"
TIME: Final = r"^[1-9]\d{3}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?)?$"
SPREADSHEET: Final = r"^\d{4}(/\d{1,2}/|年\d{1,2}月)\d{1,2}日?( \d{1,2}:\d\d(:\d\d)?)?$"
"""As Chinese spreadsheets write a time: 2026/1/5 9:03, 2026年1月5日. The year comes first, so it means one day only."""

_TO_ISO: Final = (
    (r"^(\d{4})[/年](\d{1,2})[/月](\d{1,2})日?", r"\1-\2-\3"),
    (r"^(\d{4})-(\d)-", r"\1-0\2-"),
    (r"^(\d{4}-\d\d)-(\d)( |$)", r"\1-0\2\3"),
    (r" (\d):", r" 0\1:"),
)


def tidy(column: Any) -> Any:
    """Texts without the blanks around them; a cell with nothing else in it is missing."""
    import pyarrow.compute as compute

    trimmed = compute.utf8_trim_whitespace(column)
    blank = compute.equal(trimmed, "")
    return compute.if_else(blank, None, trimmed) if compute.any(blank).as_py() else trimmed


def iso(text: str) -> str:
    """A time as spreadsheets write it, as ISO has it; another text as it is.

    >>> iso("2026/1/5 9:03"), iso("1/5/2026")
    ('2026-01-05 09:03', '1/5/2026')
    """
    if re.fullmatch(SPREADSHEET, text, re.ASCII):
        for pattern, instead in _TO_ISO:
            text = re.sub(pattern, instead, text)
    return text


def as_kind(column: Any, kind: str) -> Any:
    """A column of texts as numbers or times, where every one of them is plainly written; else as it is.

    Args:
        column: of Arrow.
        kind: what it is to be; of those that are not told here, texts are read by whoever knows what they mean.
    """
    library = arrow()
    import pyarrow.compute as compute

    if not library.types.is_string(column.type) or kind not in ("number", "time"):
        return column
    pattern = NUMBER if kind == "number" else TIME
    found = column
    fits = compute.match_substring_regex(column, pattern)
    if kind == "time" and compute.any(compute.match_substring_regex(column, SPREADSHEET)).as_py():
        for before, instead in _TO_ISO:
            found = compute.replace_substring_regex(found, before, instead)
        found = compute.if_else(compute.match_substring_regex(column, SPREADSHEET), found, column)
        fits = compute.match_substring_regex(found, TIME)
    if kind == "number":
        fits = compute.and_(fits, compute.less_equal(compute.utf8_length(column), DIGITS))
    if compute.all(fits).as_py() is False:
        return column
    try:
        return found.cast(library.float64() if kind == "number" else library.timestamp("us"))
    except library.ArrowInvalid:  # the thirtieth of February
        return column
