"""Scoreboards: the results of a batch, as arrays."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, InputError, UnknownNameError, nearest
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Formula, Input, State
from perfscheme.formula.reals import compare
from perfscheme.formula.vector.plan import Plan, decimals_of
from perfscheme.formula.vector.tiles import Columns, Ranks
from perfscheme.scheme.cards import Scorecard
from perfscheme.scheme.columns import columns_of
from perfscheme.scheme.intake import Table
from perfscheme.scheme.subjects import Subject, subject_texts

if TYPE_CHECKING:
    from perfscheme.evidence.trails import Trail
    from perfscheme.scheme.scorers import Scorer

NO_GRADE = -1
"""Index of a row without a grade."""


@attrs.frozen
class RowProblem:
    """What is wrong with one row of a batch.

    Args:
        row: its number, from 0.
        subject: whose row it is, where the host said so.
        field: the input that is wrong; None where the row as a whole has no score.
        diagnostic: what was found and what was expected.
    """

    row: int
    subject: str | None
    field: str | None
    diagnostic: Diagnostic

    def line(self, lang: str = "en") -> str:
        """The problem on one line, with its place: `3.Tom.satisfaction: error[PS107] ...`."""
        where = ".".join(str(part) for part in (self.row, self.subject, self.field) if part is not None)
        return f"{where}: {self.diagnostic.label(lang)}{self.diagnostic.message(lang)}"


class Scoreboard:
    """What a batch scored: arrays over the rows, and a card for any of them.

    `total` has by row the float that prints the rounded total, NaN where there is none; `grade_index` the place of the
    grade among `grade_names`, -1 where there is none. Both are arrays with one value for each row, as are `grade`,
    `coefficient` and `points(id)`.

    It has a length, rows and slices, and gives its cards in turn; it is no `Sequence`, since to look for a card in it
    would make every card.
    """

    def __init__(
        self,
        scheme: Scorer,
        table: Table,
        columns: Columns,
        odd: NDArray[np.intp],
        subjects: tuple[str, ...] | None,
        evidence: Callable[[int], Mapping[str, Trail]] | None = None,
    ) -> None:
        self._scheme = scheme
        self._table = table
        self._columns = columns
        self._odd = odd
        self._subjects = subjects
        self._evidence = evidence
        decimals = tuple(
            decimals_of(columns.numbers[key])
            for key, node in scheme.statement.input_nodes.items()
            if isinstance(node, Input)
        )
        self._decimals = decimals
        statement = scheme.statement
        (self.total,), grades, self._again, self._bad = self._run(
            scheme.compiled.plan(decimals), [statement.total], statement.grade
        )
        self.total.flags.writeable = False
        self.grade_index = np.full(len(self.total), NO_GRADE, np.int8) if grades is None else grades
        self.grade_index.flags.writeable = False

    total: NDArray[np.float64]
    """By row, the total as the float that prints it; NaN where there is no score, infinite where no float reaches."""

    grade_index: Ranks
    """By row, the index of the grade in `grade_names`, 0 the worst; -1 where there is none."""

    def _run(
        self, plan: Plan, roots: Sequence[Formula], index: Formula | None = None
    ) -> tuple[tuple[NDArray[np.float64], ...], Ranks | None, NDArray[np.intp], dict[int, list[Diagnostic]]]:
        """The roots by row: by plan, and exactly for the rows that it hands back and for those with odd values."""
        outcome = plan.run(self._columns)
        again = np.union1d(outcome.again, self._odd)
        bad: dict[int, list[Diagnostic]] = {}
        for row in again.tolist():
            inputs, problems = self._table.read(row)
            if problems:
                bad[row] = problems
            evaluation = None if problems else Evaluation(inputs)
            for out, root in zip(outcome.values, roots):
                out[row] = _number(evaluation, root)
            if outcome.index is not None and index is not None:
                found = _number(evaluation, index)
                outcome.index[row] = NO_GRADE if math.isnan(found) else int(found)
        return outcome.values, outcome.index, again, bad

    @property
    def scheme(self) -> Scorer:
        """The scheme."""
        return self._scheme

    @property
    def subjects(self) -> tuple[str, ...] | None:
        """Whose rows they are, where the host said so."""
        return self._subjects

    @property
    def grade_names(self) -> tuple[str, ...]:
        """Names of the grades by index, the worst first."""
        return self._scheme.grade_names

    @cached_property
    def grade(self) -> NDArray[np.object_]:
        """By row, the name of the grade; None where there is none."""
        found = np.array([*self.grade_names, None], dtype=object)[self.grade_index]
        found.flags.writeable = False
        return found

    @cached_property
    def coefficient(self) -> NDArray[np.float64]:
        """By row, the coefficient of the grade; NaN where there is none."""
        by_index = () if self._scheme.ladder is None else self._scheme.ladder.coefficients
        found = np.array([*(math.nan if x is None else float(x) for x in by_index), math.nan])[self.grade_index]
        found.flags.writeable = False
        return found

    @property
    def recomputed(self) -> int:
        """How many rows the arrays could not decide, and were scored one by one."""
        return len(self._again)

    @cached_property
    def problems(self) -> tuple[RowProblem, ...]:
        """Every fault of a value, and for every row without a score, or with one beyond all floats, the reason."""
        found: list[RowProblem] = []
        for row in np.flatnonzero(~np.isfinite(self.total)).tolist():
            subject = self._subject(row)
            if row in self._bad:
                found += (RowProblem(row, subject, str(x.path[0]) if x.path else None, x) for x in self._bad[row])
            elif math.isinf(self.total[row]):
                found.append(RowProblem(row, subject, None, Diagnostic("PS319", (), severity="warning")))
            else:
                found += (RowProblem(row, subject, None, x) for x in self.card(row).problems)
        return tuple(found)

    @property
    def bad_rows(self) -> tuple[int, ...]:
        """The rows with a value that is wrong, ascending."""
        return tuple(sorted(self._bad))

    def points(self, key: str) -> NDArray[np.float64]:
        """By row, the points of an indicator or dimension, correctly rounded; NaN where there are none.

        Raises:
            UnknownNameError: the scheme has no such part.
        """
        nodes = self._scheme.statement.nodes
        if key not in nodes:
            facts = {"name": key, "known": tuple(nodes), "nearest": nearest(str(key), tuple(nodes))}
            raise UnknownNameError(Diagnostic("PS304", (), facts))
        root = nodes[key].points
        names = [name for name, node in self._scheme.statement.input_nodes.items() if isinstance(node, Input)]
        plan = Plan([root], dict(zip(names, self._decimals)))
        (found,), *_ = self._run(plan, [root])
        for row in self._bad:
            found[row] = math.nan
        return found

    def card(self, row: SupportsIndex) -> Scorecard:
        """The card of a row.

        A row with a value that is wrong has a card without a score, whose problems say what is wrong.

        Raises:
            IndexError: there is no such row.
            TypeError: `row` is no whole number.
        """
        place = operator.index(row)
        if not -len(self) <= place < len(self):
            raise IndexError(Diagnostic("PS305", (), {"row": place, "rows": len(self)}).message())
        place %= len(self)
        values, faults = self._table.read(place)
        if faults:
            values = dict.fromkeys(self._table.inputs, State.MISSING) | values
        evidence = {} if self._evidence is None else self._evidence(place)
        return Scorecard(self._scheme, values, subject=self._subject(place), faults=tuple(faults), evidence=evidence)

    def _subject(self, row: int) -> str | None:
        return None if self._subjects is None else self._subjects[row]

    def __len__(self) -> int:
        return self._table.rows

    @overload
    def __getitem__(self, row: SupportsIndex) -> Scorecard: ...

    @overload
    def __getitem__(self, row: slice) -> list[Scorecard]: ...

    def __getitem__(self, row: SupportsIndex | slice) -> Scorecard | list[Scorecard]:
        return [self.card(i) for i in range(*row.indices(len(self)))] if isinstance(row, slice) else self.card(row)

    def __iter__(self) -> Iterator[Scorecard]:
        return (self.card(row) for row in range(len(self)))

    def __reduce__(self) -> tuple[Any, ...]:
        return Scoreboard, (self._scheme, self._table, self._columns, self._odd, self._subjects, self._evidence)

    def __repr__(self) -> str:
        return f"<Scoreboard {self._scheme.scheme} rows={len(self)}>"


def _number(evaluation: Evaluation | None, node: Formula) -> float:
    """The exact value as a float, correctly rounded; NaN where there is none."""
    if evaluation is None:
        return math.nan
    try:
        found = evaluation(node)
    except Undefined:
        return math.nan
    if isinstance(found, State):
        return math.nan
    try:
        return float(found)
    except OverflowError:
        return math.inf if compare(found, Fraction(0)) > 0 else -math.inf


def score_many(
    scheme: Scorer,
    data: Mapping[str, Any] | Iterable[Any],
    subjects: Iterable[Subject] | None,
    *,
    evidence: Callable[[int], Mapping[str, Trail]] | None = None,
) -> Scoreboard:
    """Score a batch; see `Scheme.score_many`.

    Args:
        scheme: by which.
        data: as in `Scheme.score_many`.
        subjects: as in `Scheme.score_many`.
        evidence: what stands behind the values of a row.

    Raises:
        InputError: as in `Scheme.score_many`.
    """
    table = Table(scheme.statement.inputs, data)
    whose = None if subjects is None else subject_texts(subjects)
    if whose is not None and len(whose) != table.rows:
        uneven = (f"subjects: {len(whose)}",)
        first = next(iter(table.inputs), "-")
        raise InputError(Diagnostic("PS303", (), {"name": first, "rows": table.rows, "uneven": uneven}))
    columns, odd = columns_of(table, dict(scheme.statement.input_nodes))
    return Scoreboard(scheme, table, columns, odd, whose, evidence)
