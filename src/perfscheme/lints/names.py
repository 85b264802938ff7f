"""Names: inputs and thresholds that nothing reads, and texts that lack a language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

import attrs

from perfscheme.diagnostics import Text
from perfscheme.diagnostics.figures import figure
from perfscheme.diagnostics.places import Path
from perfscheme.diagnostics.vocabulary import ENGLISH
from perfscheme.formula.nodes import Node, inputs_of
from perfscheme.lints.findings import Finding
from perfscheme.lints.surveys import Survey, name_of
from perfscheme.nouns.conditions import CountMet, ThresholdMet
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.setting import label_text
from perfscheme.nouns.shapes import ByKey, Inline, is_noun, keys, marked
from perfscheme.nouns.thresholds import ORDER

_WORD = re.compile(r"[^\W\d][\w-]*")


def unread(survey: Survey) -> Iterator[Finding]:
    """Declared inputs that no formula of the scheme reads."""
    read = _read(survey)
    for spec in survey.scheme.declared:
        if spec.key not in read:
            yield Finding(("inputs", spec.key), {"name": spec.key})


def _read(survey: Survey) -> set[str]:
    statement = survey.statement
    roots: list[Node] = [statement.total, *(step.after for step in survey.steps)]
    roots += [step.when for step in survey.steps if step.when is not None]
    for stated in statement.nodes.values():
        roots += [stated.points, *stated.thresholds.values()]
    return inputs_of(roots)


def unused(survey: Survey) -> Iterator[Finding]:
    """Thresholds with a name of one's own that no curve, condition or aggregation names.

    `floor`, `target` and `stretch` have a meaning of their own: cards tell how far away they are.
    """
    asked: set[tuple[str | None, str]] = set()
    for _, noun in survey.once(everything):
        match noun:
            case ThresholdMet(met=key, threshold=name):
                asked.add((key, name))
            case CountMet(count_met=name, of=of):
                asked |= {(None, name)} if of == "all" else {(key, name) for key in of}
            case Dimension(aggregation=aggregation) if hasattr(aggregation, "threshold"):
                asked |= {(child.id, aggregation.threshold) for child in noun.children}
    for stated, indicator in survey.indicators():
        words = set(_words(indicator.curve)) if stated.thresholds else set()
        for name in stated.thresholds:
            if (
                _usual(indicator, name) is None
                and name not in (*words, *ORDER)
                and not asked & {(None, name), (indicator.id, name)}
            ):
                yield Finding((*stated.path, "thresholds", name), {"name": name_of(stated), "threshold": name})


def unknown(survey: Survey) -> Iterator[Finding]:
    """Thresholds under the Chinese name, or another writing, of one that has a meaning of its own."""
    for stated, indicator in survey.indicators():
        for name in stated.thresholds:
            if (meant := _usual(indicator, name)) is not None and meant not in stated.thresholds:
                facts = {"name": name_of(stated), "threshold": name, "nearest": meant}
                yield Finding((*stated.path, "thresholds", name), facts)


def _usual(indicator: Indicator, name: str) -> str | None:
    """Which of `floor`, `target` and `stretch` a name of one's own says; without a direction none has a meaning."""
    if indicator.better is None or name in ORDER:
        return None
    return next((word for word in ORDER if word in (name.casefold(), *ENGLISH.get(name, ()))), None)


def _words(noun: Any) -> Iterator[str]:
    """Every word in the fields of a noun, and in those of its parts."""
    for _, part in parts(noun):
        kind: Any = type(part)
        for name, _, _ in _fields(kind):
            value = getattr(part, name)
            if isinstance(value, str):
                yield value
                yield from _WORD.findall(value)


def untranslated(survey: Survey) -> Iterator[Finding]:
    """Texts in one language, in a scheme of which others are in both."""
    texts = [(path, text) for path, text in survey.once(everything) if isinstance(text, Text)]
    both = [text for _, text in texts if text.zh is not None and text.en is not None and text.zh != text.en]
    for path, text in texts:
        if both and (text.zh is None or text.en is None):
            lacking = Text(zh="英文", en="English") if text.en is None else Text(zh="中文", en="Chinese")
            facts = {"found": text, "lacking": lacking, "key": "en" if text.en is None else "zh"}
            yield Finding(path, facts)


def everything(survey: Survey) -> tuple[tuple[Path, Any], ...]:
    """Every noun and text of a scheme, each with the way to it in the file."""
    return tuple(parts(survey.scheme))


def parts(noun: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """A noun and every noun and text in it, each with the way to it in the file."""
    yield path, noun
    if isinstance(noun, Text):
        return
    kind: Any = type(noun)
    for name, key, keyed in _fields(kind):
        value = getattr(noun, name)
        if type(value) is tuple:
            for i, item in enumerate(value):
                if is_noun(type(item)):
                    yield from parts(item, (*path, *key, _first(item) if keyed else i))
        elif is_noun(type(value)):
            yield from parts(value, (*path, *key))


@functools.cache
def _fields(noun: Any) -> tuple[tuple[str, Path, bool], ...]:
    """The fields that a file fills: name, the way to it, and whether it is a mapping by key."""
    keyed, inline = marked(noun, ByKey), marked(noun, Inline)
    return tuple(
        (field.name, () if field.name in inline else (keys(noun)[field.name],), field.name in keyed)
        for field in attrs.fields(noun)
        if field.init and not field.name.startswith("_")
    )


def _first(item: Any) -> str:
    """What fills the first field of an item that a file writes under a key."""
    kind: Any = type(item)
    first = getattr(item, _fields(kind)[0][0])
    return first if isinstance(first, str) else label_text(first) if isinstance(first, bool) else figure(first)
