"""`perfscheme fmt`, as somebody types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_fmt_lays_out_a_file_once(run: Run, place: Path) -> None:
    """It says which file it wrote; a second run changes nothing and says nothing."""
    path = place / "team.scheme.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# the end\n", encoding="utf-8")
    result = run("fmt", "team.scheme.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "laid out anew: team.scheme.yaml\n")
    tidy = path.read_text(encoding="utf-8")
    assert tidy.endswith("# the end\n")
    assert tidy.index("score:") < tidy.index("rounding:")
    result = run("fmt", ".", "--check")
    assert (result.exit_code, result.output) == (0, "")
    assert run("check", "team.scheme.yaml").exit_code == 0


def test_check_and_diff_write_nothing(run: Run, place: Path, scheme_text: str) -> None:
    """Exit 1, and the lines that would change."""
    result = run("fmt", "--check", "team.scheme.yaml", "--lang", "zh")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "需要重新排版：team.scheme.yaml\n")
    result = run("fmt", "--diff", "team.scheme.yaml")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- team.scheme.yaml\n+++ team.scheme.yaml\n@@")
    assert "\n-rounding: {places: 2, mode: half-up, before-grading: true}\n" in result.stdout
    assert (place / "team.scheme.yaml").read_text(encoding="utf-8") == scheme_text


def test_fmt_leaves_a_file_with_errors_alone(run: Run, place: Path, scheme_text: str) -> None:
    """They are told as `check` tells them, and the other files are laid out."""
    wrong = scheme_text.replace("weight: 60", "wieght: 60")
    (place / "a.scheme.yaml").write_text(wrong, encoding="utf-8")
    result = run("fmt", "a.scheme.yaml", "team.scheme.yaml")
    assert result.exit_code == 1
    assert "a.scheme.yaml:11:7: error[PS033]" in result.stderr
    assert "laid out anew: team.scheme.yaml" in result.stderr
    assert (place / "a.scheme.yaml").read_text(encoding="utf-8") == wrong


def test_fmt_is_a_filter(run: Run, scheme_text: str) -> None:
    """From standard input to standard output, changed or not."""
    once = run("fmt", "-", stdin=scheme_text.encode()).stdout
    assert once != scheme_text
    assert run("fmt", "-", stdin=once.encode()).stdout == once
    assert run("fmt", "--check", "-", stdin=scheme_text.encode()).exit_code == 1


def test_files_that_cannot_be_read_or_written_are_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 2."""
    assert run("fmt", "nowhere.yaml").exit_code == 2

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(Path, "write_text", full)
    result = run("fmt", "team.scheme.yaml")
    assert (result.exit_code, "the disk is full" in result.stderr) == (2, True)
