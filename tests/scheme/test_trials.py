"""A scheme's own examples, scored and compared."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from perfscheme import Scheme
from perfscheme.nouns.examples import NOT_APPLICABLE, Example


def tried(scheme: Scheme, example: Example) -> Any:
    (trial,) = attrs.evolve(scheme, examples=[example]).check_examples()
    return trial


def codes(scheme: Scheme, example: Example) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(problem.code, problem.path) for problem in tried(scheme, example).problems]


def test_an_example_that_comes_out(five: Scheme, engineer: dict[str, Any]) -> None:
    """Total, grade and points are as they were worked out by hand."""
    card = five.score(engineer)
    points = {"resolution-rate": "88.1"}
    trial = tried(five, Example("typical", engineer, total=card.total, grade="B", coefficient=1, points=points))
    assert trial.passed
    assert trial.card.total == card.total
    assert trial.place == 0


@pytest.mark.parametrize(
    ("expected", "code", "key"),
    [
        ({"total": 90}, "PS330", ("total",)),
        ({"grade": "A"}, "PS331", ("grade",)),
        ({"points": {"resolution-rate": 88}}, "PS330", ("points", "resolution-rate")),
        ({"points": {"resolution-rate": None}}, "PS330", ("points", "resolution-rate")),
        ({"coefficient": "1.2"}, "PS330", ("coefficient",)),
        ({"no_score": True}, "PS329", ("no-score",)),
    ],
)
def test_an_example_that_does_not(
    five: Scheme, engineer: dict[str, Any], expected: dict[str, Any], code: str, key: tuple[str, ...]
) -> None:
    """Every expectation that was not met is told, at its place in the file."""
    assert codes(five, Example("typical", engineer, **expected)) == [(code, ("examples", 0, *key))]


def test_all_differences_at_once(five: Scheme, engineer: dict[str, Any]) -> None:
    """Not only the first."""
    assert len(codes(five, Example("typical", engineer, total=1, grade="D", points={"quality": 1}))) == 3


def test_tolerance(five: Scheme, engineer: dict[str, Any]) -> None:
    """As far as is written, and no further."""
    off = five.score(engineer).total
    assert off is not None
    assert tried(five, Example("x", engineer, total=off + 1, tolerance=1)).passed
    assert not tried(five, Example("x", engineer, total=off + 1, tolerance="0.99")).passed


def test_what_does_not_apply(five: Scheme, engineer: dict[str, Any]) -> None:
    """Is written by its word."""
    card = tried(five, Example("new", {**engineer, "teamwork": NOT_APPLICABLE}, grade="B")).card
    assert card["teamwork"].effective_weight == 0
