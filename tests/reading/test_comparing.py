"""Conditions written as text."""

import pytest

from perfscheme.reading.comparing import comparison


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("x >= 1", "{input: x, at-least: 1, if-missing: fails}"),
        ("x>90%", "{input: x, above: 90, if-missing: fails}"),
        ("满意度 ≥ 90", "{input: 满意度, at-least: 90, if-missing: fails}"),
        ("满意度不低于９０分", "{input: 满意度, at-least: 90, if-missing: fails}"),
        ("重大投诉超过 3 次", "{input: 重大投诉, above: 3, if-missing: fails}"),
        ("x == 1", "{input: x, equals: 1, if-missing: fails}"),
        ("x <= -0.5", "{input: x, at-most: -0.5, if-missing: fails}"),
        ("x less than 60", "{input: x, below: 60, if-missing: fails}"),
        ("this is 3", "{input: this, equals: 3, if-missing: fails}"),
        ("trainee = true", "{input: trainee, is: true, if-missing: fails}"),
        ("role is 'senior'", "{input: role, is: senior, if-missing: fails}"),
        ("x >= target", "{met: x, threshold: target, if-missing: fails}"),
        ("x < target", "{not: {met: x, threshold: target, if-missing: holds}}"),
        ("major-complaints", "{input: major-complaints, at-least: 1, if-missing: fails}"),
        ("x >= 1 and y >= 2", "{input: …, at-least: 1, if-missing: fails}"),
        ("", "{input: …, at-least: 1, if-missing: fails}"),
    ],
)
def test_a_text_is_put_as_the_mapping_that_is_meant(text: str, meant: str) -> None:
    """Or answered with an example, where it says more than one comparison."""
    assert comparison(text, "input") == meant


def test_rows_are_compared_by_column() -> None:
    """They have no thresholds, and need no word for what is missing."""
    assert comparison("status == solved", "column") == "{column: status, is: solved}"
    assert comparison("answered < reported", "column") == "{column: answered, below: reported}"
