"""Lints over random schemes: none fails, every witness shows what it says, and silence on law 6 is a promise."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from perfscheme.formula.directions import UP
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import compare
from perfscheme.lints import findings, lint
from perfscheme.lints.surveys import Survey
from perfscheme.scheme import Scheme
from perfscheme.testing import records, schemes


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


@given(st.data(), schemes())
@settings(max_examples=60)
def test_where_nothing_is_said_a_better_value_never_lowers_the_total(data: st.DataObject, scheme: Scheme) -> None:
    """Law 6: unless a rule fires, or a value is missing on the way."""
    survey = Survey(scheme)
    said = [finding for each, finding in findings(scheme) if each.code in ("PS501", "PS502", "PS503")]
    if said:
        return
    for key in survey.judged:
        one, two = data.draw(records(scheme)), data.draw(records(scheme))
        low, high = (survey.statement.inputs[key].read(record[key]) for record in (one, two))
        if not isinstance(low, Fraction) or not isinstance(high, Fraction) or low == high:
            continue
        worse, better = (one[key], two[key]) if (low < high) == (survey.way(key) == UP) else (two[key], one[key])
        cards = [scheme.score({**one, key: value}) for value in (worse, better)]
        if not all(survey.silent(card.inputs) for card in cards) or _states(cards[0]) != _states(cards[1]):
            continue
        before, after = (present(scheme, {**one, key: value}) for value in (worse, better))
        if before is not None and after is not None:
            assert compare(after, before) * survey.sense >= 0


def _states(card: Any) -> list[bool]:
    nodes = card.scheme.statement.nodes.values()
    found = [card.exact(node) for stated in nodes for node in (stated.points, *stated.terms)]
    return [value is None or isinstance(value, State) for value in found]
