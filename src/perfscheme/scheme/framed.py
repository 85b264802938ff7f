"""Scoring of frames: total, grade, points and problems as further columns, in the caller's own kind of frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, InputError, Language, language
from perfscheme.frames.library import frame_of, narwhals
from perfscheme.scheme.boards import Scoreboard, score_many
from perfscheme.scheme.scorers import Scorer

Frame = TypeVar("Frame")


def score_frame(scheme: Scorer, frame: Frame, lang: str) -> Frame:
    """Score every row of a frame; see `Scheme.score_frame`."""
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


def _records(scheme: Scorer, records: list[Any], lang: str) -> list[dict[Any, Any]]:
    if strange := [record for record in records if not isinstance(record, Mapping)]:
        raise InputError(Diagnostic("PS335", (), {"found": f"list[{type(strange[0]).__name__}]"}))
    _distinct(scheme, dict.fromkeys(str(key) for record in records for key in record))
    columns = {
        name: values if isinstance(values, list) else [None if x != x else x for x in values.tolist()]
        for name, values in _further(scheme, records, lang)
    }
    return [{**record, **dict(zip(columns, values))} for record, values in zip(records, zip(*columns.values()))]


def _parts(scheme: Scorer) -> list[str]:
    """Every indicator and dimension but the whole, whose points are the total."""
    return list(scheme.statement.nodes)[1:]


def _distinct(scheme: Scorer, names: Iterable[str]) -> None:
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


def _further(scheme: Scorer, data: Any, lang: str) -> Iterator[tuple[str, NDArray[np.float64] | list[str | None]]]:
    spoken = language(lang)
    board = score_many(scheme, data, None)
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
