"""Formats: tables that fit a terminal, CSV that no spreadsheet calculates, JSON that is written as it is made."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from perfscheme.cli.options import coloured
from perfscheme.diagnostics import Text

SUBJECT: Final = Text(zh="被考核人", en="Subject")
NOTHING: Final = "—"
# A spreadsheet takes a text that begins so for a formula.
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def console_of(output: str | None) -> Console:
    """What knows the width and the colours of a table; see `coloured`."""
    colour = coloured(output)
    return Console(highlight=False, markup=False, emoji=False, no_color=not colour, force_terminal=colour)


def blank_table() -> Table:
    """A table without a row, and without lines but that below its head."""
    return Table(box=box.SIMPLE_HEAD, pad_edge=False)


def drawn(console: Console, *parts: object) -> str:
    """What a console makes of texts and tables."""
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    # rich fills every line up to the width of the table.
    return "\n".join(text.rstrip() for text in captured.get().splitlines()).strip("\n") + "\n"


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def guarded(text: str) -> str:
    """A text as a spreadsheet takes it for one, and not for a formula."""
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def json_array(items: Iterable[object], *, indent: int | None = None) -> Iterator[str]:
    """One array, item by item; none is kept."""
    before = "[\n"
    for item in items:
        whole = json.dumps(item, ensure_ascii=False, indent=indent)
        yield before + "  " + whole.replace("\n", "\n  ")  # no text holds a line break: JSON writes it as \\n
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
