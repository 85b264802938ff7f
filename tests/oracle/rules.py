"""Conditions and rules of the oracle."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from oracle.arithmetic import MISSING, NOT_APPLICABLE, Absence, strict
from oracle.curves import Person, points_of
from perfscheme.nouns import conditions as when
from perfscheme.nouns.inputs import NumberInput

RELATIONS = ("at_least", "above", "at_most", "below", "equals")


class _Points:
    """Points in the place of an indicator whose values they are."""

    id, unit = "(points)", "points"

    def __init__(self, better: str | None) -> None:
        self.better = better


def holds(condition: Any, scorer: Any, own: dict[str, Any]) -> bool:
    """Whether a condition holds.

    Args:
        condition: the noun.
        scorer: inputs, points and thresholds of the record at hand.
        own: points (or `total`) that hold half-way instead of the final ones.
    """
    match condition:
        case when.AllOf(all_=inner):
            return all(holds(part, scorer, own) for part in inner)
        case when.AnyOf(any_=inner):
            return any(holds(part, scorer, own) for part in inner)
        case when.NotThat(not_=inner):
            return not holds(inner, scorer, own)
        case when.IsMissing(missing=name):
            return _named(name, scorer, own) is MISSING
        case when.IsNotApplicable(not_applicable=name):
            return _named(name, scorer, own) is NOT_APPLICABLE
        case when.ThresholdMet():
            return scorer.met(condition.met, condition.threshold, absent=condition.if_missing == "holds")
        case when.CountMet(of=of):
            ids = scorer.having(condition.count_met) if of == "all" else of
            absent = condition.if_missing == "holds"
            count = sum(scorer.met(key, condition.count_met, absent=absent) for key in ids)
            return _compared(Fraction(count), condition, scorer, "fails", None)
        case when.PointsIs(points=key):
            x = own[key] if key in own else scorer.points(key)
            return _compared(x, condition, scorer, condition.if_missing, None)
        case when.TotalIs(total=bound):
            return _compared(own["(total)"], bound, scorer, condition.if_missing, None)
        case when.InputIs(input=key):
            x = scorer.input(key)
            labels = condition.is_any if condition.is_any is not None else (condition.is_,)
            if labels != (None,):
                return condition.if_missing == "holds" if isinstance(x, Absence) else x in labels
            spec = scorer.inputs[key]
            assert isinstance(spec, NumberInput)
            return _compared(x, condition, scorer, condition.if_missing, spec.unit)
    raise AssertionError(condition)


def _named(name: str, scorer: Any, own: dict[str, Any]) -> Any:
    if name in scorer.inputs:
        return scorer.input(name)
    return own[name] if name in own else scorer.points(name)


def _compared(x: Any, written: Any, scorer: Any, if_missing: str, unit: str | None) -> bool:
    relation = next(name for name in RELATIONS if getattr(written, name) is not None)
    other = scorer.quantity(getattr(written, relation), unit)
    if isinstance(x, Absence) or isinstance(other, Absence):
        return if_missing == "holds"
    return scorer.sums.stands(x, relation.replace("_", "-"), other)


def child_points(rule: Any, key: str, points: Any, scorer: Any) -> Any:
    """Points of one child after a rule of its dimension."""
    if rule.kind == "leave-out":
        fires = key in rule.children and holds(rule.when, scorer, {})
        return NOT_APPLICABLE if fires else points()
    bases = {base.child: base.points for base in rule.bases}
    base = bases.get(key, rule.base)
    if rule.kind != "base-points" or key in rule.except_ or base is None or not holds(rule.when, scorer, {}):
        return points()
    limit, found = scorer.quantity(base), points()
    if limit is NOT_APPLICABLE:
        return found
    return strict(limit, found) or scorer.sums.least(limit, found)


def changed(rule: Any, points: Any, scorer: Any, own: dict[str, Any]) -> Any:
    """Points (or a total) after a rule."""
    if rule.kind in ("leave-out", "base-points", "grade-limit") or (rule.kind == "veto" and rule.points is None):
        return points
    if rule.when is not None and not holds(rule.when, scorer, own):
        return points
    sums = scorer.sums
    match rule.kind:
        case "veto":
            return points if points is NOT_APPLICABLE else rule.points
        case "cap" | "floor":
            limit = scorer.quantity(rule.at_most if rule.kind == "cap" else rule.at_least)
            if limit is NOT_APPLICABLE:
                return points
            join = sums.least if rule.kind == "cap" else sums.greatest
            return strict(points, limit) or join(points, limit)
        case "multiplier":
            by = scorer.quantity(rule.by)
            if by is NOT_APPLICABLE:
                return points
            if absence := strict(points, by):
                return absence
            points *= by
            if rule.at_least is not None:
                points = sums.greatest(points, scorer.quantity(rule.at_least))
            return points if rule.at_most is None else sums.least(points, scorer.quantity(rule.at_most))
        case "curve":
            return points_of(rule.curve, points, Person(scorer, _Points(rule.better), {}))
    amount = _amount(rule, scorer)
    if amount is NOT_APPLICABLE:
        return points
    return strict(points, amount) or (points + amount if rule.kind == "bonus" else points - amount)


def _amount(rule: Any, scorer: Any) -> Any:
    amount = scorer.quantity(rule.points) if rule.per is None else _per(rule.per, scorer)
    limit = Fraction(10**30) if rule.at_most is None else scorer.quantity(rule.at_most)
    return strict(amount, limit) or min(amount, limit)


def _per(per: Any, scorer: Any) -> Any:
    x = scorer.input(per.input)
    if x is MISSING and per.default is not None:
        x = per.default
    start, points = scorer.quantity(per.from_, scorer.inputs[per.input].unit), scorer.quantity(per.points)
    if absence := strict(x, start, points):
        return absence
    steps = max(Fraction(0), (x - start if per.counting == "up" else start - x) / per.each)
    if per.steps == "whole":
        steps = Fraction(steps.numerator // steps.denominator)
    elif per.steps == "begun":
        steps = Fraction(-(-steps.numerator // steps.denominator))
    return steps * points


def grade_after(rule: Any, grade: Any, names: list[str], scorer: Any, own: dict[str, Any]) -> Any:
    """The place of the grade, 0 the worst, after a rule; `names` the worst first."""
    if rule.kind not in ("veto", "grade-limit"):
        return grade
    if rule.kind == "veto" and rule.grade is None and rule.grade_at_most is None:
        return grade
    if not holds(rule.when, scorer, own):
        return grade
    if rule.kind == "veto" and rule.grade is not None:
        return grade if grade is NOT_APPLICABLE else names.index(rule.grade)
    if isinstance(grade, Absence):
        return grade
    best = rule.grade_at_most if rule.kind == "veto" else rule.at_most
    worst = None if rule.kind == "veto" else rule.at_least
    if worst is not None:
        grade = max(grade, names.index(worst))
    return grade if best is None else min(grade, names.index(best))
