"""The demonstration: its tables are the same at every run, and its commands end as they should."""

from __future__ import annotations

import csv
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from perfscheme.diagnostics.widths import columns
from tables.people import needed

DEMO = Path(__file__).parents[1] / "demo"
TABLES = {"complaints", "surveys", "customers", "tasks", "training", "levels", "assessments", "ratings"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables, as the script writes them."""
    made = tmp_path_factory.mktemp("demo") / "tables"
    make(made)
    return made


def make(folder: Path) -> None:
    runpy.run_path(str(DEMO / "make_data.py"))["main"](folder)


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_are_the_same_at_every_run(folder: Path, tmp_path: Path) -> None:
    """Somebody who wonders where a value comes from can make it again."""
    make(tmp_path)
    assert {path.stem for path in folder.iterdir()} == TABLES
    assert all((tmp_path / path.name).read_bytes() == path.read_bytes() for path in folder.iterdir())


def test_the_tables_have_what_real_ones_have(folder: Path) -> None:
    """Answers before reports, gaps, somebody with hardly a case, somebody new, a rating twice, a value that is none."""
    complaints = rows(folder, "complaints")
    assert sum(row["answered"] < row["reported"] for row in complaints) == 2
    assert sum(row["engineer"] == "陈静" for row in complaints) < 5
    assert min(row["reported"] for row in complaints if row["engineer"] == "Tom Lee") > "2026-03-01"
    scores = [row["score"] for row in rows(folder, "surveys")]
    assert (scores.count(""), scores.count("95%")) == (2, 1)
    ratings = [tuple(row.values()) for row in rows(folder, "ratings")]
    assert len(ratings) - len(set(ratings)) == 1


def test_raw_tables_are_measured_scored_and_explained() -> None:
    """By both plans, in both languages, within 80 columns; what is wrong is told, and the others are counted."""
    needed("pyarrow")
    done = subprocess.run(
        [sys.executable, str(DEMO / "run.py")],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env=os.environ | {"LC_ALL": "C.UTF-8", "COLUMNS": "80"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("row 111, score: '95%' is not plain decimal text.") == 3
    assert "Tom Lee: No score for Total" in done.stderr
    assert "6 条投诉的平均，2 条不计入（先响应后报告）；各阶段：接收" in done.stdout
    assert "mean of 6 complaints, 2 left out (answered before reported); stages:" in done.stdout
    assert "left out (answered before reported)" in done.stdout.partition("Rows behind handling-efficiency")[2]
    assert {line for line in done.stdout.splitlines() if columns(line) > 80} == set()
