"""Columns of frames, made into arrays without changing what they say."""

from __future__ import annotations

import datetime
import math
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

import perfscheme as ps
from perfscheme.frames.columns import Coded, FrameColumns, Instants, array_of
from tables.people import COLUMNS, FRAMES, MAKERS, needed


@pytest.fixture(autouse=True)
def libraries() -> None:
    """What frames are read by."""
    needed("narwhals")
    needed("pyarrow")


def plain(column: Any) -> list[Any]:
    """What a column says, row by row, None where there is nothing."""
    if isinstance(column, Coded):
        return [column.words[code] if code >= 0 else None for code in column.codes.tolist()]
    values = column.values if isinstance(column, Instants) else column
    if isinstance(values, np.ndarray) and values.dtype.kind in "mM":
        values = values.astype(f"{values.dtype.kind}8[us]")
    found: list[Any] = values.tolist() if isinstance(values, np.ndarray) else values
    return [None if value is None or value != value else value for value in found]


@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES.keys())
def test_every_frame_says_what_the_records_say(make: Callable[[], Any]) -> None:
    """Words, decimals, durations, flags and categories, with their gaps."""
    columns = FrameColumns(make())
    assert set(columns) == set(COLUMNS)
    assert len(columns) == 5
    for name, values in COLUMNS.items():
        wanted = [float(value) if isinstance(value, Decimal) else value for value in values]
        assert [float(x) if isinstance(x, Decimal) else x for x in plain(columns[name])] == wanted
        assert columns[name] is columns[name]


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_times_with_a_zone_are_in_utc(make: Callable[[Any], Any]) -> None:
    """Those without one stay as clocks showed them; a gap is none."""
    shanghai = datetime.timezone(datetime.timedelta(hours=8))
    noon = datetime.datetime(2026, 1, 1, 12)
    columns = FrameColumns(make({"zoned": [noon.replace(tzinfo=shanghai), None], "local": [noon, None]}))
    assert isinstance(columns["zoned"], Instants)
    assert plain(columns["zoned"]) == [datetime.datetime(2026, 1, 1, 4), None]
    assert plain(columns["local"]) == [noon, None]


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_whole_numbers_beside_a_gap_keep_their_last_digit(make: Callable[[Any], Any]) -> None:
    """Beyond 2 ** 53 a float has no last digit; pandas has made floats of them before they are here."""
    found = plain(FrameColumns(make({"n": [2**53 + 1, 5]}))["n"])
    assert found == [2**53 + 1, 5]
    gap = FrameColumns(make({"n": np.array([2**53 + 1, 5])}))["n"]
    assert plain(gap) == [2**53 + 1, 5]


def test_wide_numbers_with_a_gap_stay_whole() -> None:
    """They go one by one, as no array carries both the digit and the gap."""
    arrow = needed("pyarrow")
    assert array_of(arrow.array([2**53 + 1, None])) == [2**53 + 1, None]
    assert plain(array_of(arrow.array([7, None]))) == [7.0, None]


def test_decimals_are_the_floats_that_print_them() -> None:
    """Up to 15 digits, negative ones too, in a slice as in the whole; longer ones stay decimals."""
    arrow = needed("pyarrow")
    short = [Decimal("0.07"), Decimal("-12345678901.23"), None, Decimal("0.29")]
    column = arrow.array(short, arrow.decimal128(38, 2))
    assert plain(array_of(column)) == [0.07, -12345678901.23, None, 0.29]
    assert plain(array_of(column[1:])) == [-12345678901.23, None, 0.29]
    for long in (Decimal("12345678901234.56"), Decimal("-1e30")):
        assert array_of(arrow.array([long], arrow.decimal128(38, 2))) == [long]


def test_every_decimal_of_two_places_is_its_own_float() -> None:
    """Where a quotient were a product with 0.01, some would be their neighbours."""
    arrow = needed("pyarrow")
    whole = np.arange(-50_000, 50_000, 7)
    column = arrow.array([Decimal(int(n)).scaleb(-2) for n in whole])
    assert array_of(column).tolist() == [float(Decimal(int(n)).scaleb(-2)) for n in whole]


def test_short_floats_are_the_decimals_that_print_them() -> None:
    """A float32 of 0.1 is one tenth."""
    arrow = needed("pyarrow")
    assert array_of(arrow.array([0.1, 2.5], arrow.float32())).tolist() == [0.1, 2.5]


def test_nothing_at_all() -> None:
    """A column of nulls, and one without rows."""
    arrow = needed("pyarrow")
    assert all(math.isnan(value) for value in array_of(arrow.nulls(2)))
    assert plain(array_of(arrow.chunked_array([], arrow.string()))) == []


def test_a_text_among_numbers_is_left_as_it_is() -> None:
    """So that its row can be told."""
    pandas = needed("pandas")
    assert FrameColumns(pandas.DataFrame({"n": [1.5, "two", None]}))["n"][:2] == [1.5, "two"]


def test_a_number_among_times_is_left_as_it_is() -> None:
    """As where some cells of a spreadsheet are no dates; Arrow counts it from 1970."""
    pandas = needed("pandas")
    cells = [datetime.datetime(2026, 1, 5), 46027, None]
    assert FrameColumns(pandas.DataFrame({"at": pandas.Series(cells, dtype=object)}))["at"] == cells


def test_a_column_of_a_kind_of_its_own_is_left_as_it_is() -> None:
    """A month is not how many months there are since 1970."""
    pandas = needed("pandas")
    months = pandas.period_range("2026-01", periods=2, freq="M")
    assert FrameColumns(pandas.DataFrame({"n": months}))["n"] == list(months)


def test_names_that_are_no_texts() -> None:
    """A frame made of a matrix has numbers for names."""
    pandas = needed("pandas")
    columns = FrameColumns(pandas.DataFrame({1: [7]}))
    assert list(columns) == ["1"]
    assert columns["1"].tolist() == [7]
    with pytest.raises(KeyError):
        columns["2"]


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ps.MissingLibraryError, match=r"pyarrow, which is not installed.*perfscheme\[frames\]"):
        FrameColumns(object())


def test_categories_come_as_they_appear_in_the_rows() -> None:
    """In any order of the categories, and without those that stand in no row."""
    arrow = pytest.importorskip("pyarrow")
    for index in (arrow.int8(), arrow.uint32()):
        codes = arrow.array([2, None, 0, 2], index)
        found = array_of(arrow.DictionaryArray.from_arrays(codes, arrow.array(["a", "b", "c"])))
        assert (found.words, found.codes.tolist()) == (("c", "a"), [0, -1, 1, 0])
    assert array_of(arrow.array([], arrow.dictionary(arrow.int8(), arrow.string()))).words == ()
