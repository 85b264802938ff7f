"""The catalogue of messages."""

import re
from string import Formatter

import pytest

from perfscheme.diagnostics.catalogue import MESSAGES, SHELVES, sentence
from perfscheme.diagnostics.language import LANGUAGES

SHELVES_OF = {"PS0": {0}, "PS1": {1, 8}, "PS2": {2, 3, 4, 5}, "PS3": {6}, "PS4": {7}, "PS5": {9}, "PS6": {10, 11}}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_say_the_same_facts(code: str) -> None:
    """A fact that one language leaves out is a fact that its readers never see."""
    words = MESSAGES[code]
    assert set(words) == set(LANGUAGES)
    assert placeholders(words["en"]) == placeholders(words["zh"])
    assert "" not in placeholders(words["en"])


def test_no_code_stands_on_two_shelves() -> None:
    """The later one would silently replace the earlier one."""
    assert sum(len(shelf) for shelf in SHELVES) == len(MESSAGES)


def test_codes_stand_on_the_shelf_of_their_number() -> None:
    """PS1xx is for indicators, PS2xx for the plan, and so on."""
    astray = [
        code for at, shelf in enumerate(SHELVES) for code in shelf
        if not re.fullmatch(r"PS[0-6]\d\d", code) or at not in SHELVES_OF[code[:3]]
    ]  # fmt: skip
    assert astray == []


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_chinese_messages_are_chinese_and_english_ones_are_not(code: str) -> None:
    """No language is filled in with the other."""
    if MESSAGES[code]["en"].strip("{}").isidentifier():
        return  # somebody's own words
    chinese = re.compile("[\u4e00-\u9fff]")
    assert chinese.search(MESSAGES[code]["zh"])
    assert not chinese.search(MESSAGES[code]["en"])


def test_a_lacking_fact_does_not_hide_the_message() -> None:
    """A message must not fail while it reports a failure."""
    assert sentence("PS023", {"key": "a"}, "en") == "The key `a` stands on line {line} already. Delete one of the two."


def test_braces_in_facts_are_left_alone() -> None:
    """What people wrote is shown, never read as a template."""
    assert "`{line}`" in sentence("PS023", {"key": "{line}", "line": 3}, "en")


def test_codes_of_others_say_their_own_words() -> None:
    """A strategy of one's own brings its sentence as facts."""
    assert sentence("MY1", {"en": "too steep", "zh": "过陡"}, "zh") == "过陡"
    assert sentence("MY1", {"en": "too steep"}, "zh") == "too steep"
    assert sentence("MY1", {"slope": 3}, "en") == "slope=3"
    assert sentence("MY1", {}, "en") == "MY1"
