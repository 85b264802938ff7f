"""Ratings: the rows of a panel's table as codes, and what is wrong with them; no message quotes a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, nearest
from perfscheme.evidence.cells import Cells, distinct
from perfscheme.evidence.chunks import Chunk, RowsProblem, lacks
from perfscheme.evidence.pairs import Pairs
from perfscheme.evidence.wholes import Mask
from perfscheme.nouns.evidence.columns import TextColumn
from perfscheme.nouns.evidence.panels import Panel

Codes = NDArray[np.int64]


@attrs.frozen(eq=False, repr=False)
class Votes:
    """Ratings that count, as columns of codes.

    Args:
        subject: the place of the subject.
        item, relation: places among those of the panel.
        rater, score: places among the raters and the scores that were seen.
        row: the number of the row.
    """

    subject: Codes
    item: Codes
    relation: Codes
    rater: Codes
    score: Codes
    row: Codes

    def where(self, chosen: NDArray[Any]) -> Votes:
        """Some of them."""
        return Votes(*(getattr(self, field.name)[chosen] for field in attrs.fields(Votes)))


class Ratings:
    """The ratings of a panel, chunk by chunk.

    Args:
        panel: whose they are.
        others: items of the same table that other panels read.
    """

    def __init__(self, panel: Panel, others: Iterable[str] = ()) -> None:
        self.panel = panel
        self.lacking: Diagnostic | None = None
        self._others = frozenset(others) - {each.item for each in panel.items}
        self._raters: dict[str, int] = {}
        self._scores: dict[Fraction, int] = {}
        self._parts: list[Votes] = []

    def __repr__(self) -> str:
        return f"<Ratings panel={self.panel.panel!r}>"

    def lack(self, why: Diagnostic) -> None:
        """Have no scores at all, nor keep those that were seen; the first reason is kept."""
        self.lacking = self.lacking or why
        self._parts.clear()

    @property
    def scores(self) -> list[Fraction]:
        """The different scores, on the panel's scale, by their codes."""
        return list(self._scores)

    def add(self, chunk: Chunk, inside: Mask, subjects: NDArray[np.intp]) -> None:
        """Take in the rows of a chunk, and note in it what is wrong with them.

        Args:
            chunk: some rows of the panel's table.
            inside: those that have a subject, of the period that is measured.
            subjects: the place of each row's subject.
        """
        panel = self.panel
        cells = [chunk.cells(name) for name in (panel.rater, panel.relation, panel.item, panel.score)]
        self._hush(chunk)
        who, relation, item, score = cells
        if who is None or relation is None or item is None or score is None:
            names = (panel.rater, panel.relation, panel.item, panel.score)
            self.lack(lacks(chunk.table, next(name for name, cell in zip(names, cells) if cell is None)))
            return
        answered = inside if score.absent is None else inside & ~score.absent
        own = self._own(chunk, who)
        scores = self._scored(chunk, score, answered)
        items = self._placed(chunk, panel.item, item, [each.item for each in panel.items], answered)
        # What another panel asks is answered by those whom that panel knows.
        own_items = answered & ~np.array([*(word in self._others for word in item.words), False])[item.values]
        roles = self._placed(chunk, panel.relation, relation, [each.relation for each in panel.relations], own_items)
        raters = np.array([*(self._raters.setdefault(word, len(self._raters)) for word in who.words), -1])[who.values]
        if len(nameless := np.setdiff1d(np.flatnonzero(answered & (raters < 0)), who.faulty())):
            chunk.report("PS694", panel.rater, nameless, name=panel.rater)
        fine = answered & (raters >= 0) & (roles >= 0) & (items >= 0) & (scores >= 0)
        fine &= self._themselves(chunk, own, roles, fine)
        if self.lacking is not None:
            return
        rows = np.flatnonzero(fine)
        columns = (subjects, items, roles, raters, scores, np.arange(len(roles)) + chunk.first)
        self._parts.append(Votes(*(column[rows].astype(np.int64) for column in columns)))

    def votes(self, subjects: int | None = None) -> tuple[Votes, list[RowsProblem]]:
        """All that count, and those who rated an item twice: alike, they count once; differing, not at all.

        Args:
            subjects: so many are asked for, and of the others nothing is told; None: all.
        """
        if not self._parts:
            return Votes(*(np.empty(0, np.int64) for _ in attrs.fields(Votes))), []
        columns = (np.concatenate([getattr(part, f.name) for part in self._parts]) for f in attrs.fields(Votes))
        votes = Votes(*columns)
        # Who rates what, of whom: that somebody does it twice is rare, and only then rows are laid beside each other.
        items = len(self.panel.items)
        answers = Pairs.of((votes.subject * items + votes.item).astype(np.intp), votes.rater)
        twice = answers.keys[1:][answers.keys[1:] == answers.keys[:-1]]
        if not len(twice):
            return votes, []
        group = np.isin(votes.subject * items + votes.item, twice >> answers.bits)
        group &= np.isin(votes.rater, answers.values_of(twice))
        some, problems = self._settled(votes.where(group), subjects)
        once = votes.where(~group)
        both = (np.concatenate([getattr(part, f.name) for part in (once, some)]) for f in attrs.fields(Votes))
        return Votes(*both), problems

    def _settled(self, votes: Votes, subjects: int | None) -> tuple[Votes, list[RowsProblem]]:
        """Of ratings of which some are of one rater, subject and item: those that count, and what is told of others."""
        votes = votes.where(np.lexsort((votes.row, votes.rater, votes.item, votes.subject)))
        same = np.ones(len(votes.row), np.bool_)
        same[:1] = False
        for name in ("subject", "item", "rater"):
            column = getattr(votes, name)
            same[1:] &= column[1:] == column[:-1]
        run = np.cumsum(~same) - 1
        first = np.flatnonzero(~same)
        unlike = (votes.score != votes.score[first[run]]) | (votes.relation != votes.relation[first[run]])
        differing = np.bincount(run, unlike)[run] > 0
        return votes.where(~same & ~differing), self._twice(votes, run, first, differing, subjects)

    def _twice(
        self, votes: Votes, run: NDArray[np.intp], first: NDArray[np.intp], differing: Mask, subjects: int | None
    ) -> list[RowsProblem]:
        found = []
        again = np.arange(len(run)) != first[run]
        if subjects is not None:
            again &= votes.subject < subjects
        for place in np.flatnonzero(again).tolist():
            code = "PS699" if differing[place] else "PS698"
            facts = {"row": int(votes.row[first[run[place]]])}
            diagnostic = Diagnostic(code, (), facts, severity="error" if differing[place] else "warning")
            found.append(RowsProblem(None, votes.row[[place]], diagnostic))
        return found

    def _hush(self, chunk: Chunk) -> None:
        """A fault in the column of scores is told without what stands there."""
        name = self.panel.score
        hushed = Diagnostic("PS692", (), {"name": name})
        chunk.problems[:] = [
            attrs.evolve(found, diagnostic=hushed) if found.column == name and found.rows is not None else found
            for found in chunk.problems
        ]

    def _own(self, chunk: Chunk, raters: Cells) -> Mask:
        """The rows whose rater is the subject."""
        subjects = chunk.cells(chunk.table.subject)
        assert subjects is not None, "asked of usable chunks only"
        places = {word: i for i, word in enumerate(subjects.words)}
        same = np.array([*(places.get(word, -2) for word in raters.words), -2])[raters.values]
        return np.asarray(same == subjects.values, np.bool_)

    def _themselves(self, chunk: Chunk, own: Mask, roles: NDArray[Any], fine: Mask) -> Mask:
        """The rows in which subjects rate themselves as they may, and others do not rate in their place."""
        panel = self.panel
        if panel.self_ is None:
            return ~own
        place = next(i for i, relation in enumerate(panel.relations) if relation.relation == panel.self_)
        wrong = own != (roles == place)
        for code, rows in (("PS695", fine & wrong & own), ("PS696", fine & wrong & ~own)):
            if rows.any():
                chunk.report(code, panel.relation, np.flatnonzero(rows), name=panel.self_)
        return np.asarray(~wrong, np.bool_)

    def _placed(self, chunk: Chunk, column: str, cells: Cells, known: list[str], answered: Mask) -> NDArray[Any]:
        """By row the place of a relation or item among those of the panel; -1 where there is none."""
        places: Mapping[str, int] = {word: i for i, word in enumerate(known)}
        found = np.array([*(places.get(word, -1) for word in cells.words), -1])[cells.values]
        elsewhere = self._others if column == self.panel.item else frozenset()
        for code, word in enumerate(cells.words):
            if word not in places and word not in elsewhere:
                rows = np.flatnonzero(answered & (cells.values == code))
                if len(rows):
                    facts = {"found": word, "name": column, "known": tuple(known), "nearest": nearest(word, known)}
                    chunk.report("PS693", column, rows, **facts)
        if len(blank := np.setdiff1d(np.flatnonzero(answered & (cells.values < 0)), cells.faulty())):
            chunk.report("PS694", column, blank, name=column)
        return found

    def _scored(self, chunk: Chunk, cells: Cells, answered: Mask) -> Codes:
        """By row the code of its score on the panel's scale; -1 where it has none."""
        panel, column = self.panel, chunk.table.column(self.panel.score)
        if isinstance(column, TextColumn):
            worth = {each.label: each.score for each in panel.labels}
            by_word = [worth.get(word) for word in cells.words]
            codes = [-1 if x is None else self._scores.setdefault(x, len(self._scores)) for x in by_word]
            found = np.array([*codes, -1], np.int64)[cells.values]
            if len(unknown := np.flatnonzero(answered & (cells.values >= 0) & (found < 0))):
                chunk.report("PS692", panel.score, unknown, name=panel.score)
            return found
        numbers, places = distinct(cells.values)
        exact = [self._converted(Fraction(int(x), 10**cells.decimals), column) for x in numbers]
        known = np.array([self._scores.setdefault(x, len(self._scores)) for x in exact], np.int64)
        return known[places] if len(known) else np.empty(0, np.int64)

    def _converted(self, score: Fraction, column: Any) -> Fraction:
        if self.panel.scale is None:
            return score
        (low, high), (bottom, top) = column.range, self.panel.scale
        return Fraction((score - low) / (high - low) * (top - bottom) + bottom)
