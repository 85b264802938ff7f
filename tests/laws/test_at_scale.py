"""One answer, at scale: a batch gives each row the total, grade and points that it scores alone (`make laws`)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import perfscheme as ps
from perfscheme.formula.nodes import State
from perfscheme.nouns.inputs import NumberInput
from perfscheme.testing import rows, schemes
from perfscheme.testing.batches import ends, landmarks

pytestmark = pytest.mark.slow

ROWS = 200_000
EVERYTHING = list(HealthCheck)


def recorded(scheme: ps.Scheme, count: int, seed: int) -> dict[str, Any]:
    """Columns as people record them: few decimals, figures of the scheme itself, one value in fifty missing."""
    chance, marks = np.random.default_rng(seed), landmarks(scheme)
    found: dict[str, Any] = {}
    for spec in scheme.inputs:
        if not isinstance(spec, NumberInput):
            found[spec.key] = np.array(spec.labels, object)[chance.integers(0, len(spec.labels), count)].tolist()
            continue
        low, high = map(float, ends(spec, marks))
        column = np.round(chance.uniform(low, high, count), 0 if spec.unit == "count" else 1)
        here = np.array([float(mark) for mark in marks if low <= mark <= high])
        at_marks = chance.random(count) < 0.2
        column[at_marks] = chance.choice(here, count)[at_marks]
        column[chance.random(count) < 0.02] = math.nan
        found[spec.key] = column
    return found


def hold(scheme: ps.Scheme, columns: Mapping[str, Any] | None, records: Sequence[Mapping[str, Any]]) -> int:
    """Compare every row of a batch with its own card; returns how many have a score."""
    board = scheme.score_many(records if columns is None else columns)
    nodes = scheme.statement.nodes
    points = {key: board.points(key) for key in nodes}
    scored = 0
    for row, record in enumerate(records):
        try:
            card = scheme.score(record)
        except ps.InputError:
            assert row in board.bad_rows
            assert math.isnan(board.total[row])
            continue
        total = card.exact(scheme.statement.total)
        alone = math.nan if total is None or isinstance(total, State) else float(total)
        assert np.array_equal(board.total[row], alone, equal_nan=True), (row, record)
        assert board.grade[row] == card.grade, (row, record)
        scored += not math.isnan(alone)
        for key, stated in nodes.items():
            found = card.exact(stated.points)
            alone = math.nan if found is None or isinstance(found, State) else float(found)
            assert np.array_equal(points[key][row], alone, equal_nan=True), (row, key, record)
    return scored


@pytest.mark.parametrize("path", [pytest.param(path, id=name) for name, path in ps.gallery().items()])
def test_shipped_schemes_over_two_hundred_thousand_rows(path: Path) -> None:
    """Tie-rich data, both plans: total, grade and the points of every part."""
    scheme = ps.load(path)
    columns = recorded(scheme, ROWS, seed=20_260_101)
    plain = {key: column.tolist() if isinstance(column, np.ndarray) else column for key, column in columns.items()}
    records = [dict(zip(plain, values, strict=True)) for values in zip(*plain.values(), strict=True)]
    assert hold(scheme, columns, records) > ROWS // 2


@settings(max_examples=300, deadline=None, suppress_health_check=EVERYTHING)
@given(data=st.data())
def test_three_hundred_random_schemes_over_two_thousand_rows(data: st.DataObject) -> None:
    """Any scheme, rows of few values each input, so that many tie."""
    scheme = data.draw(schemes())
    hold(scheme, None, data.draw(rows(scheme, count=2_000)))
