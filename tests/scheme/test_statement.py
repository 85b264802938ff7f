"""Statements: what a scheme computes, stage by stage."""

from __future__ import annotations

import attrs
import pytest

import perfscheme as ps
from perfscheme.diagnostics import Diagnostic


def test_findings_are_the_problems_that_are_no_errors() -> None:
    """A warning leaves a scheme usable, an error does not get that far."""
    statement = ps.load(ps.gallery()["weighted"]).statement
    warning, error = Diagnostic("PS309", severity="warning"), Diagnostic("PS309")
    assert attrs.evolve(statement, problems=(warning, error)).findings == (warning,)


def test_a_statement_is_not_to_be_changed() -> None:
    """Every card of a scheme reads the same one."""
    statement = ps.load(ps.gallery()["weighted"]).statement
    with pytest.raises(TypeError):
        statement.nodes["more"] = statement.nodes["score"]  # type: ignore[index]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        statement.total = statement.unrounded  # type: ignore[misc]


def test_an_input_is_called_by_its_name_else_by_its_one_indicator_else_by_its_key() -> None:
    """The same in explanations, messages, documents and data files; two readers give it neither name."""
    scheme = ps.loads("""
perfscheme: 1
scheme: names
inputs:
  calls: {kind: number, unit: count}
  own: {kind: number, unit: count, name: Own}
score:
  aggregation: {kind: sum, missing: refuse}
  children:
    load: {unit: count, input: calls, name: Load, curve: {kind: linear, points: {0: 0, 10: 10}}}
    effort: {unit: count, input: calls, name: Effort, curve: {kind: linear, points: {0: 0, 10: 10}}}
    other: {unit: count, input: own, name: Other, curve: {kind: linear, points: {0: 0, 10: 10}}}
    speed: {unit: count, name: Speed, range: [0, 10], curve: {kind: linear, points: {0: 0, 10: 10}}}
""")
    assert {key: name.say("en") for key, name in scheme.statement.input_names.items()} == {
        "calls": "calls", "own": "Own", "speed": "Speed",
    }  # fmt: skip
