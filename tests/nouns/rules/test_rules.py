"""Every rule under one name."""

from __future__ import annotations

from perfscheme.nouns.registry import Registry, role_of
from perfscheme.nouns.rules import rules


def test_every_rule_is_there() -> None:
    """`ps.rules` and the registry name the same classes."""
    named = {getattr(rules, name) for name in rules.__all__}
    known = {entry.strategy for entry in Registry.standard().entries if entry.role == "rule"}
    assert {noun for noun in named if isinstance(noun, type) and role_of(noun) == "rule"} == known
