"""Formats: what results of several commands are written in."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from rich.console import Console
from rich.text import Text as Words

from perfscheme.cli.formats import blank_table, csv_text, drawn, guarded, json_array


def test_no_line_of_a_table_ends_in_blanks() -> None:
    """Nor is there a blank line around it: what is pasted elsewhere is what was seen."""
    table = blank_table()
    table.add_column(Words("a"))
    table.add_row(Words("b"))
    shown = drawn(Console(width=40, file=io.StringIO()), table)
    assert shown == "\n".join(line.rstrip() for line in shown.split("\n"))
    assert shown.strip("\n") + "\n" == shown


@pytest.mark.parametrize("indent", [None, 2])
def test_an_array_reads_back(indent: int | None) -> None:
    """Of none, one and several."""
    for items in ([], [{"a": "x\ny"}], [{"a": 1}, {"b": [2, 3]}]):
        assert json.loads("".join(json_array(items, indent=indent))) == items


def test_an_array_is_written_item_by_item() -> None:
    """The first is out before the second is made."""
    made: list[int] = []

    def items() -> Iterator[int]:
        for item in (1, 2):
            made.append(item)
            yield item

    next(json_array(items()))
    assert made == [1]


def test_csv_quotes_what_would_be_two_cells() -> None:
    """And a text that would be calculated begins with a mark."""
    assert csv_text([["a,b", guarded("=1")]]) == '"a,b",\'=1\r\n'
