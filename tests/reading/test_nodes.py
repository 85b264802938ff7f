"""Nodes of a file."""

from perfscheme.diagnostics.places import Position
from perfscheme.reading.events import read
from perfscheme.reading.nodes import Node

HERE = Position(0, 0, 0)


def test_each_kind_answers_for_itself_only() -> None:
    """Text of a scalar, items of a list, pairs of a mapping; nothing for the others."""
    root, _ = read("a: [x]")
    assert root is not None
    listed = root.pairs[0][1]
    assert (root.text, root.items, listed.pairs, listed.text) == ("", (), (), "")
    assert [item.text for item in listed.items] == ["x"]
    assert listed.items[0].items == listed.items[0].pairs == ()


def test_nothing_is_nothing_only_without_quotes() -> None:
    """`null` in quotes is a word."""
    assert Node("scalar", HERE, HERE, "", True).null
    assert Node("scalar", HERE, HERE, "null", True).null
    assert Node("scalar", HERE, HERE, "~", True).null
    assert not Node("scalar", HERE, HERE, "null", False).null
    assert not Node("list", HERE, HERE, ()).null


def test_values_are_found_by_key() -> None:
    """None where there is no such key."""
    root, _ = read("a: 1\nb: 2")
    assert root is not None
    found = root.get("b")
    assert found is not None
    assert found.text == "2"
    assert root.get("c") is None
    assert found.get("a") is None
