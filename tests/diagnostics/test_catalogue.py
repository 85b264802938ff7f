"""The catalogue of messages."""

import re
from string import Formatter

import pytest

from perfscheme.diagnostics.catalogue import MESSAGES, SHELVES, sentence
from perfscheme.diagnostics.language import LANGUAGES

SHELVES_OF = {
    "PS0": {0, 1}, "PS1": {2, 9}, "PS2": {3, 4, 5, 6}, "PS3": {7}, "PS4": {8}, "PS5": {10}, "PS6": {11, 12},
}  # fmt: skip


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


@pytest.mark.parametrize(
    ("code", "facts", "en", "zh"),
    [
        (
            "PS255", {"name": "AA", "known": ("A", "B"), "nearest": "A"},
            "There is no grade AA. Did you mean A? Write one of the grades: A, B.",
            "没有等级 AA。是否想写 A？请写已有的等级之一：A、B。",
        ),
        (
            "PS128", {"name": "target", "known": ("目标值",), "nearest": "目标值"},
            "There is no threshold target. Is 目标值 meant for it? Then write target in its place. Write one that "
            "there is (目标值), a number, or add it.",
            "没有名为 target 的门槛。目标值 是否就是它？若是，请把它改写为 target。请改写为已写的之一（目标值）"
            "或数字，或在 `thresholds:` 下添加。",
        ),
        (
            "PS601", {"found": "Asia/Shanghia", "nearest": "Asia/Shanghai"},
            "There is no time zone Asia/Shanghia; write one like Asia/Shanghai. Did you mean Asia/Shanghai?",
            "没有 Asia/Shanghia 这个时区；请写成 Asia/Shanghai 这样的名称。是否想写 Asia/Shanghai？",
        ),
    ],
)  # fmt: skip
def test_the_near_name_is_told_before_all_that_are_known(code: str, facts: dict[str, object], en: str, zh: str) -> None:
    """Behind what was found: the list of all names may be long. A Chinese word is told as what is to be changed."""
    assert (sentence(code, facts, "en"), sentence(code, facts, "zh")) == (en, zh)


def test_no_list_of_names_stands_in_a_first_sentence() -> None:
    """There it would stand before the near name."""
    lists = re.compile(r"\{(?:known|options|labels|columns)\}")
    first = {code for code, words in MESSAGES.items() if lists.search(words["en"].partition(". ")[0])}
    assert first == {"PS063", "PS209", "PS426", "PS658"}, "of these none knows a near name"


def test_codes_of_others_say_their_own_words() -> None:
    """A strategy of one's own brings its sentence as facts."""
    assert sentence("MY1", {"en": "too steep", "zh": "过陡"}, "zh") == "过陡"
    assert sentence("MY1", {"en": "too steep"}, "zh") == "too steep"
    assert sentence("MY1", {"slope": 3}, "en") == "slope=3"
    assert sentence("MY1", {}, "en") == "MY1"
