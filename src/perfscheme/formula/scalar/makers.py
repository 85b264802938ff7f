"""How each kind of number node becomes a closure over floats."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from perfscheme.formula import nodes
from perfscheme.formula.ranges import magnitude, piece_ends
from perfscheme.formula.reals import round_ratio
from perfscheme.formula.scalar.flats import Flat, flat, shares
from perfscheme.formula.scalar.parts import SLACK, Doubt, Maker, Part, U, Unsupported, Workshop


def _constant(make: Workshop, node: nodes.Const) -> Part:
    value = float(node.value)
    return Part(lambda values: value, 0.0 if Fraction(value) == node.value else U * abs(value))


def _input(make: Workshop, node: nodes.Input) -> Part:
    place = make.places[node.key]
    return Part(lambda values: values[place], U * make.size(node))


def _sum(make: Workshop, node: nodes.Sum) -> Part:
    parts = [(float(factor), make.part(x)) for factor, x in node.terms]
    start = float(node.constant)
    sizes = [abs(f) * make.size(x) for (f, _), (_, x) in zip(parts, node.terms)]
    error = sum(abs(f) * part.error + 3 * U * s for (f, part), s in zip(parts, sizes))
    error += (len(parts) + 1) * U * (abs(start) + sum(sizes))
    if len(parts) == 1:
        ((factor, part),) = parts
        compute = part.compute
        return Part(lambda values: start + factor * compute(values), error * SLACK)
    steps = tuple((f, part.compute) for f, part in parts)

    def total(values: list[Any]) -> float:
        result = start
        for factor, compute in steps:
            result += factor * compute(values)
        return result

    return Part(total, error * SLACK)


def _product(make: Workshop, node: nodes.Product) -> Part:
    a, b = make.part(node.left), make.part(node.right)
    s, t = make.size(node.left), make.size(node.right)
    left, right = a.compute, b.compute
    error = s * b.error + t * a.error + a.error * b.error + U * s * t
    return Part(lambda values: left(values) * right(values), error * SLACK)


def _extreme(make: Workshop, node: nodes.Least | nodes.Greatest) -> Part:
    parts = [make.part(x) for x in node.terms]
    error = max(part.error for part in parts)
    least = isinstance(node, nodes.Least)
    every = tuple(part.compute for part in parts)
    pick = min if least else max
    return Part(lambda values: pick([compute(values) for compute in every]), error)


def _piecewise(make: Workshop, node: nodes.Piecewise) -> Part:
    inner = make.part(node.x)
    if inner.whole is not None:
        return _by_whole(node, inner)
    domain = make.ranges.range(node.x)
    if domain is None:
        raise Unsupported
    starts, slopes = tuple(float(a) for a, _ in node.pieces), tuple(float(b) for _, b in node.pieces)
    error = 0.0
    for (low, high), a, b in zip(piece_ends(node, domain), starts, slopes):
        along = abs(b) * float(max(magnitude(low), magnitude(high))) if b and low <= high else 0.0
        error = max(error, 3 * U * along + 2 * U * abs(a) + 3 * abs(b) * inner.error)
    error *= SLACK
    margin = inner.error + 2 * U * make.size(node.x)
    cuts = tuple(float(cut.at) for cut in node.cuts)
    jumps = tuple(
        float(cut.at)
        for cut, (a, b), (c, d) in zip(node.cuts, node.pieces, node.pieces[1:])
        if a + b * cut.at != c + d * cut.at
    )
    compute = inner.compute

    def along_pieces(values: list[Any]) -> float:
        x = compute(values)
        for jump in jumps:
            if -margin <= x - jump <= margin:
                raise Doubt
        i = bisect_right(cuts, x)
        return starts[i] + slopes[i] * x  # type: ignore[no-any-return]

    return Part(along_pieces, error)


def _by_whole(node: nodes.Piecewise, inner: Part) -> Part:
    """Flat pieces over a rounded node: whole numbers decide."""
    if any(b for _, b in node.pieces) or inner.whole is None:
        raise Unsupported
    places = []
    for cut in node.cuts:
        at = cut.at / inner.unit
        places.append(math.ceil(at) if cut.inclusive or at.denominator != 1 else int(at) + 1)
    levels = tuple(float(a) for a, _ in node.pieces)
    error = max(0.0 if Fraction(x) == a else U * abs(x) for x, (a, _) in zip(levels, node.pieces))
    whole = inner.whole
    return Part(lambda values: levels[bisect_right(places, whole(values))], error)


def _round(make: Workshop, node: nodes.Round) -> Part:
    inner = make.part(node.x)
    scale, step = float(1 / node.unit), float(node.unit)
    size = make.size(node.x) * scale
    margin = (inner.error * scale + 6 * U * (size + 1)) * SLACK
    if margin > 0.01 or size > 2.0**50:
        raise Unsupported
    compute, floor, settle = inner.compute, math.floor, _settling(inner, node)
    if node.mode in ("half-up", "half-down", "half-even"):

        def whole(values: list[Any]) -> int:
            z: float = compute(values) * scale + 0.5
            n = floor(z)
            return n if margin < z - n < 1.0 - margin else settle(values)
    elif node.mode == "05up":
        raise Unsupported
    else:
        toward = _TOWARD.get(node.mode, _away)

        def whole(values: list[Any]) -> int:
            z: float = compute(values) * scale
            return toward(z) if margin < z - floor(z) < 1.0 - margin else settle(values)

    return Part(lambda values: whole(values) * step, 2 * U * size * step, whole, node.unit)


def _settling(inner: Part, node: nodes.Round) -> Callable[[list[Any]], int]:
    """What decides a rounding that floats cannot: the true value where it is at hand, else the exact interpreter."""
    exact, unit, mode = inner.exact, node.unit, node.mode
    if exact is not None:
        return lambda values: round_ratio(exact(values) / unit, mode)

    def give_up(values: list[Any]) -> int:
        raise Doubt

    return give_up


def _away(z: float) -> int:
    return math.ceil(z) if z > 0 else math.floor(z)


_TOWARD: Mapping[str, Callable[[float], int]] = {"floor": math.floor, "ceiling": math.ceil, "down": int}


def _if(make: Workshop, node: nodes.If) -> Part:
    test = make.test(node.condition)
    a, b = make.part(node.then), make.part(node.other)
    then, other = a.compute, b.compute
    return Part(lambda values: then(values) if test(values) else other(values), max(a.error, b.error))


def _choose(make: Workshop, node: nodes.Choose) -> Part:
    cases = [make.part(case) for case in node.cases]
    place = make.places[node.label.key]
    computes = tuple(case.compute for case in cases)
    return Part(lambda values: computes[values[place]](values), max(case.error for case in cases))


def _mean(make: Workshop, node: nodes.Mean) -> Part:
    found = shares(node)
    parts = [(float(share), make.part(x)) for share, x in found]
    if (straight := flat(make, found)) is not None:
        return _flat_mean(make, straight)
    most = max(make.size(x) for x in node.terms)
    error = (max(part.error for _, part in parts) + (len(parts) + 4) * U * most) * SLACK
    steps = tuple((share, part.compute) for share, part in parts)

    def mean(values: list[Any]) -> float:
        result = 0.0
        for share, compute in steps:
            result += share * compute(values)
        return result

    return Part(mean, error)


def _flat_mean(make: Workshop, straight: Flat) -> Part:
    steps = [(make.places[key], cuts, starts, slopes) for key, cuts, starts, slopes in straight.steps]
    places = make.places

    def mean(values: list[Any]) -> float:
        result = 0.0
        for place, cuts, starts, slopes in steps:
            x = values[place]
            i = bisect_right(cuts, x)
            result += starts[i] + slopes[i] * x
        return result

    return Part(mean, straight.error, exact=lambda values: straight.exact(lambda key: values[places[key]]))


def _absent(make: Workshop, node: nodes.Absent) -> Part:
    """A branch that few records take: those are evaluated exactly."""

    def give_up(values: list[Any]) -> float:
        raise Doubt

    return Part(give_up)


MAKERS: Mapping[type[nodes.Formula], Maker] = {
    nodes.Absent: _absent,
    nodes.Const: _constant,
    nodes.Input: _input,
    nodes.Sum: _sum,
    nodes.Product: _product,
    nodes.Least: _extreme,
    nodes.Greatest: _extreme,
    nodes.Piecewise: _piecewise,
    nodes.Round: _round,
    nodes.If: _if,
    nodes.Choose: _choose,
    nodes.Mean: _mean,
}
