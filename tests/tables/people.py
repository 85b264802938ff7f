"""People with every kind of value and of absence, as records and as frames of each library."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest


def needed(name: str) -> Any:
    """A library of frames; where it is not installed, the test that asks for it is left out."""
    return pytest.importorskip(name, reason=f"{name} is not installed; `make venv` installs it")


TEAM = """
perfscheme: 1
scheme: team
rounding: {places: 2, mode: half-up, before-grading: true}
inputs:
  lead: {kind: flag}
  role: {kind: label, labels: [junior, senior]}
score:
  aggregation: {kind: weighted-mean, missing: {kind: renormalise, coverage: 10}}
  children:
    satisfaction: {weight: 60, unit: percent, better: higher, curve: {kind: linear, points: {80: 0, 100: 100}}}
    hours: {weight: 40, unit: hours, better: lower, curve: {kind: linear, points: {24: 100, 72: 0}}}
rules:
  - {kind: bonus, when: {input: lead, is: true, if-missing: fails}, points: 1}
  - {kind: bonus, when: {input: role, is: senior, if-missing: fails}, points: 2}
grades: [{grade: A, from: 60}, {grade: B}]
"""
COLUMNS: Mapping[str, list[Any]] = {
    "who": ["Ann", "Bo", "Cy"],
    "satisfaction": [Decimal("90.01"), Decimal("95.5"), None],
    "hours": [datetime.timedelta(hours=30, minutes=7), datetime.timedelta(hours=50), None],
    "lead": [True, None, False],
    "role": ["senior", None, "junior"],
}


def pandas_arrow() -> Any:
    pd, pa = needed("pandas"), needed("pyarrow")
    kinds = {
        "satisfaction": pa.decimal128(10, 2), "hours": pa.duration("us"), "lead": pa.bool_(),
        "role": pa.dictionary(pa.int32(), pa.string()), "who": pa.string(),
    }  # fmt: skip
    return pd.DataFrame({name: pd.array(COLUMNS[name], dtype=pd.ArrowDtype(kind)) for name, kind in kinds.items()})


def pandas_nullable() -> Any:
    pd = needed("pandas")
    frame = pd.DataFrame(COLUMNS, index=[7, 7, "x"])
    frame["satisfaction"] = pd.array([90.01, 95.5, None], dtype="Float64")
    return frame.astype({"hours": "timedelta64[s]", "lead": "boolean", "role": "category"})


def polars_categories() -> Any:
    pl = needed("polars")
    kinds = {"hours": pl.Duration("ms"), "role": pl.Enum(["junior", "senior"]), "who": pl.Categorical}
    return pl.DataFrame(COLUMNS).cast(kinds)


def arrow_chunks() -> Any:
    pa = needed("pyarrow")
    table = pa.table(COLUMNS)
    table = table.set_column(4, "role", table["role"].dictionary_encode())
    return pa.concat_tables([table.slice(0, 1), table.slice(1, 2)])


FRAMES: Mapping[str, Callable[[], Any]] = {
    "pandas": lambda: needed("pandas").DataFrame(COLUMNS),
    "pandas with nullable columns": pandas_nullable,
    "pandas on Arrow": pandas_arrow,
    "Polars": lambda: needed("polars").DataFrame(COLUMNS),
    "Polars with categories": polars_categories,
    "PyArrow": lambda: needed("pyarrow").table(COLUMNS),
    "PyArrow in chunks": arrow_chunks,
}


MAKERS: Mapping[str, Callable[[Any], Any]] = {
    "pandas": lambda columns: needed("pandas").DataFrame(columns),
    "Polars": lambda columns: needed("polars").DataFrame(columns, strict=False),
    "PyArrow": lambda columns: needed("pyarrow").table(columns),
}


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """The rows of a frame; every absence is None."""
    if hasattr(frame, "iloc"):
        isna = needed("pandas").isna
        return [{k: None if isna(v) else v for k, v in row.items()} for row in frame.to_dict("records")]
    found: list[dict[str, Any]] = frame.to_dicts() if hasattr(frame, "to_dicts") else frame.to_pylist()
    return found
