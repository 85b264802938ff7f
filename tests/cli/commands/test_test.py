"""`perfscheme test`, as somebody types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_test_runs_the_examples(run: Run, scheme_text: str, place: Path) -> None:
    """Passing: exit 0. A wrong expectation: exit 1 with what was expected and found."""
    assert run("test", "team.scheme.yaml").exit_code == 0
    (place / "wrong.scheme.yaml").write_text(scheme_text.replace("total: 50,", "total: 51,"), encoding="utf-8")
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


def test_test_notes_a_scheme_without_examples(run: Run, scheme_text: str, place: Path) -> None:
    """It passes, but not in silence."""
    (place / "bare.scheme.yaml").write_text(scheme_text[: scheme_text.index("examples:")], encoding="utf-8")
    result = run("test", "bare.scheme.yaml")
    assert result.exit_code == 0
    assert "PS431" in result.stderr


def test_test_explains_an_example_that_fails(run: Run, scheme_text: str, place: Path) -> None:
    """Where the scored figure comes from stands under what was expected."""
    (place / "wrong.scheme.yaml").write_text(scheme_text.replace("total: 50,", "total: 51,"), encoding="utf-8")
    said = run("test", "wrong.scheme.yaml").stdout
    assert said.index("expected 51") < said.index("    How the total comes about")
    assert "contributes 60% × 50 = 30" in said
    assert "How the total comes about" not in run("test", "team.scheme.yaml").stdout


@pytest.mark.parametrize(("tolerance", "code"), [("", 1), (", tolerance: 0.5", 1), (", tolerance: 1", 0)])
def test_test_is_exact_unless_the_example_says_otherwise(run: Run, scheme_text: str, place: Path,
                                                         tolerance: str, code: int) -> None:  # fmt: skip
    """A tolerance holds where it is written, and only there."""
    text = scheme_text.replace("total: 50,", f"total: 51{tolerance},")
    (place / "near.scheme.yaml").write_text(text, encoding="utf-8")
    assert run("test", "near.scheme.yaml").exit_code == code


def test_test_takes_a_folder_as_check_does(run: Run, place: Path) -> None:
    """Every scheme below it; `check .` worked, and `test .` said that it was a folder."""
    (place / "below").mkdir()
    (place / "team.scheme.yaml").rename(place / "below" / "team.scheme.yaml")
    result = run("test", "below")
    assert result.exit_code == 0
    assert "team.scheme.yaml" in result.stdout
