"""Days of a file."""

import datetime

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.days import day_of


def test_a_day_has_one_form() -> None:
    """Year, month and day with hyphens."""
    assert day_of("2026-02-28") == datetime.date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("2026年1月5日", "2026-01-05"),
        ("２０２６／１／５", "2026-01-05"),
        ("2026.01.05", "2026-01-05"),
        ("20260105", "2026-01-05"),
        ("2026-1-5", "2026-01-05"),
        ("2026-W01-1", "2026-01-31"),
        ("2026年2月30日", "2026-01-31"),
        ("1月5日", "2026-01-31"),
        ("", "2026-01-31"),
    ],
)
def test_other_forms_are_told_with_the_day_that_is_meant(text: str, instead: str) -> None:
    """Where it is plain; else with an example."""
    with pytest.raises(SchemeError) as caught:
        day_of(text, "from")
    (problem,) = caught.value.diagnostics
    assert (problem.code, problem.path, problem.facts["instead"]) == ("PS326", ("from",), instead)
