"""Proofs: how a scheme is held to the laws that its own results can show."""

from __future__ import annotations

import json
import math
import pickle
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from perfscheme.diagnostics import Diagnostic, InputError
from perfscheme.formula.exact import Result
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Exact, Real, combine, compare
from perfscheme.scheme import Scheme
from perfscheme.scheme.boards import Scoreboard
from perfscheme.scheme.cards import Scorecard
from perfscheme.testing.batches import Record
from perfscheme.testing.violations import Violation, agree

MEANS = ("weighted-mean", "geometric-mean", "share-met")
"""Aggregations in which weights are shares; those of a sum are factors."""

COVERED = ("refuse", "renormalise")
"""Policies under which too little coverage leaves nothing; others put figures in place of what is missing."""

Answer: TypeAlias = tuple[Decimal | None, str | None, Decimal | None]


def answer(card: Scorecard) -> Answer:
    """Total, grade and coefficient."""
    return card.total, card.grade, card.coefficient


def by_column(scheme: Scheme, records: Sequence[Record]) -> dict[str, list[Any]]:
    """The records as columns."""
    return {spec.key: [record[spec.key] for record in records] for spec in scheme.inputs}


def scored(scheme: Scheme, record: Record) -> Scorecard | None:
    """The card of a record, None where a value is wrong."""
    try:
        return scheme.score(record)
    except InputError:
        return None


def exact(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 1: the ways of handing in a number are one."""
    for record in records:
        values = scheme.score(record).inputs
        # A mapping that is no dict is read exactly; a dict may take the shorter way through floats.
        want = answer(Scorecard(scheme, values))
        for way in (_floats, _texts, lambda value: value):
            other = {key: way(value) if isinstance(value, Fraction) else value for key, value in values.items()}
            if all(_same(other[key], values[key]) for key in values):
                agree("(total, grade, coefficient)", other, want, answer(scheme.score(other)))


def _floats(value: Fraction) -> float:
    return float(value)


def _texts(value: Fraction) -> str:
    return format(Decimal(value.numerator) / Decimal(value.denominator), "f")


def _same(other: Any, value: Any) -> bool:
    """Whether the other way of writing it still says the same number."""
    if isinstance(other, float):
        return bool(Fraction(repr(other)) == value)
    return not isinstance(other, str) or not isinstance(value, Fraction) or Fraction(other) == value


def one_answer(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 2: a batch gives each row what it scores alone."""
    for board in (scheme.score_many(by_column(scheme, records)), scheme.score_many(records)):
        for row, record in enumerate(records):
            card = scored(scheme, record)
            _agree_row(board, row, record, card)
        for key in scheme.statement.nodes:
            points = board.points(key)
            for row, record in enumerate(records):
                card = scored(scheme, record)
                found = None if card is None else card.exact(scheme.statement.nodes[key].points)
                agree(f"points of {key}", record, _float(found), float(points[row]))
        alone = [problem for record in records for problem in _problems(scheme, record)]
        agree("problems", records, alone, [(problem.field, problem.diagnostic) for problem in board.problems])


def _agree_row(board: Scoreboard, row: int, record: Record, card: Scorecard | None) -> None:
    wrong = card is None
    agree("whether a value is wrong", record, wrong, row in board.bad_rows)
    total = None if card is None else card.exact(card.scheme.statement.total)
    agree("total", record, _float(total), float(board.total[row]))
    agree("grade", record, None if card is None else card.grade, board.grade[row])
    coefficient = None if card is None else card.coefficient
    agree("coefficient", record, math.nan if coefficient is None else float(coefficient), float(board.coefficient[row]))


def _float(found: Result | None) -> float:
    if found is None or isinstance(found, State):
        return math.nan
    try:
        return float(found)
    except OverflowError:
        return math.copysign(math.inf, compare(found, Fraction(0)))


def _problems(scheme: Scheme, record: Record) -> list[tuple[str | None, Diagnostic]]:
    try:
        card = scheme.score(record)
    except InputError as error:
        return [(str(problem.path[0]), problem) for problem in error.diagnostics]
    return [(None, problem) for problem in card.problems]


def rounded_once(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 3: total and unrounded total differ by the stated rounding."""
    rounding = scheme.rounding
    for record in records:
        card = scheme.score(record)
        total, before = card.exact(scheme.statement.total), card.unrounded
        if before is None or not isinstance(total, (Fraction, Real)):
            agree("total", record, None if before is None else before, card.total)
            continue
        if rounding is None:
            agree("total", record, 0, compare(total, before))
            continue
        unit, mode = rounding.unit, rounding.mode
        counts = combine([(1 / unit, total)], Fraction(0))
        if not isinstance(counts, Fraction) or counts.denominator != 1:
            raise Violation("total in units of its rounding", record, "a whole number", counts)
        moved = combine([(1 / unit, total), (-1 / unit, before)], Fraction(0))
        agree("units that rounding moved the total by", record, True, _allowed(mode, moved, before, int(counts)))


def _allowed(mode: str, moved: Exact, before: Exact, count: int) -> bool:
    """Whether rounding in this mode can move a total so far, up being positive."""
    nothing, half = Fraction(0), Fraction(1, 2)
    way = compare(moved, nothing)
    outward = way * compare(before, nothing)  # 1: away from zero
    size = moved if way >= 0 else combine([(Fraction(-1), moved)], nothing)
    if way == 0:
        return True
    match mode:
        case "up" | "down":
            return outward == (1 if mode == "up" else -1) and compare(size, Fraction(1)) < 0
        case "05up":
            # It goes outward from a last digit of 0 or 5 alone, and so never stops at one.
            last = abs(count) % 5
            return (last == 1 if outward == 1 else last != 0) and compare(size, Fraction(1)) < 0
        case "ceiling" | "floor":
            return way == (1 if mode == "ceiling" else -1) and compare(size, Fraction(1)) < 0
    tie = {"half-up": outward == 1, "half-down": outward == -1, "half-even": count % 2 == 0}[mode]
    return compare(size, half) < (1 if tie else 0)


def missing_is_not_zero(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 4: absences have no points and no weight, and a card without a total says why."""
    for record in records:
        card = scheme.score(record)
        agree("a reason for having no total", record, card.total is None, bool(card.problems))
        for part in card.parts:
            agree(f"points of {part.id}", record, part.state is not State.PRESENT, part.points is None)
        for key, stated in scheme.statement.nodes.items():
            aggregation = getattr(stated.noun, "aggregation", None)
            kind, policy = getattr(aggregation, "kind", None), getattr(aggregation, "missing", None)
            weights = [card[child].effective_weight for child in stated.children]
            if kind in MEANS and any(weights):
                agree(f"sum of the weights in {key}", record, 1, sum(weight or 0 for weight in weights))
            coverage = card[key].coverage
            if coverage is not None and not 0 <= coverage <= 1:
                raise Violation(f"coverage of {key}", record, "0 to 1", coverage)
            # A formula needs those of its children that it comes to; all others, also of one's own, need each of them.
            if coverage is None or kind == "formula" or policy is None or policy.kind not in COVERED:
                continue
            if coverage * 100 < policy.coverage:
                found = card.exact(stated.raw)
                agree(f"absence of {key} below its coverage", record, True, found in (None, State.MISSING))


def edges(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 5: the grade is the first, from the best down, whose bound the total keeps."""
    for record in records:
        card = scheme.score(record)
        graded = card.exact(scheme.statement.graded)
        if card.grade is not None:
            agree("grade", record, True, card.grade in [grade.grade for grade in scheme.grades])
        if not scheme.grades or not isinstance(graded, (Fraction, Real)):
            continue
        names = [
            grade.grade
            for grade in scheme.grades
            if not grade.by_rule and (grade.bound is None or _kept(graded, *grade.bound))
        ]
        if not names or card.grade is None:
            raise Violation("grade", record, "one of the grades", card.grade)
        steps = scheme.statement.grade_steps
        place = card.exact(steps[0].before) if steps else Fraction(card.grade_index or 0)
        ladder = [grade.grade for grade in reversed(scheme.grades)]
        agree("grade before rules on it", record, Fraction(ladder.index(names[0])), place)


def _kept(total: Exact, side: str, bound: Fraction) -> bool:
    order = compare(total, bound)
    return {"from": order >= 0, "above": order > 0, "to": order <= 0, "below": order < 0}[side]


def row_order(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 7: rows and columns in another order are the same rows."""
    columns = by_column(scheme, records)
    board = scheme.score_many(columns)
    other = scheme.score_many({key: column[::-1] for key, column in reversed(columns.items())})
    for row, record in enumerate(records):
        there = len(records) - 1 - row
        agree("total", record, float(board.total[row]), float(other.total[there]))
        agree("grade", record, board.grade[row], other.grade[there])
        turned = dict(reversed(record.items()))
        agree("(total, grade, coefficient)", record, answer(scheme.score(record)), answer(scheme.score(turned)))


def contributions(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 9: what children contribute is what their dimension has before its own rules."""
    for record in records:
        card = scheme.score(record)
        for key, stated in scheme.statement.nodes.items():
            parts = [card[child].contribution for child in stated.children]
            whole = card.exact(stated.raw)
            if not parts or not isinstance(whole, (Fraction, Real)) or any(part is None for part in parts):
                continue
            total = combine([(Fraction(1), part) for part in parts if part is not None], Fraction(0))
            if compare(total, whole) != 0:
                raise Violation(f"sum of the contributions to {key}", record, whole, total)


def nothing_lost(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 11: each wrong value is told of, by row and field, and costs no other row its score."""
    board = scheme.score_many(by_column(scheme, records))
    agree("rows", records, len(records), len(board))
    good = [record for record in records if scored(scheme, record) is not None]
    alone = scheme.score_many(by_column(scheme, good))
    agree("rows with a wrong value", records, len(records) - len(good), len(board.bad_rows))
    place = 0
    for row, record in enumerate(records):
        wrong = {spec.key for spec in scheme.inputs if isinstance(spec.read(record[spec.key]), Diagnostic)}
        told = {problem.field for problem in board.problems if problem.row == row and problem.field is not None}
        agree(f"wrong fields of row {row}", record, wrong, told)
        if not wrong:
            agree("total beside rows with wrong values", record, float(alone.total[place]), float(board.total[row]))
            agree("grade beside rows with wrong values", record, alone.grade[place], board.grade[row])
            place += 1


def replay(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 12: results come out the same again, in this process and from pickles."""
    restored: Scheme = pickle.loads(pickle.dumps(scheme))
    agree("content hash after pickling", scheme.scheme, scheme.hash, restored.hash)
    for record in records:
        card = scheme.score(record)
        agree("(total, grade, coefficient)", record, answer(card), answer(restored.score(record)))
        again: Scorecard = pickle.loads(pickle.dumps(card))
        agree("(total, grade, coefficient) of the pickled card", record, answer(card), answer(again))
        want = _bytes(card)
        agree("bytes of the same record scored again", record, want, _bytes(scheme.score(record)))
        agree("bytes of the pickled card", record, want, _bytes(again))


def _bytes(card: Scorecard) -> str:
    return json.dumps(card.to_dict(), ensure_ascii=False)
