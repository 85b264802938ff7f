"""Every curve under one name."""

from __future__ import annotations

from perfscheme.nouns.curves import curves
from perfscheme.nouns.registry import Registry, role_of


def test_every_curve_is_there() -> None:
    """`ps.curves` and the registry name the same classes."""
    named = {getattr(curves, name) for name in curves.__all__}
    known = {entry.strategy for entry in Registry.standard().entries if entry.role == "curve"}
    assert {noun for noun in named if isinstance(noun, type) and role_of(noun) == "curve"} == known
