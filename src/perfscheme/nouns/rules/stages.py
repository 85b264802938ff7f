"""Stages: at which step of a computation a rule acts, and how it acts only where its condition holds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeAlias

from perfscheme.formula.nodes import Condition, Const, Formula, If, InState, State
from perfscheme.nouns.conditions import When
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Strategy

Rule: TypeAlias = Annotated[Any, Strategy("rule")]
"""The annotation of a field that holds a rule."""

Stage: TypeAlias = Literal["children", "points", "grade"]

_METHODS: Mapping[str, Stage] = MappingProxyType(
    {"child_formula": "children", "points_formula": "points", "grade_formula": "grade"}
)


def stages(rule: Any) -> tuple[Stage, ...]:
    """The steps at which a rule acts: before the aggregation on its children, on the points, on the grade.

    A rule of one's own acts where it has the method; a rule that can act at several steps and does so at some says
    which in its property `stages`.
    """
    own: tuple[Stage, ...] | None = getattr(rule, "stages", None)
    return own if own is not None else tuple(stage for method, stage in _METHODS.items() if hasattr(rule, method))


def condition_of(when: When | None, setting: Setting) -> Condition | None:
    """The condition of a rule as a node, None where it always acts; `setting` stands at the rule."""
    return None if when is None else when.condition(setting.at("when"))


def where(when: When | None, changed: Formula, unchanged: Formula, setting: Setting) -> Formula:
    """`changed` where the rule's condition holds, else `unchanged`."""
    condition = condition_of(when, setting)
    return changed if condition is None else If(condition, changed, unchanged)


def unless_not_applicable(figure: Formula, changed: Formula, unchanged: Formula) -> Formula:
    """`changed`, but `unchanged` for whom the rule's own figure is not applicable; a missing figure is left to tell."""
    if isinstance(figure, Const):
        return changed
    return If(InState(figure, State.NOT_APPLICABLE), unchanged, changed)
