"""`perfscheme score`, as somebody types it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from perfscheme.diagnostics.widths import columns

Run = Callable[..., Result]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_score_scores_the_good_rows_and_tells_the_bad(run: Run) -> None:
    """Row, subject and field of a value that is wrong; whose total is refused, and why; exit 1."""
    result = run("score", "team.scheme.yaml", "team.csv", "--format", "csv")
    found = {row["subject"]: row for row in rows(result.stdout)}
    assert result.exit_code == 1
    assert (found["E1"]["total"], found["E1"]["grade"], found["E1"]["coefficient"]) == ("50.00", "B", "1")
    assert (found["E2"]["total"], found["E2"]["grade"], found["E2"]["coefficient"]) == ("100.00", "A", "1.2")
    assert found["E3"]["total"] == found["E4"]["total"] == ""
    # 50.005 is rounded half-up, exactly
    assert found["E5"]["total"] == "50.01"
    told = result.stderr.splitlines()
    assert told[0].startswith("team.csv: row 4, E3, 客户满意度: '95%'")
    assert told[1].startswith("team.csv: row 5, E4: ")
    assert "2 of 5 rows" in told[-1]


def test_a_table_fits_eighty_columns(run: Run) -> None:
    """Under wide characters too."""
    result = run("score", "team.scheme.yaml", "team.csv", "--lang", "zh")
    assert "客诉组方案，版本 2" in result.stdout
    assert max(columns(line) for line in result.stdout.splitlines()) <= 80


def test_csv_on_standard_output_has_no_byte_order_mark(run: Run) -> None:
    """A program behind a pipe would take it for a part of the first header."""
    assert run("score", "team.scheme.yaml", "team.csv", "--format", "csv").stdout_bytes.startswith(b"subject,")


@pytest.mark.parametrize(("name", "first"), [("out.csv", "subject"), ("out.json", "["), ("out.jsonl", "{")])
def test_the_name_of_the_output_says_the_format(run: Run, place: Path, name: str, first: str) -> None:
    """CSV begins with a byte order mark, by which spreadsheets know UTF-8; the others do not."""
    run("score", "team.scheme.yaml", "team.csv", "-o", name)
    data = (place / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") == (name == "out.csv")
    assert data.decode("utf-8-sig").startswith(first)


def test_json_has_the_whole_card(run: Run) -> None:
    """The card's own data beside the subject; a wrong row has the same keys, no total, and what is wrong."""
    found = json.loads(run("score", "team.scheme.yaml", "team.csv", "--format", "json").stdout)
    assert [line["subject"] for line in found] == ["E1", "E2", "E3", "E4", "E5"]
    assert found[0]["row"] == 2
    assert set(found[1]) > {"total", "grade"}
    assert found[2]["problems"][0]["path"] == ["satisfaction"]
    assert (found[2]["total"], found[2]["grade"]) == (None, None)
    assert {tuple(line) for line in found} == {tuple(found[0])}


def test_a_row_that_does_not_fit_the_header_has_the_keys_of_the_others(run: Run) -> None:
    """Nothing of it is read, and its problem says so."""
    data = b"id,satisfaction,hours\nE1,90,48\nE2,90\n"
    result = run("score", "team.scheme.yaml", "-", "--format", "jsonl", stdin=data)
    good, bad = map(json.loads, result.stdout.splitlines())
    assert list(good) == list(bad)
    assert (bad["total"], len(bad["problems"])) == (None, 1)


def test_an_output_without_a_format_is_refused(run: Run) -> None:
    """Wrong usage, exit 2, before anything is scored."""
    result = run("score", "team.scheme.yaml", "team.csv", "-o", "out.xls")
    assert result.exit_code == 2
    assert ".csv" in result.stderr


def test_an_output_that_cannot_be_written_is_told(run: Run) -> None:
    """Exit 2 with the name."""
    result = run("score", "team.scheme.yaml", "team.csv", "-o", "no/such/folder/out.csv")
    assert result.exit_code == 2
    assert "no/such/folder/out.csv" in result.stderr


def test_data_come_from_standard_input(run: Run) -> None:
    """`-` in place of the file."""
    result = run("score", "team.scheme.yaml", "-", "--format", "jsonl", stdin=b"id,satisfaction,hours\nE1,90,48\n")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["subject"] == "E1"


def test_data_that_do_not_fit_the_scheme_are_refused(run: Run) -> None:
    """Everything that is wrong with the header, exit 2."""
    result = run("score", "team.scheme.yaml", "-", stdin=b"id,satisfacton,hours,hours\nE1,1,2,3\n")
    assert result.exit_code == 2
    assert "satisfaction" in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_columns_are_chosen_and_left_out_by_option(run: Run) -> None:
    """`--subject-column` and `--ignore`, which may stand twice."""
    data = b"id,site,name,satisfaction,hours\n1,N,Li,90,48\n"
    options = ("--subject-column", "name", "--ignore", "id", "--ignore", "site", "--format", "jsonl")
    assert json.loads(run("score", "team.scheme.yaml", "-", *options, stdin=data).stdout)["subject"] == "Li"


def test_a_total_beyond_all_floats_is_a_score(run: Run, place: Path) -> None:
    """It is warned of, and exit 1 says so, but the row counts as scored."""
    (place / "wide.scheme.yaml").write_text(
        "perfscheme: 1\nscheme: wide\nscore:\n  aggregation: {kind: sum, missing: refuse}\n"
        "  children:\n    n: {unit: currency, curve: {kind: as-is}}\n",
        encoding="utf-8",
    )
    (place / "wide.csv").write_text(f"subject,n\nE1,1{'0' * 320}\nE2,3\n", encoding="utf-8")
    result = run("score", "wide.scheme.yaml", "wide.csv", "--format", "csv")
    assert "E1" in result.stderr
    assert "not scored" not in result.stderr
    assert result.exit_code == 1


def test_a_header_alone_is_not_passed_over(run: Run) -> None:
    """An export that went wrong must not look like success: exit 1, and the reason."""
    result = run("score", "team.scheme.yaml", "-", "--format", "csv", stdin=b"id,satisfaction,hours\n")
    assert result.exit_code == 1
    assert "PS424" in result.stderr
    assert len(rows(result.stdout)) == 0
