"""Descriptions: what each kind, key and word of a file means, in both languages."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.language import Text, text_of
from perfscheme.reading import shapes
from perfscheme.reading.shapes import Choice, Field
from perfscheme.reference.sayings import Saying
from perfscheme.reference.texts import (
    aggregations,
    conditions,
    curves,
    evidence,
    indicators,
    panels,
    plan,
    rules,
    words,
)

NOUNS: Mapping[type[Any], Saying] = MappingProxyType({
    **plan.NOUNS,
    **indicators.NOUNS,
    **curves.NOUNS,
    **aggregations.NOUNS,
    **conditions.NOUNS,
    **rules.NOUNS,
    **evidence.NOUNS,
    **panels.NOUNS,
})  # fmt: skip


def title(noun: type[Any]) -> Text:
    """What a noun is called. One's own strategies are called by their kind."""
    if noun in NOUNS:
        return NOUNS[noun].title
    return _plain(shapes.kind_of(noun) or noun.__name__)


def about(noun: type[Any]) -> Text:
    """What a noun is. One's own strategies say it in the first paragraph of their docstring."""
    if noun in NOUNS:
        return NOUNS[noun].about
    return _plain(inspect.cleandoc(noun.__doc__ or noun.__name__).split("\n\n")[0])


def about_key(noun: type[Any], field: Field) -> Text:
    """What a key of a noun means. One's own strategies say it under `Args:` in their docstring."""
    own, common = _argument(noun, field.name), words.COMMON.get(field.key)
    said = (NOUNS[noun].keys.get(field.key) or common or own) if noun in NOUNS else (own or common)
    return said or _plain(field.key)


def about_words(noun: type[Any], field: Field) -> Mapping[str, Text]:
    """What each word means that may stand at a key; none where they are not told, as those of one's own strategies."""
    known = words.WORDS.get(field.key, {}) if noun in NOUNS else {}
    choices = [member for member in shapes.members(field.shape) if isinstance(member, Choice)]
    return {word: known[word] for choice in choices for word in choice.words if word in known}


def _argument(noun: type[Any], name: str) -> Text | None:
    """What a docstring says of an argument: the lines after its name, as far as they stand further in."""
    _, _, arguments = inspect.cleandoc(noun.__doc__ or "").partition("\nArgs:\n")
    found = re.search(rf"^( +){re.escape(name)}: (.+(?:\n\1 +.+)*)", arguments, re.MULTILINE)
    return _plain(found[2]) if found else None


def _plain(said: str) -> Text:
    line = " ".join(said.split())
    return text_of(line)
