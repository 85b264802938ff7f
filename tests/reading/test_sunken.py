"""Sunken: keys that are indented too deep."""

from __future__ import annotations

import pytest

from perfscheme.reading.load import checks

HEAD = """perfscheme: 1
scheme: t
score:
  aggregation: {kind: weighted-mean, missing: refuse}
"""
CURVE = "{kind: linear, points: {0: 0, 200: 100}}"


def told(text: str) -> list[tuple[str, int]]:
    """What is wrong, and in which line."""
    return [
        (found.code, found.span.start.line + 1)
        for found in checks(HEAD + text)
        if found.span and found.severity == "error"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # at the end of a curve, of which a dimension, too, has such a key
        ("  children:\n    a:\n      unit: count\n      curve:\n        kind: linear\n"
         "        points: {0: 0, 200: 100}\n        weight: 100\n", 11),
        # two levels too deep
        ("  children:\n    a:\n      unit: count\n      weight: 100\n      curve:\n        kind: linear\n"
         "        points:\n          0: 0\n          200: 100\n          better: higher\n", 14),
        # all that follows upon thresholds
        (f"  children:\n    a:\n      unit: count\n      thresholds:\n        target: 100\n        better: higher\n"
         f"        weight: 100\n        curve: {CURVE}\n", 10),
        # behind the last part of the whole plan
        (f"  children:\n    a:\n      unit: count\n      weight: 100\n      curve: {CURVE}\n"
         "  grades:\n    - {grade: A, from: 90}\n    - {grade: C}\n", 10),
    ],
)  # fmt: skip
def test_what_is_indented_too_deep_is_one_mistake(text: str, line: int) -> None:
    """It is told at its first line, and read as if it stood where it belongs."""
    assert told(text) == [("PS086", line)]


def test_a_threshold_may_have_any_name() -> None:
    """Also that of a key which lacks, as long as a number stands there."""
    text = "  children:\n    a:\n      unit: count\n      weight: 100\n      thresholds:\n        owner: 5\n"
    assert told(text + f"      curve: {CURVE}\n      better: higher\n") == []


def test_what_a_raised_key_holds_is_told_at_its_place() -> None:
    """Its path leads to where it was written."""
    text = "  children:\n    a:\n      unit: count\n      weight: 100\n      thresholds:\n        target: 100\n"
    text += "        better: higher\n"
    (first, second) = checks(HEAD + text + "        curve: {kind: linear, points: {target: 100, stretch: 120}}\n")
    assert (first.code, second.code) == ("PS086", "PS128")
    assert second.path[:5] == ("score", "children", "a", "thresholds", "curve")
