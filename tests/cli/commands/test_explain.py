"""`perfscheme explain`, as somebody types it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(("lang", "word"), [("zh", "客户满意度"), ("en", "Customer satisfaction")])
def test_explain_explains_one_person(run: Run, lang: str, word: str) -> None:
    """In the language asked for."""
    result = run("explain", "team.scheme.yaml", "team.csv", "--subject", "E1", "--lang", lang)
    assert result.exit_code == 0
    assert word in result.stdout
    assert "50" in result.stdout


def test_explain_tells_why_somebody_has_no_score(run: Run) -> None:
    """A value that is wrong, or one that is missing: exit 1."""
    for subject, word in (("E3", "95%"), ("E4", "Handling time")):
        result = run("explain", "team.scheme.yaml", "team.csv", "--subject", subject)
        assert result.exit_code == 1
        assert word in result.stderr


def test_explain_names_the_nearest_subject(run: Run) -> None:
    """Exit 2 for somebody who is not there."""
    result = run("explain", "team.scheme.yaml", "-", "--subject", "Zhang Wie",
                 stdin=b"name,satisfaction,hours\nZhang Wei,90,48\n")  # fmt: skip
    assert result.exit_code == 2
    assert "Did you mean Zhang Wei?" in result.stderr


@pytest.mark.parametrize("subject", ["E1", "E3", "E4"])
def test_explain_writes_a_page(run: Run, place: Path, subject: str) -> None:
    """The suffix of -o asks for it; also for somebody without a score, whose page says why."""
    run("explain", "team.scheme.yaml", "team.csv", "--subject", subject, "-o", "card.html", "--lang", "zh")
    page = (place / "card.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert subject in page
    assert ("没有得分的原因" in page) == (subject != "E1")


def test_explain_gives_data(run: Run) -> None:
    """As `score --format json` does, of one person."""
    (card,) = json.loads(run("explain", "team.scheme.yaml", "team.csv", "--subject", "E1", "--format", "json").stdout)
    assert (card["subject"], card["total"]) == ("E1", "50.00")


def test_explain_refuses_a_file_of_no_format(run: Run) -> None:
    """Before anything is read: exit 2."""
    result = run("explain", "team.scheme.yaml", "team.csv", "--subject", "E1", "-o", "card.docx")
    assert result.exit_code == 2
    assert ".html" in result.stderr
