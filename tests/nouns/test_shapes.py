"""Markers of shapes that an annotation alone cannot say."""

from __future__ import annotations

import typing
from fractions import Fraction

import attrs

from perfscheme.nouns.shapes import ByKey, Keyed, Level, Strategy, key_of


@attrs.frozen
class Part:
    name: str
    inside: Keyed[Part] = ()


def test_keyed_parts_are_a_tuple_with_a_mark() -> None:
    """A type checker sees the tuple, the reader the mark; a noun may hold parts of its own kind."""
    hints = typing.get_type_hints(Part, include_extras=True)
    assert typing.get_args(hints["inside"]) == (tuple[Part, ...], ByKey())
    assert typing.get_type_hints(Part)["inside"] == tuple[Part, ...]


def test_a_level_is_a_number_or_a_name() -> None:
    """The name of a threshold."""
    assert typing.get_args(Level) == (Fraction, str)


def test_marks_are_values() -> None:
    """The role is all that tells two marks of strategies apart."""
    assert Strategy("curve") == Strategy("curve") != Strategy("rule")
    assert hash(ByKey()) == hash(ByKey())


def test_keys_are_names_with_hyphens() -> None:
    """Words that Python keeps for itself end in an underscore there."""
    assert [key_of(name) for name in ("at_least", "from_", "not_", "x")] == ["at-least", "from", "not", "x"]
