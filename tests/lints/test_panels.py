"""Lints of panels: ratings that were to be converted."""

from __future__ import annotations

from pathlib import Path

import pytest

from perfscheme.lints import lint
from perfscheme.reading.load import loads

FILE = Path(__file__).parents[1] / "broken" / "ratings-that-are-not-converted.yaml"


@pytest.mark.parametrize(
    ("ratings", "indicator", "codes"),
    [
        ("[1, 5]", "[0, 100]", ["PS561"]),
        ("[0, 50]", "[0, 100]", ["PS561"]),
        ("[0, 51]", "[0, 100]", []),
        ("[0, 100]", "[0, 100]", []),
        ("[1, 5]", "[0, null]", []),
    ],
)
def test_ratings_that_fill_half_of_a_range_at_most_are_told(ratings: str, indicator: str, codes: list[str]) -> None:
    """Nobody rates from 0 to 100 in fives; a range without an end cannot be filled."""
    text = FILE.read_text(encoding="utf-8").replace("range: [0, 100]", f"range: {indicator}")
    found = lint(loads(text.replace("range: [1, 5]", f"range: {ratings}")))
    assert [one.code for one in found if one.code == "PS561"] == codes


def test_converted_ratings_are_well() -> None:
    """`scale` says what they become."""
    text = FILE.read_text(encoding="utf-8").replace("      average:", "      scale: [0, 100]\n      average:")
    assert lint(loads(text)) == ()


def test_one_panel_is_told_once() -> None:
    """However many items it has: one line mends them all."""
    text = FILE.read_text(encoding="utf-8").replace("items: {care: quality}", "items: {care: quality, haste: speed}")
    text = text.replace("unit: hours\n", "unit: hours\n      range: [0, 2000]\n")
    (found,) = lint(loads(text))
    assert found.also == (("evidence", "panels", "survey", "items", "haste"),)
