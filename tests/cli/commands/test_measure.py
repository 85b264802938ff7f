"""`perfscheme measure`, as somebody types it."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import Result

from tables.desk import SCHEME, TICKETS, WRONG
from tables.people import needed
from tables.sheets import write_xlsx

Run = Callable[..., Result]
DATA = Path(__file__).parents[3].parent / "shared" / "data"


@pytest.fixture(autouse=True)
def desk(place: Path) -> None:
    """A scheme and its tickets."""
    needed("pyarrow")
    (place / "desk.scheme.yaml").write_text(SCHEME, encoding="utf-8")
    (place / "t.csv").write_text(TICKETS, encoding="utf-8")


def test_values_stand_beside_their_counts(run: Run) -> None:
    """In a table for people."""
    result = run("measure", "desk.scheme.yaml", "--table", "tickets=t.csv")
    assert result.exit_code == 0
    assert [line.split() for line in result.stdout.splitlines()[2:]] == [
        ["Ann", "4.50", "(2)", "2.00", "(2)"],
        ["Bo", "—", "2.00", "(1)"],
    ]
    assert result.stderr == ""


def test_csv_goes_on_to_score(run: Run) -> None:
    """What is measured into a file is scored like what is scored at once."""
    assert run("measure", "desk.scheme.yaml", "--table", "tickets=t.csv", "-o", "v.csv").exit_code == 0
    assert Path("v.csv").read_text(encoding="utf-8-sig").splitlines()[1] == "Ann,4.50,2.00"
    by_steps = run("score", "desk.scheme.yaml", "v.csv", "--format", "csv").stdout
    assert run("score", "desk.scheme.yaml", "--table", "tickets=t.csv", "--format", "csv").stdout == by_steps


def test_json_has_the_evidence(run: Run) -> None:
    """The count, and the rows that were left out by their reason, in the language asked for."""
    result = run("measure", "desk.scheme.yaml", "--table", "tickets=t.csv", "--format", "json", "--lang", "zh")
    bo = json.loads(result.stdout)[1]
    assert bo["subject"] == "Bo"
    assert bo["values"]["response-time"]["value"] == "2.00"
    assert bo["values"]["response-time"]["rows"] == 1
    assert bo["values"]["response-time"]["left-out"] == {"先答复后报告": 1}
    assert bo["values"]["satisfaction"]["value"] is None
    assert "工单" in bo["values"]["response-time"]["evidence"]


@pytest.mark.parametrize(("period", "rows"), [("2026-Q1", {"Ann": 2}), ("2026-04-01..2026-04-30", {"Bo": 1})])
def test_a_period_leaves_other_rows_out(run: Run, period: str, rows: dict[str, int]) -> None:
    """By name, or by its first and last day."""
    result = run("measure", "desk.scheme.yaml", "--table", "tickets=t.csv", "--period", period, "--format", "json")
    found = {each["subject"]: each["values"]["response-time"]["rows"] for each in json.loads(result.stdout)}
    assert {subject: n for subject, n in found.items() if n} == rows


@pytest.mark.parametrize("suffix", ["parquet", "xlsx"])
def test_every_format_gives_the_same(run: Run, suffix: str) -> None:
    """Parquet and XLSX as CSV."""
    table = list(csv.reader(TICKETS.splitlines()))
    if suffix == "xlsx":
        needed("python_calamine")
        write_xlsx(Path("t.xlsx"), [[float(x) if x.isdigit() else x or None for x in row] for row in table])
    else:
        columns = {name: [row[i] or None for row in table[1:]] for i, name in enumerate(table[0])}
        columns["score"] = [None if x is None else int(x) for x in columns["score"]]
        needed("pyarrow.parquet").write_table(needed("pyarrow").table(columns), "t.parquet")
    wanted = run("measure", "desk.scheme.yaml", "--table", "tickets=t.csv", "--format", "json").stdout
    assert run("measure", "desk.scheme.yaml", "--table", f"tickets=t.{suffix}", "--format", "json").stdout == wanted


def test_a_table_may_come_in_several_files(run: Run) -> None:
    """One for each month, say; they are measured as one."""
    head, *rows = TICKETS.splitlines()
    for i in (0, 1):
        Path(f"part{i}.csv").write_text("\n".join([head, *rows[i::2]]) + "\n", encoding="utf-8")
    parts = run("measure", "desk.scheme.yaml", "--table", "tickets=part0.csv", "--table", "tickets=part1.csv",
                "--format", "csv").stdout  # fmt: skip
    whole = run("measure", "desk.scheme.yaml", "--table", "tickets=t.csv", "--format", "csv").stdout
    assert sorted(parts.splitlines()) == sorted(whole.splitlines())


def test_wrong_rows_are_told_and_the_others_measured(run: Run) -> None:
    """By file, row as a spreadsheet counts, and column; exit 1."""
    Path("t.csv").write_text(TICKETS + WRONG, encoding="utf-8")
    result = run("measure", "desk.scheme.yaml", "--table", "tickets=t.csv", "--format", "csv")
    assert result.exit_code == 1
    assert "t.csv: row 6: " in result.stderr
    assert "t.csv: row 7, score: 'seven' is not a number" in result.stderr
    assert "Ann,4.50,1.67" in result.stdout


def test_wrong_usage(run: Run) -> None:
    """Exit 2, and what to write instead."""
    for arguments, word in [
        (("desk.scheme.yaml", "--table", "t.csv"), "NAME=FILE"),
        (("desk.scheme.yaml", "--table", "tickts=t.csv"), "Did you mean tickets?"),
        (("desk.scheme.yaml", "--table", "tickets=none.csv"), "none.csv"),
        (("desk.scheme.yaml", "--table", "tickets=t.csv", "--period", "soon"), "2026-Q3"),
        (("team.scheme.yaml", "--table", "tickets=t.csv"), "evidence"),
    ]:
        result = run("measure", *arguments)
        assert result.exit_code == 2
        assert word in result.stderr


def test_a_missing_column_is_told_with_those_that_are_there(run: Run) -> None:
    """What does not read it is measured; exit 1."""
    Path("t.csv").write_text(TICKETS.replace("score", "scores"), encoding="utf-8")
    result = run("measure", "desk.scheme.yaml", "--table", "tickets=t.csv", "--format", "csv")
    assert result.exit_code == 1
    assert "scores" in result.stderr
    assert "Ann,,2.00" in result.stdout


@pytest.mark.skipif(not (DATA / "ecommerce_csat").exists(), reason="the real log is not here")
def test_a_real_log(run: Run) -> None:
    """Every agent's mean satisfaction, by a loop that knows nothing of this library."""
    text = SCHEME.replace("reported", "issue_reported_at").replace("answered", "issue_responded_at")
    text = text.replace("score: {kind", "csat_score: {kind").replace("of: score", "of: csat_score")
    text = text.replace("      id: ticket\n", "      id: ticket_id\n").replace(
        "        ticket: text", "        ticket_id: text"
    )
    Path("csat.scheme.yaml").write_text(text.replace("issue_responded_at before", "answered before"), encoding="utf-8")
    file = DATA / "ecommerce_csat" / "tickets.csv"
    result = run("measure", "csat.scheme.yaml", "--table", f"tickets={file}", "--format", "json")
    assert result.exit_code == 0, result.stderr
    scores: dict[str, list[int]] = defaultdict(list)
    times: dict[str, list[Fraction]] = defaultdict(list)
    with file.open(encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            start, end = (datetime.fromisoformat(row[f"issue_{key}_at"]) for key in ("reported", "responded"))
            if end < start:
                continue
            times[row["agent"]].append(Fraction(int((end - start).total_seconds()), 3600))
            if row["csat_score"]:
                scores[row["agent"]].append(int(row["csat_score"]))

    def mean(values: list[Fraction] | list[int]) -> str:
        exact = sum(values, Fraction(0)) / len(values)
        decimal = Decimal(exact.numerator) / Decimal(exact.denominator)
        return str(decimal.quantize(Decimal("0.01"), ROUND_HALF_UP))

    found = {each["subject"]: each["values"] for each in json.loads(result.stdout)}
    assert len(found) > 1000
    for agent, values in found.items():
        enough = len(scores[agent]) >= 2
        assert values["satisfaction"]["value"] == (mean(scores[agent]) if enough else None), agent
        assert values["response-time"]["value"] == (mean(times[agent]) if times[agent] else None), agent
