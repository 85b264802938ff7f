"""Amounts."""

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.evidence.amounts import Between, Stage, Stages


def test_stages_are_taken_by_id() -> None:
    """As a file writes them; a sum of none is refused."""
    between = Between("a", "b")
    assert Stages({"receiving": between}).stages == (Stage("receiving", between),)
    with pytest.raises(SchemeError, match="PS246"):
        Stages({})
