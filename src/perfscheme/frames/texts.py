"""Texts of a file made into what their column is to be, whole columns at a time, where nothing is lost by it."""

from __future__ import annotations

from typing import Any, Final

from perfscheme.frames.library import arrow

NUMBER: Final = r"^[+-]?(\d+\.?\d*|\.\d+)$"
TIME: Final = r"^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?)?$"
_LONGEST: Final = 15
"""A decimal of at most so many digits is the one that its float prints."""


def tidy(column: Any) -> Any:
    """Texts without the blanks around them; a cell with nothing else in it is missing."""
    import pyarrow.compute as compute

    trimmed = compute.utf8_trim_whitespace(column)
    blank = compute.equal(trimmed, "")
    return compute.if_else(blank, None, trimmed) if compute.any(blank).as_py() else trimmed


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
    fits = compute.match_substring_regex(column, pattern)
    if kind == "number":
        fits = compute.and_(fits, compute.less_equal(compute.utf8_length(column), _LONGEST))
    if compute.all(fits).as_py() is False:
        return column
    try:
        return column.cast(library.float64() if kind == "number" else library.timestamp("us"))
    except library.ArrowInvalid:  # the thirtieth of February
        return column
