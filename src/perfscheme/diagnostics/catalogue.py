"""The catalogue of messages: every code with its sentence in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from perfscheme.diagnostics.figures import shown
from perfscheme.diagnostics.language import Language, Messages
from perfscheme.diagnostics.messages import (
    aggregations,
    commands,
    evidence,
    file,
    formulas,
    grades,
    indicators,
    lints,
    panels,
    records,
    rules,
    syntax,
    weights,
)
from perfscheme.diagnostics.vocabulary import ENGLISH

SHELVES: tuple[Messages, ...] = (
    syntax.MESSAGES,
    file.MESSAGES,
    indicators.MESSAGES,
    weights.MESSAGES,
    aggregations.MESSAGES,
    rules.MESSAGES,
    grades.MESSAGES,
    records.MESSAGES,
    commands.MESSAGES,
    formulas.MESSAGES,
    lints.MESSAGES,
    evidence.MESSAGES,
    panels.MESSAGES,
)
MESSAGES: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {code: words for shelf in SHELVES for code, words in shelf.items()}
)
MEANT: Mapping[Language, str] = MappingProxyType({"en": " Did you mean {nearest}?", "zh": "是否想写 {nearest}？"})
# Where the wanted word is not there, the near one is what the writer should change, not what to write.
THERE: Mapping[Language, str] = MappingProxyType({"en": " Is {nearest} meant for it?", "zh": "{nearest} 是否就是它？"})
TURNED: Mapping[Language, str] = MappingProxyType({
    "en": " Is {nearest} meant for it? Then write {name} in its place.",
    "zh": "{nearest} 是否就是它？若是，请把它改写为 {name}。",
})  # fmt: skip
CALLED: Mapping[Language, str] = MappingProxyType({
    "en": " That is what people call {nearest}: write `{nearest}` here.",
    "zh": "这是 {nearest} 的显示名称，此处请写 `{nearest}`。",
})  # fmt: skip
APART: Mapping[Language, str] = MappingProxyType({
    "en": " The full-width {apart} separates nothing here: write `{nearest}`.",
    "zh": "全角的 {apart} 在此不分隔各项，请写 `{nearest}`。",
})  # fmt: skip
STOP: Mapping[Language, str] = MappingProxyType({"en": ". ", "zh": "。"})
ABSENCES = frozenset({"PS301", "PS302"})


def meaning(code: str, lang: Language) -> str:
    """The sentence of a code, with dots for what differs from case to case."""
    return re.sub(r"{\w+}", "…", MESSAGES[code][lang]).replace("{{", "{").replace("}}", "}")


def sentence(code: str, facts: Mapping[str, object], lang: Language = "en") -> str:
    """The sentence of `code` with its facts filled in.

    A code that is not in the catalogue (a strategy of one's own) says its fact `en` or `zh`, or else names its facts.
    """
    words = MESSAGES.get(code)
    if words is not None:
        return _template(words[lang], code, facts, lang).format_map(_Shown(facts, lang))
    if lang in facts or "en" in facts:
        said = shown(facts.get(lang, facts.get("en")), lang)
    else:
        said = ", ".join(f"{name}={shown(value, lang)}" for name, value in facts.items()) or code
    near = facts.get("nearest")
    return said if near is None else said + MEANT[lang].format_map(_Shown(facts, lang))


def _template(words: str, code: str, facts: Mapping[str, object], lang: Language) -> str:
    """The words of a message, with those on a near name behind its first sentence, before what may be a long list."""
    near = facts.get("nearest")
    if near is None:
        return words
    first, stop, rest = words.partition(STOP[lang])
    if facts.get("called") is not None:  # which one is meant is certain, so that those that are known help nobody
        return first + stop.strip() + CALLED[lang]
    if facts.get("apart") is not None:
        return first + stop.strip() + APART[lang]
    known = facts.get("name") in ENGLISH.get(str(near), ())  # it is the near word that the file should not have
    meant = (THERE if code in ABSENCES else TURNED if known else MEANT)[lang]
    return first + stop.strip() + meant + stop[1:] * bool(rest) + rest


class _Shown(dict[str, str]):
    """Facts as words. A fact that is not there stays `{name}`: a message must not fail while it reports a failure."""

    def __init__(self, facts: Mapping[str, object], lang: Language) -> None:
        super().__init__({name: shown(value, lang) for name, value in facts.items()})

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"
