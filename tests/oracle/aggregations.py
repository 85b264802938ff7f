"""Aggregations of the oracle: from the points and weights of children to one number or an absence.

`children` are (id, points, weight, met): points a number or an absence; weight a function, asked only for children
that apply; met tells of a threshold whether the child's value is at it or beyond.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from oracle.arithmetic import MISSING, NOT_APPLICABLE, Absence, Arithmetic, NoValue, strict

Child = tuple[str, Any, Any, Any]


def aggregated(noun: Any, children: list[Child], scorer: Any) -> Any:
    """The points of a dimension before its own rules."""
    policy, sums = noun.missing, scorer.sums
    if noun.kind == "share-met":
        children = [
            (key, points if isinstance(points, Absence) else noun.scale * met(noun.threshold), weight, met)
            for key, points, weight, met in children
        ]
    if policy.kind == "zero":
        children = [(key, Fraction(0) if points is MISSING else points, *rest) for key, points, *rest in children]
    there = [points for _, points, _, _ in children if not isinstance(points, Absence)]
    if all(points is NOT_APPLICABLE for _, points, _, _ in children):
        return NOT_APPLICABLE
    if noun.kind in ("weighted-mean", "geometric-mean", "share-met"):
        return _mean(noun, children, sums)
    if noun.kind == "matrix":
        return _matrix(noun, {key: points for key, points, _, _ in children}, sums)
    if noun.kind == "sum":
        return _sum(noun, children)
    if _too_little([(points, Fraction(1)) for _, points, _, _ in children], policy):
        return MISSING
    if noun.kind == "product":
        result = noun.whole
        for points in there:
            result = result * points / noun.whole
        return result
    for i in range(len(there)):  # a selection sort is the plainest one
        for j in range(i):
            if sums.sign(there[i], there[j]) > 0:
                there[i], there[j] = there[j], there[i]
    if noun.kind == "best":
        there = there if noun.better == "higher" else there[::-1]
        if len(there) < noun.count:
            return MISSING
        best = sum(there[: noun.count], Fraction(0))
        return best / noun.count if noun.take == "mean" else best
    if noun.kind == "trimmed":
        left = there[noun.drop_highest : max(0, len(there) - noun.drop_lowest)]
        if not left:
            return MISSING
        return sum(left, Fraction(0)) / (len(left) if noun.take == "mean" else 1)
    return there[-1] if noun.kind == "minimum" else there[0]


def _too_little(parts: list[tuple[Any, Fraction]], policy: Any) -> bool:
    """Whether less of the weight that applies is there than the policy asks for, or none at all."""
    applies = sum((weight for points, weight in parts if points is not NOT_APPLICABLE), Fraction(0))
    there = sum((weight for points, weight in parts if not isinstance(points, Absence)), Fraction(0))
    needed = policy.coverage if policy.kind == "renormalise" else Fraction(100)
    return there == 0 or there * 100 < needed * applies


def _weights(noun: Any, children: list[Child]) -> dict[str, Any]:
    weights = {key: (lambda: Fraction(1)) if noun.weights == "equal" else weight for key, _, weight, _ in children}
    if noun.missing.kind == "fallback-weights":
        gone = {key for key, points, _, _ in children if points is MISSING}
        for table in noun.missing.tables:
            if set(table.when_missing) == gone:
                return {
                    key: lambda key=key, parts=table.weights: next(
                        (part.weight for part in parts if part.child == key), Fraction(0)
                    )
                    for key in weights
                }
    return weights


def _mean(noun: Any, children: list[Child], sums: Arithmetic) -> Any:
    weights = _weights(noun, children)
    parts = [(points, weights[key]()) for key, points, _, _ in children if points is not NOT_APPLICABLE]
    if absence := strict(*(weight for _, weight in parts)):
        return absence
    if len(parts) < len(children) and not any(weight for _, weight in parts):
        return NOT_APPLICABLE  # what has no weight changes nothing
    if _too_little(parts, noun.missing):
        return MISSING
    there = [(points, weight) for points, weight in parts if not isinstance(points, Absence) and weight]
    whole = sum((weight for _, weight in there), Fraction(0))
    if noun.kind != "geometric-mean":
        return sum((points * weight for points, weight in there), Fraction(0)) / whole
    if any(sums.sign(points, Fraction(0)) < 0 for points, _ in there):
        raise NoValue
    if any(points == 0 for points, _ in there):
        return Fraction(0)
    scale = 1
    for _, weight in there:
        scale *= weight.denominator
    inside = Fraction(1)
    counts = [int(weight * scale) for _, weight in there]
    shared = math.gcd(*counts)
    digits = sum(n // shared * points.denominator.bit_length() for (points, _), n in zip(there, counts, strict=True))
    if digits > 10_000 or sums.rough:
        logs = sum((weight / whole * sums.logarithm(points, None) for points, weight in there), Fraction(0))
        return sums.exponential(None, logs)
    for (points, _), count in zip(there, counts, strict=True):
        inside *= points ** (count // shared)
    return sums.power(inside, Fraction(1, sum(counts) // shared))


def _sum(noun: Any, children: list[Child]) -> Any:
    refuse = noun.missing.kind != "renormalise" or noun.missing.coverage == 100
    parts = []
    for _, points, weight, _ in children:
        if points is NOT_APPLICABLE:
            continue
        factor = Fraction(1) if noun.weights == "none" else weight()
        parts.append((points, factor))
    if refuse and any(points is MISSING for points, _ in parts):
        return MISSING
    if absence := strict(*(factor for _, factor in parts)):
        return absence
    if not refuse:
        if len(parts) < len(children) and not any(factor for _, factor in parts):
            return NOT_APPLICABLE  # what has no weight changes nothing
        if _too_little([(points, abs(factor)) for points, factor in parts], noun.missing):
            return MISSING
    total = sum((points * factor for points, factor in parts if points is not MISSING), Fraction(0))
    return total / 100 if noun.weights == "percent" else total


def _matrix(noun: Any, points: dict[str, Any], sums: Arithmetic) -> Any:
    row, column = points[noun.rows.child], points[noun.columns.child]
    if absence := strict(row, column):
        return absence
    return noun.points[_band(noun.rows, row, sums)][_band(noun.columns, column, sums)]


def _band(axis: Any, x: Fraction, sums: Arithmetic) -> int:
    edges, relation = (axis.from_, "at-least") if axis.from_ is not None else (axis.to, "at-most")
    for i, edge in enumerate(edges):
        if edge == "otherwise" or sums.stands(x, relation, edge):
            return i
    raise AssertionError(axis)
