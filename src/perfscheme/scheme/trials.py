"""Trials: a scheme's own examples, scored and compared."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscheme.diagnostics import Diagnostic, InputError, nearest
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import compare
from perfscheme.nouns.examples import NOT_APPLICABLE, Example
from perfscheme.nouns.numbers import number
from perfscheme.scheme.cards import Scorecard
from perfscheme.scheme.decimals import decimal_of, plain

if TYPE_CHECKING:
    from perfscheme.scheme.scorers import Scorer


@attrs.frozen(eq=False)
class Trial:
    """One example and how it went.

    Args:
        example: as the scheme has it.
        place: its number among the scheme's examples, from 0.
        card: what was scored; None where the values could not be read.
        problems: every expectation that was not met.
    """

    example: Example
    place: int
    card: Scorecard | None
    problems: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Everything came out as expected."""
        return not self.problems


def trials(scheme: Scorer) -> tuple[Trial, ...]:
    """Score the examples of a scheme; an input that an example does not name is missing."""
    return tuple(_trial(scheme, place, example) for place, example in enumerate(scheme.examples))


def _trial(scheme: Scorer, place: int, example: Example) -> Trial:
    known = scheme.statement.inputs
    record: dict[str, object] = dict.fromkeys(known)
    problems: list[Diagnostic] = []
    for value in example.values:
        if value.input not in known:
            facts = {"name": value.input, "known": tuple(known), "nearest": nearest(value.input, tuple(known))}
            problems.append(Diagnostic("PS328", ("values", value.input), facts))
        else:
            record[value.input] = State.NOT_APPLICABLE if value.value == NOT_APPLICABLE else value.value
    if problems:
        return Trial(example, place, None, _placed(place, problems))
    try:
        card = scheme.score(record)
    except InputError as error:
        found = [problem.within("values") for problem in error.diagnostics]
        return Trial(example, place, None, _placed(place, found))
    return Trial(example, place, card, _placed(place, [*_differences(card, example)]))


def _placed(place: int, problems: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(problem.within("examples", place) for problem in problems)


def _differences(card: Scorecard, example: Example) -> Iterator[Diagnostic]:
    tolerance = example.tolerance or Fraction(0)
    if example.no_score and card.total is not None:
        yield Diagnostic("PS329", ("no-score",), {"found": plain(card.total)})
    if example.total is not None and (
        card.total is None or abs(number(card.total) - example.total) > tolerance
    ):
        found = "-" if card.total is None else plain(card.total)
        yield Diagnostic("PS330", ("total",), {"name": "total", "expected": example.total, "found": found})
    if example.grade is not None and card.grade != example.grade:
        yield Diagnostic("PS331", ("grade",), {"expected": example.grade, "found": card.grade or "-"})
    for wanted in example.points:
        if wanted.id not in card:
            known = tuple(card)
            unknown = {"name": wanted.id, "known": known, "nearest": nearest(wanted.id, known)}
            yield Diagnostic("PS304", ("points", wanted.id), unknown)
            continue
        points = card.exact(card.scheme.statement.nodes[wanted.id].points)
        if points is None or isinstance(points, State):
            if wanted.points is not None:
                yield _off(wanted.id, wanted.points, "-")
        elif wanted.points is None or (
            compare(points, wanted.points + tolerance) > 0 or compare(points, wanted.points - tolerance) < 0
        ):
            yield _off(wanted.id, wanted.points, plain(decimal_of(points)))


def _off(name: str, expected: Fraction | None, found: str) -> Diagnostic:
    facts = {"name": name, "expected": "-" if expected is None else expected, "found": found}
    return Diagnostic("PS330", ("points", name), facts)
