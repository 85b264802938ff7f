"""Tables of the keys of a file, for its written reference: made of the nouns and of the texts that editors show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from perfscheme.diagnostics.language import Language, Text
from perfscheme.nouns.registry import Registry
from perfscheme.reading.load import FORMAT
from perfscheme.reading.shapes import Field, Record, fields, inlined, kind_of
from perfscheme.reference.descriptions import about, about_key, about_words, title
from perfscheme.reference.texts import words
from perfscheme.reference.values import default
from perfscheme.scheme import Scheme

KEY = Text(zh="键", en="key")
KIND = Text(zh="种类", en="kind")
WHAT = Text(zh="含义", en="what")
REQUIRED = Text(zh="必须写。", en=" Required.")
WITHOUT = Text(zh="不写时为 `{0}`。", en=" Without it: `{0}`.")
ONE = Text(zh="{0}。", en=" {0}.")


def keys(noun: type[Any], *, lang: Language = "en") -> str:
    """The keys of a noun as a table in Markdown.

    >>> from perfscheme.nouns.readings import Reading
    >>> print(keys(Reading).splitlines()[2])
    | `input` | Key of the input. Required. |
    """
    beside = [(f"`{FORMAT}`", words.FORMAT[FORMAT].say(lang) + REQUIRED.say(lang))] if noun is Scheme else []
    return _table((KEY.say(lang), WHAT.say(lang)), [*beside, *_rows(noun, lang)])


def kinds(nouns: Iterable[type[Any]], *, lang: Language = "en") -> str:
    """The kinds of nouns and their keys as a table in Markdown; where they have no kind, what they are called."""
    rows: list[tuple[str, ...]] = []
    for noun in nouns:
        kind = kind_of(noun)
        rows.append((title(noun).say(lang) if kind is None else f"`{kind}`", "", about(noun).say(lang)))
        rows += [("", *row) for row in _rows(noun, lang)]
    return _table((KIND.say(lang), KEY.say(lang), WHAT.say(lang)), rows)


def strategies(role: str, registry: Registry, *, lang: Language = "en") -> str:
    """The kinds of a role and their keys as a table in Markdown."""
    return kinds((entry.strategy for entry in registry.entries if entry.role == role), lang=lang)


def _rows(noun: type[Any], lang: Language) -> list[tuple[str, str]]:
    own = fields(noun)[1:] if inlined(Record(noun)) else fields(noun)
    return [(f"`{field.key}`", _said(noun, field, lang)) for field in own]


def _said(noun: type[Any], field: Field, lang: Language) -> str:
    """What a key means, the words that it may be, and what holds without it."""
    said = about_key(noun, field).say(lang)
    if meanings := about_words(noun, field):
        some = [f"`{word}` ({meaning.say(lang)})" for word, meaning in meanings.items()]
        said += ONE.say(lang).format("；".join(some) if lang == "zh" else ", ".join(some))
    if field.required:
        return said + REQUIRED.say(lang)
    value = default(noun, field)
    return said if value is None else said + WITHOUT.say(lang).format(str(value).lower() if value is False else value)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
