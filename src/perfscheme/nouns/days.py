"""Days: read from `2026-01-31`, and what was likely meant by one that is written otherwise."""

from __future__ import annotations

import datetime
import re
import unicodedata

from perfscheme.diagnostics import Diagnostic, SchemeError

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MEANT = re.compile(
    r"([0-9]{4})\s*[-年/.]\s*([0-9]{1,2})\s*[-月/.]\s*([0-9]{1,2})\s*[日号]?|([0-9]{4})([0-9]{2})([0-9]{2})"
)
_EXAMPLE = "2026-01-31"


def day_of(text: str, *path: str | int) -> datetime.date:
    """A day written `YYYY-MM-DD`.

    Raises:
        SchemeError: there is no such day (PS326), at `path`.

    >>> day_of("2026-01-31")
    datetime.date(2026, 1, 31)
    """
    day = _day(text) if _WRITTEN.fullmatch(text) else None
    if day is None:
        raise SchemeError(Diagnostic("PS326", path, {"found": text, "instead": _instead(text)}))
    return day


def _instead(text: str) -> str:
    """The day that was likely meant by 2026年1月31日 or 2026/1/31; else an example."""
    found = _MEANT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    day = None if found is None else _day("{:0>4}-{:0>2}-{:0>2}".format(*(part for part in found.groups() if part)))
    return _EXAMPLE if day is None else day.isoformat()


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
