"""Heads: the lines that say what stands below them, and where one of them is missing."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

HEAD = re.compile(r" *(?:- +)*[^ :'\"#\[{-][^:]*:\s*(?:&\S+\s*)?(?:#.*)?$")
"""A key of which the value stands below it."""
WHOLE = re.compile(r" *(?:- +)*[^ :'\"#\[{-][^:]*: +[^ #&|>]")
"""A key with its value."""
KEY, DASH = "…:", "-"
"""What is put in the place of a head."""


def beheaded(lines: Sequence[str], number: int) -> tuple[int, int, str] | None:
    """Before which line, in which column, there ought to stand `…:` or `-`, if so the line `number` lines up.

    Either it lies between the line that it stands under and what stands there, and has a block of its own that begins
    where that does; or it begins a block under a line that has its value.
    """
    said = [at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    here = next((i for i, at in enumerate(said) if at >= number), len(said))
    if not 0 < here < len(said):
        return None
    column = indent(lines[number := said[here]])
    above = lines[said[here - 1]]
    if indent(above) < column - 1 and WHOLE.match(above):
        run = list(itertools.takewhile(lambda at: indent(lines[at]) >= column, said[here:]))
        level = [at for at in run if indent(lines[at]) == column]
        heads = [at for at in level[:-1] if HEAD.match(lines[at]) or lines[at].lstrip().startswith("- ")]
        return (number, indent(above), KEY) if heads else None
    outer = next((i for i in range(here - 1, -1, -1) if indent(lines[said[i]]) < column), None)
    if outer is None or outer + 1 == here or not HEAD.match(lines[said[outer]]):
        return None
    first = said[outer + 1]
    below = [indent(lines[at]) for at in said[here + 1 : here + 2]]
    if lines[number].lstrip().startswith("- "):
        inside = column + len(DASH) + 1
        return (first, column, DASH) if indent(lines[first]) == inside else None
    steps = min(column - indent(lines[said[outer]]), indent(lines[first]) - column)
    own = HEAD.match(lines[number]) and below == [indent(lines[first])]
    return (first, column, KEY) if own and steps > 1 else None


def indent(line: str) -> int:
    """The column in which a line begins."""
    return len(line) - len(line.lstrip(" "))
