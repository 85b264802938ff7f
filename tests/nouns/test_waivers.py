"""Waivers: a code, and why it does not apply."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import SchemeError, Text
from perfscheme.nouns.waivers import Waiver, waivers


def test_a_mapping_is_taken_by_its_codes():
    """As in a file."""
    assert waivers({"PS521": "shown only"}) == (Waiver("PS521", Text(zh="shown only", en="shown only")),)


@pytest.mark.parametrize("code", ["PS101", "PS591", "PS592", "none"])
def test_errors_and_waivers_cannot_be_waived(code):
    """Nor what is no code at all."""
    with pytest.raises(SchemeError) as caught:
        Waiver(code, "a reason")
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [("PS592", ("lint",))]


def test_a_blank_reason_is_none():
    """In either language."""
    with pytest.raises(SchemeError) as caught:
        Waiver("PS521", Text(zh=" "))
    assert [found.code for found in caught.value.diagnostics] == ["PS593"]
