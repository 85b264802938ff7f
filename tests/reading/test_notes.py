"""What is noted while nodes are read."""

from perfscheme.diagnostics import Diagnostic
from perfscheme.nouns.dimensions import Dimension
from perfscheme.reading import shapes
from perfscheme.reading.events import read
from perfscheme.reading.notes import BAD, Notes, home
from perfscheme.reading.spots import Spot
from perfscheme.scheme import Scheme


def spot(text: str) -> Spot:
    node, _ = read(text)
    assert node is not None
    return Spot(node, ("a",))


def test_a_report_answers_what_was_meant() -> None:
    """Where that is open, the answer is the mark of an unreadable value."""
    notes = Notes()
    report = notes.reporter(spot("x"))
    assert report("PS039", meant=True, found="on", instead="true") is True
    assert report("PS038", found="x") is BAD
    assert [(problem.code, problem.path) for problem in notes.problems] == [("PS039", ("a",)), ("PS038", ("a",))]


def test_paths_lead_to_what_is_written() -> None:
    """A misspelt key, and an entry that stands beside its mapping."""
    notes = Notes()
    notes.meant = {("a", "weight"): ("a", "wieght"), ("a", "children", "b"): ("a", "b")}
    found = [notes.written(Diagnostic("X", path), spot("x")).path for path in
             (("weight",), ("children", "b", "unit"), ("children", "c"))]  # fmt: skip
    assert found == [("wieght",), ("b", "unit"), ("children", "c")]


def test_an_entry_beside_its_mapping_is_known_by_its_keys() -> None:
    """Two of them; one may be there by chance."""
    fields = shapes.fields(Dimension)
    found = home(spot("{unit: hours, curve: as-is}"), fields)
    assert found is not None
    assert found.key == "children"
    assert home(spot("{unit: hours}"), fields) is None
    assert home(spot("x"), fields) is None


def test_an_indicator_at_the_top_is_no_input() -> None:
    """It has keys of an input, name and unit, but more that no input has."""
    indicator = spot("{name: Speed, unit: hours, better: lower, weight: 20, curve: as-is}")
    assert home(indicator, shapes.fields(Scheme)) is None
