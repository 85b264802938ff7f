"""Places in a file, and ways from its root: where something is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

import attrs

Path: TypeAlias = tuple[str | int, ...]


@attrs.frozen(order=True)
class Position:
    """A point in a text; all three count from 0, in code points."""

    line: int
    column: int
    index: int

    def __str__(self) -> str:
        return f"{self.line + 1}:{self.column + 1}"


@attrs.frozen(order=True)
class Span:
    """The stretch of a text from `start` up to, not including, `end`."""

    start: Position
    end: Position

    def __str__(self) -> str:
        return str(self.start)


START: Final = Position(0, 0, 0)
NOWHERE: Final = Span(START, START)
"""What is of no line is told of the beginning of the file."""


def path_text(path: Iterable[str | int]) -> str:
    """A path as people write it: `score.children.csat.weight`, `rules[0].when`; the root is the empty text."""
    out = ""
    for step in path:
        if isinstance(step, int):
            out += f"[{step}]"
        else:
            out += f".{step}" if out else step
    return out
