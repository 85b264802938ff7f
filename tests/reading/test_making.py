"""Nouns of their fields, in spite of what is wrong with these."""

from __future__ import annotations

from typing import ClassVar

import attrs
import pytest

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.reading.events import read
from perfscheme.reading.making import make, surrounded
from perfscheme.reading.notes import BAD, Notes
from perfscheme.reading.spots import Spot


@attrs.frozen
class Span:
    low: int
    high: int
    why: str = ""

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise SchemeError([Diagnostic("PS270", ("low",))])
        if self.why == "none":
            raise SchemeError([Diagnostic("PS270", ("why",))])


@attrs.frozen
class Steps:
    kind: ClassVar[str] = "steps"
    size: int

    def __attrs_post_init__(self) -> None:
        if self.size == 0:
            raise ValueError("a step of nothing")


@attrs.frozen
class Named:
    steps: Steps
    name: str = ""


def spot(text: str) -> Spot:
    node, _ = read(text)
    assert node is not None
    return Spot(node, ("a",))


def test_a_noun_of_sound_fields() -> None:
    """Nothing is doubtful then."""
    notes = Notes()
    assert make(notes, spot("{low: 1, high: 2}"), Span, {"low": 1, "high": 2}) == Span(1, 2)
    assert (notes.problems, notes.doubtful) == ([], False)


def test_a_noun_in_spite_of_its_invariants() -> None:
    """What breaks them is told at its place, and left out where it may be."""
    notes = Notes()
    made = make(notes, spot("{low: 3, high: 2}"), Span, {"low": 3, "high": 2})
    assert (made.low, made.high) == (3, 2)
    made = make(notes, spot("{low: 1, high: 2, why: none}"), Span, {"low": 1, "high": 2, "why": "none"})
    assert (made.low, made.why) == (1, "")
    assert [problem.path for problem in notes.problems] == [("a", "low"), ("a", "why")]
    assert all(problem.span is not None for problem in notes.problems)
    assert notes.doubtful


def test_a_strategy_may_say_in_its_own_words_what_is_wrong() -> None:
    """There is none in spite of that: a stand-in takes its place."""
    notes = Notes()
    assert make(notes, spot("{size: 0}"), Steps, {"size": 0}) is BAD
    assert [(problem.code, problem.facts["problem"]) for problem in notes.problems] == [("PS060", "a step of nothing")]


def test_a_fault_of_the_code_is_raised() -> None:
    """Unless something is wrong with the file: what is made in spite of that is a courtesy, which must not fail."""
    notes = Notes()
    with pytest.raises(TypeError):
        make(notes, spot("{}"), Steps, {"sise": 1})
    notes.doubtful = True
    assert make(notes, spot("{}"), Steps, {"sise": 1}) is BAD


def test_a_strategy_within_a_noun() -> None:
    """Each takes its own of the fields."""
    assert surrounded(Steps, Named, ["size"], size=1, name="x") == Named(Steps(1), "x")
    assert surrounded(Steps, None, ["size"], size=1) == Steps(1)
