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
