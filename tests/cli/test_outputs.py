"""Scores of many people as a table, CSV, JSON and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from rich.console import Console

from perfscheme.cli.lines import Line
from perfscheme.cli.outputs import FORMATS, Format, as_csv, as_table, problem_line, written
from perfscheme.cli.sheets import SheetProblem
from perfscheme.diagnostics import Diagnostic
from perfscheme.diagnostics.widths import columns

Run = Callable[..., Result]


class Card:
    """What JSON reads of a scorecard."""

    def to_dict(self) -> dict[str, object]:
        return {"total": "88.50", "grade": "B"}


def line(subject: str, row: int, *figures: Any, **others: Any) -> Line:
    return Line(subject, row, Card, *figures, **others)  # type: ignore[arg-type]


WRONG = SheetProblem(4, "E3", "satisfaction", Diagnostic("PS102", (), {"found": "95%", "instead": "95"}))
LINES = (
    line("张伟", 2, Decimal("88.50"), "B", Decimal("1.1")),
    line("Li Na", 3),
    line("E3", 4, problems=(WRONG,)),
)


def console() -> Console:
    return Console(width=80, highlight=False, markup=False, emoji=False, file=io.StringIO())


def read_back(lines: Sequence[Line]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(lines, "en"), newline="")))


def test_a_table_is_right_under_wide_characters() -> None:
    """Every number of a column ends at the same place on the screen, whatever the names before it."""
    lines = [line(name, row, Decimal(total), "B") for row, (name, total) in enumerate(
        [("张伟", "88.50"), ("Ann", "9.50"), ("欧阳修文", "100.00")], 2)]  # fmt: skip
    shown = as_table(lines, "zh", "方案", console()).splitlines()
    body = [line for line in shown if "." in line]
    assert len({columns(line[: line.rindex("0") + 1]) for line in body}) == 1
    assert max(columns(line) for line in shown) <= 80


def test_a_table_shows_the_coefficient_only_where_there_is_one() -> None:
    """No column of dashes."""
    assert "Coefficient" in as_table(LINES, "en", "", console())
    assert "Coefficient" not in as_table(LINES[1:], "en", "", console())


def test_people_may_be_called_like_markup() -> None:
    """Square brackets and emoji codes are names here."""
    shown = as_table([line("[bold] :smile: [/tmp]", 2, Decimal(1), "A")], "en", "[red]", console())
    assert "[bold] :smile: [/tmp]" in shown
    assert "[red]" in shown


def test_csv_reads_back() -> None:
    """Totals keep their places; what is not there is blank; problems stand beside the row."""
    rows = read_back(LINES)
    assert [row["total"] for row in rows] == ["88.50", "", ""]
    assert [row["coefficient"] for row in rows] == ["1.1", "", ""]
    assert rows[2]["problems"].startswith("satisfaction: ")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_guards_texts_that_a_spreadsheet_would_calculate(start: str) -> None:
    """A name may not become a formula on the machine of whoever opens the file."""
    (row,) = read_back([line(start + "cmd", 2, Decimal(-5))])
    assert row["subject"] == "'" + start + "cmd"
    assert row["total"] == "-5"


def test_json_and_json_lines_say_the_same() -> None:
    """One array, or one object a line."""
    array = json.loads("".join(written(LINES, "json", "zh", "", console())))
    lines = [json.loads(line) for line in written(LINES, "jsonl", "zh", "", console())]
    assert array == lines
    assert array[0] == {"subject": "张伟", "row": 2, "total": "88.50", "grade": "B"}


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_is_written_card_by_card(form: Format) -> None:
    """The first is out before the second is made, and none is kept."""
    made: list[int] = []

    class Counted(Card):
        def __init__(self) -> None:
            made.append(1)

    pieces = written([Line("A", 2, Counted), Line("B", 3, Counted)], form, "en", "", console())  # type: ignore[arg-type]
    assert '"A"' in next(pieces)
    assert len(made) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_nobody_at_all(form: Format) -> None:
    """A file with a header alone gives an empty result."""
    found = "".join(written((), form, "en", "Plan", console()))
    assert form != "json" or json.loads(found) == []


def test_a_bad_row_is_told_with_everything_needed_to_find_it() -> None:
    """File, row, subject, field, what was found and what to write."""
    for lang in ("en", "zh"):
        said = problem_line(WRONG, lang, "team.csv")
        assert all(part in said for part in ("team.csv", "4", "E3", "satisfaction", "95%"))


def test_a_name_with_braces_is_a_name() -> None:
    """What stands in a file is no template."""
    said = problem_line(SheetProblem(4, "{name} {}", "satisfaction", WRONG.diagnostic), "en", "team.csv")
    assert said.startswith("team.csv: row 4, {name} {}, satisfaction: ")


def test_a_column_is_called_as_the_file_calls_it() -> None:
    """People look for their own header; without one, the key."""
    named = SheetProblem(4, "E3", "satisfaction", WRONG.diagnostic, "客户满意度")
    assert problem_line(named, "zh", "team.csv").startswith("team.csv: 第 4 行，E3，客户满意度: ")
    assert "客户满意度: " in as_csv([line("E3", 4, problems=(named,))], "zh")


def test_a_scheme_without_grades_has_no_column_for_them(run: Run, place: Path) -> None:
    """Nor for coefficients."""
    text = (place / "team.scheme.yaml").read_text(encoding="utf-8")
    bare = text[: text.index("grades:")]
    (place / "bare.scheme.yaml").write_text(bare, encoding="utf-8")
    shown = run("score", "bare.scheme.yaml", "team.csv").stdout
    assert "Total" in shown
    assert "Grade" not in shown
    assert "—" not in shown.splitlines()[4]
