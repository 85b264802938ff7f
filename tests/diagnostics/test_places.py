"""Places in a file and ways from its root."""

from perfscheme.diagnostics.places import Position, Span, path_text


def test_places_are_printed_as_editors_count() -> None:
    """Inside they count from 0, on screen from 1."""
    start = Position(3, 8, 40)
    assert str(start) == str(Span(start, Position(3, 9, 41))) == "4:9"


def test_paths_read_as_people_write_them() -> None:
    """Keys are joined by dots, indexes stand in brackets."""
    assert path_text(("rules", 0, "when", "input")) == "rules[0].when.input"
    assert path_text(()) == ""
    assert path_text((2, "x")) == "[2].x"


def test_spans_stand_in_the_order_of_the_text() -> None:
    """What begins first is first."""
    early, late = Span(Position(0, 5, 5), Position(0, 6, 6)), Span(Position(1, 0, 8), Position(1, 2, 10))
    assert sorted([late, early]) == [early, late]
