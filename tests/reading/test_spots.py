"""Spots in a tree: where a problem is shown."""

import pytest

from perfscheme.diagnostics import Diagnostic, Path
from perfscheme.reading.events import read
from perfscheme.reading.load import checks
from perfscheme.reading.spots import Spot, in_order, placed

TEXT = """\
score:
  curve:
    points:
      60: 0
      80: [1, 2]
  name:
"""


def spot() -> Spot:
    root, problems = read(TEXT)
    assert root is not None
    assert problems == []
    return Spot(root)


@pytest.mark.parametrize(
    ("path", "line", "words"),
    [
        (("score", "curve", "points", "60"), 4, "0"),
        (("score", "curve", "points", "80"), 5, "[1, 2]"),
        (("score", "curve", "points", "80", 1), 5, "2"),
        (("score", "curve", "points"), 3, "points"),
        (("score", "curve", "pionts", 3), 2, "curve"),
        (("score", "curve", "points", 9), 3, "points"),
        (("score", "name"), 6, "name"),
        (("nowhere",), 1, "score"),
        ((), 1, "score"),
    ],
)
def test_the_caret_stands_under_what_is_meant(path: Path, line: int, words: str) -> None:
    """A value on one line; the key of a block, of an empty value, and of what lacks something."""
    problem = placed(Diagnostic("MY1", path), spot())
    assert problem.path == path
    assert problem.span is not None
    assert (problem.span.start.line + 1, TEXT[problem.span.start.index : problem.span.end.index]) == (line, words)


def test_parts_under_keys_may_be_counted() -> None:
    """A noun holds them as a tuple and knows nothing of keys; the path says the key."""
    assert placed(Diagnostic("MY1", ("score", "curve", "points", 1)), spot()).path == ("score", "curve", "points", "80")


@pytest.mark.parametrize(
    ("path", "seen", "column"),
    [
        (("grades", "grades", 1, "from"), ("grades", 1, "from"), 29),
        (("target", "value"), ("target",), 43),
        (("floor", "value", "input"), ("floor", "input"), 61),
        (("floor", "value", "default"), ("floor", "value", "default"), 46),
    ],
)
def test_keys_that_are_left_out_are_stepped_over(path: Path, seen: Path, column: int) -> None:
    """A noun knows its fields, not which of them the file spells out."""
    root, _ = read("{grades: [{from: 90}, {from: 80}], target: 7, floor: {input: x}}")
    assert root is not None
    problem = placed(Diagnostic("MY1", path), Spot(root))
    assert problem.path == seen
    assert problem.span is not None
    assert problem.span.start.column == column


def test_an_unknown_name_that_is_a_key_is_shown_there() -> None:
    """The value beside it is well."""
    facts = {"name": "60", "nearest": None}
    problem = placed(Diagnostic("MY1", ("score", "curve", "points", 0, "level"), facts), spot())
    assert problem.span is not None
    assert TEXT[problem.span.start.index : problem.span.end.index] == "60"


def test_a_path_is_seen_from_its_spot() -> None:
    """The path of a noun becomes the path from the root."""
    curve = spot().step("score")
    assert curve is not None
    assert placed(Diagnostic("MY1", ("curve", "x")), curve).path == ("score", "curve", "x")


def test_problems_stand_in_the_order_of_the_file() -> None:
    """One that is met twice, through an alias, stands once."""
    late = placed(Diagnostic("MY1", ("score", "name")), spot())
    early = placed(Diagnostic("MY2", ("score", "curve")), spot())
    assert in_order([late, early, late], spot()) == [early, late]


SHARED = """\
perfscheme: 1
scheme: s
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    a:
      unit: percent
      better: higher
      curve: &turned
        kind: linear
        points: {0: 100, 100: 0}
    b: {unit: percent, better: higher, curve: *turned}
    c: {unit: percent, better: lower, curve: *turned}
grades: [{grade: A, from: 60}, {grade: B}]
"""


def test_a_block_at_fault_is_one_problem_with_its_aliases() -> None:
    """The anchored curve turns two indicators round, and is right for the third."""
    [problem] = checks(SHARED)
    assert (problem.code, problem.path[2]) == ("PS502", "a")
    assert problem.also == (("score", "children", "b", "curve"),)
    assert [span.start.line for span in problem.spans] == [11]


def test_an_alias_at_fault_is_shown_where_it_stands() -> None:
    """What it repeats is right where it was written."""
    [problem] = checks(SHARED.replace("higher", "lower", 1).replace("100: 0", "100: 1"))
    assert problem.span is not None
    assert (problem.code, problem.span.start.line, problem.spans) == ("PS502", 11, ())


def test_unknown_keys_of_one_block_are_problems_of_their_own() -> None:
    """Each key is wrong by itself, whatever stands behind it."""
    found = checks(SHARED.replace("grades:", "gardens: &none [1]\ngarages: *none\ngrades:"))
    assert [problem.code for problem in found] == ["PS033", "PS033"]


def test_a_mistake_behind_aliases_is_one_problem_with_all_of_them() -> None:
    """Two indicators share a curve; what is wrong in it is told once, though it is said of each."""
    text = (
        "perfscheme: 1\nscheme: s\nscore:\n  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}\n"
        "  children:\n"
        "    a: {unit: percent, better: higher, thresholds: {target: 9}, "
        "curve: &line {kind: linear, points: {0: 0, traget: 80}}}\n"
        "    b: {unit: hours, better: lower, thresholds: {floor: 9}, curve: *line}\n"
    )
    [problem] = checks(text)
    assert problem.code == "PS128"
    assert [span.start.line for span in problem.spans] == [5, 6]
