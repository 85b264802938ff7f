"""The languages that people are addressed in, and text written in one or both of them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

import attrs

Language: TypeAlias = Literal["zh", "en"]
Messages: TypeAlias = dict[str, dict[Language, str]]

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def preferred() -> Language:
    """The language that the environment asks for: PERFSCHEME_LANG, else the locale; English where it does not say."""
    names = (os.environ.get(name, "") for name in ("PERFSCHEME_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next((name for name in names if name), "").lower().startswith("zh") else "en"


def language(tag: str) -> Language:
    """The language that a tag names, as browsers, frameworks and locales write it: `zh-CN`, `zh_Hans`, `en-US`.

    Everything that takes a language takes a tag; it is read here alone.

    Raises:
        ValueError: it names none of ours.

    >>> language("zh-Hans-CN"), language("en_GB.UTF-8")
    ('zh', 'en')
    """
    for known in LANGUAGES:
        if tag == known:
            return known
    first = re.split(r"[-_.@]", tag)[0].lower() if isinstance(tag, str) else None
    for known in LANGUAGES:
        if first == known:
            return known
    raise ValueError(
        f"{tag!r} is no language that is spoken here: write zh or en, or a tag of them like zh-CN or en-US"
    )


@attrs.frozen
class Text:
    """Words in Chinese, in English, or in both.

    Raises:
        ValueError: neither language is given.
    """

    zh: str | None = attrs.field(default=None, kw_only=True)
    en: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.zh is None and self.en is None:
            raise ValueError("a Text needs words: give zh, en or both")

    def say(self, lang: str = "en") -> str:
        """The words in `lang`, or in the other language where `lang` has none.

        Raises:
            ValueError: `lang` is neither Chinese nor English.
        """
        first, second = (self.zh, self.en) if language(lang) == "zh" else (self.en, self.zh)
        return first if first is not None else str(second)


def text_of(value: str | Mapping[str, str] | Text) -> Text:
    """Take a plain str as the same words in both languages, and `{"zh": ..., "en": ...}` as it says.

    Raises:
        ValueError: the mapping has neither `zh` nor `en`, or a key besides them.
        TypeError: it is neither of the three.
    """
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(zh=value, en=value)
    if not isinstance(value, Mapping):
        raise TypeError(f"a text is a str, a mapping with zh and en, or a Text, not {type(value).__name__}")
    if others := sorted(map(str, set(value) - set(LANGUAGES))):
        raise ValueError(f"a text has the languages zh and en, not {', '.join(others)}")
    return Text(zh=value.get("zh"), en=value.get("en"))


# Between the parts of a sentence, and after it. Chinese has a comma of its own for lists of names.
COMMA, SERIES = Text(zh="，", en=", "), Text(zh="、", en=", ")
SEMICOLON, COLON, STOP = Text(zh="；", en="; "), Text(zh="：", en=": "), Text(zh="。", en=". ")
