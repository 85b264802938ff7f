"""Rules with a name and sources."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import SchemeError, Text
from perfscheme.nouns.rules.rules import Cap, Floor, NamedRule, rules_of
from perfscheme.nouns.sources import Source


def test_a_rule_without_a_name_may_stand_by_itself() -> None:
    """Python takes both forms and holds one."""
    named = NamedRule(Floor(0), name={"zh": "保底", "en": "Floor"}, sources=[Source("plan 2", "4")])  # type: ignore[arg-type]
    assert rules_of([Cap(100), named]) == (NamedRule(Cap(100)), named)
    assert named.name == Text(zh="保底", en="Floor")


def test_a_text_is_no_list_of_rules() -> None:
    """Its letters would be taken for rules."""
    with pytest.raises(SchemeError):
        rules_of("cap")  # type: ignore[arg-type]
