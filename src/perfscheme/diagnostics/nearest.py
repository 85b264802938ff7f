"""Nearest known words: what somebody probably meant to write."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from perfscheme.diagnostics.language import Text
from perfscheme.diagnostics.vocabulary import ENGLISH

LONGEST = 60
COMMAS = re.compile("[\uff0c\u3001]")
"""What separates words in Chinese, and nothing in YAML."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word next to `word`, or None where none is near.

    Case, `_` for `-` or a space, and full-width letters cost nothing. Otherwise the edit distance (an exchange of
    neighbours is one edit) may be 1 for short words and up to 3 for long ones; a Chinese word of two to four
    characters may differ in one. A word of the vocabulary, such as a Chinese one of the glossary, stands for those of
    the file that it may mean.
    """
    known = tuple(known)
    folded = _fold(word)
    if not folded or len(folded) > LONGEST:
        return None
    best: tuple[int, str] | None = None
    for other, candidate in _candidates(known):
        allowed = _allowed(folded, other)
        if best is not None:
            allowed = min(allowed, best[0] - 1)
        if allowed < 0 or abs(len(other) - len(folded)) > allowed:
            continue
        cost = distance(folded, other)
        if cost <= allowed:
            best = (cost, candidate)
    if best is None:
        return next((name for name in known if folded in ENGLISH.get(_fold(name), ())), None)
    return best[1]


def guess(name: str, known: Iterable[str], called: Mapping[str, Text | None]) -> dict[str, Any]:
    """The facts of a message on an unknown name that say which is meant.

    Args:
        name: what is written.
        known: keys and ids.
        called: what people call these, where the file says it.

    Returns:
        `nearest`: the one of which this is the name for people, in one of the languages, else the next to it, else the
        one that people call nearly so; `called`, too, where it is the name for people of exactly one. Where several
        known ones stand in one text, these, and in `apart` the full-width sign that was to keep them apart.

    >>> guess("满意度", ["csat", "speed"], {"csat": Text(zh="满意度", en="Satisfaction")})
    {'nearest': 'csat', 'called': '满意度'}
    """
    known = tuple(known)
    keys: dict[str, list[str]] = {}
    for key in known:
        if (text := called.get(key)) is not None:
            for word in dict.fromkeys((text.zh, text.en)):
                keys.setdefault(word or "", []).append(key)
    if len(exact := keys.get(name, [])) == 1:
        return {"nearest": exact[0], "called": name}
    if len(parts := [part.strip() for part in COMMAS.split(name)]) > 1 and set(parts) <= set(known):
        return {"nearest": ", ".join(parts), "apart": next(iter(COMMAS.findall(name)))}
    near = nearest(name, known)
    if near is None and (alike := nearest(name, [word for word in keys if word])) is not None:
        near = keys[alike][0]
    return {"nearest": near}


@functools.lru_cache(maxsize=256)
def _candidates(known: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Folded words, each with the known word that it leads to; the known words themselves first."""
    usual = ((word, next((known_ for known_ in english if known_ in known), None)) for word, english in ENGLISH.items())
    return (*((_fold(word), word) for word in known), *((word, meant) for word, meant in usual if meant is not None))


def distance(a: str, b: str) -> int:
    """Number of insertions, deletions, changes and exchanges of neighbours that turn `a` into `b`."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        following = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1]


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().strip().replace("_", "-").replace(" ", "-")


def _allowed(a: str, b: str) -> int:
    longest, shortest = max(len(a), len(b)), min(len(a), len(b))
    if longest <= 4 and _chinese(a) and _chinese(b):
        return 1 if shortest >= 2 else 0
    if shortest <= 2:
        return 0
    return 1 if longest <= 5 else 2 if longest <= 8 else 3


def _chinese(word: str) -> bool:
    return any(unicodedata.east_asian_width(char) == "W" for char in word)
