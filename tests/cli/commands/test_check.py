"""`perfscheme check`, as somebody types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_check_is_silent_about_a_clean_file(run: Run) -> None:
    """Nothing on standard output, exit 0."""
    result = run("check", "team.scheme.yaml")
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_tells_every_problem_of_every_file(run: Run, scheme_text: str, place: Path) -> None:
    """With line and column, in the language asked for; exit 1."""
    wrong = scheme_text.replace("weight: 60", "wieght: 60").replace("unit: hours", "unit: hour")
    (place / "wrong.scheme.yaml").write_text(wrong, encoding="utf-8")
    result = run("check", "team.scheme.yaml", "wrong.scheme.yaml", "--lang", "zh")
    assert result.exit_code == 1
    assert "wrong.scheme.yaml:11:7: 错误[" in result.stdout
    assert "wrong.scheme.yaml:18:13: 错误[" in result.stdout
    assert "是否想写 weight？" in result.stdout.replace("?", "?")


def test_check_goes_on_after_a_file_that_cannot_be_read(run: Run) -> None:
    """The name and the reason on standard error, exit 2."""
    result = run("check", "nowhere.yaml", "team.scheme.yaml")
    assert result.exit_code == 2
    assert "nowhere.yaml" in result.stderr


def test_check_reads_standard_input(run: Run, scheme_text: str) -> None:
    """`-` is a file like any other."""
    assert run("check", "-", stdin=scheme_text.encode()).exit_code == 0
    assert run("check", "-", stdin=b"\xff").exit_code == 1


def test_check_finds_the_schemes_below_a_folder(run: Run, scheme_text: str, place: Path) -> None:
    """Files that end in .scheme.yaml, in order, each once; what is hidden is left out; none at all is exit 2."""
    wrong = scheme_text.replace("weight: 60", "wieght: 60")
    for name in ("plans/b.scheme.yaml", "plans/deep/a.scheme.yaml", "plans/.venv/c.scheme.yaml", "plans/note.yaml"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(wrong, encoding="utf-8")
    found = json.loads(run("check", "plans", "plans/b.scheme.yaml", "--format", "json").stdout)
    assert [Path(each["file"]).as_posix() for each in found] == ["plans/b.scheme.yaml", "plans/deep/a.scheme.yaml"]
    (place / "empty").mkdir()
    result = run("check", "empty")
    assert result.exit_code == 2
    assert "*.scheme.yaml" in run("check", "--help").stdout
    assert "empty" in result.stderr


@pytest.mark.parametrize(("form", "first"), [("json", "["), ("github", "::error file="), ("sarif", "{")])
def test_check_writes_for_programs(run: Run, scheme_text: str, form: str, first: str) -> None:
    """The format goes to standard output, what was counted to standard error."""
    wrong = scheme_text.replace("weight: 60", "wieght: 60").encode()
    result = run("check", "-", "--format", form, "--lang", "zh", stdin=wrong)
    assert result.exit_code == 1
    assert result.stdout.startswith(first)
    assert "%3Cstdin%3E" in result.stdout or "<stdin>" in result.stdout
    assert result.stderr == "错误 1 个\n"


def test_check_writes_to_a_file(run: Run, place: Path) -> None:
    """`-o` takes what would stand on standard output."""
    result = run("check", "team.scheme.yaml", "--format", "sarif", "-o", "out.sarif")
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads((place / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1), (None, 1)])
def test_check_fails_from_a_severity_on(run: Run, scheme_text: str, fail_on: str | None, code: int) -> None:
    """A grade that nobody can reach is a warning: it fails by default, and not where only errors are to."""
    beyond = scheme_text.replace("  - {grade: A, from: 60,", "  - {grade: S, from: 101, coefficient: 2}\n"
                                                          "  - {grade: A, from: 60,")  # fmt: skip
    options = () if fail_on is None else ("--fail-on", fail_on)
    result = run("check", "-", *options, stdin=beyond.encode())
    assert "warning[PS280]" in result.stdout
    assert result.exit_code == code
