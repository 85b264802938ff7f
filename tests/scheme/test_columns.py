"""Columns of a batch, made into arrays without changing what they say."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from perfscheme.formula.vector.tiles import LABEL_MISSING, LABEL_NOT_APPLICABLE
from perfscheme.nouns.inputs import NOT_APPLICABLE, FlagInput, InputSpec, LabelInputSpec, NumberInput
from perfscheme.scheme.columns import columns_of
from perfscheme.scheme.intake import Table

HOURS = NumberInput("hours", "hours")
ROLE = LabelInputSpec("role", ("junior", "senior"))
FLAG = FlagInput("flag")


def made(spec: InputSpec, column: Any) -> tuple[Any, list[int]]:
    """The array of one column, and the rows that it cannot carry."""
    table = Table({spec.key: spec}, {spec.key: column})
    found, odd = columns_of(table, {spec.key: spec.node()})
    return (found.numbers | found.labels)[spec.key], odd.tolist()


@pytest.mark.parametrize("kind", [np.float64, np.int16, np.uint8, np.int64])
def test_arrays_are_taken_as_they_are(kind: type) -> None:
    """Without a copy, whatever their width."""
    array = np.array([1, 2, 3], kind)
    found, odd = made(HOURS, array)
    assert found is array
    assert odd == []


def test_short_floats_are_the_decimals_that_print_them() -> None:
    """A float32 of 0.1 is one tenth, not 0.10000000149."""
    assert made(HOURS, np.array([0.1, 2.5], np.float32))[0].tolist() == [0.1, 2.5]


def test_lists_of_plain_numbers() -> None:
    """None is missing."""
    found, odd = made(HOURS, [1, 2.5, None])
    assert found[:2].tolist() == [1.0, 2.5]
    assert math.isnan(found[2])
    assert odd == []


@pytest.mark.parametrize("array", [np.array, list, lambda column: np.array(column, np.uint64)])
def test_whole_numbers_that_no_float_is(array: Any) -> None:
    """2 ** 53 + 1 would become its neighbour: it is read on its own."""
    found, odd = made(HOURS, array([2**53, 2**53 + 1, 2**53 + 2]))
    assert odd == [1]
    assert found[[0, 2]].tolist() == [2.0**53, 2.0**53 + 2]


def test_numbers_beyond_all_floats() -> None:
    """A slip of the keyboard costs no other row its score."""
    found, odd = made(HOURS, [1, 10**400, 3])
    assert odd == [1]
    assert found[[0, 2]].tolist() == [1.0, 3.0]


@pytest.mark.parametrize(
    ("value", "number"),
    [("2.5", 2.5), (Decimal("0.1"), 0.1), (Fraction(1, 4), 0.25), (np.float64(7.5), 7.5), (np.int8(3), 3.0)],
)
def test_numbers_of_every_kind(value: object, number: float) -> None:
    """Each becomes the float that prints as it."""
    found, odd = made(HOURS, [value, None])
    assert found[0] == number
    assert odd == []


@pytest.mark.parametrize(
    "value", [Fraction(1, 3), Decimal("0.1000000000000000055511151231257827"), "5%", True, "", -1j]
)
def test_values_that_no_float_stands_for(value: object) -> None:
    """Ratios, decimals of many digits and faults are left for the exact way."""
    assert made(HOURS, [value, 1])[1] == [0]


def test_what_does_not_apply() -> None:
    """It is kept apart from what is missing."""
    table = Table({"hours": HOURS}, {"hours": [1, NOT_APPLICABLE, None]})
    found, _ = columns_of(table, {"hours": HOURS.node()})
    assert found.not_applicable["hours"].tolist() == [False, True, False]


def test_masked_values_are_missing() -> None:
    """A masked array hides numbers that must not come to life."""
    found, odd = made(HOURS, np.ma.MaskedArray([1.0, 2.0], [False, True]))
    assert found[0] == 1.0
    assert math.isnan(found[1])
    assert odd == []


def test_labels_are_codes() -> None:
    """By their place; absences have codes of their own, and an unknown word is left for the exact way."""
    found, odd = made(ROLE, ["senior", "junior", None, NOT_APPLICABLE, "boss"])
    assert found.tolist() == [1, 0, LABEL_MISSING, LABEL_NOT_APPLICABLE, LABEL_MISSING]
    assert odd == [4]


@pytest.mark.parametrize("column", [[False, True], np.array([False, True])])
def test_flags_are_codes(column: Any) -> None:
    """False is 0 and True is 1; numbers are no flags."""
    assert made(FLAG, column)[0].tolist() == [0, 1]
    assert made(FLAG, [0, 1])[1] == [0, 1]


def test_a_record_without_a_key() -> None:
    """Is a fault of that row alone."""
    table = Table({"hours": HOURS}, [{"hours": 1}, {}])
    assert columns_of(table, {"hours": HOURS.node()})[1].tolist() == [1]


def test_masked_short_floats_are_the_decimals_that_print_them() -> None:
    """As a list they were 0.699999988, below a level of 0.7."""
    found, odd = made(HOURS, np.ma.array(np.array([0.7, 9.0, 0.1], np.float32), mask=[False, True, False]))
    assert found[[0, 2]].tolist() == [0.7, 0.1]
    assert math.isnan(found[1])
    assert odd == []


class Nullable:
    """A column of whole numbers with a gap: in whole it is floats, row by row it is whole numbers, as in pandas."""

    def __init__(self, *values: int | None) -> None:
        self.values = values

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return np.array([math.nan if x is None else x for x in self.values], np.float64)

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, row: int) -> int | None:
        return self.values[row]


def test_whole_numbers_beside_a_gap_keep_their_last_digit() -> None:
    """2 ** 53 + 1 came as its neighbour from a nullable column."""
    assert made(HOURS, Nullable(2**53 + 1, None, 5))[1] == [0]
    assert made(HOURS, Nullable(7, None, 5))[1] == []


class Short:
    """A column of short floats that hands out long ones row by row, as Polars does."""

    def __init__(self, *values: float) -> None:
        self.values = np.array(values, np.float32)

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return self.values

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, row: int) -> float:
        return float(self.values[row])


def test_a_card_reads_the_value_that_the_batch_read() -> None:
    """The board had 0.7 hours, the card of the same row 0.699999988."""
    table = Table({"hours": HOURS}, {"hours": Short(0.7, 0.1)})
    found, _ = columns_of(table, {"hours": HOURS.node()})
    assert found.numbers["hours"].tolist() == [0.7, 0.1]
    assert table.read(0) == ({"hours": Fraction(7, 10)}, [])


class Arrow(Short):
    """A column whose rows are boxes, as those of Arrow are."""

    def __getitem__(self, row: int) -> Any:
        return object()

    def to_pylist(self) -> list[float]:
        return self.values.tolist()


def test_a_card_opens_the_boxes_of_arrow() -> None:
    """The board had a total, the card of the same row a fault."""
    table = Table({"hours": HOURS}, {"hours": Arrow(0.5, 0.25)})
    columns_of(table, {"hours": HOURS.node()})
    assert table.read(0) == ({"hours": Fraction(1, 2)}, [])
