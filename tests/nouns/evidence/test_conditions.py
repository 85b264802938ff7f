"""Conditions on rows."""

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.evidence.conditions import AllOfRow, AnyOfRow, ColumnIs, ColumnMissing, NotThatRow, parts


def test_a_comparison_has_one_relation() -> None:
    """None, two, or an empty list of words are refused."""
    for code, named in {
        "PS241": {},
        "PS242": {"at_least": 1, "below": 3},
        "PS246": {"is_any": ()},
    }.items():
        with pytest.raises(SchemeError) as caught:
            ColumnIs("a", **named)  # type: ignore[arg-type]
        assert [problem.code for problem in caught.value.diagnostics] == [code]
    with pytest.raises(SchemeError):
        ColumnIs("a", at_least=1, is_="x")


def test_empty_combinations_are_refused() -> None:
    """They would hold for all rows, or for none."""
    for noun in (AllOfRow, AnyOfRow):
        with pytest.raises(SchemeError):
            noun(())


def test_parts_are_found_with_their_places() -> None:
    """As deep as they stand."""
    a, b = ColumnIs("a", is_="x"), ColumnMissing("b")
    whole = AllOfRow((a, NotThatRow(AnyOfRow((b,)))))
    assert list(parts(whole, "where")) == [(("where", "all", 0), a), (("where", "all", 1, "not", "any", 0), b)]
