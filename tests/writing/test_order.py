"""The order of keys."""

from __future__ import annotations

import pytest

from perfscheme.nouns.evidence.measures import Mean
from perfscheme.nouns.grades import Grade
from perfscheme.nouns.registry import Registry
from perfscheme.nouns.rules.rules import Veto
from perfscheme.reading import shapes
from perfscheme.reading.load import FORMAT, SCHEMA
from perfscheme.scheme import Scheme
from perfscheme.writing.order import TREE, keys_of


@pytest.mark.parametrize("noun", list(TREE))
def test_every_key_of_the_tree_has_its_place(noun: type) -> None:
    """A new field must be given one."""
    own = [key for key in keys_of(noun) if not (noun is Scheme and key in (FORMAT, SCHEMA))]
    assert sorted(own) == sorted(field.key for field in shapes.fields(noun))


def test_other_nouns_keep_the_order_of_their_fields() -> None:
    """After what they are, and before what stands behind them."""
    assert keys_of(Grade)[:3] == ("kind", "grade", "from")
    assert keys_of(Veto) == ("kind", "name", "when", "points", "grade", "grade-at-most", "sources", "waive")
    means = [entry.strategy for entry in Registry.standard().entries if entry.kind == "weighted-mean"]
    assert [keys_of(noun) for noun in means] == [("kind", "weights", "missing")]
    assert keys_of(Mean)[:4] == ("kind", "name", "table", "of")
