"""What a field looks like where it is written right."""

from typing import Any

import pytest

from perfscheme.nouns.aggregations.means import WeightedMean
from perfscheme.nouns.comparisons import InputIs
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.missing import Renormalise
from perfscheme.nouns.registry import Registry
from perfscheme.nouns.roundings import TotalRounding
from perfscheme.reading.load import checks
from perfscheme.reading.samples import completed, sample, sample_of, shown_with
from perfscheme.reading.shapes import Choice, Nothing, OneOf, Record, Row, Shape, Value, fields
from perfscheme.scheme import Scheme


@pytest.mark.parametrize(
    ("shape", "written"),
    [
        (Value("number"), "60"),
        (Choice(("higher", "lower")), "higher"),
        (Row((Value("number"), Value("number"))), "[60, 60]"),
        (OneOf((Nothing(), Value("flag"))), "true"),
    ],
)
def test_a_shape_is_shown_by_an_example(shape: Shape, written: str) -> None:
    """As short as it can be."""
    assert sample(shape) == written


def field(noun: type[Any], key: str) -> Shape:
    return next(field.shape for field in fields(noun) if field.key == key)


def test_entries_are_shown_with_what_stands_behind_their_names() -> None:
    """Of several nouns that which holds no further names: of a child an indicator."""
    assert sample(field(Indicator, "thresholds")) == "{…: 60}"
    assert sample(field(Dimension, "children")) == "{…: {unit: percent, curve: {kind: …}}}"


def test_nouns_are_shown_with_what_they_must_have() -> None:
    """What is given otherwise is left out, what is deep is left open."""
    assert sample_of(Indicator, 1) == "{unit: percent, curve: {kind: …}}"
    assert sample_of(Scheme) == "{scheme: …, score: …}"
    assert sample_of(InputIs) == "{input: …, at-least: 1, if-missing: fails}"


def test_a_lone_kind_is_completed() -> None:
    """Such that it can be taken over as it is, where it holds nothing but figures and lone kinds."""
    registry = Registry.standard()
    for role, noun, written in (
        ("missing", Renormalise, "{kind: renormalise, coverage: 60}"),
        ("aggregation", WeightedMean, "{kind: weighted-mean, missing: refuse}"),
    ):
        needed = [field for field in fields(noun) if field.required]
        assert completed(role, noun, needed, registry) == written


def test_what_is_written_stands_in_the_sample() -> None:
    """A range as the list that is meant, a lone value as the first field."""
    pair = Row((Value("number"), Value("number")))
    assert (shown_with(pair, "0-100"), shown_with(pair, "[0, 100]"), shown_with(pair, "all")) == (
        "[0, 100]", "[0, 100]", "[60, 60]",
    )  # fmt: skip
    assert shown_with(Record(TotalRounding), "2") == "{places: 2, before-grading: true}"


def test_what_is_shown_can_be_read() -> None:
    """The policy that the message shows is one."""
    text = "perfscheme: 1\nscheme: s\nscore: {aggregation: {kind: weighted-mean, missing: renormalise}, children: {a: {unit: percent, weight: 100, curve: as-is}}}\n"  # noqa: E501
    (problem,) = checks(text)
    assert problem.code == "PS069"
    assert "PS069" not in {found.code for found in checks(text.replace("renormalise", str(problem.facts["instead"])))}
