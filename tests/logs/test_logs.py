"""Real logs on the command line: each is scored by the shipped scheme that fits it, in whatever file it comes."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from logs.conftest import CALLS, INCIDENTS, SHOP, Log
from perfscheme.cli.program import cli
from tables.people import needed
from tables.sheets import write_xlsx


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder in an English place."""
    needed("pyarrow")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PERFSCHEME_LANG", "en")


def run(command: str, log: Log, file: Path | None = None, *options: str) -> Result:
    table = f"{log.table}={file or log.file}"
    return CliRunner().invoke(cli, [command, log.scheme, "--table", table, *options], catch_exceptions=False)


def rows_of(log: Log) -> list[list[str]]:
    with log.file.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def as_parquet(log: Log, rows: list[list[str]]) -> Path:
    """With the types that a reader of CSV guesses: times, whole numbers, floats, flags."""
    needed("pyarrow.parquet").write_table(needed("pyarrow.csv").read_csv(log.file), "log.parquet")
    return Path("log.parquet")


def as_xlsx(log: Log, rows: list[list[str]]) -> Path:
    """With cells that are numbers and times where they look so."""
    needed("python_calamine")
    head, *body = rows
    times = [head.index(name) for name in log.times]

    def cell(place: int, text: str) -> str | float | datetime | None:
        if not text:
            return None
        return datetime.fromisoformat(text) if place in times else float(text) if text.isdigit() else text

    write_xlsx(Path("log.xlsx"), [head, *([cell(i, text) for i, text in enumerate(row)] for row in body)])
    return Path("log.xlsx")


def as_saved(log: Log, rows: list[list[str]]) -> Path:
    """As a Chinese spreadsheet saves it: 2023/8/1 8:55, in GB18030."""
    head, *body = rows
    for name in log.times:
        place = head.index(name)
        for row in body:
            row[place] = re.sub(r"(?<=[/ ])0", "", row[place].replace("-", "/"))
            row[place] = re.sub(r" (?=:)", " 0", row[place])
    with Path("log.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([head, *body])
    return Path("log.csv")


@pytest.mark.parametrize("write", [as_parquet, as_xlsx, as_saved])
def test_every_file_of_a_log_says_the_same(log: Log, write: Callable[[Log, list[list[str]]], Path]) -> None:
    """Values, counts, what was left out, and what is wrong."""
    wanted = run("measure", log, None, "--format", "json")
    found = run("measure", log, write(log, rows_of(log)), "--format", "json")
    assert found.stdout == wanted.stdout
    assert len(found.stderr.splitlines()) == len(wanted.stderr.splitlines())
    assert bool(wanted.exit_code) == bool(log.problems), wanted.stderr


def test_everybody_of_a_log_is_scored_or_told_why_not(log: Log) -> None:
    """Each line has a total, or a reason."""
    result = run("score", log, None, "--format", "jsonl")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    scored = [line for line in lines if line["total"] is not None]
    assert (len(scored), len(lines)) == {"online-shop": (768, 1368), "call-centre": (8, 8), "service-desk": (126, 216)}[
        log.scheme
    ]
    assert {line["grade"] for line in scored} <= {"A", "B", "C", "D"}
    assert all(line["problems"] for line in lines if line["total"] is None)


def test_answers_before_the_report_are_listed_and_left_out() -> None:
    """635 of them, in all."""
    if not SHOP.file.exists():
        pytest.skip("the real logs are not here")
    found = json.loads(run("measure", SHOP, None, "--format", "json").stdout)
    left = [each["values"]["median-response"].get("left-out", {}) for each in found]
    assert sum(each.get("answered before reported", 0) for each in left) == 635
    assert {reason for each in left for reason in each} == {"answered before reported"}
    assert sum(each["values"]["mean-score"]["rows"] for each in found) == 17_182


def test_a_row_of_nobody_is_told_with_its_line() -> None:
    """As an editor counts lines; the first few of them, and how many more there are."""
    if not INCIDENTS.file.exists():
        pytest.skip("the real logs are not here")
    head, *body = rows_of(INCIDENTS)
    blank = [i for i, row in enumerate(body, 2) if not row[head.index("resolved_by")]]
    said = run("measure", INCIDENTS).stderr.splitlines()
    assert len(blank) == INCIDENTS.problems
    assert [f"row {row}, resolved_by" in line for row, line in zip(blank[:20], said)] == [True] * 20
    assert "More of the same: 79." in said[20]


def test_a_period_of_a_log() -> None:
    """Days of the place that the scheme names; both ends are in it."""
    if not CALLS.file.exists():
        pytest.skip("the real logs are not here")
    january = json.loads(run("measure", CALLS, None, "--period", "2021-01", "--format", "json").stdout)
    head, *body = rows_of(CALLS)
    wanted = sum(row[head.index("date")].startswith("2021-01") for row in body)
    assert sum(each["values"]["answered"]["rows"] for each in january) == wanted
