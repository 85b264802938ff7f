"""Entries of tables, as Python writes them."""

from perfscheme.nouns.entries import entries
from perfscheme.nouns.quantities import Case


def test_mappings_pairs_and_nouns_are_the_same():
    """Whichever is at hand."""
    noun = Case("a", 1)
    assert entries(Case, {"a": 1}) == entries(Case, [("a", 1)]) == entries(Case, [noun]) == (noun,)


def test_order_and_repetition_are_kept():
    """A key that stands there twice is for the noun to refuse."""
    assert [case.value for case in entries(Case, [("b", 1), ("a", 2), ("b", 3)])] == [1, 2, 3]
