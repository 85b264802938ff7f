"""Where one mapping or list ends and another begins, without the line that says so."""

from __future__ import annotations

import attrs
import pytest

from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.registry import Registry
from perfscheme.nouns.shapes import Keyed
from perfscheme.reading import shapes
from perfscheme.reading.events import read
from perfscheme.reading.nodes import Node
from perfscheme.reading.shapes import OneOf, Record
from perfscheme.reading.spots import Spot
from perfscheme.reading.tears import beside, parted, seams, split, tears


@attrs.frozen
class Table:
    table: str
    subject: str


@attrs.frozen
class Measure:
    measure: str
    of: str
    per: str = ""


@attrs.frozen
class Whole:
    tables: Keyed[Table]
    measures: Keyed[Measure] = ()
    notes: tuple[Measure, ...] = ()


def node(text: str) -> Node:
    found, _ = read(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("keys", "parts"),
    [
        ("abc", ["abc"]),
        ("abcb", ["abcb"]),
        ("abcab", ["abc", "ab"]),
        ("abcbc", ["abc", "bc"]),
        ("abcbdcefg", ["abcbdcefg"]),
        ("abcadefbg", ["abc", "adefbg"]),
        ("abababab", ["ab", "ab", "ab", "ab"]),
    ],
)
def test_a_mapping_begins_again(keys: str, parts: list[str]) -> None:
    """With its first key and another, or where most of what follows has been there; not with one key that is twice."""
    items = node("".join(f"- {key}: 1\n" for key in keys)).items
    pairs = tuple(pair for item in items for pair in item.pairs)
    assert ["".join(key.text for key, _ in part) for part in parted(pairs)] == parts


def test_keys_on_one_line_begin_nothing() -> None:
    """Braces that hold a key twice hold one mapping."""
    pairs = node("[{a: 1, b: 2}, {a: 1, b: 2}]").items
    assert len(parted(tuple(pair for item in pairs for pair in item.pairs))) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: {subject: x}\nb: {of: y}\nc: {of: y}\n", [(1, "measures")]),
        ("a: {subject: x}\nb: {of: y, subject: x}\n", []),
        ("a: {subject: x}\nb: {subject: y}\n", []),
        ("a: {of: x}\n", []),
    ],
)
def test_the_parts_of_another_field(text: str, found: list[tuple[int, str]]) -> None:
    """They begin with the first that has only the other's keys."""
    field, *absent = shapes.fields(Whole)
    assert [(at, other.key) for at, other in tears(node(text), field, absent, Registry())] == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (["aggregation", "children", "unit", "curve"], [2]),
        (["weight", "aggregation", "children", "name", "unit"], [3]),
        (["unit", "curve", "name", "children"], [2]),
        (["unit", "children", "curve"], []),
        (["name", "unit"], []),
        (["children", "weight", "aggregation"], []),
        (["children", "unit", "speling"], []),
        ([], []),
    ],
)
def test_where_an_entry_of_one_sort_ends_and_another_begins(keys: list[str], found: list[int]) -> None:
    """What both may have goes with what it leads to; keys of the two in turn are of no use."""
    text = "".join(f"{key}: 1\n" for key in keys) or "{}"
    assert [*seams(node(text), OneOf((Record(Dimension), Record(Indicator))))] == found


def test_two_from_one() -> None:
    """Each with its own place; the second may stand beside under a key of its own."""
    whole = node("a: 1\nb: 2\nc: 3\n")
    head, tail = split(whole, 1)
    assert [key.text for key, _ in head.pairs] == ["a"]
    assert (tail.start.line, [key.text for key, _ in tail.pairs]) == (1, ["b", "c"])
    assert beside(Spot(head), "more", tail).node.get("more") is tail
