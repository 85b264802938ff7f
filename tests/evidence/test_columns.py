"""Columns, read as they are meant."""

from __future__ import annotations

import numpy as np

from evidence.conftest import faults, values
from perfscheme.evidence.columns import read
from perfscheme.nouns.evidence.columns import NumberColumn, TextColumn


def test_cells_that_nobody_expects_are_faults() -> None:
    """A list in a cell must not stop the others."""
    assert faults(read(TextColumn("t"), ["a", ["b"]], None)) == {"PS631": [1]}
    assert values(read(NumberColumn("n"), np.ma.masked_array([1, 2], [False, True]), None)) == [1, None]
