"""Outputs: the scores of many people as a table, CSV, JSON or JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from rich.console import Console
from rich.text import Text as Words

from perfscheme.cli.formats import NOTHING, SUBJECT, blank_table, csv_text, drawn, guarded, json_array
from perfscheme.cli.lines import Line
from perfscheme.cli.options import row_line
from perfscheme.cli.sheets import SheetProblem
from perfscheme.diagnostics import Language, Text

Format: TypeAlias = Literal["table", "csv", "json", "jsonl"]

FORMATS: Final[tuple[Format, ...]] = ("table", "csv", "json", "jsonl")
SUFFIXES: Final[Mapping[str, Format]] = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".txt": "table"}
COLUMNS: Final = ("subject", "total", "grade", "coefficient", "problems")
HEADINGS: Final[Mapping[str, Text]] = {
    "subject": SUBJECT,
    "total": Text(zh="总分", en="Total"),
    "grade": Text(zh="等级", en="Grade"),
    "coefficient": Text(zh="系数", en="Coefficient"),
}


def written(lines: Sequence[Line], form: Format, lang: Language, title: str, console: Console) -> Iterator[str]:
    """All lines in one of the formats, piece by piece; `console` knows the width and the colours of a table."""
    match form:
        case "table":
            yield as_table(lines, lang, title, console)
        case "csv":
            yield as_csv(lines, lang)
        case "json":
            yield from as_json(lines)
        case "jsonl":
            yield from (json.dumps(line.as_dict(), ensure_ascii=False) + "\n" for line in lines)


def as_json(lines: Iterable[Line]) -> Iterator[str]:
    """One array with everybody's card; a card is made when its turn comes, and not kept."""
    return json_array((line.as_dict() for line in lines), indent=2)


def as_table(lines: Sequence[Line], lang: Language, title: str, console: Console) -> str:
    """A table for people; right under wide characters."""
    always = ("subject", "total")
    columns = [name for name in HEADINGS if name in always or any(getattr(line, name) is not None for line in lines)]
    table = blank_table()
    for name in columns:
        number = name in ("total", "coefficient")
        table.add_column(
            Words(HEADINGS[name].say(lang)), justify="right" if number else "left", overflow="fold", no_wrap=number
        )
    places = {name: max((_places(getattr(line, name)) for line in lines), default=0) for name in columns}
    for line in lines:
        values = [_shown(getattr(line, name), places[name]) for name in columns]
        table.add_row(*(Words(value) for value in values), style="red" if line.problems else None)
    return drawn(console, Words(title, style="bold"), table)


def as_csv(lines: Iterable[Line], lang: Language) -> str:
    """CSV for spreadsheets and programs: headers in English, texts that would be calculated begin with `'`."""
    return csv_text([COLUMNS, *(_cells(line, lang) for line in lines)])


def _cells(line: Line, lang: Language) -> tuple[str, ...]:
    problems = "; ".join(_problem(problem, lang) for problem in line.problems)
    total, coefficient = ("" if value is None else f"{value:f}" for value in (line.total, line.coefficient))
    return guarded(line.subject), total, guarded(line.grade or ""), coefficient, guarded(problems)


def problem_line(problem: SheetProblem, lang: Language, name: str | None) -> str:
    """A bad row as it is told: file, row, whose, field, and what is wrong.

    Args:
        problem: of the row.
        lang: of the words.
        name: of the file; None where everything was counted from tables, so that there is no row.
    """
    row = None if name is None else problem.row
    return row_line(problem.diagnostic, lang, name, row, problem.subject, problem.column)


def _problem(problem: SheetProblem, lang: Language) -> str:
    message = problem.diagnostic.message(lang)
    return f"{problem.column}: {message}" if problem.column else message


def _places(value: str | Decimal | None) -> int:
    """How many decimals a number has, so that a column of them can be made even."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _shown(value: str | Decimal | None, places: int) -> str:
    if value is None:
        return NOTHING
    return f"{value:.{places}f}" if isinstance(value, Decimal) else value
