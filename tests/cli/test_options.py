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
    assert "zh or en" in result.stderr


def test_an_unknown_scheme_is_told_with_those_that_are_shipped(run: Run) -> None:
    """Neither a file nor a name of the gallery: exit 2."""
    result = run("score", "nothing", "team.csv")
    assert result.exit_code == 2
    assert "nothing" in result.stderr


def test_a_scheme_with_errors_scores_nobody(run: Run, scheme_text: str, place: Path) -> None:
    """Its errors are told with their places, exit 1."""
    (place / "wrong.scheme.yaml").write_text(scheme_text.replace("weight: 60", "weight: 50"), encoding="utf-8")
    result = run("score", "wrong.scheme.yaml", "team.csv")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "wrong.scheme.yaml:" in result.stderr
