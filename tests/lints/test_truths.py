"""Truths: what a condition can be is proved, so it is never other than it is for a record."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from perfscheme.formula.analysis import Analysis
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Condition, State, walk
from perfscheme.lints.truths import truth
from perfscheme.scheme import Scheme
from perfscheme.scheme.intake import read_record
from perfscheme.testing import records, schemes


@given(st.data(), schemes())
@settings(max_examples=60)
def test_a_condition_is_never_what_it_cannot_be(data: st.DataObject, scheme: Scheme) -> None:
    """Of every condition in a random scheme, for a random record; without absences, what can be is less."""
    values = read_record(scheme.statement.inputs, data.draw(records(scheme)))
    whole = not any(isinstance(value, State) for value in values.values())
    run = Evaluation(values)
    roots = [scheme.statement.total, *([scheme.statement.grade] if scheme.statement.grade else [])]
    for node in walk(roots):
        if isinstance(node, Condition):
            try:
                found = run.holds(node)
            except Undefined:
                continue
            for analysis in (Analysis(), Analysis().complete) if whole else (Analysis(),):
                holds, fails = truth(node, analysis)
                assert holds if found else fails
