"""The languages that people are addressed in, and text written in one or both of them."""

from __future__ import annotations

import os
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


@attrs.frozen
class Text:
    """Words in Chinese, in English, or in both.

    Raises:
        ValueError: neither language is given.
    """

    zh: str | None = None
    en: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.zh is None and self.en is None:
            raise ValueError("a Text needs words: give zh, en or both")

    def say(self, lang: Language = "en") -> str:
        """The words in `lang`, or in the other language where `lang` has none."""
        first, second = (self.zh, self.en) if lang == "zh" else (self.en, self.zh)
        return first if first is not None else str(second)


def text_of(value: str | Mapping[str, str] | Text) -> Text:
    """Take a plain str as the same words in both languages, and `{"zh": ..., "en": ...}` as it says.

    Raises:
        ValueError: the mapping has neither `zh` nor `en`, or a key besides them.
    """
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(zh=value, en=value)
    if others := sorted(set(value) - set(LANGUAGES)):
        raise ValueError(f"a text has the languages zh and en, not {', '.join(others)}")
    return Text(zh=value.get("zh"), en=value.get("en"))
