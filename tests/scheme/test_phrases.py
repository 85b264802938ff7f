"""Phrases: the sentences of explanations say the same in both languages."""

from __future__ import annotations

import string
import typing

import pytest

from perfscheme.nouns.registry import Registry
from perfscheme.nouns.units import SPOKEN, UnitName
from perfscheme.scheme.phrases import PHRASES, RULES, called, phrase


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", PHRASES)
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    """No fact is lost in translation."""
    assert set(PHRASES[key]) == {"en", "zh"}
    assert placeholders(PHRASES[key]["en"]) == placeholders(PHRASES[key]["zh"])


def test_every_unit_and_every_rule_of_the_library_has_a_name() -> None:
    """Explanations never fall back to a key for what the library ships."""
    assert set(SPOKEN) == set(typing.get_args(UnitName))
    assert {*Registry.standard().kinds("rule")} == set(RULES)


def test_a_name_of_ones_own_is_itself() -> None:
    """A rule of the host's is called by its kind."""
    assert (called(RULES, "my-rule", "zh"), called(RULES, "veto", "zh")) == ("my-rule", "否决")
    assert phrase("total", "en", total="1.0") == "Total 1.0"
