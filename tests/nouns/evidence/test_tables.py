"""Tables."""

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.evidence.columns import NumberColumn, TextColumn
from perfscheme.nouns.evidence.tables import Table


def test_a_column_stands_once() -> None:
    """And is found by its name."""
    with pytest.raises(SchemeError, match="PS604"):
        Table("t", subject="a", columns=(TextColumn("a"), NumberColumn("a")))
    table = Table("t", subject="a", columns=(TextColumn("a"), NumberColumn("n")))
    assert table.column("n") == NumberColumn("n")
    assert table.column("m") is None


def test_the_zone_of_a_table_is_one() -> None:
    """As that of a column."""
    with pytest.raises(SchemeError, match="PS601"):
        Table("t", subject="a", columns=(TextColumn("a"),), zone="Mars")
