"""Lines: everybody's result in the order of the data, with what is wrong beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING

import attrs

from perfscheme.cli.sheets import Sheet, SheetProblem
from perfscheme.formula.nodes import State
from perfscheme.scheme import Scheme
from perfscheme.scheme.boards import Scoreboard
from perfscheme.scheme.cards import Scorecard
from perfscheme.scheme.decimals import decimal_of

if TYPE_CHECKING:
    from perfscheme.scheme.measurements import Measurement

# Up to here a float carries as many units of a rounding exactly.
MOST_UNITS = 2**52


@attrs.frozen
class Line:
    """One person's result, or what kept the row from being scored.

    Args:
        subject: whose it is.
        row: the number of the row in the file.
        card: makes the scorecard; that of a wrong row has no score, and says what is wrong.
        total: the total as the scheme rounds it; None where there is none.
        grade: the grade.
        coefficient: the coefficient of the grade.
        problems: what is wrong with the row, or why it has no total.
    """

    subject: str
    row: int
    card: Callable[[], Scorecard] = attrs.field(eq=False, repr=False)
    total: Decimal | None = None
    grade: str | None = None
    coefficient: Decimal | None = None
    problems: tuple[SheetProblem, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The line as JSON has it: the card's own data, with the same keys whether the row could be scored or not."""
        return {"subject": self.subject, "row": self.row, **self.card().to_dict()}


def lines_of(scheme: Scheme, sheet: Sheet) -> list[Line]:
    """Score a sheet.

    Returns:
        A line for every row of the file, those that do not fit its header included.
    """
    return _lines(scheme, scheme.score_many(sheet.records, subjects=sheet.subjects), sheet)


def lines_of_measured(scheme: Scheme, measurement: Measurement, sheet: Sheet | None = None) -> list[Line]:
    """Score what was measured.

    Args:
        scheme: by which.
        measurement: of the subjects of the sheet, in its order; of anybody where there is none.
        sheet: the inputs that the evidence does not give.
    """
    if sheet is None:
        subjects = measurement.subjects
        return _lines(scheme, measurement.score(), Sheet(subjects, (), tuple(range(1, len(subjects) + 1))))
    given = [spec.key for spec in scheme.inputs if spec.key not in measurement.inputs]
    others = {key: [record[key] for record in sheet.records] for key in given}
    return _lines(scheme, measurement.score(others), sheet)


def _lines(scheme: Scheme, board: Scoreboard, sheet: Sheet) -> list[Line]:
    wrong: dict[int, list[SheetProblem]] = defaultdict(list)
    for problem in board.problems:
        subject, row = sheet.subjects[problem.row], sheet.rows[problem.row]
        header = sheet.headers.get(problem.field or "")
        wrong[problem.row].append(SheetProblem(row, subject, problem.field, problem.diagnostic, header))
    coefficients = _coefficients(scheme)
    unread = set(board.bad_rows)
    lines = [
        Line(problem.subject, problem.row, _unread(scheme, problem), problems=(problem,)) for problem in sheet.problems
    ]
    for place, (subject, row, number, index) in enumerate(
        zip(sheet.subjects, sheet.rows, board.total.tolist(), board.grade_index.tolist(), strict=True)
    ):
        if place in unread:
            lines.append(Line(subject, row, _card(board, place), problems=tuple(wrong[place])))
            continue
        total = _total(board, place, number)
        grade = board.grade_names[index] if index >= 0 else None
        problems = tuple(wrong[place]) if place in wrong else ()
        lines.append(Line(subject, row, _card(board, place), total, grade, coefficients.get(grade), problems))
    return sorted(lines, key=lambda line: line.row)


def _card(board: Scoreboard, place: int) -> Callable[[], Scorecard]:
    return lambda: board.card(place)


def _unread(scheme: Scheme, problem: SheetProblem) -> Callable[[], Scorecard]:
    """The card of a row that does not fit the header: nothing of it was read."""
    nothing = dict.fromkeys(scheme.statement.inputs, State.MISSING)
    return lambda: Scorecard(scheme, nothing, subject=problem.subject, faults=(problem.diagnostic,))


def _total(board: Scoreboard, place: int, number: float) -> Decimal | None:
    """The total as a card would say it, without making the card where the float prints it whole."""
    if number != number:
        return None
    rounding = board.scheme.rounding
    if rounding is not None and isfinite(number):
        units = Fraction(Decimal(repr(number))) / rounding.unit
        if abs(units) < MOST_UNITS:
            return board.scheme.compiled.total(round(units))
    return board.card(place).total


def _coefficients(scheme: Scheme) -> dict[str | None, Decimal]:
    """The coefficient of each grade that has one."""
    if scheme.ladder is None:
        return {}
    pairs = zip(scheme.ladder.names, scheme.ladder.coefficients, strict=True)
    return {name: decimal_of(coefficient) for name, coefficient in pairs if coefficient is not None}
