"""Limits and multipliers: rules that cap, lift or scale the points."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Condition, Formula, clamp, greatest, least
from perfscheme.nouns.conditions import When
from perfscheme.nouns.quantities import Quantity, quantity, quantity_or_none, state
from perfscheme.nouns.rules.stages import condition_of, unless_not_applicable, where
from perfscheme.nouns.setting import Setting


@attrs.frozen
class Cap:
    """The points are at most `at_most`.

    Args:
        at_most: the cap. Where it is given per person and is not applicable to one, there is no cap.
        when: only where this holds; None: always.
    """

    kind: ClassVar[str] = "cap"

    at_most: Quantity = attrs.field(converter=quantity)
    when: When | None = attrs.field(default=None, kw_only=True)

    def when_condition(self, setting: Setting) -> Condition | None:
        """The condition under which the rule acts, None for always; `setting` stands at the rule."""
        return condition_of(self.when, setting)

    def points_formula(self, points: Formula, setting: Setting) -> Formula:
        """The points, at most the cap; absent points stay absent."""
        limit = state(self.at_most, setting, "at-most")
        return where(self.when, unless_not_applicable(limit, least(points, limit), points), points, setting)


@attrs.frozen
class Floor:
    """The points are at least `at_least`.

    Args:
        at_least: the floor. Where it is given per person and is not applicable to one, there is no floor.
        when: only where this holds; None: always.
    """

    kind: ClassVar[str] = "floor"

    at_least: Quantity = attrs.field(converter=quantity)
    when: When | None = attrs.field(default=None, kw_only=True)

    def when_condition(self, setting: Setting) -> Condition | None:
        """The condition under which the rule acts, None for always; `setting` stands at the rule."""
        return condition_of(self.when, setting)

    def points_formula(self, points: Formula, setting: Setting) -> Formula:
        """The points, at least the floor; absent points stay absent."""
        limit = state(self.at_least, setting, "at-least")
        return where(self.when, unless_not_applicable(limit, greatest(points, limit), points), points, setting)


@attrs.frozen
class Multiplier:
    """The points times a factor, within limits of the result.

    Args:
        by: the factor. Where it is given per person and is not applicable to one, nothing changes.
        when: only where this holds; None: always.
        at_least, at_most: limits of the points that result; they act only where the rule does.

    Raises:
        SchemeError: fixed limits that leave no room (PS264).
    """

    kind: ClassVar[str] = "multiplier"

    by: Quantity = attrs.field(converter=quantity)
    when: When | None = attrs.field(default=None, kw_only=True)
    at_least: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    at_most: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        low, high = self.at_least, self.at_most
        if isinstance(low, Fraction) and isinstance(high, Fraction) and low > high:
            raise SchemeError(Diagnostic("PS264", ("at-least",), {"low": low, "high": high}))

    def when_condition(self, setting: Setting) -> Condition | None:
        """The condition under which the rule acts, None for always; `setting` stands at the rule."""
        return condition_of(self.when, setting)

    def points_formula(self, points: Formula, setting: Setting) -> Formula:
        """The points times the factor; absent points stay absent."""
        factor = state(self.by, setting, "by")
        low = None if self.at_least is None else state(self.at_least, setting, "at-least")
        high = None if self.at_most is None else state(self.at_most, setting, "at-most")
        changed = clamp(points * factor, low, high)
        return where(self.when, unless_not_applicable(factor, changed, points), points, setting)
