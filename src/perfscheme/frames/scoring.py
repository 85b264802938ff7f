"""Scoring of frames: total, grade, points and problems as further columns, in the caller's own kind of frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, InputError, Language, language
from perfscheme.frames.library import frame_of, narwhals
from perfscheme.scheme import Scheme
from perfscheme.scheme.boards import Scoreboard

Frame = TypeVar("Frame")


def score_frame(scheme: Scheme, frame: Frame, *, lang: str = "en") -> Frame:
    """Score every row of a frame; each gets exactly what `scheme.score` would give it.

    Args:
        scheme: by which.
        frame: a frame of pandas, Polars or PyArrow, or a list of mappings, with a column for every input. A null and
            a NaN are missing; a blank text, and any other text that is no number, is a fault of its row.
        lang: of the problems, `zh`, `en`, or a tag of them like `zh-CN`.

    Returns:
        A new one of the same kind, rows and index as they were, with further columns: `total`, the float that prints
        it; `grade`; `points-ID` for every indicator and dimension; `problems`, what is wrong with the row or why it
        has no score. Of what a row has not, there is a null.

    Raises:
        InputError: it is no frame (PS335), lacks an input (PS302), has a column twice (PS337), or already has one of
            the further columns (PS336).
        MissingLibraryError: narwhals is not installed, which comes with the extra `frames` (PS338).
        ValueError: `lang` is another language.

    >>> import perfscheme as ps
    >>> kindness = ps.Indicator("kindness", "points", better="higher", range=(0, 100), curve=ps.curves.AsIs())
    >>> lowest = ps.aggregations.Minimum(ps.missing.Refuse())
    >>> scheme = ps.Scheme("one", ps.Dimension(aggregation=lowest, children=[kindness]))
    >>> score_frame(scheme, [{"who": "Ann", "kindness": 80}])
    [{'who': 'Ann', 'kindness': 80, 'total': 80.0, 'grade': None, 'points-kindness': 80.0, 'problems': None}]
    """
    if isinstance(frame, list):
        return _records(scheme, frame, lang)  # type: ignore[return-value]  # the list that was handed in is a Frame
    whole = frame_of(frame)
    _distinct(scheme, whole.columns)
    nw = narwhals()
    further = [
        nw.new_series(name, values, nw.String if isinstance(values, list) else nw.Float64, backend=whole.implementation)
        for name, values in _further(scheme, whole.to_native(), lang)
    ]
    numbers = [nw.col(series.name) for series in further if series.dtype == nw.Float64]
    found: Frame = (
        whole.with_columns(*further)
        .with_columns(nw.when(~number.is_nan()).then(number) for number in numbers)
        .to_native()
    )
    return found


def _records(scheme: Scheme, records: list[Any], lang: str) -> list[dict[Any, Any]]:
    if strange := [record for record in records if not isinstance(record, Mapping)]:
        raise InputError(Diagnostic("PS335", (), {"found": f"list[{type(strange[0]).__name__}]"}))
    _distinct(scheme, dict.fromkeys(str(key) for record in records for key in record))
    columns = {
        name: values if isinstance(values, list) else [None if x != x else x for x in values.tolist()]
        for name, values in _further(scheme, records, lang)
    }
    return [{**record, **dict(zip(columns, values))} for record, values in zip(records, zip(*columns.values()))]


def _parts(scheme: Scheme) -> list[str]:
    """Every indicator and dimension but the whole, whose points are the total."""
    return list(scheme.statement.nodes)[1:]


def _distinct(scheme: Scheme, names: Iterable[str]) -> None:
    """Whether what is to be added is not there yet.

    Raises:
        InputError: it is.
    """
    added = ["total", "grade", *map(points_column, _parts(scheme)), "problems"]
    if there := [name for name in names if name in added]:
        raise InputError([Diagnostic("PS336", (name,), {"name": name}) for name in there])


def points_column(part: str) -> str:
    """The name of the column of a part's points.

    >>> points_column("hours")
    'points-hours'
    """
    return f"points-{part}"


def _further(scheme: Scheme, data: Any, lang: str) -> Iterator[tuple[str, NDArray[np.float64] | list[str | None]]]:
    spoken = language(lang)
    board = scheme.score_many(data)
    yield "total", board.total
    yield "grade", board.grade.tolist()
    for part in _parts(scheme):
        yield points_column(part), board.points(part)
    yield "problems", _problems(board, spoken)


def _problems(board: Scoreboard, lang: Language) -> list[str | None]:
    """By row, every problem with the column where it was found."""
    said: dict[int, list[str]] = defaultdict(list)
    for problem in board.problems:
        message = problem.diagnostic.message(lang)
        said[problem.row].append(message if problem.field is None else f"{problem.field}: {message}")
    return ["; ".join(said[row]) if row in said else None for row in range(len(board))]
