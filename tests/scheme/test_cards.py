"""Scorecards: results that explain themselves, compare and travel."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import Any

import perfscheme
from perfscheme import Scheme, Scorecard


def test_a_card_has_total_grade_and_coefficient(five: Scheme, engineer: dict[str, Any]) -> None:
    """As the scheme rounds and grades."""
    card = five.score(engineer, subject="E-017")
    assert (card.total, card.grade, card.coefficient, card.subject) == (Decimal("89.55"), "B", Decimal(1), "E-017")
    assert (card.problems, card.unrounded, card.scheme) == ((), Decimal("89.545"), five)


QUICK = """
perfscheme: 1
scheme: quick
rounding: {places: 1, mode: half-up, before-grading: true}
score:
  aggregation: {kind: weighted-mean, missing: {kind: refuse}}
  children:
    a: {weight: 60, unit: points, range: [0, 100], curve: {kind: as-is}}
    b: {weight: 40, unit: hours, better: lower, range: [0, 100], curve: {kind: linear, points: {24: 100, 72: 80}}}
grades: [{grade: A, from: 90}, {grade: B}]
"""


def test_nothing_is_worked_out_before_it_is_asked_for() -> None:
    """A quick card holds the record and two numbers."""
    card = perfscheme.loads(QUICK).score({"a": 81.7, "b": 30})
    assert set(vars(card)) == {"_scheme", "_record", "_found", "_subject", "_faults"}
    assert (card.total, card.grade) == (Decimal("88.0"), "B")


def test_cards_are_equal_by_scheme_subject_and_inputs(five: Scheme, engineer: dict[str, Any]) -> None:
    """However the values were written."""
    card = five.score(engineer)
    same = five.score(engineer | {"satisfaction": "93.50"})
    assert card == same
    assert hash(card) == hash(same)
    assert card != five.score(engineer, subject="E-017")
    assert card != five.score(engineer | {"teamwork": 5})


def test_a_card_survives_pickling(five: Scheme, engineer: dict[str, Any]) -> None:
    """With everything that it can tell."""
    card = five.score(engineer | {"teamwork": None}, subject="E-017")
    back = pickle.loads(pickle.dumps(card))
    assert isinstance(back, Scorecard)
    assert (back, back.total, back.explain("zh"), back.to_dict()) == (
        card,
        card.total,
        card.explain("zh"),
        card.to_dict(),
    )


def test_a_card_gives_advice(five: Scheme, tree: Scheme, engineer: dict[str, Any], member: dict[str, Any]) -> None:
    """The next grade, what brings it, and the target that is nearest."""
    card = five.score(engineer)
    assert card.next_grade is not None
    assert (card.next_grade.grade, card.next_grade.distance) == ("A", Decimal("0.45"))
    assert card.improvements[0].grade == "A"
    advice = tree.score(member).target_advice
    assert advice is not None
    assert (advice.input, advice.meets) == ("response", ("response",))
    assert "total=89.55 grade=B" in repr(card)
