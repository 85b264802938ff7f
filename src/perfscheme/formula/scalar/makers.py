"""How each kind of number node becomes a closure over floats."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any as Anything

from perfscheme.formula import nodes
from perfscheme.formula.cuts import least_float
from perfscheme.formula.ranges import magnitude, piece_ends
from perfscheme.formula.scalar.parts import SLACK, Compute, Doubt, Maker, Part, U, Unsupported, Workshop


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
        if isinstance(node.terms[0][1], nodes.Input):
            place = make.places[node.terms[0][1].key]
            return Part(
                lambda values: start + factor * values[place], error * SLACK, line=(place, start, factor)
            )
        compute = part.compute
        return Part(lambda values: start + factor * compute(values), error * SLACK)
    steps = tuple((f, part.compute) for f, part in parts)

    def total(values: list[Anything]) -> float:
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
    if len(parts) == 2 and isinstance(node.terms[1], nodes.Const):
        return _limited(parts[0], float(node.terms[1].value), least, error)
    every = tuple(part.compute for part in parts)
    pick = min if least else max
    return Part(lambda values: pick([compute(values) for compute in every]), error)


def _limited(part: Part, limit: float, least: bool, error: float) -> Part:
    compute, line = part.compute, part.line
    low, high = (part.low, limit) if least else (limit, part.high)
    # A limit of the same side below would be lost; limits that cross have another order of events.
    single = line is not None and (part.high if least else part.low) is None
    if line is not None and single and low is not None and high is not None and low <= high:
        return Part(_band(line, low, high), error, line=line, low=low, high=high)
    kept = (line, low, high) if single else (None, None, None)
    if least:

        def capped(values: list[Anything]) -> float:
            x: float = compute(values)
            return x if x < limit else limit

        return Part(capped, error, None, Fraction(1), *kept)
    if line is not None and single and high is None:
        place, start, factor = line

        def raised_line(values: list[Anything]) -> float:
            x: float = start + factor * values[place]
            return x if x > limit else limit

        return Part(raised_line, error, None, Fraction(1), *kept)

    def raised(values: list[Anything]) -> float:
        x: float = compute(values)
        return x if x > limit else limit

    return Part(raised, error, None, Fraction(1), *kept)


def _band(line: tuple[int, float, float], low: float, high: float) -> Compute:
    place, start, factor = line

    def band(values: list[Anything]) -> float:
        x: float = start + factor * values[place]
        return low if x < low else high if x > high else x

    return band


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
    if isinstance(node.x, nodes.Input):
        return Part(_on_input(make.places[node.x.key], node.cuts, starts, slopes), error)
    margin = inner.error + 2 * U * make.size(node.x)
    cuts = tuple(float(cut.at) for cut in node.cuts)
    jumps = tuple(
        float(cut.at)
        for cut, (a, b), (c, d) in zip(node.cuts, node.pieces, node.pieces[1:])
        if a + b * cut.at != c + d * cut.at
    )
    compute = inner.compute

    def along_pieces(values: list[Anything]) -> float:
        x = compute(values)
        for jump in jumps:
            if -margin <= x - jump <= margin:
                raise Doubt
        i = bisect_right(cuts, x)
        return starts[i] + slopes[i] * x  # type: ignore[no-any-return]

    return Part(along_pieces, error)


def _on_input(
    place: int, cuts: Sequence[nodes.Cut], starts: tuple[float, ...], slopes: tuple[float, ...]
) -> Compute:
    """Pieces straight on an input: the cuts are exact on floats."""
    places: list[float] = []
    for cut in cuts:
        at, inclusive = least_float(cut)
        places.append(at if inclusive else math.nextafter(at, math.inf))
    if not any(slopes):
        return lambda values: starts[bisect_right(places, values[place])]

    def compute(values: list[Anything]) -> float:
        x = values[place]
        i = bisect_right(places, x)
        return starts[i] + slopes[i] * x  # type: ignore[no-any-return]

    return compute


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
    compute, floor = inner.compute, math.floor
    if node.mode in ("half-up", "half-down", "half-even"):

        def whole(values: list[Anything]) -> int:
            z: float = compute(values) * scale + 0.5
            n = floor(z)
            if not margin < z - n < 1.0 - margin:
                raise Doubt
            return n
    elif node.mode == "05up":
        raise Unsupported
    else:
        toward = _TOWARD.get(node.mode, _away)

        def whole(values: list[Anything]) -> int:
            z: float = compute(values) * scale
            if not margin < z - floor(z) < 1.0 - margin:
                raise Doubt
            return toward(z)

    return Part(lambda values: whole(values) * step, 2 * U * size * step, whole, node.unit)


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
    weights = [w.value for w in node.weights if isinstance(w, nodes.Const)]
    if len(weights) < len(node.weights) or not sum(weights):
        raise Unsupported
    total = sum(weights, Fraction(0))
    terms = [(float(w / total), make.part(x)) for w, x in zip(weights, node.terms)]
    most = max(make.size(x) for x in node.terms)
    error = (max(part.error for _, part in terms) + (len(terms) + 4) * U * most) * SLACK
    steps = tuple((share, part.compute) for share, part in terms)

    def mean(values: list[Anything]) -> float:
        result = 0.0
        for share, compute in steps:
            result += share * compute(values)
        return result

    return Part(mean, error)


MAKERS: Mapping[type[nodes.Formula], Maker] = {
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
