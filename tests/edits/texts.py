"""Edits: one line of the text of a scheme changed, and what a text says by line and by way."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import attrs
from hypothesis import assume

from perfscheme.diagnostics import Diagnostic
from perfscheme.diagnostics.figures import figure
from perfscheme.diagnostics.places import Path as Way
from perfscheme.nouns.numbers import number
from perfscheme.reading import events
from perfscheme.reading.gallery import gallery
from perfscheme.reading.load import checks, loads
from perfscheme.reading.spots import Spot
from perfscheme.scheme import Scheme
from perfscheme.writing import dumps

PUBLISHED = Path(__file__).parents[1] / "published"
FILES = {path.name: path for path in (*gallery().values(), *sorted(PUBLISHED.glob("*.scheme.yaml")))}
SHIPPED = sorted(path.name for path in gallery().values())
NUMBER = re.compile(r"-?\d+(\.\d+)?")
Lines: TypeAlias = tuple[int, int]
Leaves: TypeAlias = dict[Way, str]


@attrs.frozen
class Edit:
    """One change of one line: the text that it makes, and the lines of it that are new (a gap: none of them)."""

    at: int
    text: str
    new: tuple[Lines, ...]


@attrs.frozen(eq=False)
class Sound:
    """A scheme that reads, with what is said of it."""

    text: str
    scheme: Scheme
    said: frozenset[object]
    leaves: Leaves
    ways: dict[int, list[Way]]

    @classmethod
    def of(cls, text: str) -> Sound:
        scheme = loads(text)
        return cls(text, scheme, frozenset(map(substance, checks(text))), leaves(dumps(scheme)), ways(text))


@functools.cache
def sound(name: str) -> Sound:
    return Sound.of(FILES[name].read_text(encoding="utf-8"))


# What a text says, by line and by way


def spots(text: str) -> Iterator[Spot]:
    def below(spot: Spot) -> Iterator[Spot]:
        yield spot
        for inner in (*(value for _, value in spot.entries()), *spot.items()):
            yield from below(inner)

    root, _ = events.read(text)
    assert root is not None
    return below(Spot(root))


def leaves(text: str) -> Leaves:
    """Every scalar by its way; a list with its length, so that a shorter one differs."""
    found = {}
    for spot in spots(text):
        if spot.node.kind != "mapping":
            found[plain(spot.path)] = spot.node.text if spot.node.kind == "scalar" else str(len(spot.node.items))
    return found


def ways(text: str) -> dict[int, list[Way]]:
    """By line, the ways to what begins or goes on there."""
    found: dict[int, list[Way]] = {}
    for spot in spots(text):
        first = (spot.key or spot.node).start.line
        last = spot.node.end.line if spot.node.kind == "scalar" or spot.node.alias else first
        last -= last > first and spot.node.end.column == 0
        for line in range(first, last + 1):
            found.setdefault(line, []).append(plain(spot.path))
    return found


def plain(way: Way) -> Way:
    """A way without the key that a list of conditions may stand under, or without; 0.20 is the key 0.2."""
    return tuple(
        figure(number(step)) if isinstance(step, str) and NUMBER.fullmatch(step) else step
        for step in way
        if step != "all"
    )


def meant(text: str) -> list[object]:
    """The text without comments, layout, names of anchors and needless keys; keys of mappings in any order."""
    needless = {spot.path for spot in spots(text) for key, _ in spot.entries() if key == "all"}
    return sorted(
        (repr(plain(spot.path)), spot.node.kind, spot.node.text) for spot in spots(text) if spot.path not in needless
    )


def substance(found: Diagnostic) -> object:
    return found.code, found.path, found.facts


# Edits


def edit(text: str, kind: str, at: int, to: int) -> Edit:
    """The line `at` deleted, doubled, with one letter or figure of it changed, or moved up or down."""
    lines = text.split("\n")
    line = lines[at]
    match kind:
        case "delete":
            return Edit(at, joined(lines[:at], lines[at + 1 :]), ((at, at - 1),))
        case "duplicate":
            return Edit(at, joined(lines[: at + 1], lines[at:]), ((at, at + 1),))
        case "move":
            rest = lines[:at] + lines[at + 1 :]
            to %= len(rest)
            gap = at + (to < at)
            return Edit(at, joined(rest[:to], [line], rest[to:]), ((gap, gap - 1), (to, to)))
    some = [i for i, char in enumerate(line) if (char.isalpha() if kind == "misspell" else char in "0123456789")]
    assume(some)
    i = some[to % len(some)]
    char = "q" if kind == "misspell" else str((int(line[i]) + 1 + to // len(some) % 9) % 10)
    return Edit(at, joined(lines[:at], [line[:i] + char + line[i + 1 :]], lines[at + 1 :]), ((at, at),))


def joined(*parts: list[str]) -> str:
    return "\n".join(line for part in parts for line in part)
