"""Which shapes a node may stand for."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

from perfscheme.diagnostics import Text
from perfscheme.nouns.registry import Registry
from perfscheme.nouns.rules.named import NamedRule
from perfscheme.nouns.shapes import Keyed
from perfscheme.reading import fits
from perfscheme.reading.events import read
from perfscheme.reading.shapes import KeyedBy, Kinded, Nothing, Record, Shape, Value, fields, shape_of


@attrs.frozen
class Short:
    input: str
    default: Fraction | None = None


@attrs.frozen
class Long:
    low: Fraction
    high: Fraction


@attrs.frozen
class Listed:
    grades: tuple[str, ...]


@pytest.mark.parametrize(
    ("text", "shape", "fit"),
    [
        ("x", Record(Short), True),
        ("x", Record(Long), False),
        ("[x]", Record(Listed), True),
        ("[x]", Record(Short), False),
        ("x", Record(Listed), False),
        ("x", Kinded("curve"), True),
        ("[x]", shape_of(tuple[str, ...]), True),
        ("x", shape_of(tuple[str, ...]), False),
        ("~", Nothing(), True),
        ("x", Nothing(), False),
        ("x", shape_of(Keyed[Long]), False),
    ],
)
def test_a_scalar_or_list_may_be_short_for_a_record(text: str, shape: Shape, fit: bool) -> None:
    """Where its first field takes it and the others may be left out."""
    node, _ = read(text)
    assert node is not None
    assert fits.short(shape, node) is fit


@pytest.mark.parametrize(
    ("keys", "shape", "fit"),
    [
        ({"input"}, shape_of(Fraction | Short), True),
        ({"low"}, shape_of(Fraction | Short), False),
        ({"kind", "x"}, Kinded("curve"), True),
        ({"x"}, Kinded("curve"), False),
        ({"zh"}, shape_of(Text), True),
        ({"fr"}, shape_of(Text), False),
        ({"anything"}, KeyedBy(Record(Long)), True),
        ({"input"}, Value("number"), False),
    ],
)
def test_keys_tell_which_shape_a_mapping_may_be(keys: set[str], shape: Shape, fit: bool) -> None:
    """One known key is enough: the others are told as unknown."""
    assert fits.takes_keys(shape, keys) is fit


def test_mappings_stand_for_records_strategies_and_keyed_parts() -> None:
    """Not for scalars and lists."""
    assert all(fits.takes_mapping(shape) for shape in (Record(Long), Kinded("curve"), KeyedBy(Record(Long))))
    assert not any(fits.takes_mapping(shape) for shape in (Value("number"), shape_of(tuple[Long, ...])))


@attrs.frozen
class Columns:
    key: str
    columns: Keyed[Long]


@pytest.mark.parametrize(
    ("text", "noun", "fit"),
    [
        ("x", Short, True),
        ("", Short, True),
        ("", Long, False),
        ("[x]", Listed, True),
        ("{kind: x}", Columns, True),
        ("{low: 1}", Listed, False),
        ("{a: {low: 1}}", Columns, True),
        ("{columns: {}}", Columns, False),
        ("{b: 1}", Short, False),
    ],
)
def test_what_stands_under_a_name_may_be_the_first_field_itself(text: str, noun: type[Any], fit: bool) -> None:
    """Unless it is a mapping with keys of the fields, or one that this field cannot be."""
    node, _ = read(f"a: {text}\n")
    assert node is not None
    assert fits.fills(node.pairs[0][1], fields(noun)[-1:]) is fit


@pytest.mark.parametrize(
    ("text", "shape", "fit"),
    [
        ("{low: 1}", Record(Long), True),
        ("{low: 1, other: 2}", Record(Long), False),
        ("[{low: 1}]", Record(Long), False),
        ("[{low: 1}, x]", shape_of(tuple[Long, ...]), True),
        ("[x, {low: 1}]", shape_of(tuple[Long, ...]), False),
        ("{a: {low: 1}}", shape_of(Keyed[Long]), True),
        ("{a: {mid: 1}}", shape_of(Keyed[Long]), False),
        ("{a: 1}", shape_of(Keyed[Long]), False),
        ("{a: {b: {low: 1}}}", shape_of(Keyed[Columns]), True),
        ("{zh: a}", Value("text"), True),
        ("{kind: linear, points: {}}", Kinded("curve"), True),
        ("{kind: linear, pints: {}}", Kinded("curve"), False),
        ("{kind: none, points: {}}", Kinded("curve"), False),
        ("{kind: veto, grade-at-most: C, name: x}", Record(NamedRule), True),
        ("{kind: veto, grde: C}", Record(NamedRule), False),
        ("x", Value("words"), False),
    ],
)
def test_a_shape_is_likely_by_all_keys(text: str, shape: Shape, fit: bool) -> None:
    """Of a list or mapping of things by those of the first; of a kind by the kind's and those of what is around it."""
    node, _ = read(text)
    assert node is not None
    assert fits.likely(shape, node, Registry.standard()) is fit
