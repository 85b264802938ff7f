"""Fallbacks: rules that act on a dimension's children before they are aggregated."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, Path, SchemeError
from perfscheme.diagnostics.repeats import repeats
from perfscheme.formula.nodes import Absent, Condition, Formula, State, least
from perfscheme.nouns.conditions import When
from perfscheme.nouns.entries import entries, listed
from perfscheme.nouns.quantities import Quantity, quantity, quantity_or_none, state
from perfscheme.nouns.rules.stages import condition_of, unless_not_applicable, where
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed


@attrs.frozen
class Base:
    """The base points of one child."""

    child: str
    points: Quantity = attrs.field(converter=quantity)


def bases_of(value: Any) -> tuple[Base, ...]:
    """Base points as a tuple; a mapping is taken by its keys."""
    return entries(Base, value)


@attrs.frozen
class BasePoints:
    """Where the condition holds, children get no more than their base points: min(points, base).

    "One indicator misses its base, so the others get only theirs" (其他指标只得基本分).

    Args:
        when: the condition.
        base: base points of every child that `bases` does not name.
        bases: base points by child.
        except_: children that the rule leaves alone.

    Raises:
        SchemeError: neither `base` nor `bases` (PS261); a child twice in `except_` or `bases`, or in both (PS262).
    """

    kind: ClassVar[str] = "base-points"

    when: When
    base: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    bases: Keyed[Base] = attrs.field(default=(), converter=bases_of, kw_only=True)
    except_: tuple[str, ...] = attrs.field(default=(), converter=listed, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = [] if self.base is not None or self.bases else [Diagnostic("PS261")]
        paths: list[Path] = [("bases", part.child) for part in self.bases]
        paths += [("except", i) for i, _ in enumerate(self.except_)]
        names = (*(part.child for part in self.bases), *self.except_)
        problems += [Diagnostic("PS262", paths[i], {"name": name}) for i, name in repeats(names)]
        if problems:
            raise SchemeError(problems)

    def when_condition(self, setting: Setting) -> Condition | None:
        """The condition under which the rule acts; `setting` stands at the rule."""
        return condition_of(self.when, setting)

    def check_children(self, ids: tuple[str, ...], setting: Setting) -> None:
        """Report names that are no children (PS263), and children without base points (PS265)."""
        for part in self.bases:
            _check_child(part.child, ids, setting, "bases", part.child)
        for i, name in enumerate(self.except_):
            _check_child(name, ids, setting, "except", i)
        bases = {part.child for part in self.bases}
        if self.base is None and (left := tuple(name for name in ids if name not in bases | set(self.except_))):
            setting.report("PS265", "bases", names=left)

    def child_formula(self, child_id: str, points: Formula, setting: Setting) -> Formula:
        """The points of one child; absent points stay absent."""
        if child_id in self.except_:
            return points
        own = next((part for part in self.bases if part.child == child_id), None)
        if own is not None:
            base = state(own.points, setting, "bases", child_id)
        elif self.base is not None:
            base = state(self.base, setting, "base")
        else:
            return points
        return where(self.when, unless_not_applicable(base, least(points, base), points), points, setting)


@attrs.frozen
class LeaveOut:
    """Where the condition holds, children become not applicable: they leave the weights.

    Args:
        when: the condition.
        children: their ids.

    Raises:
        SchemeError: no children (PS266), or one twice (PS262).
    """

    kind: ClassVar[str] = "leave-out"

    when: When
    children: tuple[str, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        problems = [] if self.children else [Diagnostic("PS266", ("children",))]
        problems += [Diagnostic("PS262", ("children", i), {"name": name}) for i, name in repeats(self.children)]
        if problems:
            raise SchemeError(problems)

    def when_condition(self, setting: Setting) -> Condition | None:
        """The condition under which the rule acts; `setting` stands at the rule."""
        return condition_of(self.when, setting)

    def check_children(self, ids: tuple[str, ...], setting: Setting) -> None:
        """Report names that are no children (PS263)."""
        for i, name in enumerate(self.children):
            _check_child(name, ids, setting, "children", i)

    def child_formula(self, child_id: str, points: Formula, setting: Setting) -> Formula:
        """The points of one child, not applicable where the rule leaves it out."""
        if child_id not in self.children:
            return points
        return where(self.when, Absent(State.NOT_APPLICABLE), points, setting)


def _check_child(name: str, ids: tuple[str, ...], setting: Setting, *path: str | int) -> None:
    if name not in ids:
        setting.report("PS263", *path, name=name, known=ids, **setting.guess(name, ids))
