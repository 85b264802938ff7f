"""Entries of tables, as Python writes them."""

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.entries import entries, listed
from perfscheme.nouns.quantities import Case


def test_mappings_pairs_and_nouns_are_the_same():
    """Whichever is at hand."""
    noun = Case("a", 1)
    assert entries(Case, {"a": 1}) == entries(Case, [("a", 1)]) == entries(Case, [noun]) == (noun,)


def test_order_and_repetition_are_kept():
    """A key that stands there twice is for the noun to refuse."""
    assert [case.value for case in entries(Case, [("b", 1), ("a", 2), ("b", 3)])] == [1, 2, 3]


def test_a_lone_text_is_no_list():
    """A text where a list is due is refused, not taken letter by letter."""
    for wrong in ("cost", {"cost": 1}, None):
        with pytest.raises(SchemeError, match="Write one of: list, tuple"):
            listed(wrong)  # type: ignore[arg-type]
    for value in ("cost", None):
        with pytest.raises(SchemeError, match="list of Case"):
            entries(Case, value)
    assert listed(["cost"]) == ("cost",)


@pytest.mark.parametrize("value", [["cost"], [None], [("a", 1), ("b",)], [{"a": 1, "b": 2}]])
def test_what_is_no_pair_is_told_at_its_place(value):
    """As the last of each of these."""
    with pytest.raises(SchemeError) as caught:
        entries(Case, value)
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [("PS333", (len(value) - 1,))]
