"""Contributions: what each child adds as a product, and all of them as a sum, that a person can check by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscheme
from perfscheme.diagnostics import Language
from perfscheme.scheme.additions import Addition
from perfscheme.scheme.contributions import added_up, contribution

PLAN = """
perfscheme: 1
scheme: sales
score:
  aggregation: {aggregation}
  children:
    speed: {{{weights[0]}unit: points, range: [0, 100], curve: {{kind: as-is}}}}
    quality: {{{weights[1]}unit: points, range: [0, 100], curve: {{kind: as-is}}}}
"""


def told(
    record: dict[str, Any], aggregation: str, weights: tuple[int, int] | None = None, lang: Language = "en"
) -> list[str]:
    """What each of two children is said to add."""
    written = [f"weight: {weight}, " for weight in weights] if weights else ["", ""]
    card = perfscheme.loads(PLAN.format(aggregation=aggregation, weights=written)).score(record)
    return [contribution(card, card[key], lang) for key in ("speed", "quality")]


@pytest.mark.parametrize(
    ("aggregation", "weights", "expected"),
    [
        ("kind: weighted-mean, weights: normalised", (3, 1),
         ["contributes 3/4 × 90 = 67.5", "contributes 1/4 × 80 = 20"]),
        ("kind: weighted-mean, weights: to-100", (99, 1), ["contributes 99% × 90 = 89.1", "contributes 1% × 80 = 0.8"]),
        ("kind: sum", None, ["contributes 90", "contributes 80"]),
        ("kind: best, count: 1", None, ["contributes 90", "left out: contributes nothing"]),
        ("kind: geometric-mean, weights: equal", None, ["", ""]),
    ],
)  # fmt: skip
def test_a_child_adds_its_points_times_its_share(
    aggregation: str, weights: tuple[int, int] | None, expected: list[str]
) -> None:
    """Where dimensions do not add, nothing is said."""
    aggregation = f"{{{aggregation}, missing: {{kind: refuse}}}}"
    assert told({"speed": 90, "quality": 80}, aggregation, weights) == expected


@pytest.mark.parametrize(
    ("lang", "expected"), [("en", "counts as 0 points; contributes 1/2 × 0 = 0"), ("zh", "按 0 分计；贡献 1/2 × 0 = 0")]
)
def test_points_that_stand_for_a_missing_child_are_told(lang: Language, expected: str) -> None:
    """Before what is made of them."""
    aggregation = "{kind: weighted-mean, weights: equal, missing: {kind: zero}}"
    assert told({"speed": 90, "quality": None}, aggregation, lang=lang)[1] == expected


def sum_of(kind: Any, counted: list[int | None], weights: list[int], scale: int = 1) -> Addition:
    """Children with weights, of which None was left out."""
    whole = sum(weight for weight, x in zip(weights, counted, strict=True) if x is not None)
    factors = [
        Fraction(0) if x is None else Fraction(scale * weight, whole)
        for weight, x in zip(weights, counted, strict=True)
    ]
    return Addition(
        kind,
        tuple(None if x is None else Fraction(x) for x in counted),
        tuple(factors),
        tuple(factor * (x or 0) for factor, x in zip(factors, counted, strict=True)),
        tuple(Fraction(0 if x is None else weight) for weight, x in zip(weights, counted, strict=True)),
        Fraction(scale),
    )


@pytest.mark.parametrize(
    ("counted", "weights", "expected"),
    [
        ([90, 80], [1, 1], "45 + 40 = 85"),
        ([90, -80], [1, 1], "45 − 40 = 5"),
        ([-90, 80], [1, 1], "−45 + 40 = -5"),
        ([90, None], [1, 1], "90"),
        ([10, 10, 20], [1, 1, 1], "(10 + 10 + 20) ÷ 3 = 10/3 + 10/3 + 20/3 = 40/3 ≈ 13.3333"),
        ([10, -20], [1, 2], "(1 × 10 + 2 × (-20)) ÷ 3 = 10/3 − 40/3 = -10"),
    ],
)
def test_contributions_are_added_up(counted: list[int | None], weights: list[int], expected: str) -> None:
    """What would be thirds is shown as the mean first, which has none."""
    whole = sum_of("mean", counted, weights)
    assert whole.contributions is not None
    assert added_up(whole, sum(map(Fraction, whole.contributions), Fraction(0))) == expected


def test_nothing_is_added_up_where_there_are_no_contributions() -> None:
    """A geometric mean has none."""
    whole = Addition("geometric-mean", (Fraction(2),), (Fraction(1),), None)
    assert added_up(whole, Fraction(2)) is None
