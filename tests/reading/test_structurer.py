"""One reading of a tree; what comes of two is tested with structure."""

from __future__ import annotations

from fractions import Fraction

import attrs

from perfscheme.nouns.registry import Registry
from perfscheme.reading.events import read
from perfscheme.reading.retakes import Retakes
from perfscheme.reading.shapes import Record
from perfscheme.reading.spots import Spot
from perfscheme.reading.structurer import Structurer


@attrs.frozen
class Place:
    at: Fraction
    points: Fraction = Fraction(0)


def reading(text: str, turn: int = 0) -> tuple[Structurer, object]:
    root, problems = read(text)
    assert root is not None
    assert problems == []
    structurer = Structurer(Registry(), turn, Retakes())
    return structurer, structurer.read(Spot(root), Record(Place))


def test_a_sound_mapping_is_a_noun() -> None:
    """And nothing is doubtful."""
    structurer, value = reading("{at: 1, points: 2}\n")
    assert value == Place(Fraction(1), Fraction(2))
    assert (structurer.problems, structurer.doubtful) == ([], False)
    assert list(structurer.nouns.values()) == [Place]


def test_reading_goes_on_with_a_stand_in() -> None:
    """Another one each turn, so that what comes of it can be told from what is wrong."""
    (first, one), (second, other) = reading("{at: much}\n"), reading("{at: much}\n", 1)
    assert [found.code for found in first.problems] == [found.code for found in second.problems] == ["PS040"]
    assert first.doubtful
    assert isinstance(one, Place)
    assert one != other
