"""Values: what was measured, as a table, as CSV for `perfscheme score`, or as JSON with the counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from rich.console import Console
from rich.text import Text as Words

from perfscheme.cli.formats import NOTHING, SUBJECT, blank_table, csv_text, drawn, guarded, json_array
from perfscheme.diagnostics import Language
from perfscheme.diagnostics.widths import columns

if TYPE_CHECKING:
    from perfscheme.evidence.trails import Trail
    from perfscheme.scheme.measurements import Measurement

Format: TypeAlias = Literal["table", "csv", "json"]
FORMATS: Final[tuple[Format, ...]] = ("table", "csv", "json")
_BETWEEN: Final = 3  # columns between two values
SUFFIXES: Final[Mapping[str, Format]] = {".csv": "csv", ".json": "json", ".txt": "table"}


def values_as(form: Format, measurement: Measurement, lang: Language, console: Console) -> Iterator[str]:
    """All values in one of the formats, piece by piece; `console` knows the width and the colours of a table."""
    match form:
        case "table":
            yield _table(measurement, lang, console)
        case "csv":
            yield _csv(measurement)
        case "json":
            yield from _json(measurement, lang)


def _table(measurement: Measurement, lang: Language, console: Console) -> str:
    """A table for people, in as many parts as the width asks for; behind each value, of how many rows it is."""
    cells: dict[str, list[str]] = {key: [] for key in measurement.inputs}
    for subject in measurement:
        trails = measurement.evidence(subject)
        for key, value in measurement[subject].items():
            cells[key].append(_said(value, trails[key]))
    heading = SUBJECT.say(lang)
    # Names and headings may go over several lines, figures never.
    first = min(max(map(columns, (heading, *measurement))), console.width // 2)
    room = console.width - first
    widths: dict[str, int] = {}
    parts: list[list[str]] = [[]]
    left = room
    for key, column in cells.items():
        figures = max(map(columns, column), default=0)
        widths[key] = max(figures, min(columns(key), room - _BETWEEN))
        needed = widths[key] + _BETWEEN
        if needed > left and parts[-1]:
            parts.append([])
            left = room
        parts[-1].append(key)
        left -= needed
    told = []
    for part in parts:
        table = blank_table()
        table.add_column(Words(heading), overflow="fold")
        for key in part:
            table.add_column(Words(folded(key, widths[key])), justify="right", no_wrap=True)
        for row, subject in enumerate(measurement):
            table.add_row(*map(Words, (subject, *(cells[key][row] for key in part))))
        told.append(drawn(console, table))
    return "\n".join(told)


def folded(key: str, width: int) -> str:
    """A key in lines, broken after a hyphen where there is one.

    >>> folded("mean-response-time", 14).splitlines()
    ['mean-response-', 'time']
    """
    lines = [""]
    for piece in re.findall(r"[^-]*-+|[^-]+", key):
        for sign in [piece] if columns(piece) <= width else piece:
            if lines[-1] and columns(lines[-1] + sign) > width:
                lines.append("")
            lines[-1] += sign
    return "\n".join(lines)


def _said(value: Any, trail: Trail) -> str:
    shown = NOTHING if value is None else _plain(value)
    return f"{shown} ({trail.count})" if trail.count else shown


def _csv(measurement: Measurement) -> str:
    rows = ((guarded(subject), *map(_cell, measurement[subject].values())) for subject in measurement)
    return csv_text([("subject", *measurement.inputs), *rows])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return _plain(value) if isinstance(value, Decimal) else guarded(_plain(value))


def _json(measurement: Measurement, lang: Language) -> Iterator[str]:
    """One array with everybody's values; numbers are texts, so that nothing is lost on the way."""
    return json_array(_subject(measurement, subject, lang) for subject in measurement)


def _subject(measurement: Measurement, subject: str, lang: Language) -> dict[str, Any]:
    trails = measurement.evidence(subject)
    values = {key: _whole(value, trails[key], lang) for key, value in measurement[subject].items()}
    return {"subject": subject, "values": values}


def _whole(value: Any, trail: Trail, lang: Language) -> dict[str, Any]:
    found: dict[str, Any] = {"value": value if isinstance(value, bool | None) else _plain(value), "rows": trail.count}
    if trail.left_out:
        found["left-out"] = {reason.say(lang): count for reason, count in trail.left_out}
    return found | {"evidence": trail.say(lang)}


def _plain(value: Any) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value).lower() if isinstance(value, bool) else str(value)
