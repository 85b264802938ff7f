"""Names of evidence that lead nowhere, or to something of another sort."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Found = Callable[..., Any]


@pytest.mark.parametrize(
    ("old", "new", "code", "nearest"),
    [
        ("subject: engineer", "subject: enginer", "PS602", "engineer"),
        ("period: answered", "period: answerd", "PS602", "answered"),
        ("id: ticket", "id: tickets", "PS602", "ticket"),
        ("below: reported", "below: reportd", "PS602", "reported"),
        ("from: reported", "from: reportd", "PS602", "reported"),
        ("of: satisfaction", "of: satisfacton", "PS602", "satisfaction"),
        ("rating: {kind: median, table: tickets", "rating: {kind: median, table: ticket", "PS609", "tickets"),
        ("calendar: office", "calendar: ofice", "PS610", "office"),
        ("of: bad", "of: bat", "PS614", "bad"),
        ("of: status", "of: statsu", "PS602", "status"),
    ],
)
def test_names_that_lead_nowhere(old: str, new: str, code: str, nearest: str, found: Found) -> None:
    """Each with the name that is likely meant, and no second complaint of what is then unused."""
    (problem,) = found(old, new)
    assert (problem.code, problem.facts["nearest"]) == (code, nearest)
    assert problem.span is not None
    assert f"。是否想写 {nearest}？请" in problem.message("zh")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("subject: engineer", "subject: reported", "PS616"),
        ("from: reported", "from: engineer", "PS616"),
        ("of: satisfaction", "of: engineer", "PS616"),
        ("column: satisfaction, at-most: 2", "column: status, at-most: 2", "PS616"),
        ("column: satisfaction, at-most: 2", "column: satisfaction, is: open", "PS616"),
        ("column: satisfaction, at-most: 2", "column: reported, at-most: 2", "PS623"),
        ("column: satisfaction, at-most: 2", "column: satisfaction, at-most: talk", "PS624"),
        ("column: satisfaction, at-most: 2", "column: status, is: opne", "PS625"),
        ("column: satisfaction, at-most: 2", "column: urgent, is: yes-sir", "PS625"),
        ("column: satisfaction, at-most: 2", "column: engineer, is: true", "PS625"),
        ("of: bad, to: all", "of: bad, to: level", "PS616"),
        ("of: bad, to: all", "of: bad, to: complaint-rate", "PS621"),
        ("reported, to: answered, calendar: office", "reported, to: answered", "PS622"),
    ],
)
def test_what_makes_no_sense(old: str, new: str, code: str, found: Found) -> None:
    """Columns of another kind, comparisons of unlike things, a ratio of itself, a calendar that nothing reads."""
    assert code in [problem.code for problem in found(old, new)]
