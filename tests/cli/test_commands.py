"""The commands, as somebody types them: what they print, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from perfscheme.cli.commands import cli
from perfscheme.diagnostics.frames import width

SCHEME = """\
perfscheme: 1
scheme: team
version: "2"
name: {zh: 客诉组方案, en: Complaints team}
rounding: {places: 2, mode: half-up, before-grading: true}
score:
  aggregation: {kind: weighted-mean, missing: {kind: refuse}}
  children:
    satisfaction:
      name: {zh: 客户满意度, en: Customer satisfaction}
      weight: 60
      unit: percent
      better: higher
      curve: {kind: linear, points: {80: 0, 100: 100}}
    hours:
      name: {zh: 处理时长, en: Handling time}
      weight: 40
      unit: hours
      better: lower
      curve: {kind: linear, points: {24: 100, 72: 0}}
grades:
  - {grade: A, from: 60, coefficient: 1.2}
  - {grade: B, coefficient: 1}
examples:
  - {name: half of both, values: {satisfaction: 90, hours: 48}, total: 50, grade: B}
"""
DATA = """\
工号,客户满意度,Handling time
E1,90,48
E2,100,24
E3,95%,24
E4,100,
E5,90.001,n/a
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a scheme and its data, in which the command runs."""
    (tmp_path / "team.scheme.yaml").write_text(SCHEME, encoding="utf-8")
    (tmp_path / "team.csv").write_text(DATA, encoding="gb18030")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PERFSCHEME_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(cli, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_check_is_silent_about_a_clean_file() -> None:
    """Nothing on standard output, exit 0."""
    result = run("check", "team.scheme.yaml")
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_tells_every_problem_of_every_file(place: Path) -> None:
    """With line and column, in the language asked for; exit 1."""
    wrong = SCHEME.replace("weight: 60", "wieght: 60").replace("unit: hours", "unit: hour")
    (place / "wrong.scheme.yaml").write_text(wrong, encoding="utf-8")
    result = run("check", "team.scheme.yaml", "wrong.scheme.yaml", "--lang", "zh")
    assert result.exit_code == 1
    assert "wrong.scheme.yaml:11:7: error[" in result.stdout
    assert "wrong.scheme.yaml:18:13: error[" in result.stdout
    assert "是否想写 weight?" in result.stdout.replace("?", "?")


def test_check_goes_on_after_a_file_that_cannot_be_read() -> None:
    """The name and the reason on standard error, exit 2."""
    result = run("check", "nowhere.yaml", "team.scheme.yaml")
    assert result.exit_code == 2
    assert "nowhere.yaml" in result.stderr


def test_check_reads_standard_input() -> None:
    """`-` is a file like any other."""
    assert run("check", "-", stdin=SCHEME.encode()).exit_code == 0
    assert run("check", "-", stdin=b"\xff").exit_code == 1


def test_score_scores_the_good_rows_and_tells_the_bad() -> None:
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


def test_a_table_fits_eighty_columns() -> None:
    """Under wide characters too."""
    result = run("score", "team.scheme.yaml", "team.csv", "--lang", "zh")
    assert "客诉组方案 2" in result.stdout
    assert max(width(line) for line in result.stdout.splitlines()) <= 80


@pytest.mark.parametrize(("name", "first"), [("out.csv", "subject"), ("out.json", "["), ("out.jsonl", "{")])
def test_the_name_of_the_output_says_the_format(place: Path, name: str, first: str) -> None:
    """CSV begins with a byte order mark, by which spreadsheets know UTF-8; the others do not."""
    run("score", "team.scheme.yaml", "team.csv", "-o", name)
    data = (place / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") == (name == "out.csv")
    assert data.decode("utf-8-sig").startswith(first)


def test_json_has_the_whole_card() -> None:
    """The card's own data beside the subject; the problems where there is no card."""
    found = json.loads(run("score", "team.scheme.yaml", "team.csv", "--format", "json").stdout)
    assert [line["subject"] for line in found] == ["E1", "E2", "E3", "E4", "E5"]
    assert found[0]["row"] == 2
    assert set(found[1]) > {"total", "grade"}
    assert found[2]["problems"][0]["field"] == "satisfaction"


def test_an_output_without_a_format_is_refused() -> None:
    """Wrong usage, exit 2, before anything is scored."""
    result = run("score", "team.scheme.yaml", "team.csv", "-o", "out.xls")
    assert result.exit_code == 2
    assert ".csv" in result.stderr


def test_an_output_that_cannot_be_written_is_told() -> None:
    """Exit 2 with the name."""
    result = run("score", "team.scheme.yaml", "team.csv", "-o", "no/such/folder/out.csv")
    assert result.exit_code == 2
    assert "no/such/folder/out.csv" in result.stderr


def test_data_come_from_standard_input() -> None:
    """`-` in place of the file."""
    result = run("score", "team.scheme.yaml", "-", "--format", "jsonl", stdin=b"id,satisfaction,hours\nE1,90,48\n")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["subject"] == "E1"


def test_data_that_do_not_fit_the_scheme_are_refused() -> None:
    """Everything that is wrong with the header, exit 2."""
    result = run("score", "team.scheme.yaml", "-", stdin=b"id,satisfacton,hours,hours\nE1,1,2,3\n")
    assert result.exit_code == 2
    assert "satisfaction" in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_columns_are_chosen_and_left_out_by_option() -> None:
    """`--subject-column` and `--ignore`, which may stand twice."""
    data = b"id,site,name,satisfaction,hours\n1,N,Li,90,48\n"
    options = ("--subject-column", "name", "--ignore", "id", "--ignore", "site", "--format", "jsonl")
    assert json.loads(run("score", "team.scheme.yaml", "-", *options, stdin=data).stdout)["subject"] == "Li"


def test_an_unknown_scheme_is_told_with_those_that_are_shipped() -> None:
    """Neither a file nor a name of the gallery: exit 2."""
    result = run("score", "nothing", "team.csv")
    assert result.exit_code == 2
    assert "nothing" in result.stderr


def test_a_scheme_with_errors_scores_nobody(place: Path) -> None:
    """Its errors are told with their places, exit 1."""
    (place / "wrong.scheme.yaml").write_text(SCHEME.replace("weight: 60", "weight: 50"), encoding="utf-8")
    result = run("score", "wrong.scheme.yaml", "team.csv")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "wrong.scheme.yaml:" in result.stderr


@pytest.mark.parametrize(("lang", "word"), [("zh", "客户满意度"), ("en", "Customer satisfaction")])
def test_explain_explains_one_person(lang: str, word: str) -> None:
    """In the language asked for."""
    result = run("explain", "team.scheme.yaml", "team.csv", "--subject", "E1", "--lang", lang)
    assert result.exit_code == 0
    assert word in result.stdout
    assert "50" in result.stdout


def test_explain_tells_why_somebody_has_no_score() -> None:
    """A value that is wrong, or one that is missing: exit 1."""
    for subject, word in (("E3", "95%"), ("E4", "Handling time")):
        result = run("explain", "team.scheme.yaml", "team.csv", "--subject", subject)
        assert result.exit_code == 1
        assert word in result.stderr


def test_explain_names_the_nearest_subject() -> None:
    """Exit 2 for somebody who is not there."""
    result = run("explain", "team.scheme.yaml", "-", "--subject", "Zhang Wie",
                 stdin=b"name,satisfaction,hours\nZhang Wei,90,48\n")  # fmt: skip
    assert result.exit_code == 2
    assert "Did you mean Zhang Wei?" in result.stderr


def test_test_runs_the_examples(place: Path) -> None:
    """Passing: exit 0. A wrong expectation: exit 1 with what was expected and found."""
    assert run("test", "team.scheme.yaml").exit_code == 0
    (place / "wrong.scheme.yaml").write_text(SCHEME.replace("total: 50,", "total: 51,"), encoding="utf-8")
    result = run("test", "team.scheme.yaml", "wrong.scheme.yaml")
    assert result.exit_code == 1
    told, line, carets, *_ = result.stdout.split("wrong.scheme.yaml:", 1)[1].splitlines()
    row, column, _ = told.split(":", 2)
    wrong = (place / "wrong.scheme.yaml").read_text(encoding="utf-8").splitlines()[int(row) - 1]
    assert wrong[int(column) - 1 :].startswith("51,")
    assert "51" in told
    assert "50" in told
    assert "half of both" in told
    assert line[carets.index("^") :].startswith("51,")
    assert carets.count("^") == 2


def test_test_notes_a_scheme_without_examples(place: Path) -> None:
    """It passes, but not in silence."""
    (place / "bare.scheme.yaml").write_text(SCHEME[: SCHEME.index("examples:")], encoding="utf-8")
    result = run("test", "bare.scheme.yaml")
    assert result.exit_code == 0
    assert "PS431" in result.stderr


@pytest.mark.parametrize(
    ("setting", "chinese"), [({"PERFSCHEME_LANG": "zh"}, True), ({"LC_ALL": "zh_CN.UTF-8"}, True), ({}, False)]
)
def test_the_language_comes_from_the_place(
    setting: dict[str, str], chinese: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PERFSCHEME_LANG, else the locale, else English."""
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    assert ("总分" in run("score", "team.scheme.yaml", "team.csv").stdout) == chinese


@pytest.mark.parametrize("arguments", [(), ("score",), ("score", "team.scheme.yaml", "team.csv", "--format", "xls")])
def test_wrong_usage_is_exit_2(arguments: tuple[str, ...]) -> None:
    """As the shell expects."""
    assert run(*arguments).exit_code == 2


def process(*arguments: str, **variables: str) -> subprocess.Popen[bytes]:
    code = "import sys; from perfscheme.cli import main; sys.exit(main())"
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **variables},
    )


def test_a_closed_pipe_is_no_crash(place: Path) -> None:
    """As with `| head`: no traceback."""
    many = "id,satisfaction,hours\n" + "".join(f"E{i},90,48\n" for i in range(5000))
    (place / "many.csv").write_text(many, encoding="utf-8")
    with process("score", "team.scheme.yaml", "many.csv", "--format", "csv") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        told = running.stderr.read().decode()
    assert "Traceback" not in told
    assert "Exception" not in told


def test_a_terminal_in_an_old_encoding_gets_a_report_all_the_same() -> None:
    """Signs that it lacks are replaced."""
    with process("score", "team.scheme.yaml", "team.csv", "--lang", "zh", PYTHONIOENCODING="ascii") as running:
        out, told = running.communicate()
    assert running.returncode == 1
    assert b"50.00" in out
    assert b"Traceback" not in told


def test_no_color_means_no_colour() -> None:
    """Not even where a terminal is claimed; without it there is some."""
    shown = {}
    for no_color in ("", "1"):
        with process("score", "team.scheme.yaml", "team.csv", FORCE_COLOR="1", NO_COLOR=no_color) as running:
            shown[no_color] = running.communicate()[0]
    assert b"\x1b[31m" in shown[""]
    assert b"\x1b[31m" not in shown["1"]
