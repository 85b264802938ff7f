"""The table of a run: what was measured, line by line, and the bars that it is held against."""

from __future__ import annotations

import json
import operator
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

RELATIONS: dict[str, Callable[[float, float], bool]] = {"<=": operator.le, ">=": operator.ge}


class Size(NamedTuple):
    """How much is measured."""

    rows: int
    many: int
    rounds: int
    starts: int


FULL = Size(rows=1_000_000, many=10_000_000, rounds=7, starts=21)
QUICK = Size(rows=200_000, many=1_000_000, rounds=3, starts=7)


class Row(NamedTuple):
    """One line of the table: a ratio (or another figure), and the bar that it is held against."""

    name: str
    ratio: float
    bar: str | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the ratio is on the right side of the bar; None where there is none."""
        if self.bar is None:
            return None
        relation, limit = self.bar.split()[:2]
        return RELATIONS[relation](self.ratio, float(limit))

    def line(self) -> str:
        """The row as it is printed."""
        verdict = {True: "holds", False: "FAILS", None: ""}[self.holds]
        return f"{self.name:<76}{self.ratio:>10.3g}  {self.bar or 'no bar':<10}{verdict}".rstrip()


class Table:
    """The rows measured so far, printed as they come."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def add(self, name: str, ratio: float, bar: str | None = None) -> None:
        """Take a row and print it."""
        row = Row(name, ratio, bar)
        self.rows.append(row)
        print(row.line(), flush=True)

    def write(self, path: Path) -> None:
        """All rows as JSON."""
        found = [{"name": row.name, "ratio": row.ratio, "bar": row.bar, "holds": row.holds} for row in self.rows]
        path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
