"""Numbers and durations."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from evidence.conftest import faults, values
from perfscheme.evidence.columns import read
from perfscheme.nouns.evidence.columns import DurationColumn, NumberColumn
from tables.people import needed


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


def test_durations_are_seconds() -> None:
    """From clocks, timedeltas and numbers in a unit; a plain number without a unit is a fault, as is a negative one."""
    hour = datetime.timedelta(hours=1)
    assert values(read(DurationColumn("d", "minutes"), ["0:02:23", hour, 1.5, None], None)) == [143, 3600, 90, None]
    assert values(read(DurationColumn("d"), np.array([hour, None], "timedelta64[us]"), None)) == [3600, None]
    assert faults(read(DurationColumn("d"), [5, -hour], None)) == {"PS633": [0], "PS106": [1]}
    assert values(read(DurationColumn("d", "minutes"), np.array([0.1, np.nan]), None)) == [6, None]
    assert faults(read(DurationColumn("d", "hours", range=(1, 2)), np.array([0.5, 1, 2, 3]), None)) == {
        "PS106": [0], "PS107": [3]
    }  # fmt: skip
    assert faults(read(DurationColumn("d"), np.array([hour, -hour], "timedelta64[s]"), None)) == {"PS106": [1]}


@pytest.mark.parametrize("kind", [float, int])
def test_what_is_impossible_is_told_and_the_rest_read_at_once(kind: type) -> None:
    """A number outside its range among many, of whatever kind; what is there stays as it is."""
    data = np.arange(5000).astype(kind)
    data[[7, 4999]] = [-3, 9000]
    found = read(NumberColumn("n", range=(0, 8000)), data, None)
    assert faults(found) == {"PS106": [7], "PS107": [4999]}
    assert values(found) == [None if i in (7, 4999) else i for i in range(5000)]
    shares = np.array([0.5, 1, 1.5, np.nan], float)
    assert faults(read(NumberColumn("n", unit="percent"), shares, None)) == {"PS108": [0, 1]}
    assert faults(read(NumberColumn("n"), np.array([np.inf, 1]), None)) == {"PS104": [0]}


def test_a_digit_more_in_a_late_row_is_a_digit_more() -> None:
    """The first rows only say with how many decimals it is worth to begin."""
    data = np.full(5000, 0.5)
    data[-1] = 0.125
    found = read(NumberColumn("n"), data, None)
    assert (found.decimals, values(found)[-2:]) == (3, [Fraction(1, 2), Fraction(1, 8)])


@pytest.mark.parametrize("large", [2**62, -(2**63), 2**64 - 1])
def test_whole_numbers_at_the_edge_of_an_array_stay_exact(large: int) -> None:
    """Their opposites and sums would not fit."""
    data = np.array([large], np.uint64 if large > 2**63 else np.int64)
    assert values(read(NumberColumn("n"), data, None)) == [large]


@pytest.mark.parametrize("kind", [np.float16, np.float32])
def test_a_short_float_is_the_decimal_that_prints_it_in_any_column(kind: type) -> None:
    """In an array, with a mask or without, as in a frame; a series hands its rows out as long ones."""
    short = np.array([0.1, 2.5], kind)
    column = NumberColumn("n")
    assert values(read(column, short, None)) == [Fraction("0.1"), Fraction("2.5")]
    assert values(read(column, np.ma.array(short, mask=[True, False]), None)) == [None, Fraction("2.5")]
    assert values(read(column, needed("pandas").Series(short), None)) == [Fraction("0.1"), Fraction("2.5")]


def test_a_short_float_of_a_series_with_a_gap_is_the_decimal_that_prints_it() -> None:
    """Of libraries whose kinds of columns are not those of numpy."""
    pandas, polars = needed("pandas"), needed("polars")
    for gap in (pandas.Series([0.1, None], dtype="Float32"), polars.Series([0.1, None], dtype=polars.Float32)):
        assert values(read(NumberColumn("n"), gap, None)) == [Fraction("0.1"), None]
    for whole in (pandas.Series([0.1], dtype="Float32"), polars.Series([0.1], dtype=polars.Float32)):
        assert values(read(NumberColumn("n"), whole, None)) == [Fraction("0.1")]


def test_a_column_of_arrow_is_read_as_its_frame_would_be() -> None:
    """Its rows are boxes; the column is taken in whole."""
    pa = needed("pyarrow")
    column = pa.chunked_array([pa.array([0.1, None], pa.float32()), pa.array([], pa.float32())])
    assert values(read(NumberColumn("n"), column, None)) == [Fraction("0.1"), None]


@pytest.mark.parametrize("form", [np.asarray, list])
@pytest.mark.parametrize("unit", ["W", "D", "h", "m", "s", "ms"])
def test_a_length_that_runs_over_is_none(unit: str, form: Any) -> None:
    """In microseconds a length of 300 million days was a negative one."""
    array = np.array([2**62, 5, "NaT"], f"timedelta64[{unit}]")
    cells = read(DurationColumn("d"), form(array), None)
    assert faults(cells) == {"PS101": [0]}
    assert [value is None for value in values(cells)] == [True, False, True]
