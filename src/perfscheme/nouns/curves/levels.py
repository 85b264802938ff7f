"""Levels: points for each label of an indicator that is judged in words."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Absent, Choose, Const, Formula, State
from perfscheme.nouns.entries import entries
from perfscheme.nouns.numbers import number
from perfscheme.nouns.quantities import twice
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed


@attrs.frozen
class Labelled:
    """A label and its points."""

    label: str | bool
    points: Fraction = attrs.field(converter=number)


def _labelled(value: Any) -> tuple[Labelled, ...]:
    return entries(Labelled, value)


@attrs.frozen
class Levels:
    """Points for each label (说明法: 优秀 100, 良好 80, ...; or `true` and `false` of a flag).

    The indicator reads a label or flag. Where it names no input, these labels are what it reads.

    Args:
        levels: label and points; every label of the input, in the order in which they are to be shown.

    Raises:
        SchemeError: no labels, or one twice.

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.nouns.inputs import LabelInputSpec
    >>> curve = Levels({"优秀": 100, "良好": 80, "合格": 60})
    >>> label = LabelInputSpec("quality", curve.labels).node()
    >>> formula = curve.formula(Absent(State.MISSING), Setting({}, [], own_label=label))
    >>> Evaluation({"quality": "良好"})(formula)
    Fraction(80, 1)
    """

    kind: ClassVar[str] = "levels"

    levels: Keyed[Labelled] = attrs.field(converter=_labelled)

    def __attrs_post_init__(self) -> None:
        problems = [] if self.levels else [Diagnostic("PS120", ("levels",))]
        if problems := [*problems, *twice((level.label for level in self.levels), "levels")]:
            raise SchemeError(problems)

    @property
    def labels(self) -> tuple[str | bool, ...]:
        """The labels, in the order in which they are written."""
        return tuple(level.label for level in self.levels)

    def formula(self, x: Formula, setting: Setting) -> Formula:  # noqa: ARG002 - a label has no number
        """Points of the label that the indicator reads."""
        label = setting.own_label
        if label is None:
            setting.report("PS151", "levels")
            return Absent(State.MISSING)
        setting.match_labels(label, self.labels, "levels")
        points = {level.label: Const(level.points) for level in self.levels}
        return Choose(label, tuple(points.get(known, Const(Fraction(0))) for known in label.labels))
