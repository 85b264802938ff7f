"""What is said of every kind, key and word."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from perfscheme.diagnostics.language import LANGUAGES, Text
from perfscheme.nouns.curves.linear import Linear
from perfscheme.nouns.registry import Registry
from perfscheme.reading import shapes
from perfscheme.reading.shapes import Choice, KeyedBy, ListOf, OneOf, Record, Row, Shape, fields
from perfscheme.reference.descriptions import NOUNS, about, about_key, about_words, title
from perfscheme.reference.texts import words
from perfscheme.scheme import Scheme


def held() -> list[type[Any]]:
    """Every noun that a file can hold."""
    found: dict[type[Any], None] = {}

    def look(shape: Shape) -> None:
        match shape:
            case Record(noun=noun):
                visit(noun)
            case ListOf(item=item) | KeyedBy(item=item):
                look(item)
            case Row(items=parts) | OneOf(members=parts):
                for part in parts:
                    look(part)
            case _:
                pass

    def visit(noun: type[Any]) -> None:
        if noun not in found:
            found[noun] = None
            for field in fields(noun):
                look(field.shape)

    for noun in (Scheme, *(entry.strategy for entry in Registry.standard().entries)):
        visit(noun)
    return list(found)


def keys_of(noun: type[Any]) -> tuple[shapes.Field, ...]:
    """The fields that have a key of their own: a strategy whose keys stand among those of its noun has none."""
    return fields(noun)[1:] if shapes.inlined(Record(noun)) else fields(noun)


@pytest.mark.parametrize("noun", held(), ids=lambda noun: noun.__name__)
def test_every_key_is_described(noun: type[Any]) -> None:
    """Each noun and key of the library has its words; write those of a new one in `perfscheme.reference.texts`."""
    assert noun in NOUNS
    assert {field.key for field in keys_of(noun)} - set(NOUNS[noun].keys) - set(words.COMMON) == set()


def test_nothing_is_described_that_is_not_there() -> None:
    """No text outlives its noun, its key or its word."""
    nouns = held()
    assert set(NOUNS) == set(nouns)
    assert [(noun, key) for noun in nouns for key in NOUNS[noun].keys if key not in {f.key for f in fields(noun)}] == []
    keys = {field.key for noun in nouns for field in keys_of(noun) if field.key not in NOUNS[noun].keys}
    assert set(words.COMMON) == keys
    told = {(field.key, word) for noun in nouns for field in fields(noun) for word in about_words(noun, field)}
    assert {(key, word) for key, meanings in words.WORDS.items() for word in meanings} == told


@pytest.mark.parametrize("noun", held(), ids=lambda noun: noun.__name__)
def test_every_word_is_described(noun: type[Any]) -> None:
    """A field of which an editor offers words offers their meaning."""
    for field in fields(noun):
        some = [member for member in shapes.members(field.shape) if not isinstance(member, shapes.Nothing)]
        if len(some) == 1 and isinstance(some[0], Choice):
            assert tuple(about_words(noun, field)) == some[0].words, field.key


def test_everything_is_said_in_both_languages() -> None:
    """In Chinese with Chinese characters, as a sentence."""
    said = [*words.FORMAT.values(), *words.COMMON.values()]
    for saying in NOUNS.values():
        said += [saying.about, *saying.keys.values()]
    for text in said:
        assert all(getattr(text, lang) for lang in LANGUAGES)
        assert str(text.zh).endswith("。"), text
        assert str(text.en).endswith("."), text
        assert any("一" <= sign <= "鿿" for sign in str(text.zh)), text
        assert not any("一" <= sign <= "鿿" for sign in str(text.en)), text


def test_what_is_said_of_a_noun() -> None:
    """Its name, what it is, its keys and words."""
    points, below, _ = fields(Linear)
    assert title(Linear).en == "Straight lines"
    assert about(Linear).zh == "各水平之间直线插值；两端之外取最近一点的分。"
    assert str(about_key(Linear, points).en).startswith("Level and points;")
    assert about_words(Linear, below)["zero"] == Text(zh="得 0 分", en="no points")
    assert about_words(Linear, points) == {}


def test_strategies_of_ones_own_are_described_by_their_docstrings() -> None:
    """In the words of their author, in either language; a key that is not described is called by its name."""

    @attrs.frozen
    class Own:
        """A curve
        of one's own.

        Args:
            points: where it
                begins.
            when: now.

        Raises:
            ValueError: never.
        """

        points: int
        when: int
        better: int
        other: int

    @attrs.frozen
    class Bare:
        points: int

    assert title(Own) == Text(zh="Own", en="Own")
    assert about(Own).zh == "A curve of one's own."
    assert [about_key(Own, field).en for field in fields(Own)] == ["where it begins.", "now.", "better", "other"]
    assert about_words(Own, fields(Own)[2]) == {}
    assert about_key(Bare, fields(Bare)[0]).en == "points"
