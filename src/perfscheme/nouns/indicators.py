"""Indicators: one thing measured, from its input to its raw points."""

from __future__ import annotations

from fractions import Fraction

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.formula.nodes import Absent, Condition, Formula, If, InState, LabelInput, State, default
from perfscheme.nouns.curves.choice import Curve
from perfscheme.nouns.entries import listed
from perfscheme.nouns.fitness import unsorted
from perfscheme.nouns.inputs import (
    Better,
    FlagInput,
    InputSpec,
    LabelInputSpec,
    NumberInput,
    range_of,
    range_problems,
)
from perfscheme.nouns.numbers import number_or_none
from perfscheme.nouns.quantities import Quantity, quantity_or_none
from perfscheme.nouns.readings import Reading
from perfscheme.nouns.roundings import Rounding
from perfscheme.nouns.rules.named import NamedRule, rules_of
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.sources import Source, text_or_none
from perfscheme.nouns.thresholds import ThresholdSet, met, state_thresholds, threshold_set
from perfscheme.nouns.units import Range, UnitName
from perfscheme.nouns.waivers import Waiver, waivers


@attrs.frozen
class IfMissing:
    """What takes the place of a missing value; exactly one of the three.

    Args:
        value: this value, in the indicator's unit, is scored instead.
        points: these points are given instead.
        not_applicable: the indicator then does not apply, and its weight goes to the others.

    Raises:
        SchemeError: none or several of the three.

    >>> IfMissing(points=60).points
    Fraction(60, 1)
    """

    value: Fraction | None = attrs.field(default=None, converter=number_or_none)
    points: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    not_applicable: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        given: tuple[str, ...] = tuple(
            name
            for name, there in (
                ("value", self.value is not None),
                ("points", self.points is not None),
                ("not-applicable", self.not_applicable),
            )
            if there
        )
        if len(given) != 1:
            raise SchemeError(Diagnostic("PS173", given[1:2], {"given": given or ("-",)}))

    def value_formula(self, value: Formula) -> Formula:
        """The value that is scored."""
        if self.not_applicable:
            return If(InState(value, State.MISSING), Absent(State.NOT_APPLICABLE), value)
        return value if self.value is None else default(value, self.value)

    def points_formula(self, points: Formula) -> Formula:
        """The points that are given."""
        return points if self.points is None else default(points, self.points)


@attrs.frozen
class Indicator:
    """One thing measured: where its value comes from, which way is better, and how it turns into points.

    Args:
        id: its name among the indicators and dimensions of the scheme.
        unit: of its values, thresholds and range; `points` where it is judged by labels.
        name: for people.
        weight: its share in its dimension.
        input: what it reads. None: an input with its own id, which it thereby declares (unless it is declared already).
        better: which way is better; needed by thresholds, tiers and the like.
        range: the lowest and highest valid value, for an input that it declares itself; None: by nature of the unit.
        thresholds: named values, or a set of them chosen by a label; where it is judged by labels, in their points.
        curve: from the value to points.
        if_missing: what takes the place of a missing value; None: its points are missing, as its dimension's policy
            for missing points then says.
        rounding: of its points, after its rules.
        rules: what happens to its points, in this order.
        sources: where its figures come from.
        owner: who answers for the data.
        description: for people.
        waive: lints that do not apply to it, by code, with the reason.

    Raises:
        SchemeError: the range is empty, or is written beside an `input`.

    >>> from perfscheme.nouns.curves.linear import Linear
    >>> Indicator("speed", "hours", better="lower", curve=Linear({24: 100, 72: 80})).declared_input()
    NumberInput(key='speed', unit='hours', range=None, name=None)
    """

    id: str
    unit: UnitName
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    weight: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    input: Reading | None = attrs.field(default=None, kw_only=True)
    better: Better | None = attrs.field(default=None, kw_only=True)
    range: Range | None = attrs.field(default=None, converter=range_of, kw_only=True)
    thresholds: ThresholdSet = attrs.field(default=(), converter=threshold_set, kw_only=True)
    curve: Curve = attrs.field(kw_only=True)
    if_missing: IfMissing | None = attrs.field(default=None, kw_only=True)
    rounding: Rounding | None = attrs.field(default=None, kw_only=True)
    rules: tuple[NamedRule, ...] = attrs.field(default=(), converter=rules_of, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    owner: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    description: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    waive: Keyed[Waiver] = attrs.field(default=(), converter=waivers, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if wrong := tuple(unsorted(self)):
            raise SchemeError(wrong)
        problems = list(range_problems(self.range, "range"))
        if self.range is not None and self.input is not None:
            problems.append(Diagnostic("PS174", ("range",), {"input": self.input.input}, also=[("input",)]))
        if problems:
            raise SchemeError(problems)

    @property
    def reading(self) -> Reading:
        """What it reads: as written, else the input with its own id."""
        return self.input if self.input is not None else Reading(self.id)

    def declared_input(self) -> InputSpec | None:
        """The input that it declares by naming none: a number, or the label or flag that its curve needs.

        A scheme that declares an input with the same key already leaves this one out.
        """
        if self.input is not None:
            return None
        labels: tuple[str | bool, ...] | None = getattr(self.curve, "labels", None)
        if labels is None:
            return NumberInput(self.id, self.unit, range=self.range, name=self.name)
        if all(isinstance(label, bool) for label in labels):
            return FlagInput(self.id, name=self.name)
        return LabelInputSpec(self.id, tuple(str(label) for label in labels), name=self.name)

    def within(self, setting: Setting) -> Setting:
        """The setting in which its formulas are stated: its unit, direction, thresholds and label.

        Args:
            setting: of the scheme, at the path of this indicator.
        """
        spec = setting.inputs.get(self.reading.input)
        own_label = setting.nodes.get(self.reading.input)
        inner = attrs.evolve(
            setting,
            better=self.better,
            unit=self.unit,
            own_label=own_label if isinstance(own_label, LabelInput) else None,
        )
        self._check(spec, inner)
        valid = spec.range if isinstance(spec, NumberInput) and self.reading.plain and spec.unit == self.unit else None
        checked = state_thresholds(self.thresholds, inner.at("thresholds"), valid)
        return attrs.evolve(inner, thresholds=checked)

    def value_formula(self, setting: Setting) -> Formula:
        """The value in its unit, as read, with `if_missing` not yet applied.

        Of an indicator that reads a label, it is the points of the label.

        Args:
            setting: from `within`.
        """
        if setting.own_label is not None:
            points: Formula = self.curve.formula(Absent(State.MISSING), setting.at("curve"))
            return points
        return self.reading.formula(setting.at("input") if self.input is not None else setting)

    def curve_formula(self, value: Formula, setting: Setting) -> Formula:
        """Raw points of a value: before rules, rounding and `if_missing`.

        Args:
            value: from `value_formula`, with `if_missing.value_formula` applied where there is one.
            setting: from `within`.
        """
        if setting.own_label is not None:
            return value
        points: Formula = self.curve.formula(value, setting.at("curve"))
        return points

    def met(self, value: Formula, setting: Setting) -> dict[str, Condition]:
        """For each threshold by name, whether the value is at it or beyond; none where no way is better.

        Args:
            value: from `value_formula`.
            setting: from `within`.
        """
        if self.better is None:
            return {}
        return {name: met(value, threshold, self.better) for name, threshold in setting.thresholds.items()}

    def _check(self, spec: InputSpec | None, setting: Setting) -> None:
        declares = self.declared_input()
        if self.range is not None and setting.own_label is not None:
            setting.report("PS175", "range", field="range")
        elif self.range is not None and spec is not None and spec != declares:
            setting.report("PS174", "range", input=self.id)
        if setting.own_label is not None and not self.reading.plain:
            setting.report("PS175", "input", field="input")
        if self.if_missing is not None and self.if_missing.value is not None and isinstance(spec, NumberInput):
            plain = self.reading.plain and spec.unit == self.unit
            problem = spec.read(self.if_missing.value) if plain else None
            if isinstance(problem, Diagnostic):
                setting.problems.append(attrs.evolve(problem, path=(*setting.path, "if-missing", "value")))
