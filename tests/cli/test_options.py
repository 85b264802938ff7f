"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("setting", "chinese"),
    [
        ({"PERFSCHEME_LANG": "zh"}, True),
        ({"PERFSCHEME_LANG": "zh-CN"}, True),
        ({"LC_ALL": "zh_CN.UTF-8"}, True),
        ({}, False),
    ],
)
def test_the_language_comes_from_the_place(
    run: Run, setting: dict[str, str], chinese: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PERFSCHEME_LANG, else the locale, else English."""
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    assert ("总分" in run("score", "team.scheme.yaml", "team.csv").stdout) == chinese


def test_an_unknown_language_is_wrong_usage(run: Run) -> None:
    """With those that are known."""
    result = run("check", "team.scheme.yaml", "--lang", "fr")
    assert result.exit_code == 2
    assert "zh, en" in result.stderr


def test_an_unknown_scheme_is_told_with_those_that_are_shipped(run: Run) -> None:
    """Neither a file nor a name of the gallery: exit 2."""
    result = run("score", "nothing", "team.csv")
    assert result.exit_code == 2
    assert "nothing" in result.stderr
    assert "weighted" in result.stderr


def test_a_scheme_with_errors_scores_nobody(run: Run, scheme_text: str, place: Path) -> None:
    """Its errors are told with their places, exit 1."""
    (place / "wrong.scheme.yaml").write_text(scheme_text.replace("weight: 60", "weight: 50"), encoding="utf-8")
    result = run("score", "wrong.scheme.yaml", "team.csv")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "wrong.scheme.yaml:" in result.stderr


@pytest.mark.parametrize(
    ("options", "variables", "painted"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always", "-o", "out.txt"), {}, False),
    ],
)
@pytest.mark.parametrize("command", ["check", "score"])
def test_colour_is_what_was_asked_for(
    run: Run, scheme_text: str, place: Path, monkeypatch: pytest.MonkeyPatch,
    command: str, options: tuple[str, ...], variables: dict[str, str], painted: bool,
) -> None:  # fmt: skip
    """The option first, then NO_COLOR, then FORCE_COLOR; none behind a pipe, none in a file."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    (place / "wrong.scheme.yaml").write_text(scheme_text.replace("weight: 60", "wieght: 60"), encoding="utf-8")
    files = ("wrong.scheme.yaml",) if command == "check" else ("team.scheme.yaml", "team.csv")
    said = run(command, *files, *options).stdout_bytes
    written = (place / "out.txt").read_bytes() if "-o" in options else b""
    assert (b"\x1b[" in said + written) == painted
