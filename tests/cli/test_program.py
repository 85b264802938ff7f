"""The program as a whole: usage, pipes, encodings."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Start = Callable[..., subprocess.Popen[bytes]]


@pytest.mark.parametrize("arguments", [(), ("score",), ("score", "team.scheme.yaml", "team.csv", "--format", "xls")])
def test_wrong_usage_is_exit_2(run: Run, arguments: tuple[str, ...]) -> None:
    """As the shell expects."""
    assert run(*arguments).exit_code == 2


def test_a_closed_pipe_is_no_crash(process: Start, place: Path) -> None:
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


def test_a_terminal_in_an_old_encoding_gets_a_report_all_the_same(process: Start) -> None:
    """Signs that it lacks are replaced."""
    with process("score", "team.scheme.yaml", "team.csv", "--lang", "zh", PYTHONIOENCODING="ascii") as running:
        out, told = running.communicate()
    assert running.returncode == 1
    assert b"50.00" in out
    assert b"Traceback" not in told


def test_no_color_means_no_colour(process: Start) -> None:
    """Not even where a terminal is claimed; without it there is some."""
    shown = {}
    for no_color in ("", "1"):
        with process("score", "team.scheme.yaml", "team.csv", FORCE_COLOR="1", NO_COLOR=no_color) as running:
            shown[no_color] = running.communicate()[0]
    assert b"\x1b[31m" in shown[""]
    assert b"\x1b[31m" not in shown["1"]


def test_the_shell_completes_commands(process: Start) -> None:
    """By click's own completion, as the documents say how to switch it on."""
    variables = {"_PERFSCHEME_COMPLETE": "bash_complete", "COMP_WORDS": "perfscheme ex", "COMP_CWORD": "1"}
    with process(**variables) as running:
        assert running.communicate()[0].split() == [b"plain,explain"]
