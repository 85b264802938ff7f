"""Proofs find what is wrong: each is shown a library that errs, and says so."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

import attrs
import numpy as np
import pytest

import perfscheme
from perfscheme import NOT_APPLICABLE, Scheme
from perfscheme.formula.nodes import Formula, State, default
from perfscheme.nouns.aggregations.children import Child, Missing
from perfscheme.nouns.grades import Ladder
from perfscheme.nouns.setting import Setting
from perfscheme.scheme.boards import Scoreboard
from perfscheme.scheme.cards import Scorecard
from perfscheme.testing import proofs
from perfscheme.testing.violations import Violation

PLAN = """
perfscheme: 1
scheme: plan
rounding: {places: 1, mode: half-up, before-grading: true}
score:
  aggregation: {kind: weighted-mean, missing: {kind: renormalise, coverage: 50}}
  children:
    a: {weight: 60, unit: points, range: [0, 100], curve: {kind: as-is}}
    b: {weight: 40, unit: points, range: [0, 100], curve: {kind: as-is}}
grades: [{grade: A, from: 80, coefficient: 2}, {grade: B, from: 60, coefficient: 1}, {grade: C, coefficient: 0}]
"""
RECORDS: list[dict[str, Any]] = [
    {"a": 80, "b": 80.25}, {"a": "79.9", "b": None}, {"a": NOT_APPLICABLE, "b": 3}, {"a": 0.1, "b": 60.5},
    {"a": None, "b": None},
]  # fmt: skip
WRONG: list[dict[str, Any]] = [*RECORDS, {"a": 101, "b": "x"}]
EVERY = [proofs.exact, proofs.one_answer, proofs.rounded_once, proofs.missing_is_not_zero, proofs.edges,
         proofs.row_order, proofs.contributions, proofs.nothing_lost, proofs.replay]  # fmt: skip


@pytest.fixture
def scheme() -> Scheme:
    return perfscheme.loads(PLAN)


@pytest.mark.parametrize("proof", EVERY, ids=lambda proof: proof.__name__)
def test_a_scheme_that_keeps_the_laws(proof: Any, scheme: Scheme) -> None:
    """Breaks none of them."""
    proof(scheme, RECORDS)


def test_a_batch_that_rounds_another_way(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 2: one total of five is off by a tenth."""
    run = Scoreboard._run

    def off(self: Scoreboard, *arguments: Any) -> Any:
        values, *rest = run(self, *arguments)
        values[0][0] += 0.1
        return (values, *rest)

    monkeypatch.setattr(Scoreboard, "_run", off)
    with pytest.raises(Violation, match="total"):
        proofs.one_answer(scheme, RECORDS)
    with pytest.raises(Violation, match="total"):
        proofs.row_order(scheme, RECORDS)


def test_a_batch_that_forgets_a_fault(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Laws 2 and 11: a bad row that nobody is told of."""
    monkeypatch.setattr(Scoreboard, "problems", ())
    with pytest.raises(Violation, match="wrong fields of row 5"):
        proofs.nothing_lost(scheme, WRONG)
    with pytest.raises(Violation, match="problems"):
        proofs.one_answer(scheme, WRONG)


def test_a_fault_that_costs_another_row_its_score(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 11: the row before it is lost too."""
    run = Scoreboard._run

    def lost(self: Scoreboard, *arguments: Any) -> Any:
        values, index, again, bad = run(self, *arguments)
        for row in bad:
            values[0][row - 2] = np.nan
        return values, index, again, bad

    monkeypatch.setattr(Scoreboard, "_run", lost)
    with pytest.raises(Violation, match="beside rows with wrong values"):
        proofs.nothing_lost(scheme, WRONG)


def test_floats_that_are_not_the_decimals_that_print_them(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 1: a total that depends on how the number was handed in."""
    monkeypatch.setattr(Scorecard, "total", property(lambda self: Decimal(len(str(dict(self.inputs))))), raising=False)
    monkeypatch.setattr(proofs, "_texts", lambda value: format(Decimal(float(value)), "f"))
    monkeypatch.setattr(proofs, "_same", lambda other, value: True)
    with pytest.raises(Violation):
        proofs.exact(scheme, RECORDS)


@pytest.mark.parametrize(
    ("mode", "before", "after", "allowed"),
    [
        ("half-up", "0.05", "0.1", True), ("half-up", "0.05", "0", False), ("half-down", "0.05", "0", True),
        ("half-even", "0.05", "0", True), ("half-even", "0.15", "0.1", False), ("up", "0.01", "0.1", True),
        ("up", "-0.01", "0", False), ("down", "-0.09", "0", True), ("ceiling", "-0.09", "0", True),
        ("floor", "-0.01", "-0.1", True), ("floor", "0.09", "0.1", False), ("05up", "0.53", "0.6", True),
        ("05up", "0.53", "0.5", False), ("05up", "0.63", "0.6", True), ("05up", "0.63", "0.7", False),
        ("half-up", "0.2", "0.4", False), ("up", "0.2", "0.4", False),
    ],
)  # fmt: skip
def test_what_each_mode_may_do(mode: str, before: str, after: str, allowed: bool) -> None:
    """Law 3, by the words of the modes: towards or away from zero, up or down, ties to one side."""
    low, high = Fraction(before) * 10, Fraction(after) * 10
    assert proofs._allowed(mode, high - low, low, int(high)) is allowed


def test_a_total_that_is_rounded_twice(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 3: 79.45 by way of 79.5 is 80, in units of one half point it would not be."""
    with pytest.raises(Violation, match="rounding"):
        proofs.rounded_once(_shown(scheme, monkeypatch, Fraction("79.4")), [{"a": "79.45", "b": "79.45"}])


def _shown(scheme: Scheme, monkeypatch: pytest.MonkeyPatch, total: Fraction) -> Scheme:
    exact = Scorecard.exact

    def wrong(self: Scorecard, node: Any) -> Any:
        return total if node is scheme.statement.total else exact(self, node)

    monkeypatch.setattr(Scorecard, "exact", wrong)
    return scheme


def test_a_missing_child_with_weight(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 4: what is not there has points of 0."""
    part = Scorecard.__getitem__

    def zero(self: Scorecard, key: str) -> Any:
        found = part(self, key)
        return attrs.evolve(found, points=Decimal(0)) if found.state is State.MISSING else found

    monkeypatch.setattr(Scorecard, "__getitem__", zero)
    with pytest.raises(Violation, match="points of"):
        proofs.missing_is_not_zero(scheme, RECORDS)


@attrs.frozen
class Zeroing:
    """The mean, with 0 for what is not there."""

    kind: ClassVar[str] = "zeroing"

    missing: Missing

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        points = [default(child.points, 0) for child in self.missing.terms(children, setting)]
        return sum(points[1:], points[0]) / len(points)


@pytest.mark.parametrize("how", ["missing: refuse", "missing: {kind: renormalise, coverage: 70}"])
def test_an_aggregation_of_ones_own_that_makes_0_of_what_is_missing(how: str) -> None:
    """Law 4: its policy leaves nothing below its coverage, so there are no points."""
    registry = perfscheme.Registry.standard().with_(Zeroing)
    wrong = PLAN.replace(
        "{kind: weighted-mean, missing: {kind: renormalise, coverage: 50}}", f"{{kind: zeroing, {how}}}"
    )
    with pytest.raises(Violation, match="absence of score below its coverage"):
        proofs.missing_is_not_zero(perfscheme.loads(wrong, registry=registry), [{"a": 80, "b": None}])


def test_an_edge_that_belongs_to_the_worse_grade(monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 5: a total of 80 is no A."""
    index = Ladder.index
    monkeypatch.setattr(Ladder, "index", lambda self, total: index(self, total - Fraction(1, 1000)))
    with pytest.raises(Violation, match="grade"):
        proofs.edges(perfscheme.loads(PLAN), [{"a": 80, "b": 80}])


def test_contributions_that_do_not_add_up(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 9: one of them is off by a millionth."""
    part = Scorecard.__getitem__

    def off(self: Scorecard, key: str) -> Any:
        found = part(self, key)
        return attrs.evolve(found, contribution=found.contribution + Fraction(1, 10**6)) if key == "a" else found

    monkeypatch.setattr(Scorecard, "__getitem__", off)
    with pytest.raises(Violation, match="sum of the contributions to score"):
        proofs.contributions(scheme, RECORDS[:1])
