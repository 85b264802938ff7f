"""Outputs: the scores of many people as a table, CSV, JSON or JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as Words

from perfscheme.cli.lines import Line
from perfscheme.cli.sheets import SheetProblem
from perfscheme.diagnostics import Language, Text
from perfscheme.diagnostics.language import COMMA

Format: TypeAlias = Literal["table", "csv", "json", "jsonl"]

FORMATS: Final[tuple[Format, ...]] = ("table", "csv", "json", "jsonl")
SUFFIXES: Final[Mapping[str, Format]] = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".txt": "table"}
COLUMNS: Final = ("subject", "total", "grade", "coefficient", "problems")
HEADINGS: Final[Mapping[str, Text]] = {
    "subject": Text(zh="被考核人", en="Subject"),
    "total": Text(zh="总分", en="Total"),
    "grade": Text(zh="等级", en="Grade"),
    "coefficient": Text(zh="系数", en="Coefficient"),
}
NOTHING: Final = "—"
# A spreadsheet takes a text that begins so for a formula.
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


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
    before = "[\n"
    for line in lines:
        whole = json.dumps(line.as_dict(), ensure_ascii=False, indent=2)
        yield before + "  " + whole.replace("\n", "\n  ")  # no text holds a line break: JSON writes it as \\n
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def as_table(lines: Sequence[Line], lang: Language, title: str, console: Console) -> str:
    """A table for people; right under wide characters."""
    always = ("subject", "total")
    columns = [name for name in HEADINGS if name in always or any(getattr(line, name) is not None for line in lines)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        number = name in ("total", "coefficient")
        table.add_column(
            Words(HEADINGS[name].say(lang)), justify="right" if number else "left", overflow="fold", no_wrap=number
        )
    places = {name: max((_places(getattr(line, name)) for line in lines), default=0) for name in columns}
    for line in lines:
        values = [_shown(getattr(line, name), places[name]) for name in columns]
        table.add_row(*(Words(value) for value in values), style="red" if line.problems else None)
    with console.capture() as captured:
        console.print(Words(title, style="bold"))
        console.print(table)
    # rich fills every line up to the width of the table.
    return "\n".join(text.rstrip() for text in captured.get().splitlines()).strip("\n") + "\n"


def as_csv(lines: Iterable[Line], lang: Language) -> str:
    """CSV for spreadsheets and programs: headers in English, texts that would be calculated begin with `'`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for line in lines:
        problems = "; ".join(_problem(problem, lang) for problem in line.problems)
        numbers = ("" if value is None else f"{value:f}" for value in (line.total, line.coefficient))
        total, coefficient = numbers
        writer.writerow([guarded(line.subject), total, guarded(line.grade or ""), coefficient, guarded(problems)])
    return out.getvalue()


def problem_line(problem: SheetProblem, lang: Language, name: str | None) -> str:
    """A bad row as it is told: file, row, whose, field, and what is wrong.

    Args:
        problem: of the row.
        lang: of the words.
        name: of the file; None where everything was counted from tables, so that there is no row.
    """
    row = None if name is None else f"第 {problem.row} 行" if lang == "zh" else f"row {problem.row}"
    where = COMMA.say(lang).join(part for part in (row, problem.subject, problem.column) if part)
    return ": ".join(part for part in (name, where, problem.diagnostic.message(lang)) if part)


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


def guarded(text: str) -> str:
    """A text as a spreadsheet takes it for one, and not for a formula."""
    return "'" + text if text.startswith(FORMULA_STARTS) else text
