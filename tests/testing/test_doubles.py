"""Laws that need a second scheme or record: each is shown a library that errs, and says so."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscheme
from perfscheme import Scheme
from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.nouns.aggregations.aggregations import WeightedMean
from perfscheme.scheme import identity, schemes
from perfscheme.testing import doubles
from perfscheme.testing.violations import Violation

PLAN = """
perfscheme: 1
scheme: plan
inputs: {role: {kind: label, labels: [x, y]}}
score:
  aggregation: {kind: weighted-mean, missing: {kind: renormalise, coverage: 50}}
  children:
    a: {weight: {by: role, cases: {x: 60, y: 10}}, unit: points, range: [0, 100], curve: {kind: as-is}}
    b:
      weight: {by: role, cases: {x: 40, y: 90}}
      unit: points
      range: [0, 100]
      curve: {kind: linear, points: {0: 100, 100: 0}}
"""
RECORDS: list[dict[str, Any]] = [
    {"role": "x", "a": 80, "b": 80.25}, {"role": "y", "a": "79.9", "b": None},
    {"role": "x", "a": 3, "b": 10}, {"role": None, "a": 0, "b": 0},
]  # fmt: skip
EVERY = [
    doubles.direction, doubles.better, doubles.child_order, doubles.scaled, doubles.weightless, doubles.same_content,
]  # fmt: skip


@pytest.fixture
def scheme() -> Scheme:
    return perfscheme.loads(PLAN)


@pytest.mark.parametrize("proof", EVERY, ids=lambda proof: proof.__name__)
def test_a_scheme_that_keeps_the_laws(proof: Any, scheme: Scheme) -> None:
    """Breaks none of them."""
    proof(scheme, RECORDS)


def test_a_direction_that_was_not_proved(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 6: the total falls with `b`, which is said to lift it."""
    monkeypatch.setattr(Analysis, "directions", lambda self, node: {"a": 1, "b": 1})
    with pytest.raises(Violation, match="total as b rises"):
        doubles.direction(scheme, [RECORDS[0], {**RECORDS[0], "b": 1}])


JUDGED = """
perfscheme: 1
scheme: judged
score:
  aggregation: {kind: sum, missing: refuse}
  children:
    a: {unit: percent, better: higher, curve: {kind: linear, points: {0: 0, 100: 100}}}
    b: {unit: hours, range: [0, 100], better: lower, curve: {kind: linear, points: {24: 100, 72: 0}}}
    c: {unit: percent, better: higher, curve: {kind: linear, points: {0: 0, 100: 100}}}
"""
POOR = {"a": 10, "b": 60, "c": 10}


def test_a_better_value_that_scores_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 6: an author wrote the points the wrong way round, and no lint sees it; better may be higher or lower."""
    monkeypatch.setattr(doubles, "findings", lambda scheme: [])
    for changed, good in (("{0: 0, 100: 100}", {"a": 90}), ("{24: 100, 72: 0}", {"b": 30})):
        turned = "{0: 100, 100: 0}" if "a" in good else "{24: 0, 72: 100}"
        scheme = perfscheme.loads(JUDGED.replace("judged", "unseen").replace(changed, turned, 1))
        with pytest.raises(Violation, match=f"total as {next(iter(good))} rises"):
            doubles.better(scheme, [POOR, {**POOR, **good}])


def test_a_named_culprit_and_a_rule_that_fires_are_no_breach() -> None:
    """The one is told by a lint, the other is what the plan says."""
    turned = JUDGED.replace("{0: 0, 100: 100}", "{0: 100, 100: 0}", 1)
    doubles.better(perfscheme.loads(turned), [POOR, {**POOR, "a": 9}])
    fine = "rules: [{kind: deduction, points: 90, when: {input: a, at-least: 80, if-missing: fails}}]\n"
    doubles.better(perfscheme.loads(JUDGED + fine), [POOR, {**POOR, "a": 90}])


def test_an_order_that_matters(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 7: a mean that starts from the first child."""
    formula = WeightedMean.aggregate

    def first(self: WeightedMean, children: Any, setting: Any) -> Any:
        return nodes.linear((1, formula(self, children, setting)), (Fraction(1, 100), children[0].points))

    monkeypatch.setattr(WeightedMean, "aggregate", first)
    with pytest.raises(Violation, match="total"):
        doubles.child_order(perfscheme.loads(PLAN), RECORDS)


def test_weights_that_count_by_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 8: a sum that was meant to be a mean; and a child of weight 0 that counts."""
    monkeypatch.setattr(WeightedMean, "aggregate", _added)
    scheme = perfscheme.loads(PLAN)
    with pytest.raises(Violation, match="total"):
        doubles.scaled(scheme, RECORDS[:1])
    with pytest.raises(Violation, match="total"):
        doubles.weightless(scheme, RECORDS[:1])


def _added(self: WeightedMean, children: Any, setting: Any) -> Any:
    return nodes.linear(*((1, nodes.product(child.weight, child.points)) for child in children))


def test_a_hash_that_depends_on_the_order_of_keys(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 13: and one that depends on nothing."""
    monkeypatch.setattr(identity, "marked", lambda noun, mark: frozenset())
    with pytest.raises(Violation, match="keys turned round"):
        doubles.same_content(perfscheme.loads(PLAN), [])
    monkeypatch.setattr(schemes, "content_hash", lambda noun: "0")
    with pytest.raises(Violation, match="another version"):
        doubles.same_content(perfscheme.loads(PLAN), [])
