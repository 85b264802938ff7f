"""Cells."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from perfscheme.evidence.cells import read
from perfscheme.frames.columns import Coded, Instants
from perfscheme.nouns.evidence.columns import DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn

NOON = datetime.datetime(2026, 7, 1, 12)


def values(cells: Any) -> list[Any]:
    """What was read, None where nothing can be used."""
    absent = np.zeros(len(cells.values), bool) if cells.absent is None else cells.absent
    scale = 10**cells.decimals
    return [None if gone else Fraction(int(x), scale) for x, gone in zip(cells.values, absent)]


def faults(cells: Any) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for fault in cells.faults:
        found[fault.diagnostic.code] = sorted([*found.get(fault.diagnostic.code, []), *fault.rows.tolist()])
    return found


@pytest.mark.parametrize(
    "data",
    [[0.1, None, 2.5], np.array([0.1, np.nan, 2.5]), ["0.1", None, 2.5], [Fraction(1, 10), float("nan"), "2.50"]],
)
def test_numbers_are_the_decimals_that_print_them(data: Any) -> None:
    """Whatever kind of column they come in."""
    assert values(read(NumberColumn("n"), data, None)) == [Fraction(1, 10), None, Fraction(5, 2)]


def test_numbers_too_long_for_arrays_stay_exact() -> None:
    """As whole numbers of Python."""
    found = read(NumberColumn("n"), ["12345678901234567890.5", 1], None)
    assert values(found) == [Fraction("12345678901234567890.5"), 1]


def test_null_nan_blank_and_text_are_told_apart() -> None:
    """The first two are missing, the others faults of their rows."""
    found = read(NumberColumn("n", range=(0, 5)), [None, float("nan"), " ", "two", 7, True, 3], None)
    assert values(found) == [None] * 6 + [3]
    assert faults(found) == {"PS103": [2], "PS196": [3], "PS107": [4], "PS105": [5]}
    assert faults(read(NumberColumn("n", range=(0, 5)), np.array([3.0, 7.0]), None)) == {"PS107": [1]}
    assert faults(read(NumberColumn("n"), [Fraction(1, 3)], None)) == {"PS632": [0]}


def test_words_are_coded() -> None:
    """Whole numbers name somebody as well; blanks and unknown labels are faults."""
    found = read(TextColumn("t"), ["ann", None, 7, "ann", "", 1.5], None)
    assert (found.words, found.values.tolist()) == (("ann", "7"), [0, -1, 1, 0, -1, -1])
    assert faults(found) == {"PS103": [4], "PS631": [5]}
    assert faults(read(TextColumn("t", ("open", "solved")), ["open", "opne"], None)) == {"PS110": [1]}
    assert read(TextColumn("t"), Coded(("a", "b"), np.array([1, -1, 0])), None).values.tolist() == [1, -1, 0]


def test_a_number_of_a_ticket_beside_a_gap_is_the_word_for_it() -> None:
    """A frame makes floats of whole numbers, where one of them is missing."""
    found = read(TextColumn("t"), np.array([149.0, np.nan, 7.0]), None)
    assert [found.words[code] if code >= 0 else None for code in found.values.tolist()] == ["149", None, "7"]
    assert faults(read(TextColumn("t"), [1.5], None)) == {"PS631": [0]}


def test_flags_are_flags_or_the_words_for_them() -> None:
    """As a file of values has them; 1 is none."""
    found = read(FlagColumn("f"), [True, "FALSE", None, 1, "Yes", "否", "sure"], None)
    assert values(found) == [1, 0, None, None, 1, 0, None]
    assert faults(found) == {"PS114": [3, 6]}


def test_durations_are_seconds() -> None:
    """From clocks, timedeltas and numbers in a unit; a plain number without a unit is a fault, as is a negative one."""
    hour = datetime.timedelta(hours=1)
    assert values(read(DurationColumn("d", "minutes"), ["0:02:23", hour, 1.5, None], None)) == [143, 3600, 90, None]
    assert values(read(DurationColumn("d"), np.array([hour, None], "timedelta64[us]"), None)) == [3600, None]
    assert faults(read(DurationColumn("d"), [5, -hour], None)) == {"PS633": [0], "PS106": [1]}


def test_times_are_in_utc() -> None:
    """A clock without a zone is read in that of the column; without one it is a fault of its row."""
    column = TimeColumn("t")
    aware = NOON.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    texts = ["2026-07-01 12:00", "2026-07-01T10:00:00Z", aware, np.datetime64("2026-07-01T12:00"), NOON, None]
    found = read(column, texts, "Europe/Berlin")
    wanted = int((NOON - datetime.datetime(1970, 1, 1)).total_seconds() - 7200) * 10**6
    assert values(found) == [wanted] * 5 + [None]
    array = np.array(["2026-07-01T12:00", "NaT"], "datetime64[m]")
    assert values(read(column, array, "Europe/Berlin")) == [wanted, None]
    assert values(read(column, Instants(array), None)) == [wanted + 7200 * 10**6, None]
    assert faults(read(column, ["2026-07-01 12:00", "today", 5], None)) == {"PS635": [0], "PS634": [1, 2]}
    assert values(read(column, [datetime.date(1970, 1, 2)], "UTC")) == [86_400 * 10**6]


def test_cells_that_nobody_expects_are_faults() -> None:
    """A list in a cell must not stop the others."""
    assert faults(read(TextColumn("t"), ["a", ["b"]], None)) == {"PS631": [1]}
    assert values(read(NumberColumn("n"), np.ma.masked_array([1, 2], [False, True]), None)) == [1, None]
