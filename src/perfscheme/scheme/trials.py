"""Trials: a scheme's own examples, scored and compared."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscheme.diagnostics import Diagnostic
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import compare
from perfscheme.nouns.examples import Example
from perfscheme.nouns.numbers import number
from perfscheme.scheme.cards import Scorecard
from perfscheme.scheme.decimals import decimal_of, plain
from perfscheme.scheme.slips import record_of

if TYPE_CHECKING:
    from perfscheme.scheme.scorers import Scorer


@attrs.frozen(eq=False)
class Trial:
    """One example and how it went.

    Args:
        example: as the scheme has it.
        place: its number among the scheme's examples, from 0.
        card: what was scored.
        problems: every expectation that was not met.
    """

    example: Example
    place: int
    card: Scorecard
    problems: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Everything came out as expected."""
        return not self.problems


def trials(scheme: Scorer) -> tuple[Trial, ...]:
    """Score the examples of a scheme."""
    return tuple(_trial(scheme, place, example) for place, example in enumerate(scheme.examples))


def _trial(scheme: Scorer, place: int, example: Example) -> Trial:
    card = scheme.score(record_of(example))
    return Trial(
        example, place, card, tuple(problem.within("examples", place) for problem in _differences(card, example))
    )


def _differences(card: Scorecard, example: Example) -> Iterator[Diagnostic]:
    tolerance = example.tolerance or Fraction(0)
    if example.no_score and card.total is not None:
        yield Diagnostic("PS329", ("no-score",), {"found": plain(card.total)})
    for name, wanted, scored in (
        ("total", example.total, card.total),
        ("coefficient", example.coefficient, card.coefficient),
    ):
        if wanted is not None and (scored is None or abs(number(scored) - wanted) > tolerance):
            found = "-" if scored is None else plain(scored)
            yield Diagnostic("PS330", (name,), {"name": name, "expected": wanted, "found": found})
    if example.grade is not None and card.grade != example.grade:
        yield Diagnostic("PS331", ("grade",), {"expected": example.grade, "found": card.grade or "-"})
    for part in example.points:
        points = card.exact(card.scheme.statement.nodes[part.id].points)
        if points is None or isinstance(points, State):
            if part.points is not None:
                yield _off(part.id, part.points, "-")
        elif part.points is None or (
            compare(points, part.points + tolerance) > 0 or compare(points, part.points - tolerance) < 0
        ):
            yield _off(part.id, part.points, plain(decimal_of(points)))


def _off(name: str, expected: Fraction | None, found: str) -> Diagnostic:
    facts = {"name": name, "expected": "-" if expected is None else expected, "found": found}
    return Diagnostic("PS330", ("points", name), facts)
