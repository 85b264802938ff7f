"""The oracle: a whole scheme, scored a second time from the documented meaning of its nouns.

It reads the nouns' fields and nothing else: no formula, no interpreter, none of their methods.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

from oracle.aggregations import aggregated
from oracle.arithmetic import MISSING, NOT_APPLICABLE, Absence, Arithmetic, strict
from oracle.curves import Person, joined, points_of
from oracle.rules import changed, child_points, grade_after
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.inputs import NOT_APPLICABLE as DOES_NOT_APPLY
from perfscheme.nouns.inputs import InputSpec, NumberInput
from perfscheme.nouns.quantities import ByLabel, FromInput
from perfscheme.scheme import Scheme

SECONDS = {"hours": 3600, "days": 86400, "minutes": 60, "seconds": 1, "percent": Fraction(1, 100)}


class BadValue(Exception):
    """A value of the record is wrong."""


def taken(spec: InputSpec, value: Any) -> Any:
    """A recorded value as the oracle counts with it."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return MISSING
    if value is DOES_NOT_APPLY:
        return NOT_APPLICABLE
    if not isinstance(spec, NumberInput):
        if not any(value == label and type(value) is type(label) for label in spec.labels):
            raise BadValue
        return value
    if isinstance(value, (bool, complex)):
        raise BadValue
    if isinstance(value, str) and not (value.isascii() and value.removeprefix("-").replace(".", "", 1).isdigit()):
        raise BadValue
    if isinstance(value, (float, Decimal)) and not math.isfinite(value):
        raise BadValue
    number = Fraction(repr(value)) if isinstance(value, float) else Fraction(value)
    highest = {"percent": 100, "fraction": 1}.get(spec.unit)
    low, high = spec.range or (None if spec.unit in ("number", "points", "currency") else 0, highest)
    if (low is not None and number < low) or (high is not None and number > high):
        raise BadValue
    if spec.range is None and spec.unit == "percent" and 0 < number <= 1:
        raise BadValue
    return number


class Oracle:
    """One record, scored by a scheme."""

    def __init__(self, scheme: Scheme, record: dict[str, Any]) -> None:
        self.scheme = scheme
        self.sums = Arithmetic()
        self.nodes: dict[str, Any] = {}
        self.inputs: dict[str, InputSpec] = {spec.key: spec for spec in scheme.inputs}
        self._gather(scheme.root)
        self._values = {key: taken(spec, record[key]) for key, spec in self.inputs.items()}
        self._points: dict[str, Any] = {}

    def _gather(self, noun: Any) -> None:
        self.nodes[noun.id] = noun
        if isinstance(noun, Dimension):
            for child in noun.children:
                self._gather(child)

    # What nouns refer to

    def input(self, key: str) -> Any:
        return self._values[key]

    def quantity(self, quantity: Any, unit: str | None = None) -> Any:
        """A figure, in the unit in which it is needed."""
        if isinstance(quantity, ByLabel):
            label = self.input(quantity.by)
            if isinstance(label, Absence):
                return label
            return self.quantity(next(case.value for case in quantity.cases if case.label == label), unit)
        if not isinstance(quantity, FromInput):
            return quantity
        value = self.input(quantity.input)
        if value is MISSING and quantity.default is not None:
            return quantity.default
        found = self.inputs[quantity.input].unit  # type: ignore[union-attr]  # a number
        return value if isinstance(value, Absence) else value * _times(found, unit or found)

    def thresholds(self, key: str) -> dict[str, Any]:
        """By name, a function that gives the threshold for this person."""
        noun = self.nodes[key]
        if isinstance(noun, Dimension):
            return {}
        if isinstance(noun.thresholds, tuple):
            return {t.name: lambda t=t: self.quantity(t.value, noun.unit) for t in noun.thresholds}
        label, sets = self.input(noun.thresholds.by), noun.thresholds.cases
        names = {t.name for case in sets for t in case.thresholds}

        def find(name: str) -> Any:
            if isinstance(label, Absence):
                return label
            chosen = next(case for case in sets if case.label == label)
            return self.quantity(next(t.value for t in chosen.thresholds if t.name == name), noun.unit)

        return {name: lambda name=name: find(name) for name in names}

    def fixed_level(self, level: Any, person: Person) -> Fraction | None:
        """The number that a level is for everybody; None where it depends on the person."""
        if isinstance(level, Fraction):
            return level
        written = self.nodes[person.key].thresholds
        if not isinstance(written, tuple):
            return None
        value = next(threshold.value for threshold in written if threshold.name == level)
        return value if isinstance(value, Fraction) else None

    def met(self, key: str, threshold: str, *, absent: bool) -> bool:
        """Whether an indicator's value is at a threshold or beyond it on the better side."""
        value, level = self.value(key), self.thresholds(key)[threshold]()
        if isinstance(value, Absence) or isinstance(level, Absence):
            return absent
        return value >= level if self.nodes[key].better == "higher" else value <= level

    def having(self, threshold: str) -> list[str]:
        """The indicators with a threshold of this name."""
        return [key for key, noun in self.nodes.items()
                if getattr(noun, "better", None) is not None and threshold in self.thresholds(key)]  # fmt: skip

    # The way to the total

    def value(self, key: str) -> Any:
        """The value of an indicator in its unit, with the default that takes its place."""
        noun = self.nodes[key]
        reading = noun.input
        x = self.input(key if reading is None else reading.input)
        spec = self.inputs[key if reading is None else reading.input]
        if isinstance(x, Fraction) and isinstance(spec, NumberInput):
            unit = noun.unit if reading is None or reading.unit is None else reading.unit
            x *= _times(spec.unit, unit)
            if reading is not None:
                x = x if reading.at_least is None else max(x, reading.at_least)
                x = x if reading.at_most is None else min(x, reading.at_most)
                if reading.rounding is not None:
                    x = self.sums.rounded(x, _unit(reading.rounding), reading.rounding.mode)
            x *= _times(unit, noun.unit)
        if x is MISSING and noun.if_missing is not None:
            if noun.if_missing.value is not None:
                return noun.if_missing.value
            if noun.if_missing.not_applicable:
                return NOT_APPLICABLE
        return x

    def points(self, key: str) -> Any:
        """The points of a node, after its rules and its rounding."""
        if key not in self._points:
            noun = self.nodes[key]
            points = self._dimension(noun) if isinstance(noun, Dimension) else self._indicator(noun)
            for rule in (named.rule for named in noun.rules):
                points = changed(rule, points, self, {key: points})
            if noun.rounding is not None and not isinstance(points, Absence):
                points = self.sums.rounded(points, _unit(noun.rounding), noun.rounding.mode)
            self._points[key] = points
        return self._points[key]

    def _indicator(self, noun: Any) -> Any:
        x = self.value(noun.id)
        if noun.curve.kind == "levels":
            points = x if isinstance(x, Absence) else next(v.points for v in noun.curve.levels if v.label == x)
        else:
            person = Person(self, noun, self.thresholds(noun.id))
            points = points_of(noun.curve, x, person)
        if points is MISSING and noun.if_missing is not None and noun.if_missing.points is not None:
            return noun.if_missing.points
        return points

    def _dimension(self, noun: Dimension) -> Any:
        asked = {}
        for child in noun.children:
            ask: Any = lambda key=child.id: self.points(key)  # noqa: E731 - a child that is left out is never asked
            for rule in (named.rule for named in noun.rules):
                ask = lambda rule=rule, ask=ask, key=child.id: child_points_or(rule, key, ask, self)  # noqa: E731
            asked[child.id] = ask
        if noun.aggregation.kind == "formula":
            return joined(noun.aggregation, asked, self)
        children = [
            (
                child.id,
                asked[child.id](),
                lambda w=child.weight: self.quantity(w),
                lambda name, key=child.id: self.met(key, name, absent=False),
            )
            for child in noun.children
        ]
        return aggregated(noun.aggregation, children, self)

    def result(self) -> tuple[Any, Any, str | None]:
        """The total before rounding, the total, and the grade."""
        unrounded = self.points(self.scheme.root.id)
        for rule in (named.rule for named in self.scheme.rules):
            unrounded = changed(rule, unrounded, self, {"(total)": unrounded})
        rounding = self.scheme.rounding
        total = unrounded
        if rounding is not None and not isinstance(total, Absence):
            total = self.sums.rounded(total, _unit(rounding), rounding.mode)
        graded = total if rounding is not None and rounding.before_grading else unrounded
        return unrounded, total, self._grade(graded)

    def _grade(self, graded: Any) -> str | None:
        if not self.scheme.grades:
            return None
        names = [grade.grade for grade in reversed(self.scheme.grades)]
        place = strict(graded)
        if place is None:
            for grade in (grade for grade in self.scheme.grades if not grade.by_rule):
                sides = {"at-least": grade.from_, "above": grade.above, "at-most": grade.to, "below": grade.below}
                bounds = [(relation, bound) for relation, bound in sides.items() if bound is not None]
                if all(self.sums.stands(graded, relation, bound) for relation, bound in bounds):
                    place = names.index(grade.grade)
                    break
        for rule in (named.rule for named in self.scheme.rules):
            place = grade_after(rule, place, names, self, {"(total)": graded})
        return None if isinstance(place, Absence) else names[place]


def child_points_or(rule: Any, key: str, ask: Any, scorer: Oracle) -> Any:
    """Points of a child after a rule, where the rule is one on children."""
    return child_points(rule, key, ask, scorer) if rule.kind in ("leave-out", "base-points") else ask()


def _times(found: str, wanted: str) -> Fraction:
    return Fraction(SECONDS.get(found, 1)) / Fraction(SECONDS.get(wanted, 1))


def _unit(rounding: Any) -> Fraction:
    return rounding.step if rounding.step is not None else Fraction(1) / Fraction(10) ** rounding.places
