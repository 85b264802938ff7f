"""Tallies: one measure under way: what it keeps of the chunks that were seen, and the figures that come of it."""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, Text
from perfscheme.evidence.heaps import Heap
from perfscheme.evidence.readings import TAKEN, Readings, reasons
from perfscheme.evidence.reckonings import ADDING, RECKONINGS, Lasts, Means, Taken
from perfscheme.evidence.states import Counts
from perfscheme.evidence.wholes import Quotients, Whole, padded
from perfscheme.nouns.evidence.amounts import Stages
from perfscheme.nouns.evidence.reads import WORDS
from perfscheme.nouns.evidence.row_measures import RowMeasure
from perfscheme.nouns.evidence.tables import Table


@attrs.frozen(eq=False)
class Counted:
    """What a measure of a table found, by subject, in the unit in which it counts.

    Args:
        numbers: the exact numbers; None where it gives words or flags.
        words: what a subject's number means where it gives words or flags, at the place of the number.
        codes: the places of words; -1 where there is none.
        n: how many rows were measured.
        left: how many rows were left out, by reason.
        clashes: by the place of a subject whose rows contradict each other two of them, the earlier first.
        stages: the stages' own means.
    """

    numbers: Quotients | None
    words: tuple[str | bool, ...]
    codes: NDArray[np.int64] | None
    n: Whole
    left: dict[Text, Whole]
    clashes: dict[int, tuple[int, int]]
    stages: dict[str, Quotients]


class Tally:
    """A measure of a table under way.

    Args:
        measure: which.
        table: its table.
    """

    def __init__(self, measure: RowMeasure, table: Table) -> None:
        self.measure = measure
        self.lacking: Diagnostic | None = None
        self._reckoning = RECKONINGS[type(measure)](measure)
        stages = measure.amount.stages if isinstance(measure.amount, Stages) else ()
        self._stages = {stage.stage: Means(stage) for stage in stages}
        self._reasons = reasons(table, measure)
        self._counts = [Heap(Counts.of(np.empty(0, np.intp), 0)) for _ in (0, *self._reasons)]
        self._words: dict[str | bool, int] = {}
        self._speaks = measure.cell is not None and isinstance(table.column(measure.cell), WORDS)

    @property
    def adding(self) -> bool:
        """Whether rows can be taken in by stretches, in several threads: nothing is sorted for it, nor named."""
        return isinstance(self._reckoning, ADDING)

    def lack(self, why: Diagnostic) -> None:
        """Have no values at all; the first reason is kept."""
        self.lacking = self.lacking or why

    def add(self, readings: Readings) -> None:
        """Take in the rows of a chunk, in which no column is lacking."""
        taken = Taken(readings, self.measure, self._words)
        for why, counts in {TAKEN: taken.verdict.n, **taken.verdict.left}.items():
            self._counts[why].add(counts)
        for reckoning in (self._reckoning, *self._stages.values()):
            reckoning.add(taken)

    def figures(self, size: int) -> Counted:
        """What was found, for so many subjects."""
        n, *counts = (padded(heap.all().n, size) for heap in self._counts)
        left = {why: some for why, some in zip(self._reasons, counts) if some.any()}
        numbers = self._reckoning.numbers(n)
        clashes = self._reckoning.clashes() if isinstance(self._reckoning, Lasts) else {}
        stages = {stage: means.numbers(n) for stage, means in self._stages.items()}
        codes = np.where(numbers.missing, -1, numbers.over).astype(np.int64) if self._speaks else None
        return Counted(None if self._speaks else numbers, tuple(self._words), codes, n, left, clashes, stages)
