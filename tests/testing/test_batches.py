"""Random records and batches."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

import perfscheme
from perfscheme import Scheme
from perfscheme.diagnostics import Diagnostic
from perfscheme.nouns.inputs import NumberInput
from perfscheme.testing import columns, records, rows, schemes
from perfscheme.testing.batches import edges, ends, landmarks, values

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
PLAN = """
perfscheme: 1
scheme: plan
score:
  aggregation: {kind: weighted-mean, missing: refuse}
  children:
    a: {weight: 50, unit: hours, better: lower, thresholds: {target: 72}, curve: {kind: all-or-nothing}}
    b: {weight: 50, unit: points, curve: {kind: levels, levels: {good: 100, poor: 0}}}
grades: [{grade: A, from: 87.5}, {grade: B}]
"""


def faults(scheme: Scheme, record: dict[str, Any]) -> list[str]:
    return [spec.key for spec in scheme.inputs if isinstance(spec.read(record[spec.key]), Diagnostic)]


@settings(max_examples=25, suppress_health_check=SLOW)
@given(st.data())
def test_records_are_valid_unless_faults_are_asked_for(data: st.DataObject) -> None:
    """Every input is there, as a host may hand it in."""
    scheme = data.draw(schemes(depth=0))
    record = data.draw(records(scheme))
    assert set(record) == {spec.key for spec in scheme.inputs}
    assert faults(scheme, record) == []


def test_faults_come_up_where_they_are_asked_for() -> None:
    """In some rows, not in all."""
    scheme, found = perfscheme.loads(PLAN), set()

    @given(rows(scheme, count=5, faults=True))
    def draw(batch: list[dict[str, Any]]) -> None:
        found.update(bool(faults(scheme, record)) for record in batch)

    draw()
    assert found == {True, False}


def test_edges_come_up() -> None:
    """The threshold itself, and values a hundredth beside it, as far as the input can have them."""
    scheme = perfscheme.loads(PLAN)
    spec, marks = scheme.inputs[0], landmarks(scheme)
    assert isinstance(spec, NumberInput)
    assert set(edges(spec, marks)) >= {Fraction(72), Fraction("71.99"), Fraction("72.01")}
    assert edges(NumberInput("a", "hours", range=(0, 72)), [Fraction(72), Fraction(1, 3)]) == [
        Fraction("71.99"),
        Fraction(72),
    ]
    drawn = find(
        values(spec, marks),
        lambda value: spec.read(value) == Fraction("71.99"),
        settings=settings(max_examples=10_000, derandomize=True, database=None),
    )
    assert spec.read(drawn) == Fraction("71.99")


@given(columns(perfscheme.loads(PLAN), count=30))
def test_columns_are_rows_turned(found: dict[str, list[Any]]) -> None:
    """Of few values each, so that rows tie."""
    assert {len(column) for column in found.values()} == {30}
    assert all(len({repr(value) for value in column}) <= 8 for column in found.values())


def test_landmarks_are_the_figures_of_a_scheme() -> None:
    """Of its curves, thresholds, weights and grades."""
    assert set(landmarks(perfscheme.loads(PLAN))) >= {Fraction(72), Fraction(100), Fraction("87.5")}


def test_ends_of_an_input() -> None:
    """Its range; without one, as far as the figures of the scheme go."""
    assert ends(NumberInput("x", "percent"), []) == (0, 100)
    low, high = ends(NumberInput("x", "points"), [Fraction(500)])
    assert low <= -100
    assert high >= 500
