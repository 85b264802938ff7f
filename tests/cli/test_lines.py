"""Everybody's result in the order of the data."""

from __future__ import annotations

import random

import pytest

from perfscheme.cli.files import scheme_of
from perfscheme.cli.lines import lines_of
from perfscheme.cli.sheets import Sheet, read_sheet
from perfscheme.reading import loads
from perfscheme.scheme import Scheme

SCHEME = """\
perfscheme: 1
scheme: team
rounding: {places: 2, mode: half-up, before-grading: true}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: refuse}}
  children:
    a: {unit: points, curve: {kind: as-is}}
    b: {unit: points, curve: {kind: as-is}}
grades:
  - {grade: A, from: 60, coefficient: 1.2}
  - {grade: B, coefficient: 1}
"""


def sheet(scheme: Scheme, text: str) -> Sheet:
    return read_sheet(text.encode(), scheme.inputs)


def variant(rounding: str) -> Scheme:
    return loads(SCHEME.replace("rounding: {places: 2, mode: half-up, before-grading: true}\n", rounding))


ROUNDINGS = (
    "",
    "rounding: {places: 2, mode: half-up, before-grading: true}\n",
    "rounding: {places: -1, before-grading: true}\n",
    "rounding: {step: 0.25, before-grading: false}\n",
    "rounding: {step: 1/3, before-grading: true}\n",
)


@pytest.mark.parametrize("rounding", ROUNDINGS)
def test_a_line_says_what_the_card_says(rounding: str) -> None:
    """Total to the last digit, grade and coefficient, with any rounding and for totals of any size."""
    scheme = variant(rounding)
    chance = random.Random(7)
    sizes = [1, 100, 10**7, 10**16]
    values = [f"{chance.uniform(-size, size):.3f}" for size in sizes for _ in range(40)]
    text = "id,a,b\n" + "".join(f"E,{x},{y}\n" for x, y in zip(values[::2], values[1::2], strict=True))
    for line in lines_of(scheme, sheet(scheme, text)):
        card = line.card()
        assert (str(line.total), line.grade, line.coefficient) == (str(card.total), card.grade, card.coefficient)


def test_lines_keep_the_order_of_the_file() -> None:
    """Rows that do not fit, rows with a wrong value and rows without a total stand where they stood."""
    scheme = variant("")
    lines = lines_of(scheme, sheet(scheme, "id,a,b\nE1,1,2\nE2,1\nE3,x,y\nE4,1,\nE5,3,4\n"))
    assert [line.subject for line in lines] == ["E1", "E2", "E3", "E4", "E5"]
    assert [len(line.problems) for line in lines] == [0, 1, 2, 1, 0]
    assert [bool(line.card().faults) for line in lines] == [False, True, True, False, False]
    assert [line.row for line in lines] == [2, 3, 4, 5, 6]


def test_a_file_without_rows_has_no_lines() -> None:
    """A header alone is no fault."""
    scheme = scheme_of("weighted")
    assert lines_of(scheme, sheet(scheme, "engineer,satisfaction\n")) == []
