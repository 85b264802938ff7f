"""Origins: a scheme has everything that its results ask of it."""

from __future__ import annotations

from perfscheme import Scheme
from perfscheme.scheme.origins import Origin


def test_a_scheme_is_an_origin(five: Scheme) -> None:
    """Every member of the protocol is there."""
    asked = [name for name in vars(Origin) if not name.startswith("_")]
    assert len(asked) == 9
    assert [name for name in asked if not hasattr(five, name)] == []
