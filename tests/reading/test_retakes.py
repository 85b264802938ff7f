"""What is read as if a line stood there that does not."""

from __future__ import annotations

import attrs
import pytest

from perfscheme.nouns.registry import Registry
from perfscheme.nouns.shapes import Keyed
from perfscheme.reading import shapes
from perfscheme.reading.events import read
from perfscheme.reading.nodes import Node
from perfscheme.reading.retakes import TRIES, Retakes, headed
from perfscheme.reading.shapes import Record
from perfscheme.reading.spots import Spot
from perfscheme.reading.structurer import Structurer


@attrs.frozen
class Table:
    table: str
    subject: str
    when: str


@attrs.frozen
class Leaf:
    leaf: str
    unit: str
    curve: str


@attrs.frozen
class Branch:
    branch: str
    parts: str
    how: str


@attrs.frozen
class Whole:
    tables: Keyed[Table] = ()
    tree: Keyed[Leaf | Branch] = ()


A, B = Table("a", "x", "y"), Table("b", "x", "y")
LEAF, BRANCH = Leaf("a", "x", "y"), Branch("a", "x", "y")


def node(text: str) -> Node:
    found, _ = read(text)
    assert found is not None
    return found


def reading(root: Node, retakes: Retakes, turn: int = 0) -> tuple[object, list[tuple[str, object]]]:
    structurer = Structurer(Registry(), turn, retakes)
    value = structurer.read(Spot(root), Record(Whole))
    return value, [(problem.facts.get("instead"), ".".join(map(str, problem.path))) for problem in structurer.problems]


ENTRY = "tables:\n  subject: x\n  when: y\n"
SEAM = "tree:\n  a:\n    unit: x\n    curve: y\n    parts: x\n    how: y\n"
FIELD = "tables:\n  a: {subject: x, when: y}\n  b: {unit: x, curve: y}\n  c: {unit: x, curve: y}\n"


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        (ENTRY, Whole(tables=(attrs.evolve(A, table="…2"),)), ("…:", "tables.…2")),
        (SEAM, Whole(tree=(LEAF, attrs.evolve(BRANCH, branch="…5"))), ("…:", "tree.…5")),
        (FIELD, Whole((A,), (attrs.evolve(LEAF, leaf="b"), attrs.evolve(LEAF, leaf="c"))), ("tree:", "tree")),
    ],
    ids=["a name above all", "a name in between", "the key of a field"],
)
def test_a_line_that_is_not_there_is_the_one_thing_that_is_wrong(
    text: str, value: object, told: tuple[str, str]
) -> None:
    """Everything below it is read as if it were there."""
    assert reading(node(text), Retakes()) == (value, [told])


@pytest.mark.parametrize("text", [ENTRY, SEAM, FIELD])
def test_one_reading_takes_what_another_took(text: str) -> None:
    """Without a try of its own; and nothing else, when there are no tries left."""
    root, retakes, spent = node(text), Retakes(), Retakes()
    first = reading(root, retakes)
    retakes.tries = spent.tries = 0
    assert reading(root, retakes, 1) == first
    assert len(reading(root, spent)[1]) > 1
    assert spent.taken == {}


def test_what_is_wrong_in_one_way_stays_as_it_stands() -> None:
    """It is told of that, however it were read."""
    retakes = Retakes()
    _, problems = reading(node("tables:\n  subject: {subject: x, when: y}\n  when: x\n"), retakes)
    assert len(problems) == 1
    assert retakes.taken == {}


def test_a_way_in_which_as_much_is_wrong_is_not_taken() -> None:
    """And what was told of the part as it stands is told again."""
    retakes = Retakes()
    _, problems = reading(node("tree:\n  a: {unit: x, parts: y}\n"), retakes)
    assert [place for _, place in problems] == ["tree.a.parts", "tree.a.curve"]
    assert (retakes.taken, retakes.tries) == ({}, TRIES - 1)


def test_what_has_no_key_is_meant_for_the_field_that_has_all_of_its_keys() -> None:
    """Where there is none, it is told all the same."""
    fields = shapes.fields(Whole)
    for text, key in (("{a: {unit: x, curve: y}}", "tree"), ("{a: {unit: x, speling: y}}", None)):
        structurer = Structurer(Registry(), 0, Retakes())
        found = headed(structurer, Spot(node(text), ("…",)), fields)
        assert (found.key if found else None) == key
        assert [problem.facts["instead"] for problem in structurer.problems] == [f"{key or '…'}:"]
        assert structurer.meant == ({("tree",): ("…",)} if key else {})
