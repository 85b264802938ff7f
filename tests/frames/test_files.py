"""Files of tables, read some rows at a time."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import perfscheme as ps
from perfscheme.frames import files
from perfscheme.frames.columns import Coded
from perfscheme.frames.files import BadRow, read_rows
from tables.people import needed
from tables.sheets import write_xlsx

KINDS = {"who": "text", "hours": "number", "at": "time"}
TEXT = 'at,who,hours,note\r\n2026-01-02 10:00,Ann,1.5,x\r\n,Bo, ,\r\n2026-01-03,Ann,,"a\r\nb"\r\n'


def plain(column: Any) -> list[Any]:
    if isinstance(column, Coded):
        return [column.words[code] if code >= 0 else None for code in column.codes.tolist()]
    values = column.tolist() if isinstance(column, np.ndarray) else column
    return [None if value is None or value != value else value for value in values]


def whole(path: Path, bad: list[BadRow] | None = None) -> dict[str, list[Any]]:
    """The needed columns of a file, all its parts together."""
    found: dict[str, list[Any]] = {}
    for rows in read_rows(str(path), KINDS, (bad if bad is not None else []).append):
        for name in KINDS:
            if name in rows and rows[name] is not None:
                found.setdefault(name, []).extend(plain(rows[name]))
    return found


def codes(error: pytest.ExceptionInfo[ps.PerfschemeError]) -> list[str]:
    return [problem.code for problem in error.value.diagnostics]


SAME = {
    "who": ["Ann", "Bo", "Ann"],
    "hours": [1.5, None, None],
    "at": [datetime.datetime(2026, 1, 2, 10), None, datetime.datetime(2026, 1, 3)],
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_as_people_save_it(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """Whatever stands between the cells, and however the signs are written."""
    needed("pyarrow")
    path = tmp_path / "t.CSV"
    path.write_bytes(TEXT.replace(",", delimiter).replace("Ann", "张伟").encode(encoding))
    assert whole(path) == SAME | {"who": ["张伟", "Bo", "张伟"]}


def test_parquet(tmp_path: Path) -> None:
    """Columns as they are, those that are not needed by name only."""
    arrow = needed("pyarrow")
    parquet = needed("pyarrow.parquet")
    path = tmp_path / "t.parquet"
    parquet.write_table(arrow.table(SAME | {"note": ["x", None, "y"]}), path)
    assert whole(path) == SAME
    (rows,) = read_rows(str(path), KINDS, lambda row: None)
    assert list(rows) == ["who", "hours", "at", "note"]
    assert (len(rows), rows.first, rows.done) == (4, 1, 1.0)


def test_xlsx(tmp_path: Path) -> None:
    """A name that is a number has no decimals, and rows that are empty at the end are none."""
    needed("python_calamine")
    path = tmp_path / "t.xlsx"
    write_xlsx(
        path, [["who", "hours", " at "], ["Ann", 1.5, "2026-01-02 10:00"], [149.0, None, " "], [None, None, None]]
    )
    assert whole(path) == {"who": ["Ann", 149], "hours": [1.5, None], "at": ["2026-01-02 10:00", None]}
    assert type(whole(path)["who"][1]) is int


HEADS = [["who", "hours"], ["Ann", 1.5]]


@pytest.mark.parametrize(
    ("sheet", "before"),
    [
        ("Tickets ", {"Notes": "visible", "surveys": "visible"}),
        ("工单", {"Notes": "visible"}),
        ("any", {"tickets": "hidden"}),
    ],
)
def test_the_sheet_that_is_called_as_the_table(tmp_path: Path, sheet: str, before: dict[str, str]) -> None:
    """Several tables stand in one workbook, or notes before them; the first sheet was read whatever it was."""
    needed("python_calamine")
    path = tmp_path / "t.xlsx"
    write_xlsx(path, HEADS, sheet, before=before)
    (rows,) = read_rows(str(path), KINDS, lambda row: None, sheets=["tickets", "工单"])
    assert rows["who"] == ["Ann"]


@pytest.mark.parametrize("before", [{"Notes": "visible"}, {"TICKETS": "visible", " tickets": "visible"}])
def test_of_several_sheets_none_is_read_that_nothing_names(tmp_path: Path, before: dict[str, str]) -> None:
    """Nobody knows which is meant; they are told."""
    needed("python_calamine")
    path = tmp_path / "t.xlsx"
    write_xlsx(path, HEADS, "Sheet1", before=before)
    with pytest.raises(ps.InputError) as caught:
        list(read_rows(str(path), KINDS, lambda row: None, sheets=["tickets", "工单"]))
    assert codes(caught) == ["PS427"]
    assert caught.value.diagnostics[0].facts["known"] == (*before, "Sheet1")


def test_a_file_comes_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of which each knows where it begins; together they are the file."""
    arrow = needed("pyarrow")
    parquet = needed("pyarrow.parquet")
    monkeypatch.setattr(files, "ROWS", 40)
    monkeypatch.setattr(files, "_BLOCK", 256)
    who = [f"E{n % 7}" for n in range(100)]
    parquet.write_table(arrow.table({"who": who}), tmp_path / "t.parquet")
    (tmp_path / "t.csv").write_text("who\n" + "\n".join(who), encoding="utf-8")
    for name, first in (("t.parquet", 1), ("t.csv", 2)):
        parts = list(read_rows(str(tmp_path / name), KINDS, lambda row: None))
        assert len(parts) > 1
        assert [word for part in parts for word in plain(part["who"])] == who
        ends = np.cumsum([0, *(len(part["who"]) for part in parts)])
        assert [part.first for part in parts] == [first + int(end) for end in ends[:-1]]
        assert [part.done for part in parts] == sorted(part.done for part in parts)
        assert parts[-1].done == 1.0


def test_a_row_that_does_not_fit_the_header_is_told(tmp_path: Path) -> None:
    """By the number that a spreadsheet gives it; the others are read."""
    needed("pyarrow")
    path = tmp_path / "t.csv"
    path.write_text("who,hours\nAnn,1\nBo\nCy,2,3\nDi,4\n", encoding="utf-8")
    bad: list[BadRow] = []
    assert whole(path, bad) == {"who": ["Ann", "Di"], "hours": [1.0, 4.0]}
    assert [(row.row, row.diagnostic.code) for row in bad] == [(3, "PS421"), (4, "PS421")]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_rows_keep_their_numbers_past_blank_lines(
    tmp_path: Path, newline: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a spreadsheet counts them, in whichever part of the file they are."""
    needed("pyarrow")
    path = tmp_path / "t.csv"
    lines = ["", "", "who,hours", "Ann,1", "", "Bo", "Cy,2", "", "Di,4", ""]
    path.write_text(newline.join(lines), encoding="utf-8", newline="")
    for block in (1 << 20, 24):
        monkeypatch.setattr(files, "_BLOCK", block)
        bad: list[BadRow] = []
        parts = list(read_rows(str(path), KINDS, bad.append))
        assert parts[0].first == 4
        assert [name for part in parts for name in plain(part["who"])] == ["Ann", None, "Cy", None, "Di"]
        assert [row.row for row in bad] == [6]


def test_a_column_that_is_not_there_is_not_among_the_names(tmp_path: Path) -> None:
    """Whoever needs it says so; a file with none of them has rows all the same."""
    needed("pyarrow")
    path = tmp_path / "t.csv"
    path.write_text("name,note\nAnn,1\n", encoding="utf-8")
    (rows,) = read_rows(str(path), KINDS, lambda row: None)
    assert list(rows) == ["name", "note"]


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx", "t.parquet"])
def test_a_column_that_is_there_twice(tmp_path: Path, name: str) -> None:
    """Nobody knows which is meant."""
    arrow = needed("pyarrow")
    if name == "t.csv":
        (tmp_path / name).write_text("who,hours, who\nAnn,1,Bo\n", encoding="utf-8")
    elif name == "t.xlsx":
        needed("python_calamine")
        write_xlsx(tmp_path / name, [["who", "who"], ["Ann", "Bo"]])
    else:
        twice = arrow.Table.from_arrays([arrow.array(["Ann"])] * 2, names=["who", "who"])
        needed("pyarrow.parquet").write_table(twice, tmp_path / name)
    with pytest.raises(ps.InputError) as caught:
        whole(tmp_path / name)
    assert codes(caught) == ["PS337"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("t.csv", b"", "PS425"),
        ("t.parquet", b"PAR1 no PAR1", "PS425"),
        ("t.xlsx", b"PK no", "PS425"),
        ("t.csv", b"who\n\xff\xff\xff\n", "PS403"),
        ("t.xls", b"", "PS426"),
        ("t.csv", "who\nann\n".encode("utf-16-le"), "PS403"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """Each for its own reason."""
    needed("pyarrow")
    needed("python_calamine")
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ps.InputError) as caught:
        whole(tmp_path / name)
    assert codes(caught) == [code]


@pytest.mark.parametrize(("name", "module"), [("t.csv", "pyarrow"), ("t.parquet", "pyarrow"),
                                              ("t.xlsx", "python_calamine")])  # fmt: skip
def test_without_the_library(tmp_path: Path, name: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ps.MissingLibraryError, match=r'pip install "perfscheme\[files\]"'):
        whole(tmp_path / name)


def test_a_spreadsheet_may_begin_with_blank_rows(tmp_path: Path) -> None:
    """Its rows keep the numbers that it shows."""
    needed("python_calamine")
    path = tmp_path / "t.xlsx"
    write_xlsx(path, [[None, None], [], ["who", "hours"], ["Ann", 1.5]])
    (rows,) = read_rows(str(path), KINDS, lambda row: None)
    assert (rows.first, rows.rows, rows["who"]) == (4, 1, ["Ann"])


def test_a_duration_of_a_spreadsheet_is_no_time_of_the_day(tmp_path: Path) -> None:
    """Below a day its cell is the same; and a number that stands for several is no name."""
    needed("python_calamine")
    path = tmp_path / "t.xlsx"
    day = datetime.datetime(1899, 12, 30, 0, 2, 23)
    write_xlsx(path, [["who", "took"], [110101199003071234.0, day]])
    (rows,) = read_rows(str(path), {"who": "text", "took": "duration"}, lambda row: None)
    assert rows["took"] == [datetime.timedelta(minutes=2, seconds=23)]
    assert isinstance(rows["who"][0], float)
