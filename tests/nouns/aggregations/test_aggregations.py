"""Every aggregation under one name."""

from __future__ import annotations

from perfscheme.nouns.aggregations import aggregations
from perfscheme.nouns.registry import Registry, role_of


def test_every_aggregation_is_there() -> None:
    """`ps.aggregations` and the registry name the same classes."""
    named = {getattr(aggregations, name) for name in aggregations.__all__}
    known = {entry.strategy for entry in Registry.standard().entries if entry.role == "aggregation"}
    assert {noun for noun in named if isinstance(noun, type) and role_of(noun) == "aggregation"} == known
