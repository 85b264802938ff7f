"""Records of every kind that a host has."""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from perfscheme.frames.records import called, columns_of, is_record, keys_of, names_in
from tables.people import needed


@dataclass
class Ticket:
    """A row of an ORM, as far as the library sees it."""

    who: str
    lead_time: int


def row() -> Any:
    """A row of a database, which is no mapping and has no attributes."""
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    return database.execute("SELECT 'ann' AS who, 3 AS lead_time").fetchone()


Named = namedtuple("Named", "who lead_time")


@pytest.mark.parametrize("record", [{"who": "ann", "lead_time": 3}, row(), Ticket("ann", 3), Named("ann", 3)])
def test_every_kind_of_record_gives_its_values_by_name(record: Any) -> None:
    """Mappings and rows are asked by key, all else for attributes."""
    assert is_record(record)
    assert {"who", "lead_time"} <= set(names_in(record))
    assert columns_of([record], ["who", "lead_time"]) == {"who": ["ann"], "lead_time": [3]}


@pytest.mark.parametrize("value", [None, "ann", b"a", 3, ("ann", 3), ["ann"], {"ann"}, int, np.zeros(2), np.float64(1)])
def test_what_has_no_values_by_name_is_no_record(value: Any) -> None:
    """A row of an array neither: nobody knows which column is which."""
    assert not is_record(value)
    assert called(value) == ("None" if value is None else type(value).__name__)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_is_many_records_and_its_rows_are_one_each(library: str) -> None:
    """A frame that was handed in for a record was told input by input, each with a column as it prints."""
    frame = needed(library).DataFrame({"who": ["ann"]})
    assert not is_record(frame)
    row = frame.iloc[0] if library == "pandas" else frame.row(0, named=True)
    assert columns_of([row], []) == {"who": ["ann"]}


def test_records_of_several_kinds_make_columns_together() -> None:
    """What one of them has not, or what is no record, leaves a gap; hyphens are no part of an attribute's name."""
    found = columns_of([{"who": "ann", "more": 1}, Ticket("bob", 3), None], ["who", "lead-time", "other"])
    assert found == {"who": ["ann", "bob", None], "more": [1, None, None], "lead-time": [None, 3, None]}
    assert keys_of(Ticket("bob", 3)) is None
