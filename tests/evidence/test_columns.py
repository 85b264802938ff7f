"""Columns, read as they are meant, in whatever library they stand."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from evidence.conftest import faults, values
from perfscheme.evidence.chunks import Chunk
from perfscheme.evidence.columns import read
from perfscheme.nouns.evidence.columns import DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.tables import Table
from tables.people import needed


def test_cells_that_nobody_expects_are_faults() -> None:
    """A list in a cell must not stop the others."""
    assert faults(read(TextColumn("t"), ["a", ["b"]], None)) == {"PS631": [1]}
    assert values(read(NumberColumn("n"), np.ma.masked_array([1, 2], [False, True]), None)) == [1, None]


CELLS = {
    "number": [Decimal("0.1"), None, Decimal("2.50"), Decimal("0.1")],
    "whole": [1, None, 200, 1],
    "text": ["a", None, "b", "a"],
    "flag": [True, None, False, True],
    "time": [datetime.datetime(2026, 3, 1, 9, 3), None, datetime.datetime(2026, 7, 1), datetime.datetime(2026, 7, 1)],
    "duration": [datetime.timedelta(minutes=5), None, datetime.timedelta(days=400), datetime.timedelta(minutes=5)],
}
TABLE = Table("t", subject="who", zone="Europe/Berlin", columns=[
    TextColumn("who"), NumberColumn("number"), NumberColumn("whole"), TextColumn("text"), FlagColumn("flag"),
    TimeColumn("time"), DurationColumn("duration"),
])  # fmt: skip
PANDAS = {
    "number": ["float64", "float32", "Float64", "Float32", "object"],
    "whole": ["Int16", "UInt64", "float64", "object"],
    "text": ["string", "object"],
    "flag": ["boolean", "object"],
    "time": ["datetime64[s]", "datetime64[ns]", "object"],
    "duration": ["timedelta64[s]", "timedelta64[ns]", "object"],
}
ARROW: dict[str, list[tuple[Any, ...]]] = {
    "number": [("float64",), ("float32",), ("float16",), ("decimal128", 10, 2), ("decimal256", 50, 2)],
    "whole": [("int64",), ("uint8",), ("int16",), ("float64",)],
    "text": [("string",), ("large_string",)],
    "flag": [("bool_",)],
    "time": [("timestamp", unit) for unit in ("s", "ms", "us", "ns")],
    "duration": [("duration", unit) for unit in ("s", "ms", "us", "ns")],
}


def of_pandas(name: str, kind: str) -> Iterator[Any]:
    """These cells as a column of a kind, and as categories of it."""
    short = kind.lower() in ("float32", "float64") and name == "number"
    column = needed("pandas").Series([x and float(x) for x in CELLS[name]] if short else CELLS[name], dtype=kind)
    yield from (column, column.astype("category"))


def of_arrow(name: str, kind: str, *more: Any) -> Iterator[Any]:
    """As a column, as words of a dictionary, in two chunks of these, and as a column of pandas."""
    pa, pd = needed("pyarrow"), needed("pandas")
    type_ = getattr(pa, kind)(*more)
    halves = {"float16": np.float16, "float32": float, "float64": float}.get(kind, lambda x: x)
    column = pa.array([None if x is None else halves(x) for x in CELLS[name]], type_)
    yield from (column, column.dictionary_encode())
    if kind != "float16":  # pyarrow itself takes the bits of two dictionaries of these for whole numbers
        yield pa.chunked_array([column[:2].dictionary_encode(), column[2:].dictionary_encode()])
    yield pd.Series(pd.array(column, dtype=pd.ArrowDtype(type_)))


def of_polars(name: str) -> Iterator[Any]:
    """As the library guesses, as objects that it knows nothing of, and words as categories."""
    pl = needed("polars")
    yield from (pl.Series(CELLS[name]), pl.Series(CELLS[name], dtype=pl.Object))
    if name == "text":
        yield pl.Series(CELLS[name], dtype=pl.Categorical)


CARRIERS = [
    *((name, of_pandas, (kind,)) for name, kinds in PANDAS.items() for kind in kinds),
    *((name, of_arrow, kind) for name, kinds in ARROW.items() for kind in kinds),
    *((name, of_polars, ()) for name in CELLS),
]


def cells_of(name: str, data: Any) -> Any:
    chunk = Chunk(TABLE, data)
    cells = chunk.cells(name)
    assert cells is not None
    found = values(cells)
    words = [None if x is None else cells.words[int(x)] for x in found] if cells.words else found
    return words, faults(cells)


@pytest.mark.parametrize(("name", "columns", "kind"), CARRIERS)
def test_a_column_of_any_library_says_what_a_list_says(
    name: str, columns: Callable[..., Iterator[Any]], kind: tuple[Any, ...]
) -> None:
    """In a frame of its library, and by itself in a mapping."""
    needed("narwhals")
    due = cells_of(name, {"who": ["a"] * 4, name: CELLS[name]})
    assert due[1] == {}
    for column in columns(name, *kind):
        assert cells_of(name, {"who": ["a"] * 4, name: column}) == due
        library = type(column).__module__.split(".")[0]
        frames = {"pandas": "DataFrame", "polars": "DataFrame", "pyarrow": "table"}
        assert cells_of(name, getattr(needed(library), frames[library])({name: column})) == due


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        (TextColumn("c"), "li"), (NumberColumn("c"), "2.5"), (TimeColumn("c"), "2026-01-05 09:03"),
        (FlagColumn("c"), "yes"), (DurationColumn("c"), "0:02:23"), (TextColumn("c", ("li", "wu")), "li"),
    ],
)  # fmt: skip
def test_blanks_around_a_cell_mean_nothing(column: Any, cell: str) -> None:
    """As in a file, where nobody sees them; a cell of blanks alone is no gap."""
    pa = needed("pyarrow")
    for data in ([cell, f" {cell}", f"\u3000{cell}\t"], pa.array([f"{cell} ", cell, cell])):
        cells = read(column, data, "UTC")
        assert (len(set(values(cells))), cells.faults) == (1, ())
        assert cells.words in ((), (cell,))
