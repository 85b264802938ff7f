"""What a plan says beside its arithmetic."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import SchemeError, Text
from perfscheme.nouns.sections import Section, sections_of
from perfscheme.reading import loads

PLAN = """\
perfscheme: 1
scheme: s
score: {aggregation: {kind: sum, missing: zero}, children: {a: {unit: count, curve: as-is}}}
"""


def test_a_mapping_is_taken_by_its_keys() -> None:
    """As in a file, where a text alone will do."""
    assert sections_of({"why": "to be fair"}) == (Section("why", Text(zh="to be fair", en="to be fair")),)
    assert loads(PLAN + "sections: {why: to be fair}\n").sections == sections_of({"why": "to be fair"})


def test_items_are_texts() -> None:
    """In one language or two; a text alone would fall into letters."""
    assert Section("why", "w", items=["a", {"zh": "乙", "en": "b"}]).items == (
        Text(zh="a", en="a"),
        Text(zh="乙", en="b"),
    )
    with pytest.raises(SchemeError) as caught:
        Section("why", "w", items="ab")
    assert [found.code for found in caught.value.diagnostics] == ["PS333"]


def test_a_plan_with_other_words_is_the_same_plan() -> None:
    """Nobody is scored by them, so results that are stored stay results of the plan."""
    assert loads(PLAN + "sections: {why: to be fair}\n").hash == loads(PLAN).hash
