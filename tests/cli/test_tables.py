"""Files of tables on the command line."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import perfscheme as ps
from perfscheme.cli import tables
from perfscheme.cli.tables import measured
from perfscheme.frames import files
from tables.desk import SCHEME, TICKETS, TWO
from tables.people import needed
from tables.sheets import write_xlsx

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def tickets(place: Path) -> None:
    """Four tickets."""
    needed("pyarrow")
    (place / "t.csv").write_text(TICKETS, encoding="utf-8")


def test_rows_after_one_that_was_left_out_keep_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """In whichever part of the file they are."""
    lines = ["7,Ann"] + [f"{n},Ann,,,nine,x" for n in range(8, 12)] + ["12,Ann,1"] + ["13,Ann,,,ten,x"]
    Path("t.csv").write_text(TICKETS + "\n".join(lines) + "\n", encoding="utf-8")
    for block in (1 << 20, 200):
        monkeypatch.setattr(files, "_BLOCK", block)
        told = measured(ps.loads(SCHEME), ["tickets=t.csv"], None, "en").told
        rows = [int(line.split("row ")[1].split(",")[0].split(":")[0]) for line in told if "score" in line]
        assert sorted(rows) == [7, 8, 9, 10, 12]


@pytest.mark.parametrize("blank", ["", ",,,,,"])
def test_rows_after_blank_lines_keep_their_numbers(blank: str) -> None:
    """And a blank line is no row without a subject, however a spreadsheet saves it."""
    head, *rows = TICKETS.splitlines()
    rows += ["9,,2026-01-07 09:00,,,", "10,Ann,,,nine,"]
    Path("t.csv").write_text("\n".join([head, blank, *rows[:2], blank, blank, *rows[2:], blank]), encoding="utf-8")
    told = measured(ps.loads(SCHEME), ["tickets=t.csv"], None, "en").told
    assert [line.split(":")[1] for line in told] == [" row 9, agent", " row 10, score"]


@pytest.mark.parametrize("name", ["u.csv", "u.parquet", "u.xlsx"])
@pytest.mark.parametrize("keep", [False, True])
def test_a_row_of_nobody_is_told_however_little_of_it_is_needed(
    name: str, keep: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ticket that has a number and nothing else, where numbers are read for lists only; one of several parts."""
    rows: list[list[Any]] = [["ticket", "agent", "reported", "answered", "score", "note"], *([n] for n in range(5))]
    rows[3:3] = [[None], [None, None, None, None, None, "x"]]
    rows = [[*row, *[None] * (6 - len(row))] for row in rows]
    if name == "u.csv":
        text = "\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in rows)
        Path(name).write_text(text, encoding="utf-8")
    elif name == "u.xlsx":
        write_xlsx(Path(name), rows)
    else:
        texts = [[None if cell is None else str(cell) for cell in column] for column in zip(*rows[1:])]
        table = needed("pyarrow").table(dict(zip(rows[0], texts)))
        needed("pyarrow.parquet").write_table(table, name, row_group_size=3)
    monkeypatch.setattr(files, "ROWS", 2)
    found = measured(ps.loads(SCHEME), ["tickets=t.csv", f"tickets={name}"], "2026-Q1", "en", keep=keep)
    first = 1 if name == "u.parquet" else 2
    assert [line.split(",")[0] for line in found.told] == [f"{name}: row {first + row}" for row in (0, 1, 4, 5, 6)]
    assert len(found.measurement.rows("Ann", "satisfaction")) == 2 * keep


@pytest.mark.parametrize("sheet", ["tickets", "工单"])
def test_a_workbook_may_hold_several_tables(sheet: str) -> None:
    """The sheet is called as the table, or as people call it."""
    needed("python_calamine")
    write_xlsx(Path("u.xlsx"), [line.split(",") for line in TICKETS.splitlines()], sheet, before={"notes": "visible"})
    found, wanted = (measured(ps.loads(SCHEME), [f"tickets={file}"], None, "en") for file in ("u.xlsx", "t.csv"))
    assert dict(found.measurement) == dict(wanted.measurement)
    assert not [line for line in found.told if "sheet" in line]


def test_each_file_of_a_table_counts_its_own_rows() -> None:
    """A problem names the file that it is in."""
    Path("u.csv").write_text(TICKETS.replace(",5,", ",five,"), encoding="utf-8")
    told = measured(ps.loads(SCHEME), ["tickets=t.csv", "tickets=u.csv"], None, "en").told
    assert [line.split(":")[:2] for line in told] == [["u.csv", " row 2, score"]]


def test_rows_that_contradict_each_other_are_told_by_the_files_that_they_are_in() -> None:
    """A row of last month's file was told by its number alone, as though it were one of this month's."""
    text = SCHEME.replace("{kind: mean, table: tickets, of: score", "{kind: only, table: tickets, of: score")
    head = TICKETS.splitlines()[0]
    Path("a.csv").write_text(f"{head}\n1,Ann,,,5,\n", encoding="utf-8")
    Path("b.csv").write_text(f"{head}\n2,Bob,,,5,\n3,Ann,,,4,\n4,Bob,,,3,\n", encoding="utf-8")
    told = measured(ps.loads(text), ["tickets=a.csv", "tickets=b.csv"], None, "en").told
    assert [line.partition(" keep ")[0] for line in told] == [
        "b.csv: row 3, score: This row says something else of Ann than row 2 (a.csv);",
        "b.csv: row 4, score: This row says something else of Bob than row 2;",
    ]


def test_a_thousand_problems_are_counted() -> None:
    """And the first of each kind told."""
    rows = "\n".join(f"{n},Ann,,,x{n}," for n in range(150))
    Path("t.csv").write_text(TICKETS + rows + "\n", encoding="utf-8")
    told = measured(ps.loads(SCHEME), ["tickets=t.csv"], None, "zh").told
    assert len(told) == 21
    assert told[0].startswith("t.csv: 第 6 行，score: ")
    assert told[-1].startswith("t.csv: score: 同类问题另有 130 处")


@pytest.mark.parametrize("name", ["none.csv", "none.parquet", "none.xlsx"])
def test_a_file_that_is_not_there_is_told_in_the_words_of_the_language(name: str) -> None:
    """As it is of a file of values."""
    with pytest.raises(ps.InputError) as caught:
        measured(ps.loads(SCHEME), [f"tickets={name}"], None, "zh")
    assert "没有这个文件或文件夹" in caught.value.diagnostics[0].message("zh")


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [("u.csv", "agent,agent\nAnn,Bo\n", "two columns agent"), ("u.parquet", "PAR1", "u.parquet cannot be read")],
)
def test_a_file_that_cannot_be_read_leaves_the_other_tables(name: str, content: str, word: str) -> None:
    """It is told by its name, and what reads it is missing for that reason."""
    Path(name).write_text(content, encoding="utf-8")
    found = measured(ps.loads(TWO), ["tickets=t.csv", f"surveys={name}"], None, "en")
    (told,) = found.told
    assert told.startswith(f"{name}: ")
    assert word in told
    assert dict(found.measurement["Ann"]) == {"satisfaction": None, "response-time": Decimal(2)}
    lacking = found.measurement.evidence("Ann")["satisfaction"].lacking
    assert lacking is not None
    assert word in lacking.message()


def test_rows_that_are_none_are_counted_too() -> None:
    """A row with a cell too many, 30 times."""
    Path("t.csv").write_text(TICKETS + "1,Ann,,,,,too,many\n" * 30, encoding="utf-8")
    told = measured(ps.loads(SCHEME), ["tickets=t.csv"], None, "en").told
    assert len(told) == 21
    assert told[-1].startswith("t.csv: More of the same: 10.")


def test_how_many_more_there_are_is_told_of_every_kind() -> None:
    """However many kinds: nothing is cut off after it was counted."""
    rows = "".join(f"{n},Ann,x{n},x{n},x{n},x{n}\n" for n in range(150))
    Path("t.csv").write_text(TICKETS + rows, encoding="utf-8")
    told = measured(ps.loads(SCHEME), ["tickets=t.csv"], None, "en").told
    kinds = {line.split(", ")[1].split(":")[0] for line in told if "row" in line.split(":")[1]}
    assert len(kinds) > 1
    assert sum("More of the same: 130." in line for line in told) == len(kinds)


def test_four_times_the_rows_take_no_more_memory() -> None:
    """A file is measured part by part: what is kept grows with people and their different values alone."""
    peaks = []
    for rows in (600_000, 2_400_000):
        command = [sys.executable, "-m", "bench.streaming", "--rows", str(rows), "--people", "20", "--limit", "1024"]
        done = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert "people measured: 20," in done.stdout
        peaks.append(int(re.findall(r"peak memory: (\d+) MB", done.stdout)[0]))
    assert peaks[1] - peaks[0] < 60  # the columns alone that are read of so many more rows take 90


class Terminal(io.StringIO):
    """A standard error that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("watched", [True, False])
def test_a_bar_is_shown_where_somebody_watches(monkeypatch: pytest.MonkeyPatch, watched: bool) -> None:
    """And only for a file that comes in several parts."""
    seen: Any = Terminal() if watched else io.StringIO()
    monkeypatch.setattr(tables.sys, "stderr", seen)  # type: ignore[attr-defined]  # the module's own import
    measured(ps.loads(SCHEME), ["tickets=t.csv"], None, "en")
    assert "reading" not in seen.getvalue()
    monkeypatch.setattr(files, "_BLOCK", 120)
    measured(ps.loads(SCHEME), ["tickets=t.csv"], None, "en")
    assert ("reading t.csv" in seen.getvalue()) == watched


def test_a_double_rating_names_the_rating_before_it_as_the_file_numbers_it() -> None:
    """Both rows are told by the numbers that a spreadsheet shows."""
    Path("r.csv").write_text(
        "who,rater,relation,item,score\n\nli,r1,peer,helps,5\nli,r1,peer,helps,4\n", encoding="utf-8"
    )
    text = """
perfscheme: 1
scheme: t
score:
  aggregation: {kind: sum, missing: zero}
  children: {teamwork: {unit: points, range: [1, 5], curve: as-is}}
evidence:
  tables:
    r:
      subject: who
      columns: {who: text, rater: text, relation: text, item: text, score: {kind: number, range: [1, 5]}}
  panels:
    quality:
      table: r
      rater: rater
      relation: relation
      item: item
      score: score
      relations: {peer: {weight: 1, minimum: 3, below: drop}}
      items: {helps: teamwork}
      average: mean
      decimals: 2
"""
    (told,) = measured(ps.loads(text), ["r=r.csv"], None, "en").told
    assert told.startswith("r.csv: row 4: ")
    assert "in row 3;" in told
