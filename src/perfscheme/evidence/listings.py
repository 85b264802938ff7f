"""Listings: of each kind of problem the first rows are told one by one, and the others counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

import attrs
import numpy as np

from perfscheme.diagnostics import Diagnostic, Severity
from perfscheme.evidence.chunks import RowsProblem, TableProblem

MOST = 20
"""So many rows of a kind are told: a table of a hundred million rows may be wrong in every one of them."""
WHOLE = frozenset({"PS635"})
"""Codes of what one word at the table mends: they are told once for a column, at its first row, with the count."""

Kind = tuple[str | None, str | None, str]


class Listing:
    """What was told of each kind: of a table, a column and a code."""

    def __init__(self) -> None:
        self._told: dict[Kind, int] = defaultdict(int)
        self._more: dict[Kind, tuple[int, Severity]] = {}
        self._whole: dict[Kind, tuple[int, Diagnostic]] = {}

    def first(self, table: str, problems: Iterable[RowsProblem], at: int = 0) -> list[RowsProblem]:
        """The problems with the rows that are still told, the first of them; the others are counted.

        Args:
            table: whose problems they are.
            problems: of some rows, each kind of them no earlier than those of the call before.
            at: the number of the first of these rows within the table.
        """
        kinds: dict[Kind, list[RowsProblem]] = defaultdict(list)
        kept = []
        for found in problems:
            if found.rows is None:
                kept.append(found)
            else:
                kinds[table, found.column, found.diagnostic.code].append(found)
        for kind, alike in kinds.items():
            rows = np.unique(np.concatenate([found.rows for found in alike if found.rows is not None]))
            if kind[2] in WHOLE:
                earliest = min(alike, key=lambda found: -1 if found.rows is None else int(found.rows.min()))
                self._whole.setdefault(kind, (at + int(rows[0]), earliest.diagnostic))
                self._told[kind] += len(rows)
                continue
            room = MOST - self._told[kind]
            self._told[kind] += min(room, len(rows))
            if len(rows) > room:
                self._count(kind, len(rows) - room, alike[0].diagnostic.severity)
                told = np.zeros(int(rows[-1]) + 1, np.bool_)
                told[rows[:room]] = True
                alike = [fewer for found in alike if (fewer := found.among(told))]
            kept += alike
        return kept

    def some(self, problems: Iterable[TableProblem]) -> Iterator[TableProblem]:
        """The first of problems that are of no row, and all of one kind; the others are counted."""
        rest = iter(problems)
        yield from islice(rest, MOST)
        for problem in rest:
            kind = (problem.table, problem.column, problem.diagnostic.code)
            self._count(kind, 1, problem.diagnostic.severity)

    def whole(self) -> Iterator[TableProblem]:
        """What is told once for a column."""
        for kind, (row, diagnostic) in self._whole.items():
            facts = {**diagnostic.facts, "name": kind[1], "count": self._told[kind]}
            yield TableProblem(kind[0], row, kind[1], attrs.evolve(diagnostic, facts=facts))

    def rest(self) -> Iterator[TableProblem]:
        """How many there are of each kind that are not told."""
        for (table, column, _), (count, severity) in self._more.items():
            yield TableProblem(table, None, column, Diagnostic("PS657", (), {"count": count}, severity=severity))

    def _count(self, kind: Kind, count: int, severity: Severity) -> None:
        before, _ = self._more.get(kind, (0, severity))
        self._more[kind] = before + count, severity
