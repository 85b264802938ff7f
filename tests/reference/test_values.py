"""Values in a JSON Schema."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import attrs
import pytest

from perfscheme.reading.numbers import Slip, number
from perfscheme.reading.shapes import Choice, Nothing, Record, Value, fields, shape_of
from perfscheme.reference.values import NUMBER, as_read, default, either, nulls, scalars, short, solid, takes_list, text


@pytest.mark.parametrize("word", ["80", "-0.5", "+1", "0", "1/3", "40%", "1:30", "010", ".5", "1_000", "５", "x", ""])
def test_numbers_in_quotes_are_those_of_the_reader(word: str) -> None:
    """No more and no fewer."""
    assert bool(re.search(NUMBER, word)) == (not isinstance(number(word), Slip))


@pytest.mark.parametrize(
    ("members", "schema"),
    [
        ([Value("words"), Value("flag")], [{"type": ["string", "number", "boolean"]}]),
        ([Value("flag")], [{"type": "boolean"}]),
        ([Value("whole")], [{"type": "integer"}]),
        ([Choice(("all", True))], [{"enum": ["all", True, "true"]}]),
    ],
)
def test_scalars(members: Any, schema: Any) -> None:
    """Each as an editor's parser gives it."""
    assert scalars(members, "en") == schema


def test_what_is_no_number_is_told_in_the_language() -> None:
    """By the keyword that editors know."""
    assert "40" not in str(scalars([Value("number")], "zh"))
    assert scalars([Value("number")], "zh")[0]["patternErrorMessage"].startswith("不是数字")


@pytest.mark.parametrize(("word", "read"), [("up", ["up"]), ("true", [True, "true"]), ("10", [10.0, "10"])])
def test_a_word_as_it_may_be_read(word: str, read: list[object]) -> None:
    """With quotes or without."""
    assert as_read(word) == read


def test_text_is_in_some_language() -> None:
    """`{}` is no text."""
    assert text()["minProperties"] == 1


@attrs.frozen
class Few:
    some: tuple[int, ...] | None = None
    scale: Fraction = Fraction(1, 3)
    whole: Fraction = Fraction(100)
    on: bool = False


def test_a_noun_that_its_first_field_can_stand_for() -> None:
    """And with it a list, or nothing."""
    assert short(Few) == fields(Few)[0]
    assert takes_list(Record(Few))
    assert nulls(Record(Few)) == nulls(Nothing()) == [{"type": "null"}]
    assert nulls(Value("flag")) == []
    assert not takes_list(Value("flag"))
    assert solid(shape_of(int | None)) == (Value("whole"),)


def test_defaults_are_written_as_in_a_file() -> None:
    """Exact fractions where they do not end."""
    assert [default(Few, field) for field in fields(Few)] == [None, "1/3", 100, False]


def test_forms_of_other_types_are_laid_over_one_another() -> None:
    """An editor then knows of each at once; where they cannot, any of them holds."""
    number_, nothing = {"type": ["number", "string"], "pattern": "x"}, {"type": "null"}
    assert either([number_]) == number_
    assert either([number_, nothing]) == {"type": ["number", "string", "null"], "pattern": "x"}
    assert either([number_, {"type": "string"}]) == {"anyOf": [number_, {"type": "string"}]}
    assert either([{"$ref": "x"}, nothing]) == {"anyOf": [{"$ref": "x"}, nothing]}
    assert either([{"enum": [1]}, nothing]) == {"anyOf": [{"enum": [1]}, nothing]}
