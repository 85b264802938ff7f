"""Lints over random schemes: none fails, and every witness shows what it says."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import compare
from perfscheme.lints import findings, lint
from perfscheme.lints.surveys import Survey
from perfscheme.scheme import Scheme
from perfscheme.testing import schemes


def present(scheme: Scheme, record: Any) -> Any:
    """The exact total, None where there is none."""
    try:
        found = scheme.score(record).exact(scheme.statement.total)
    except Undefined:
        return None
    return None if found is None or isinstance(found, State) else found


@given(schemes())
@settings(max_examples=60)
def test_every_witness_shows_what_it_says(scheme: Scheme) -> None:
    """Scored by itself, the better record has the worse total (or fewer points)."""
    sense = Survey(scheme).sense
    for each, finding in findings(scheme):
        if each.code == "PS502":
            worse, better = (present(scheme, dict(record)) for record in finding.records)
            assert compare(better, worse) * sense < 0
        elif each.code == "PS501":
            raw = scheme.statement.nodes[str(finding.path[-2])].raw
            worse, better = (Evaluation(record)(raw) for record in finding.records)
            assert compare(worse, better) != 0  # type: ignore[arg-type]
    lint(scheme)
