"""Conditions: when a rule holds; thresholds met and counts of them, absences, and how conditions combine."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, nearest
from perfscheme.diagnostics.repeats import repeats
from perfscheme.formula import nodes
from perfscheme.formula.nodes import Compare, Const, Formula, If, InState, LabelInput, LabelInState, State
from perfscheme.nouns.comparisons import (
    Bound,
    IfMissing,
    InputIs,
    PointsIs,
    TotalIs,
    compared,
    meaning,
    one_relation,
    written,
)
from perfscheme.nouns.entries import listed
from perfscheme.nouns.numbers import number_or_none
from perfscheme.nouns.setting import Setting

__all__ = [
    "AllOf",
    "AnyOf",
    "Bound",
    "CountMet",
    "IfMissing",
    "InputIs",
    "IsMissing",
    "IsNotApplicable",
    "NotThat",
    "PointsIs",
    "ThresholdMet",
    "TotalIs",
    "When",
]


@attrs.frozen
class ThresholdMet:
    """An indicator's value is at a threshold of its own, or beyond on the better side.

    Args:
        met: id of the indicator.
        threshold: name of the threshold.
        if_missing: what holds where the value (or the threshold) is missing or not applicable.

    Raises:
        SchemeError: no `if_missing`.
    """

    met: str
    threshold: str
    if_missing: IfMissing | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := meaning(self.if_missing, self.met):
            raise SchemeError(problems)

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        met = setting.met(self.met, self.threshold, "met", asked=("threshold",))
        return _read(met, self.met, self.if_missing, setting, "met")


def ids_of(of: Iterable[str] | Literal["all"]) -> tuple[str, ...] | Literal["all"]:
    """Ids as a tuple; `all` as it is."""
    return "all" if of == "all" else tuple(of)


@attrs.frozen
class CountMet:
    """How many indicators are at a threshold or beyond: `{count-met: target, of: all, at-least: 7, if-missing: fails}`.

    Args:
        count_met: name of the threshold.
        of: ids of the indicators, or `all` that have this threshold.
        at_least, above, at_most, below, equals: exactly one of them, a number of indicators.
        if_missing: whether an indicator whose value is missing or not applicable counts as met (`holds`).

    Raises:
        SchemeError: no relation or several; no `if_missing`; an empty `of` (PS246), an id twice in it (PS248); a number
            that is not whole (PS268).
    """

    count_met: str
    of: tuple[str, ...] | Literal["all"] = attrs.field(converter=ids_of)
    at_least: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    above: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    at_most: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    below: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    equals: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    if_missing: IfMissing | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = [*meaning(self.if_missing, self.count_met), *one_relation(self)]
        if not self.of:
            problems.append(Diagnostic("PS246", ("of",), {"name": "of"}))
        named = () if self.of == "all" else self.of
        problems += [Diagnostic("PS248", ("of", i), {"name": name}) for i, name in repeats(named)]
        for relation, figure in written(self):
            if figure.denominator != 1:
                problems.append(Diagnostic("PS268", (relation,), {"found": figure}))
        if problems:
            raise SchemeError(problems)

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        if self.of == "all":
            having = [name for name, met in setting.met_of.items() if self.count_met in met]
            if not having:
                known = tuple(dict.fromkeys(name for met in setting.met_of.values() for name in met))
                near = nearest(self.count_met, known)
                setting.report("PS245", "count-met", name=self.count_met, known=known or ("-",), nearest=near)
            found = [self._met(name, setting, "of") for name in having]
        else:
            found = [self._met(name, setting, "of", i) for i, name in enumerate(self.of)]
        one, zero = Const(Fraction(1)), Const(Fraction(0))
        count = nodes.linear(*((1, If(met, one, zero)) for met in found))
        return compared(count, self, "fails", setting)

    def _met(self, name: str, setting: Setting, *path: str | int) -> nodes.Condition:
        return _read(setting.met(name, self.count_met, *path), name, self.if_missing, setting, *path)


def _read(
    met: nodes.Condition, name: str, if_missing: IfMissing | None, setting: Setting, *path: str | int
) -> nodes.Condition:
    """Whether a threshold is met, with what holds where the value or the threshold is absent."""
    if if_missing == "fails" or name not in setting.met_of:  # which is told already
        return met
    if isinstance(met, Compare):
        return attrs.evolve(met, absent=True)
    return met | ~nodes.present(setting.points(name, *path))


def _in_state(name: str, wanted: State, key: str, setting: Setting) -> nodes.Condition:
    node: Formula | LabelInput | None = setting.nodes.get(name)
    if node is None and name in setting.points_of:
        node = setting.points_of[name]
    if isinstance(node, LabelInput):
        return LabelInState(node, wanted)
    if node is None:
        known = (*setting.nodes, *(name for name in setting.points_of if name not in setting.nodes))
        setting.report("PS247", key, name=name, known=known or ("-",), **setting.guess(name, known))
        return nodes.Always(False)
    return InState(node, wanted)


@attrs.frozen
class IsMissing:
    """An input is missing, or an indicator or dimension has no points because something is missing.

    Args:
        missing: the key of an input, or an id; where both have this name the input is meant.
    """

    missing: str

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        return _in_state(self.missing, State.MISSING, "missing", setting)


@attrs.frozen
class IsNotApplicable:
    """An input, indicator or dimension is not applicable.

    Args:
        not_applicable: the key of an input, or an id; where both have this name the input is meant.
    """

    not_applicable: str

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        return _in_state(self.not_applicable, State.NOT_APPLICABLE, "not-applicable", setting)


@attrs.frozen
class AllOf:
    """Every one of the conditions holds.

    Raises:
        SchemeError: there are none.
    """

    all_: tuple[When, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        if not self.all_:
            raise SchemeError(Diagnostic("PS246", ("all",), {"name": "all"}))

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        return nodes.Every(tuple(inner.condition(setting.at("all", i)) for i, inner in enumerate(self.all_)))


@attrs.frozen
class AnyOf:
    """At least one of the conditions holds.

    Raises:
        SchemeError: there are none.
    """

    any_: tuple[When, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        if not self.any_:
            raise SchemeError(Diagnostic("PS246", ("any",), {"name": "any"}))

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        return nodes.Some(tuple(inner.condition(setting.at("any", i)) for i, inner in enumerate(self.any_)))


@attrs.frozen
class NotThat:
    """The condition does not hold."""

    not_: When

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        return ~self.not_.condition(setting.at("not"))


When: TypeAlias = (
    InputIs | PointsIs | TotalIs | ThresholdMet | CountMet | IsMissing | IsNotApplicable | AllOf | AnyOf | NotThat
)


def __dir__() -> list[str]:  # `ps.conditions.` in a notebook
    return __all__
