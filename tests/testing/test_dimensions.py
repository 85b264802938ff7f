"""Random trees."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfscheme.nouns.dimensions import Dimension
from perfscheme.testing.dimensions import Noun, dimensions
from perfscheme.testing.surroundings import surroundings


def depth(noun: Noun) -> int:
    return 1 + max(map(depth, noun.children)) if isinstance(noun, Dimension) else 0


def ids(noun: Noun) -> list[str]:
    return (
        [noun.id, *(key for child in noun.children for key in ids(child))] if isinstance(noun, Dimension) else [noun.id]
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), st.integers(0, 2))
def test_trees_are_as_deep_as_is_allowed_and_have_different_ids(data: st.DataObject, most: int) -> None:
    """Each node is known to its surroundings."""
    around = data.draw(surroundings())
    found = data.draw(dimensions(around, "score", depth=most))
    assert depth(found) <= most + 1
    assert len(set(ids(found))) == len(ids(found))
    assert set(ids(found)) == set(around.points)
