"""Columns: a batch made into the arrays that the vector interpreter runs on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic
from perfscheme.evidence.cells import distinct
from perfscheme.formula.cuts import WHOLE
from perfscheme.formula.nodes import Input, LabelInput, State
from perfscheme.formula.vector.tiles import LABEL_MISSING, LABEL_NOT_APPLICABLE, Codes, Columns, Masks
from perfscheme.nouns.inputs import InputSpec
from perfscheme.scheme.intake import NoValue, Table, is_exactly

_PLAIN = frozenset({float, int, type(None)})

_ODD = -3
"""The code of a label that is none."""

_FINITE = Fraction(10**308)
"""Up to here every number has a float next to it."""


def columns_of(table: Table, nodes: dict[str, Input | LabelInput]) -> tuple[Columns, NDArray[np.intp]]:
    """The arrays of a batch.

    Returns:
        The columns, and the rows that hold a value which an array cannot carry (a fault, or a number that no
        float stands for): these are to be read one by one.
    """
    numbers: dict[str, NDArray[np.generic]] = {}
    not_applicable: dict[str, Masks] = {}
    labels: dict[str, Codes] = {}
    odd: set[int] = set()
    for key, node in nodes.items():
        spec = table.inputs[key]
        column = table.columns[key] = _own(table.columns[key])
        if isinstance(node, Input):
            numbers[key], outside = _numbers(spec, column, odd)
            if outside is not None:
                not_applicable[key] = outside
        else:
            labels[key] = _labels(spec, node, column, odd)
    return Columns(numbers, not_applicable, labels, table.rows), np.array(sorted(odd), np.intp)


def _own(column: Any) -> Any:
    """A column of a frame library, in whole or row by row, as one and the same values.

    Short floats are handed out as long ones row by row, whole numbers with a gap as floats in whole, and the rows of
    Arrow are boxes.
    """
    if isinstance(column, (list, tuple, np.ndarray)):
        return column
    array, boxed = np.asarray(column), hasattr(column, "to_pylist")
    if array.dtype == np.float64 and bool((np.abs(array) >= WHOLE).any()):
        return column.to_pylist() if boxed else list(column)
    return array if boxed or (array.dtype.kind == "f" and array.dtype.itemsize < 8) else column


def _numbers(spec: InputSpec, column: Any, odd: set[int]) -> tuple[NDArray[np.generic], Masks | None]:
    if isinstance(column, np.ma.MaskedArray):
        # Its masked values become None; as a plain array they would come to life.
        masked = np.ma.getmaskarray(column)
        if column.dtype.kind == "f" and column.dtype.itemsize < 8:
            return np.where(masked, math.nan, column.data.astype(str).astype(np.float64)), None
        column = column.tolist()
    if not isinstance(column, (list, tuple)):
        array = np.asarray(column)
        if array.ndim == 1 and (array.dtype == np.float64 or (array.dtype.kind in "iu" and _narrow(array))):
            return array, None
        if array.dtype.kind == "f" and array.dtype.itemsize < 8:
            return array.astype(str).astype(np.float64), None  # a short float is the decimal that prints it
        column = list(array) if array.dtype.kind in "mM" else array.tolist()
    elif set(map(type, column)) <= _PLAIN and not any(type(x) is int and abs(x) > WHOLE for x in column):
        return np.array([math.nan if x is None else x for x in column], np.float64), None
    return _one_by_one(spec, column, odd)


def _narrow(whole: NDArray[np.generic]) -> bool:
    """Whether all of these whole numbers are floats of their own."""
    return not len(whole) or bool(int(whole.max()) <= WHOLE and int(whole.min()) >= -WHOLE)


def _one_by_one(spec: InputSpec, column: Sequence[Any], odd: set[int]) -> tuple[NDArray[np.generic], Masks | None]:
    numbers = np.full(len(column), math.nan)
    outside: Masks | None = None
    texts: dict[str, Any] = {}  # cells of a file repeat, and reading one takes as long as scoring ten rows
    for row, value in enumerate(column):
        if isinstance(value, str):
            if value not in texts:
                texts[value] = spec.read(value)
            found = texts[value]
        else:
            found = None if isinstance(value, NoValue) else spec.read(value)
        if isinstance(found, Fraction):
            if abs(found) < _FINITE and is_exactly(near := float(found), found):
                numbers[row] = near
            else:
                odd.add(row)
        elif found is State.NOT_APPLICABLE:
            outside = np.zeros(len(column), np.bool_) if outside is None else outside
            outside[row] = True
        elif found is None or isinstance(found, Diagnostic):
            odd.add(row)
    return numbers, outside


def _labels(spec: InputSpec, node: LabelInput, column: Any, odd: set[int]) -> Codes:
    if isinstance(column, np.ma.MaskedArray):
        column = column.tolist()
    values, rows = distinct(column if isinstance(column, (list, tuple)) else np.asarray(column).tolist())
    codes = np.array([_code(spec, node, value) for value in values], np.intp)
    found: Codes = codes[rows]
    if (codes == _ODD).any():
        places = np.flatnonzero(found == _ODD)
        odd.update(places.tolist())
        found[places] = LABEL_MISSING
    return found


def _code(spec: InputSpec, node: LabelInput, value: Any) -> int:
    read = None if isinstance(value, NoValue) else spec.read(value)
    if read is State.NOT_APPLICABLE:
        return LABEL_NOT_APPLICABLE
    if read is State.MISSING:
        return LABEL_MISSING
    return node.labels.index(read) if isinstance(read, (str, bool)) else _ODD
