"""Texts of a file, made into numbers and times."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from perfscheme.frames.texts import as_kind, iso, tidy
from tables.people import needed

arrow: Any = None


@pytest.fixture(autouse=True)
def library() -> None:
    """What columns of texts are made of."""
    global arrow
    arrow = needed("pyarrow")


def made(texts: list[str | None], kind: str) -> list[Any]:
    found: list[Any] = as_kind(arrow.array(texts, arrow.string()), kind).to_pylist()
    return found


def test_plain_numbers() -> None:
    """Whatever a scheme takes for a number, with gaps."""
    assert made(["1.5", None, "+2", "-.5", "7.", "007"], "number") == [1.5, None, 2.0, -0.5, 7.0, 7.0]


@pytest.mark.parametrize("text", ["1,5", "1e3", "90%", "ninety", "0x10", "1234567890.123456", "１２"])
def test_one_unusual_number_leaves_the_column_as_it_is(text: str) -> None:
    """It is read where it is known what it means; a long one would not be its float."""
    assert made(["1.5", text], "number") == ["1.5", text]


def test_a_number_is_the_float_that_prints_it() -> None:
    """Every number of up to fifteen signs, of which these are some."""
    texts = [str(Decimal(n).scaleb(-places)) for n in range(1, 99_999, 101) for places in (0, 1, 3, 4)]
    assert made(texts, "number") == [float(text) for text in texts]  # type: ignore[comparison-overlap]


def test_times() -> None:
    """A day, minutes, seconds and parts of them, with a blank or a T between."""
    assert made(["2026-01-02", None, "2026-01-02 09:30", "2026-01-02T09:30:15.25"], "time") == [
        datetime.datetime(2026, 1, 2), None, datetime.datetime(2026, 1, 2, 9, 30),
        datetime.datetime(2026, 1, 2, 9, 30, 15, 250_000),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["2026-02-30 10:00", "2026-01-02T09:30+08:00", "2026-01", "9:30", "2026-1-2 9:30", "0000-01-01"]
)
def test_one_unusual_time_leaves_the_column_as_it_is(text: str) -> None:
    """One that is none, one with its own zone, half a day, a year that no calendar has."""
    assert made(["2026-01-02", text], "time") == ["2026-01-02", text]


def test_times_as_spreadsheets_write_them() -> None:
    """The year comes first, so the rest can mean one day only; beside others, too."""
    texts = [
        "2026/1/5 9:03",
        "2026/11/5 19:03:07",
        "2026/01/05",
        "2026年1月15日",
        "2026年11月5日 9:03",
        None,
        "2026-01-05",
    ]
    wanted = [
        datetime.datetime(2026, 1, 5, 9, 3), datetime.datetime(2026, 11, 5, 19, 3, 7), datetime.datetime(2026, 1, 5),
        datetime.datetime(2026, 1, 15), datetime.datetime(2026, 11, 5, 9, 3), None, datetime.datetime(2026, 1, 5),
    ]  # fmt: skip
    assert made(texts, "time") == wanted
    assert [text and datetime.datetime.fromisoformat(iso(text)) for text in texts] == wanted


@pytest.mark.parametrize(
    "text", ["1/5/2026 9:03", "2026/1/5 9", "2026/13/5", "26/1/5", "2026.1.5", "2026/1-5", "12:30"]
)
def test_what_may_mean_another_day_is_left_as_it_is(text: str) -> None:
    """Nobody guesses which of two numbers is the month."""
    assert made(["2026/1/2", text], "time") == ["2026/1/2", text]
    with pytest.raises(ValueError, match=r"iso|month"):
        datetime.datetime.fromisoformat(iso(text))


@pytest.mark.parametrize("kind", ["text", "flag", "duration"])
def test_other_columns_stay_texts(kind: str) -> None:
    """The name of an engineer may be 12."""
    assert made(["12"], kind) == ["12"]


def test_blanks_around_a_text_are_none_of_it() -> None:
    """And a cell of nothing but blanks is missing."""
    assert tidy(arrow.array([" a b ", "\u3000", "", None, "c"])).to_pylist() == ["a b", None, None, None, "c"]
