"""Cells."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from perfscheme.diagnostics import Diagnostic
from perfscheme.evidence.cells import Cells, Fault, distinct
from perfscheme.frames.columns import Coded

ODD = Diagnostic("PS106")


@pytest.mark.parametrize(
    "data",
    [
        [7, -5, 7, 3],
        np.array([7, -5, 7, 3]),
        np.array([7, -5, 7, 3], np.int8),
        np.array([7, -5, 7, 3], object),
        np.array(["b", "a", "b", "c"]),
        np.array([10**9, -(10**18), 10**9, 0]),
        np.array([7.5, -5, 7.5, 3]),
        np.array(["2026-02-02", "2026-01-01", "2026-02-02", "NaT"], "datetime64[D]"),
        Coded((7, -5, 3), np.array([0, 1, 0, 2])),
    ],
)
def test_different_values_come_as_they_appear(data: Any) -> None:
    """Whatever kind of column it is, and however far they lie apart."""
    values, places = distinct(data)
    assert [int(place) for place in places] == [0, 1, 0, 2]
    if not isinstance(data, Coded):
        assert [str(values[place]) for place in places] == [str(value) for value in data]


def test_a_stretch_has_the_faults_of_its_rows() -> None:
    """Counted from its first row; nothing is absent where no row of it is."""
    absent = np.array([True, False, False, True, True])
    cells = Cells(np.arange(5), absent, (Fault(np.array([0]), Diagnostic("PS631")), Fault(np.array([4, 3]), ODD)))
    middle, end = cells.stretch(1, 3), cells.stretch(2, 5)
    assert (middle.values.tolist(), middle.absent, middle.faults) == ([1, 2], None, ())
    assert end.absent is not None
    assert (end.values.tolist(), end.absent.tolist()) == ([2, 3, 4], [False, True, True])
    assert [(fault.diagnostic, fault.rows.tolist()) for fault in end.faults] == [(ODD, [2, 1])]
