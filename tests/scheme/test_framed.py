"""Frames with their scores beside them."""

from __future__ import annotations

import datetime
import sys
from typing import Any

import pytest

import perfscheme as ps
from tables.people import COLUMNS, FRAMES, MAKERS, TEAM, needed
from tables.people import rows_of as rows

FURTHER = ["total", "grade", "points-satisfaction", "points-hours", "problems"]


@pytest.fixture(scope="module")
def team() -> ps.Scheme:
    """Two numbers, a flag and a label."""
    return ps.loads(TEAM)


@pytest.fixture
def people() -> list[dict[str, Any]]:
    """Three people: everything is there, much is missing, nothing counts."""
    return [dict(zip(COLUMNS, row)) for row in zip(*COLUMNS.values())]


@pytest.fixture(params=FRAMES.values(), ids=FRAMES.keys())
def frame(request: pytest.FixtureRequest) -> Any:
    """The same people as a frame."""
    needed("narwhals")
    return request.param()


@pytest.fixture(params=MAKERS.values(), ids=MAKERS.keys())
def made(request: pytest.FixtureRequest) -> Any:
    """Make a frame of columns."""
    needed("narwhals")
    return request.param


def codes(error: pytest.ExceptionInfo[ps.PerfschemeError]) -> list[str]:
    return [problem.code for problem in error.value.diagnostics]


def test_every_kind_of_frame_scores_like_the_records(team: ps.Scheme, people: list[dict[str, Any]], frame: Any) -> None:
    """Decimals, durations, flags and categories of each library, with their absences; the same kind comes back."""
    scored = team.score_frame(frame)
    assert type(scored) is type(frame)
    cards = [team.score(person) for person in people]
    for row, card in zip(rows(scored), cards, strict=True):
        assert row["total"] == (None if card.total is None else float(card.total))
        assert row["grade"] == card.grade
        for part in ("satisfaction", "hours"):
            exact = card[part].points
            assert row[f"points-{part}"] == (None if exact is None else pytest.approx(float(exact), rel=1e-15))
    assert [row["problems"] is None for row in rows(scored)] == [True, True, False]


def test_lists_of_mappings_come_back_as_such(team: ps.Scheme, people: list[dict[str, Any]]) -> None:
    """As new ones, without a library of frames."""
    scored = team.score_frame(people)
    assert [list(row) for row in scored] == [[*people[0], *FURTHER]] * 3
    assert scored[2]["total"] is None
    assert people[0].keys().isdisjoint(FURTHER)


def test_what_was_there_is_there(team: ps.Scheme, frame: Any) -> None:
    """Columns, rows and the index, one label of which stands twice."""
    scored = team.score_frame(frame)
    assert [{k: v for k, v in row.items() if k not in FURTHER} for row in rows(scored)] == rows(frame)
    assert list(getattr(scored, "column_names", scored.columns)) == [
        *getattr(frame, "column_names", frame.columns),
        *FURTHER,
    ]
    if hasattr(frame, "index"):
        assert list(scored.index) == list(frame.index)


def test_nulls_blanks_and_texts_are_told_apart(team: ps.Scheme, made: Any) -> None:
    """Null is missing, a blank may be a slip, a text is no number, an amount of time has the wrong unit."""
    satisfaction = ["90.01", None, "", "ninety", "90%"]
    plain = {"hours": [48.0] * 5, "lead": [False] * 5, "role": ["junior"] * 5}
    told = [row["problems"] for row in rows(team.score_frame(made({"satisfaction": satisfaction, **plain})))]
    assert told[:2] == [None, None]
    assert told[2].startswith("satisfaction: '' is blank, which may be a slip or an absence.")
    assert told[3].startswith("satisfaction: 'ninety' is not a number")
    assert "Write 90" in told[4]
    assert [told[0], *(told.index(text) for text in told[2:])] == [None, 2, 3, 4]


def test_not_a_number_is_missing(team: ps.Scheme, made: Any) -> None:
    """As for a single record; beside it, a null of its own."""
    data = {"satisfaction": [float("nan"), None, 90.0], "hours": [48.0] * 3, "lead": [None] * 3, "role": [None] * 3}
    assert [row["total"] for row in rows(team.score_frame(made(data)))] == [50.0, 50.0, 50.0]


def test_points_in_time_are_no_numbers(team: ps.Scheme, made: Any) -> None:
    """Each is told in its row, and no row has a total by chance."""
    noon = datetime.datetime(2026, 1, 1, 12)
    data = {"satisfaction": [90.0, 90.0], "hours": [noon, noon], "lead": [True] * 2, "role": ["junior"] * 2}
    for row in rows(team.score_frame(made(data))):
        assert row["total"] is None
        assert row["problems"].startswith("hours: ")


def test_problems_speak_chinese_when_asked(team: ps.Scheme, people: list[dict[str, Any]]) -> None:
    """By a tag of the language, as everywhere."""
    assert "无得分" in str(team.score_frame(people, lang="zh-CN")[2]["problems"])
    with pytest.raises(ValueError, match="'fr' is no language"):
        team.score_frame(people, lang="fr")


def test_nothing_is_overwritten(team: ps.Scheme, made: Any) -> None:
    """A frame that was scored before, or has a total of its own."""
    data = {"satisfaction": [90], "hours": [48], "lead": [True], "role": ["junior"], "total": [1], "points-hours": [2]}
    for frame in (made(data), [{name: column[0] for name, column in data.items()}]):
        with pytest.raises(ps.InputError) as caught:
            team.score_frame(frame)
        assert [problem.path for problem in caught.value.diagnostics] == [("total",), ("points-hours",)]


def test_a_column_that_is_not_there(team: ps.Scheme, made: Any) -> None:
    """With the nearest name."""
    with pytest.raises(ps.InputError) as caught:
        team.score_frame(made({"satisfaction": [90], "hour": [48], "lead": [True], "role": ["junior"]}))
    assert codes(caught) == ["PS302"]
    assert caught.value.diagnostics[0].facts["nearest"] == "hour"


@pytest.mark.parametrize("frame", ["text", None, 7, [1, 2], {"satisfaction": 90}], ids=repr)
def test_what_is_no_frame(team: ps.Scheme, frame: Any) -> None:
    """A single record is none, either."""
    needed("narwhals")
    with pytest.raises(ps.InputError) as caught:
        team.score_frame(frame)
    assert codes(caught) == ["PS335"]


def test_no_rows(team: ps.Scheme, made: Any) -> None:
    """An empty frame gets its columns all the same."""
    assert rows(team.score_frame(made({"satisfaction": [], "hours": [], "lead": [], "role": []}))) == []
    assert team.score_frame([]) == []


def test_without_the_library(team: ps.Scheme, people: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists need none; for a frame, the message says what to install."""
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    assert team.score_frame(people)[0]["grade"] == "A"
    with pytest.raises(ps.MissingLibraryError, match=r'pip install "perfscheme\[frames\]"'):
        team.score_frame(object())
