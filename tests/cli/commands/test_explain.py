"""`perfscheme explain`, as somebody types it."""

from __future__ import annotations

from collections.abc import Callable

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
