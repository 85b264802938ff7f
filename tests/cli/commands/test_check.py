"""`perfscheme check`, as somebody types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

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
    assert "wrong.scheme.yaml:11:7: error[" in result.stdout
    assert "wrong.scheme.yaml:18:13: error[" in result.stdout
    assert "是否想写 weight?" in result.stdout.replace("?", "?")


def test_check_goes_on_after_a_file_that_cannot_be_read(run: Run) -> None:
    """The name and the reason on standard error, exit 2."""
    result = run("check", "nowhere.yaml", "team.scheme.yaml")
    assert result.exit_code == 2
    assert "nowhere.yaml" in result.stderr


def test_check_reads_standard_input(run: Run, scheme_text: str) -> None:
    """`-` is a file like any other."""
    assert run("check", "-", stdin=scheme_text.encode()).exit_code == 0
    assert run("check", "-", stdin=b"\xff").exit_code == 1
