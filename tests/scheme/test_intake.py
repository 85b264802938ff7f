"""Records and batches as hosts hand them in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

from perfscheme import Scheme
from perfscheme.diagnostics import InputError, Text
from perfscheme.nouns.inputs import NumberInput
from perfscheme.scheme.intake import Table, read_record


@attrs.frozen
class Series:
    """A column that looks `[row]` up in an index of its own, as a pandas Series does."""

    index: tuple[int, ...]
    iloc: Sequence[float]

    def __len__(self) -> int:
        return len(self.iloc)

    def __getitem__(self, label: int) -> float:
        return self.iloc[self.index.index(label)]


def test_rows_are_counted_from_the_first_whatever_index_a_column_has() -> None:
    """A sorted frame keeps its old labels; its rows are still the rows that are seen."""
    table = Table({"hours": NumberInput("hours", "hours")}, {"hours": Series((2, 0, 1), [10.5, 11.5, 12.5])})
    assert [table.value("hours", row) for row in range(table.rows)] == [10.5, 11.5, 12.5]


class Frame:
    """As much of a data frame as the library looks at."""

    columns = ("satisfaction",)

    def __getitem__(self, name: str) -> list[float]:
        return [90.0, 95.0]

    def __len__(self) -> int:
        return 2


class Lazy:
    """A frame that is not computed yet: it has columns, and no rows."""

    columns = ("satisfaction",)

    def __getitem__(self, name: str) -> None:
        raise AssertionError


def test_a_frame_that_is_not_computed_is_no_batch() -> None:
    """It was asked for a column, and raised an error of its own."""
    with pytest.raises(InputError) as caught:
        Table({"satisfaction": NumberInput("satisfaction", "percent")}, Lazy())  # type: ignore[arg-type]  # the point
    assert [problem.code for problem in caught.value.diagnostics] == ["PS316"]


def test_two_columns_of_one_name_are_no_column() -> None:
    """A frame gives both at once: every row was told to be no number."""
    with pytest.raises(InputError) as caught:
        Table({"satisfaction": NumberInput("satisfaction", "percent")}, {"satisfaction": np.zeros((3, 2))})
    assert [problem.code for problem in caught.value.diagnostics] == ["PS317"]


def test_a_data_frame_is_a_mapping_of_columns() -> None:
    """It has columns by name, though it is no mapping."""
    table = Table({"satisfaction": NumberInput("satisfaction", "percent")}, Frame())
    assert table.rows == 2
    assert table.read(1) == ({"satisfaction": Fraction(95)}, [])


@pytest.mark.parametrize("column", ["95", b"95", {0: 90.0, 1: 95.0}, {90.0, 95.0}, 95.0, None, np.array(95.0)])
def test_what_is_no_column(column: Any) -> None:
    """A mapping by row number, as `to_dict` of a frame gives it, was scored by its numbers, a text by its digits."""
    with pytest.raises(InputError) as caught:
        Table({"satisfaction": NumberInput("satisfaction", "percent")}, {"satisfaction": column})
    assert [problem.code for problem in caught.value.diagnostics] == ["PS317"]


HOURS = {"lead-time": NumberInput("lead-time", "hours")}


@pytest.mark.parametrize("record", [None, "abc", 12, 1.5, [{"lead-time": 3}], ({"lead-time": 3},), {"lead-time"}, dict])
def test_what_is_no_record_is_told_once(record: Any) -> None:
    """Not input by input, as though a key were forgotten."""
    with pytest.raises(InputError, match="is no record"):
        read_record(HOURS, record)


@pytest.mark.parametrize("data", [None, "abc", 12, object(), {"a", "b"}])
def test_what_is_no_batch_is_told(data: Any) -> None:
    """With what would be one."""
    with pytest.raises(InputError, match="is no batch"):
        Table(HOURS, data)


@pytest.mark.parametrize("record", [{"lead-time": 3, "lead_time": 4}, {"lead_time": 3, "lead-time": 3}])
def test_an_input_that_is_there_in_two_spellings_is_a_problem(record: dict[str, int]) -> None:
    """The first was silently taken; equal today, they may differ tomorrow."""
    with pytest.raises(InputError, match="both lead-time and lead_time"):
        read_record(HOURS, record)
    with pytest.raises(InputError, match="both lead-time and lead_time"):
        Table(HOURS, {key: [value] for key, value in record.items()})
    _, (problem,) = Table(HOURS, [record]).read(0)
    assert problem.code == "PS314"


def test_two_inputs_may_differ_in_the_spelling_alone() -> None:
    """Then each key is its own."""
    both = {key: NumberInput(key, "hours") for key in ("lead-time", "lead_time")}
    assert read_record(both, {"lead-time": 3, "lead_time": 4}) == {"lead-time": 3, "lead_time": 4}


def test_a_quick_score_sees_two_spellings_too(five: Scheme, engineer: dict[str, Any]) -> None:
    """In floats as in exact arithmetic, alone as in a batch."""
    record = engineer | {"handling_efficiency": 30}
    with pytest.raises(InputError, match="PS314"):
        five.score(record)
    assert [problem.field for problem in five.score_many([record, engineer]).problems] == ["handling-efficiency"]


def test_a_key_is_not_taken_for_another_input() -> None:
    """`a-b` may be handed in as `a_b`, but not where that is an input of its own."""
    inputs = {key: NumberInput(key, "number") for key in ("a-b", "a_b")}
    assert read_record(inputs, {"a-b": 1, "a_b": 2}) == {"a-b": 1, "a_b": 2}
    with pytest.raises(InputError) as caught:
        read_record(inputs, {"a_b": 2})
    assert [(problem.code, problem.path) for problem in caught.value.diagnostics] == [("PS301", ("a-b",))]
    with pytest.raises(InputError):
        Table(inputs, {"a_b": [2]})


def test_a_row_of_a_database_is_asked_by_key() -> None:
    """It is no mapping, and has no attributes."""
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    rows = database.execute("SELECT 93 AS satisfaction, 24 AS handling_time").fetchall()
    inputs = {
        "satisfaction": NumberInput("satisfaction", "percent"),
        "handling-time": NumberInput("handling-time", "hours"),
    }
    assert read_record(inputs, rows[0]) == {"satisfaction": 93, "handling-time": 24}
    assert Table(inputs, rows).read(0) == ({"satisfaction": 93, "handling-time": 24}, [])


@pytest.mark.parametrize("read", [read_record, Table])
def test_a_misspelt_key_is_named_as_what_to_change(read: Callable[..., object]) -> None:
    """The host's own word is the slip, so it is not offered as what to write."""
    with pytest.raises(InputError) as caught:
        read({"satisfaction": NumberInput("satisfaction", "percent")}, {"satisfacton": [93]})
    found = caught.value.diagnostics[0]
    assert found.message("en").endswith(" Is satisfacton meant for it?")
    assert found.message("zh").endswith("satisfacton 是否就是它？")


@pytest.mark.parametrize("read", [read_record, Table])
def test_what_people_call_an_input_is_told_as_meant_for_it(read: Callable[..., object]) -> None:
    """Headers of a spreadsheet are names for people, which a file of the command may have, and a frame may not."""
    spec = NumberInput("handling-time", "hours", name=Text(zh="处理时长", en="Time to solve"))
    for header in ("处理时长", "Time to solve"):
        with pytest.raises(InputError) as caught:
            read({"handling-time": spec}, {header: [3]})
        assert caught.value.diagnostics[0].facts["nearest"] == header
