"""Violations say what was broken, by what, and how."""

from __future__ import annotations

import math
import pickle

import pytest

from perfscheme.testing.violations import Violation, agree


def test_a_violation_names_law_record_and_both_answers() -> None:
    """All that a bug report needs."""
    said = str(Violation("total", {"x": 1}, 3.0, 4.0).of(2, "one answer"))
    assert said == "law 2 (one answer) is broken: total: expected 3.0, found 4.0; record {'x': 1}"


def test_it_is_an_assertion_error_and_survives_pickling() -> None:
    """So that test runners show it, also from another process."""
    found = pickle.loads(pickle.dumps(Violation("total", {}, 1, 2, (2, "one answer"))))
    assert isinstance(found, AssertionError)
    assert str(found) == str(Violation("total", {}, 1, 2).of(2, "one answer"))


def test_answers_agree() -> None:
    """Two NaN are one answer, a number and a NaN are two."""
    agree("x", {}, 1, 1.0)
    agree("x", {}, math.nan, math.nan)
    for one, other in ((1, 2), (math.nan, 1), (None, 0)):
        with pytest.raises(Violation):
            agree("x", {}, one, other)
