"""Tallied: values from tables in the units of their inputs."""

from __future__ import annotations

from fractions import Fraction

from evidence.conftest import scheme
from perfscheme.evidence.tallied import Tallied


def test_a_value_is_exact_until_its_input_takes_it() -> None:
    """A third of a number has no end; to two decimals it has."""
    made = scheme({"x": {"kind": "mean", "of": "n", "decimals": 2}})
    measuring = made.measuring()
    measuring.add("t", {"who": ["ann"] * 3, "n": [1, 1, 2], "at": [None] * 3, "then": [None] * 3})
    tallied = Tallied(measuring, {spec.key: spec for spec in made.inputs}, 1)
    assert tallied.quotients("x").at(0) == Fraction(4, 3)
    assert tallied.figures("x").at(0) == Fraction("1.33")
    assert tallied.scale("x") == 1


def test_whoever_has_too_few_rows_has_no_value() -> None:
    """Nor a word."""
    made = scheme({"x": {"kind": "only", "of": "word", "at-least": 2}})
    measuring = made.measuring()
    measuring.add("t", {"who": ["ann", "bob", "bob"], "word": ["a", "b", "b"], "at": [None] * 3, "then": [None] * 3})
    tallied = Tallied(measuring, {spec.key: spec for spec in made.inputs}, 2)
    words = tallied.counted["x"].words
    assert [None if code < 0 else words[code] for code in tallied.codes("x").tolist()] == [None, "b"]
