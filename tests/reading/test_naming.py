"""Naming: items of a list under their own names."""

from __future__ import annotations

import pytest

from perfscheme.nouns.grades import Grade
from perfscheme.reading.events import read
from perfscheme.reading.load import checks
from perfscheme.reading.naming import as_meant, spelt_out, written
from perfscheme.reading.notes import Notes
from perfscheme.reading.shapes import fields
from perfscheme.reading.spots import Spot

PLAN = """\
perfscheme: 1
scheme: s
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children: {a: {unit: percent, curve: as-is}}
rules: [{kind: veto, when: {input: a, below: 3, if-missing: fails}, grade-at-most: B}]
grades:
  - A: 90
  - {grade: B}
"""


def meant(text: str) -> str | None:
    node, problems = read(text)
    assert node is not None
    assert problems == []
    found = spelt_out(node, fields(Grade))
    return None if found is None else written(found[0])


def test_an_item_is_noted_and_read_as_it_is_meant() -> None:
    """One that stands as it should is left alone."""
    node, _ = read("A: 90")
    assert node is not None
    notes = Notes()
    found = as_meant(notes, Spot(node, ("grades", 0)), Grade)
    assert written(found.node) == "{grade: A, from: 90}"
    assert [(problem.code, problem.path) for problem in notes.problems] == [("PS030", ("grades", 0))]
    assert notes.meant == {("grades", 0, "grade"): ("grades", 0, "A"), ("grades", 0, "from"): ("grades", 0, "A")}
    assert as_meant(notes, found, Grade) is found
    assert len(notes.problems) == 1


@pytest.mark.parametrize(
    ("text", "mapping"),
    [
        ("A: 90", "{grade: A, from: 90}"),
        ("{A: 90, coefficient: 1.2, name: {en: best}}", "{grade: A, from: 90, coefficient: 1.2, name: …}"),
        ("{grade: A, form: 90}", None),
        ("{grad: A}", None),
        ("{A: 90, B: 60}", None),
        ("{A: 90, from: 80}", None),
        ("{A: [90]}", None),
        ("A:", None),
        ("A", None),
    ],
)
def test_what_stands_under_a_name_is_what_the_second_key_says(text: str, mapping: str | None) -> None:
    """One key of somebody's own with a bound; not a slip in a key, nor several names."""
    assert meant(text) == mapping


def test_a_grade_under_its_own_name_is_one_mistake() -> None:
    """The mapping is shown, and taken as read: rules may name the grade, and its bound is compared."""
    [problem] = checks(PLAN)
    assert (problem.code, problem.facts["instead"]) == ("PS030", "{grade: A, from: 90}")
    assert [found.code for found in checks(PLAN.replace("B}\n", "B, from: 95}\n"))] == ["PS030", "PS276"]
