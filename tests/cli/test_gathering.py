"""Results from files of values, from tables, and from both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tables.desk import PARTLY, SCHEME, TICKETS
from tables.people import needed

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def desk(place: Path) -> None:
    """Schemes that count all or most of their inputs, and tickets."""
    needed("pyarrow")
    (place / "desk.scheme.yaml").write_text(SCHEME, encoding="utf-8")
    (place / "partly.scheme.yaml").write_text(PARTLY, encoding="utf-8")
    (place / "t.csv").write_text(TICKETS, encoding="utf-8")


def test_people_are_scored_from_tables(run: Run) -> None:
    """Without a file of values."""
    result = run("score", "desk.scheme.yaml", "--table", "tickets=t.csv", "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == ["Ann,83.75,A,,", "Bo,80.00,A,,"]


def test_what_is_not_counted_comes_from_a_file(run: Run) -> None:
    """Its people are those who are scored, in its order; who has no row has no value."""
    Path("team.csv").write_text("name,teamwork\nZoe,70\nAnn,90\n", encoding="utf-8")
    result = run("score", "partly.scheme.yaml", "team.csv", "--table", "tickets=t.csv", "--format", "csv")
    lines = result.stdout.splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == ["Zoe", "Ann"]
    assert lines[2].startswith("Ann,85.83,A")
    assert "Zoe has no row in any table" in result.stderr
    assert result.exit_code == 1


def test_somebody_with_two_rows_is_told(run: Run) -> None:
    """Whose values would be counted twice."""
    Path("team.csv").write_text("name,teamwork\nAnn,70\nAnn,90\n", encoding="utf-8")
    result = run("score", "partly.scheme.yaml", "team.csv", "--table", "tickets=t.csv")
    assert result.exit_code == 2
    assert "team.csv" in result.stderr


def test_nothing_to_read(run: Run) -> None:
    """Neither a file nor a table."""
    for command in (("score", "desk.scheme.yaml"), ("explain", "desk.scheme.yaml", "--subject", "Ann")):
        result = run(*command)
        assert result.exit_code == 2
        assert "--table NAME=FILE" in result.stderr


def test_a_score_is_explained_down_to_the_rows(run: Run) -> None:
    """How the value was counted, what was left out, and the rows on request."""
    tables = ("--table", "tickets=t.csv", "--subject", "Bo")
    result = run("explain", "desk.scheme.yaml", *tables, "--rows", "response-time", "--period", "2026")
    assert result.exit_code == 0
    assert "1 left out (answered before reported)" in result.stdout
    assert "Too few rows: 0, and at least 2 are asked" in result.stdout
    tail = result.stdout.splitlines()[-3:]
    assert tail[0] == "Rows behind response-time: 2"
    assert [line.split() for line in tail[1:]] == [
        ["3", "left", "out", "(answered", "before", "reported)"],
        ["4", "2", "h"],
    ]
    assert "Rows behind" not in run("explain", "desk.scheme.yaml", *tables).stdout


def test_rows_are_asked_of_tables_only(run: Run) -> None:
    """A file of values has none."""
    Path("v.csv").write_text("name,satisfaction,response-time\nAnn,4,2\n", encoding="utf-8")
    result = run("explain", "desk.scheme.yaml", "v.csv", "--subject", "Ann", "--rows", "satisfaction")
    assert result.exit_code == 2
    assert "--table NAME=FILE" in result.stderr


def test_explain_names_the_nearest_subject(run: Run) -> None:
    """Among everybody in the tables."""
    result = run("explain", "desk.scheme.yaml", "--table", "tickets=t.csv", "--subject", "Anne")
    assert result.exit_code == 2
    assert "Did you mean Ann?" in result.stderr
