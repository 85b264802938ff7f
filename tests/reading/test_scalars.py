"""Scalars as the values that their fields ask for."""

from fractions import Fraction
from typing import Any

import pytest

from perfscheme.diagnostics import Text
from perfscheme.reading.events import read
from perfscheme.reading.nodes import Node
from perfscheme.reading.scalars import basic, choice, either
from perfscheme.reading.shapes import Basic, Choice, OneOf, Shape, Value


def node(text: str) -> Node:
    root, problems = read(text)
    assert root is not None
    assert problems == []
    return root


def report(code: str, **facts: Any) -> tuple[str, Any]:
    return code, facts.get("instead")


@pytest.mark.parametrize(
    ("text", "wanted", "value"),
    [
        ("1.20", "number", Fraction(6, 5)),
        ('"89.51"', "number", Fraction(8951, 100)),
        ("3", "whole", 3),
        ("true", "flag", True),
        ("false", "flag", False),
        ("1.0", "words", "1.0"),
        ("no", "words", "no"),
        ('"null"', "words", "null"),
        ("客诉", "text", Text(zh="客诉", en="客诉")),
    ],
)
def test_scalars_become_values(text: str, wanted: Basic, value: object) -> None:
    """Words keep the text of the file: version 1.0 is not 1, no is not false."""
    found = basic(node(text), wanted, report)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "wanted", "told"),
    [
        ("40%", "number", ("PS042", "40")),
        ('"40%"', "number", ("PS042", "40")),
        ("null", "number", ("PS037", None)),
        ("~", "words", ("PS037", None)),
        ("[1]", "number", ("PS032", "60")),
        ("{a: 1}", "words", ("PS032", '"…"')),
        ('"3"', "whole", ("PS046", None)),
        ("3.0", "whole", ("PS048", None)),
        ("yes", "flag", ("PS039", "true")),
        ("Off", "flag", ("PS039", "false")),
        ("否", "flag", ("PS039", "false")),
        ('"true"', "flag", ("PS039", "true")),
        ("1", "flag", ("PS038", None)),
    ],
)
def test_other_scalars_are_told(text: str, wanted: Basic, told: tuple[str, str | None]) -> None:
    """Nothing is turned into a value that it does not say."""
    assert basic(node(text), wanted, report) == told


def test_choices_are_words_flags_and_figures() -> None:
    """As they are written."""
    options = Choice(("higher", True, 3))
    assert [choice(node(text), options, report) for text in ("higher", "true", "3")] == ["higher", True, 3]
    assert choice(node("hihger"), options, report)[0] == "PS035"
    assert choice(node("[higher]"), options, report)[0] == "PS032"
    assert choice(node(""" ~ """), options, report)[0] == "PS037"


NUMBER_OR_WORDS = OneOf((Value("number"), Value("words")))
FLAG_OR_WORDS = OneOf((Value("words"), Value("flag")))


@pytest.mark.parametrize(
    ("text", "shape", "value"),
    [
        ("90", NUMBER_OR_WORDS, Fraction(90)),
        ('"90"', NUMBER_OR_WORDS, Fraction(90)),
        ("target", NUMBER_OR_WORDS, "target"),
        ("3rd", NUMBER_OR_WORDS, "3rd"),
        ('"40%"', NUMBER_OR_WORDS, "40%"),
        ("40%", NUMBER_OR_WORDS, ("PS042", "40")),
        ("1_000", NUMBER_OR_WORDS, ("PS041", "1000")),
        ("null", NUMBER_OR_WORDS, ("PS037", None)),
        ("true", FLAG_OR_WORDS, True),
        ('"true"', FLAG_OR_WORDS, "true"),
        ("yes", FLAG_OR_WORDS, "yes"),
        ("all", OneOf((Value("whole"), Choice(("all",)))), "all"),
        ("2", OneOf((Value("whole"), Choice(("all",)))), 2),
        ("many", OneOf((Value("whole"), Choice(("all",)))), ("PS032", "2")),
        ("x", OneOf((Value("number"), Value("flag"))), ("PS040", None)),
    ],
)
def test_the_narrowest_form_is_taken(text: str, shape: Shape, value: object) -> None:
    """A level is a number or a threshold's name; a slip of a number is not a name."""
    found = either(node(text), shape, report)
    assert found == value
    assert type(found) is type(value)
