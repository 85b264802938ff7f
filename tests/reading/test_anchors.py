"""Anchors that nothing repeats."""

from perfscheme.reading import events
from perfscheme.reading.anchors import idle


def told(text: str) -> list[tuple[object, str]]:
    """Names that are told, and where."""
    root, problems = events.read(text)
    assert root is not None
    assert problems == []
    return [(found.facts["name"], str(found.span)) for found in idle(root)]


def test_a_name_that_no_alias_repeats_is_noted_where_it_stands() -> None:
    """Of a scalar, a list and a mapping, with the caret under the name."""
    found = told("a: &one 1\nb: &two [1]\nc:\n  d: &three {e: 1}\n")
    assert found == [("one", "1:4"), ("two", "2:4"), ("three", "4:6")]


def test_a_name_that_is_repeated_is_well() -> None:
    """Within a list that is repeated itself, too."""
    assert told("a: &one 1\nb: &two [*one]\nc: *two\n") == []
    assert [name for name, _ in told("a: &one [&two 1]\nb: *one\n")] == ["two"]
