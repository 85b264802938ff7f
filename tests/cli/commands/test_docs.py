"""`perfscheme docs`, as somebody types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_docs_writes_markdown(run: Run) -> None:
    """To standard output, in the language asked for; also for a shipped scheme."""
    assert run("docs", "team.scheme.yaml", "--lang", "zh").stdout.startswith("# 客诉组方案\n")
    assert run("docs", "team.scheme.yaml", "--lang", "en").stdout.startswith("# Complaints team\n")
    assert run("docs", "weighted", "--lang", "en").exit_code == 0


def test_docs_writes_a_page(run: Run, place: Path) -> None:
    """The suffix of -o asks for it."""
    assert run("docs", "team.scheme.yaml", "-o", "plan.html").exit_code == 0
    assert (place / "plan.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_docs_refuses_what_it_cannot_write(run: Run) -> None:
    """A format that there is none of, and a scheme with errors."""
    assert run("docs", "team.scheme.yaml", "-o", "plan.docx").exit_code == 2
    assert run("docs", "nothing").exit_code == 2
