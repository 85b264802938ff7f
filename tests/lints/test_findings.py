"""Findings: what a lint says of one place."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscheme.lints import Finding
from perfscheme.lints.findings import shown


def test_a_finding_needs_no_records():
    """Where the argument is in the message."""
    assert Finding(("score",), {"name": "a"}).records == ()


@pytest.mark.parametrize(
    ("x", "digits"),
    [
        (Fraction(0), "0"),
        (Fraction(1, 3), "0.333333"),
        (Fraction(-7, 8), "-0.875"),
        (10**30 + Fraction(1, 2), f"{10**30}.5"),
        (Fraction(1, 10**8), "0.00000001"),
    ],
)
def test_a_result_has_six_places_however_large_it_is(x: Fraction, digits: str) -> None:
    """A total of a ninth power was more than a decimal rounds; what would be nothing is told whole."""
    assert shown(x) == digits
