"""Words: columns of texts as codes, and of flags."""

from __future__ import annotations

from numbers import Integral
from typing import Any

import numpy as np

from perfscheme.diagnostics import Diagnostic, nearest
from perfscheme.evidence.cells import Cells, faults, some, trimmed
from perfscheme.formula.cuts import WHOLE
from perfscheme.frames.columns import Coded
from perfscheme.nouns.evidence.columns import FlagColumn, TextColumn
from perfscheme.nouns.inputs import FLAG_WORDS, FlagInput
from perfscheme.nouns.numbers import is_missing, shown


def texts(column: TextColumn, data: Any) -> Cells:
    """The cells of a column of texts: codes of words, -1 where there is none."""
    if isinstance(data, Coded) and _plain(data.words, column.labels):
        return Cells(data.codes, some(data.codes < 0), words=data.words)
    values, places = trimmed(data)
    words: dict[str, int] = {}
    codes: list[int] = []
    wrong: dict[int, Diagnostic] = {}
    for i, value in enumerate(values):
        text = str(int(value)) if _whole(value) else value
        if isinstance(text, str) and text and (column.labels is None or text in column.labels):
            codes.append(words.setdefault(str(text), len(words)))
            continue
        codes.append(-1)
        if not isinstance(text, str):
            if not is_missing(value):
                wrong[i] = Diagnostic("PS631", (), {"found": shown(value)})
        elif text and column.labels is not None:
            facts = {"found": shown(text), "labels": column.labels, "nearest": nearest(text, column.labels)}
            wrong[i] = Diagnostic("PS110", (), facts)
        else:
            wrong[i] = Diagnostic("PS103", (), {"found": shown(text)})
    found = np.array(codes, np.intp)[places]
    return Cells(found, some(found < 0), faults(wrong, places), tuple(words))


def _whole(value: Any) -> bool:
    """Whether it is a whole number that nobody can take for another."""
    if isinstance(value, float):  # beside a gap, whole numbers of a frame are floats; large ones of these run together
        return value.is_integer() and abs(value) < WHOLE
    # NumPy counts its lengths of time among the whole numbers.
    return isinstance(value, Integral) and not isinstance(value, bool | np.timedelta64)


def _plain(words: tuple[Any, ...], labels: tuple[str, ...] | None) -> bool:
    """Whether all are different texts that may stand there, without blanks around them."""
    if not {*map(type, words)} <= {str} or "" in words or not all(map(str.__eq__, words, map(str.strip, words))):
        return False
    found = {*words}
    return len(found) == len(words) and (labels is None or found <= {*labels})


def flags(column: FlagColumn, data: Any) -> Cells:
    """The cells of a column of flags."""
    if isinstance(data, np.ndarray) and data.dtype == np.bool_:
        return Cells(data, None)
    values, places = trimmed(data)
    spec = FlagInput(column.column)
    said = [FLAG_WORDS.get(value.casefold(), value) if isinstance(value, str) else value for value in values]
    by_value = [spec.read(value) for value in said]
    found = np.array([value is True for value in by_value], np.bool_)
    absent = np.array([not isinstance(value, bool) for value in by_value], np.bool_)
    wrong = {i: value for i, value in enumerate(by_value) if isinstance(value, Diagnostic)}
    return Cells(found[places], some(absent[places]), faults(wrong, places))
