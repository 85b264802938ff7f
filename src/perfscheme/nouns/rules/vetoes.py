"""Vetoes and grade limits: rules that decide points or a grade outright, or bound the grade."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Condition, Const, Formula, clamp
from perfscheme.nouns.conditions import When
from perfscheme.nouns.numbers import number_or_none
from perfscheme.nouns.rules.stages import Stage, condition_of, unless_not_applicable, where
from perfscheme.nouns.setting import Setting


@attrs.frozen
class Veto:
    """One event decides (一票否决): the points, the grade, or both.

    Where it fires, `points` and `grade` hold even where something is missing; what is not applicable stays so.
    `grade_at_most` bounds a grade that is there.

    Args:
        when: the event.
        points: what the points become; on a total, the total.
        grade: what the grade becomes.
        grade_at_most: the best grade that can still be given.

    Raises:
        SchemeError: it decides nothing (PS251); both `grade` and `grade_at_most` (PS252).

    >>> from perfscheme.nouns.conditions import InputIs
    >>> Veto(InputIs("major-complaints", at_least=1, if_missing="fails"), grade_at_most="C").stages
    ('grade',)
    """

    kind: ClassVar[str] = "veto"

    when: When
    points: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    grade: str | None = attrs.field(default=None, kw_only=True)
    grade_at_most: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.stages:
            raise SchemeError(Diagnostic("PS251"))
        if self.grade is not None and self.grade_at_most is not None:
            raise SchemeError(Diagnostic("PS252", ("grade-at-most",)))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The steps at which it acts: `points`, `grade`, or both."""
        graded = self.grade is not None or self.grade_at_most is not None
        found: list[Stage] = ["points"] if self.points is not None else []
        return (*found, "grade") if graded else tuple(found)

    def when_condition(self, setting: Setting) -> Condition | None:
        """The condition under which the rule fires; `setting` stands at the rule."""
        return condition_of(self.when, setting)

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades that it names."""
        return tuple(name for name in (self.grade, self.grade_at_most) if name is not None)

    def points_formula(self, points: Formula, setting: Setting) -> Formula:
        """The points after the veto; unchanged where it only concerns the grade."""
        if self.points is None:
            return points
        return where(self.when, unless_not_applicable(points, Const(self.points), points), points, setting)

    def grade_formula(self, grade: Formula, names: tuple[str, ...], setting: Setting) -> Formula:
        """The grade's index after the veto, 0 the worst; unchanged where it only concerns the points."""
        if self.grade is not None:
            decided = _index(self.grade, names, setting, "grade")
            return where(self.when, unless_not_applicable(grade, decided, grade), grade, setting)
        if self.grade_at_most is not None:
            best = _index(self.grade_at_most, names, setting, "grade-at-most")
            return where(self.when, clamp(grade, None, best), grade, setting)
        return grade


@attrs.frozen
class GradeLimit:
    """The grade is at most, or at least, a stated one where the condition holds.

    Args:
        when: the condition.
        at_most: the best grade that can be given.
        at_least: the worst grade that can be given.

    Raises:
        SchemeError: neither limit (PS253).
    """

    kind: ClassVar[str] = "grade-limit"

    when: When
    at_most: str | None = attrs.field(default=None, kw_only=True)
    at_least: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.at_most is None and self.at_least is None:
            raise SchemeError(Diagnostic("PS253"))

    def when_condition(self, setting: Setting) -> Condition | None:
        """The condition under which the rule fires; `setting` stands at the rule."""
        return condition_of(self.when, setting)

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades that it names."""
        return tuple(name for name in (self.at_most, self.at_least) if name is not None)

    def grade_formula(self, grade: Formula, names: tuple[str, ...], setting: Setting) -> Formula:
        """The grade's index within the limits, 0 the worst; no grade stays no grade."""
        best = None if self.at_most is None else _index(self.at_most, names, setting, "at-most")
        worst = None if self.at_least is None else _index(self.at_least, names, setting, "at-least")
        if best is not None and worst is not None and worst.value > best.value:
            setting.report("PS254", "at-least", least=self.at_least, most=self.at_most)
        return where(self.when, clamp(grade, worst, best), grade, setting)


def _index(name: str, names: tuple[str, ...], setting: Setting, key: str) -> Const:
    if name not in names:
        known = tuple(reversed(names)) or ("-",)
        setting.report("PS255", key, name=name, known=known, **setting.guess(name, names))
        return Const(Fraction(0))
    return Const(Fraction(names.index(name)))
