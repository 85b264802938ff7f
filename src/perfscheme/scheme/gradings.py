"""Gradings: the grade of a total as a formula, with what rules do to it; grades and totals that lack each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import Const, Formula, Number, clamp
from perfscheme.formula.ranges import Range
from perfscheme.nouns.grades import Grade, Ladder
from perfscheme.nouns.rules.named import NamedRule
from perfscheme.nouns.rules.stages import stages
from perfscheme.nouns.setting import Setting
from perfscheme.scheme.statement import Step

if TYPE_CHECKING:
    from perfscheme.diagnostics.places import Path


class Stating(Protocol):
    """What states strategies, and keeps what is wrong with them."""

    problems: list[Diagnostic]

    def stated(self, path: Path, strategy: object, state: Callable[[], Number]) -> Formula:
        """A formula of a strategy that is written at a place."""


def ladder_of(grades: tuple[Grade, ...], problems: list[Diagnostic]) -> Ladder | None:
    """The grades as a ladder; None where there are none, or where they make none, which is noted."""
    try:
        return Ladder(grades) if grades else None
    except SchemeError as error:
        problems += error.diagnostics
        return None


def grading(
    grades: tuple[Grade, ...],
    ladder: Ladder | None,
    graded: Formula,
    rules: Sequence[tuple[NamedRule, Setting]],
    stating: Stating,
) -> tuple[Formula | None, tuple[Step, ...]]:
    """The place of the grade, counted from the worst, and what rules did to it; None where there are no grades.

    Args:
        grades: of the scheme.
        ladder: that they make, where they make one.
        graded: the total that is graded.
        rules: of the scheme, each with its setting.
        stating: states the rules, and takes what is wrong.
    """
    acting = [(named, setting) for named, setting in rules if "grade" in stages(named.rule)]
    if not grades:
        stating.problems += [Diagnostic("PS325", here.path, {"kind": named.rule.kind}) for named, here in acting]
        return None, ()
    analysis = Analysis()
    # A ladder that is no ladder has names all the same, which rules may name.
    grade = Const(Fraction(0)) if ladder is None else ladder.index(graded)
    names = tuple(grade.grade for grade in reversed(grades))
    said = {grade.grade: grade.name for grade in grades if grade.name is not None}
    steps: list[Step] = []
    for named, setting in acting:
        here = attrs.evolve(setting, total_of=graded, called={**setting.called, **said})
        after = stating.stated(here.path, named.rule, _grade_stage(named, grade, names, here))
        after = _on_ladder(after, len(names) - 1, analysis)
        steps.append(Step.by_rule(named, here, grade, after))
        grade = after
    if ladder is not None:
        rulings = [named for named, _ in acting]
        stating.problems += _coverage(ladder, analysis.range(graded), rulings, sound=not stating.problems)
    return grade, tuple(steps)


def _grade_stage(named: NamedRule, grade: Formula, names: tuple[str, ...], setting: Setting) -> Callable[[], Number]:
    return lambda: named.rule.grade_formula(grade, names, setting)


def _on_ladder(grade: Formula, best: int, analysis: Analysis) -> Formula:
    """A grade that a rule of somebody's own may put beyond an end of the ladder: there it is the end."""
    reach = analysis.range(grade)
    return grade if reach is None or (reach.low >= 0 and reach.high <= best) else clamp(grade, 0, best)


def _coverage(
    ladder: Ladder, reach: Range | None, rules: Sequence[NamedRule], *, sound: bool
) -> tuple[Diagnostic, ...]:
    """Totals without a grade; and where the rest is sound, grades that no total has and no rule gives."""
    found: tuple[Diagnostic, ...] = ()
    if reach is not None:
        low = reach.low if isinstance(reach.low, Fraction) else None
        high = reach.high if isinstance(reach.high, Fraction) else None
        found = (*ladder.uncovered(low, high), *(ladder.unreachable(low, high) if sound else ()))
    return (*found, *(_given(ladder, rules) if sound else ()))


def _given(ladder: Ladder, rules: Sequence[NamedRule]) -> tuple[Diagnostic, ...]:
    """Grades by rule that no rule gives; a rule of one's own that does not say which it names may give any."""
    grades = [getattr(named.rule, "grades", None) for named in rules]
    return () if None in grades else ladder.never_given({name for names in grades for name in names or ()})
