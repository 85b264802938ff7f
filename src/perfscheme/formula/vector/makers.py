"""How each kind of number node becomes an operation."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import attrs
import numpy as np

from perfscheme.formula import nodes
from perfscheme.formula.cuts import CARRIED
from perfscheme.formula.nodes import Formula
from perfscheme.formula.ranges import Range
from perfscheme.formula.vector import approximations as floats
from perfscheme.formula.vector import choices, decisions, inputs, means, operations, pieces, roundings
from perfscheme.formula.vector.compilers import Compiler, Maker
from perfscheme.formula.vector.inputs import WIDEST
from perfscheme.formula.vector.operations import Error, Operation, TooLarge
from perfscheme.formula.vector.tiles import (
    Floats,
    Value,
)


def _input(make: Compiler, node: nodes.Input) -> Operation:
    decimals = make.decimals[node.key]
    if decimals is not None:
        reach = make.ranges.range(node)
        bound = math.ceil(reach.size * 10**decimals) if reach else 0
        if bound < CARRIED:
            return inputs.number_input(node, decimals, bound)
    return inputs.float_input(node, float(WIDEST))


def _constant(make: Compiler, node: nodes.Const) -> Operation:
    try:
        return operations.constant(node.value)
    except TooLarge:
        value = float(node.value)
        return Operation(lambda tile: Value(value), error=Error(0.0, floats.U))


def _sum(make: Compiler, node: nodes.Sum) -> Operation:
    terms = [(factor, make.operation(x)) for factor, x in node.terms]
    return make.first_exact(
        [x for _, x in terms],
        lambda: operations.weighted_sum(node.constant, terms),
        lambda: floats.weighted_sum(node.constant, terms, [make.ranges.range(x) for _, x in node.terms]),
    )


def _product(make: Compiler, node: nodes.Product) -> Operation:
    a, b = make.operation(node.left), make.operation(node.right)
    return make.first_exact(
        [a, b],
        lambda: operations.multiplied(a, b),
        lambda: floats.multiplied(a, b, (make.ranges.range(node.left), make.ranges.range(node.right))),
    )


def _quotient(make: Compiler, node: nodes.Quotient) -> Operation:
    a, b = make.operation(node.over), make.operation(node.under)
    return make.first_exact(
        [a, b],
        lambda: operations.divided(a, b),
        lambda: floats.divided(a, b, (make.ranges.range(node.over), make.ranges.range(node.under))),
    )


def _either(make: Compiler, terms: Sequence[Operation], build: Callable[[Sequence[Operation]], Operation]) -> Operation:
    """An operation that passes one of its terms on: exact, or with the worst of their errors."""
    rough = [floats.approximate(x) for x in terms]
    return make.first_exact(
        terms, lambda: build(terms), lambda: attrs.evolve(build(rough), error=floats.worst(rough), scale=None)
    )


def _extreme(make: Compiler, node: nodes.Least | nodes.Greatest) -> Operation:
    least = isinstance(node, nodes.Least)
    if len(node.terms) == 2 and isinstance(node.terms[1], nodes.Const):
        x = make.operation(node.terms[0])
        made = choices.limited(x, node.terms[1].value, least=least) if x.error is None else None
        if made is not None:
            return made
    return _either(make, [make.operation(x) for x in node.terms], lambda terms: choices.extreme(terms, least=least))


def _piecewise(make: Compiler, node: nodes.Piecewise) -> Operation:
    reaches = make.reaches(node)
    column = node.x if isinstance(node.x, nodes.Input) else None
    if column is not None and not any(b for _, b in node.pieces):
        try:
            return inputs.level_steps(column, node.cuts, [a for a, _ in node.pieces], float(WIDEST))
        except TooLarge:
            pass
    x = make.operation(node.x)
    finite = [reach for reach in reaches if isinstance(reach, Fraction)]
    return make.first_exact(
        [x] if len(finite) == len(reaches) else [attrs.evolve(x, error=Error(math.inf))],
        lambda: (
            pieces.ramps(x, node.cuts, node.pieces, finite) or pieces.straight_pieces(x, node.cuts, node.pieces, finite)
        ),
        lambda: decisions.straight_pieces(x, column, node.cuts, node.pieces, reaches, make.ranges.range(node.x)),
    )


def _round(make: Compiler, node: nodes.Round) -> Operation:
    x, reach = make.operation(node.x), make.ranges.range(node.x)
    bounded = reach is not None and isinstance(reach.size, Fraction)
    if x.error is None and bounded and reach is not None:
        try:
            return roundings.rounded(x, node.unit, node.mode, reach=Fraction(reach.size), nonnegative=reach.nonnegative)
        except TooLarge:
            pass
    if x.error is None and reach is None:
        return x
    return decisions.rounded(x, node.unit, node.mode, reach=reach)


def _if(make: Compiler, node: nodes.If) -> Operation:
    test = make.test(node.condition)
    branches = [make.operation(node.then), make.operation(node.other)]
    return _either(make, branches, lambda terms: choices.chosen(test, *terms))


def _choose(make: Compiler, node: nodes.Choose) -> Operation:
    cases = [make.operation(case) for case in node.cases]
    return _either(make, cases, lambda terms: choices.by_label(node.label.key, terms))


def _mean(make: Compiler, node: nodes.Mean) -> Operation:
    weights, fixed = _weights(make, node)
    terms = [make.operation(x) for x in node.terms]

    def approximate() -> Operation:
        rough = [floats.approximate(x) for x in terms]
        mean = means.weighted_mean(weights, fixed, rough, node.coverage)
        return floats.settled(mean, rough, [make.ranges.range(x) for x in node.terms])

    return make.first_exact(terms, lambda: means.weighted_mean(weights, fixed, terms, node.coverage), approximate)


def _weights(make: Compiler, node: nodes.Mean | nodes.GeometricMean) -> tuple[list[Operation], list[Fraction] | None]:
    weights = [make.operation(w) for w in node.weights]
    if any(w.error is not None for w in weights):
        # Weights decide whether enough is there, and no bound is kept of what their error does to a mean.
        raise TooLarge
    if all(isinstance(w, nodes.Const) for w in node.weights):
        return weights, [w.value for w in node.weights if isinstance(w, nodes.Const)]
    return weights, None


def _geometric_mean(make: Compiler, node: nodes.GeometricMean) -> Operation:
    weights, fixed = _weights(make, node)
    logs = [_logarithm(make, x, None) for x in node.terms]
    steep = max(_log_size(make.ranges.range(x)) for x in node.terms)
    mean = floats.settled(
        means.weighted_mean(weights, fixed, logs, node.coverage), logs, [Range(-steep, steep) for _ in logs]
    )
    return _exponential(mean, 1.0, steep)


def _lowest(reach: Range | None) -> float:
    """Below this a logarithm or a power is not taken in floats: there the error of x grows without bound."""
    wide = min(floats.size(reach), 1e12)
    return max(floats.away_from_zero(reach) * (1 - 2.0**-40), wide * 2.0**-24, 1e-300)


def _log_size(reach: Range | None) -> float:
    lowest = _lowest(reach)
    return max(abs(math.log(lowest)), abs(math.log(max(floats.size(reach), lowest))))


def _logarithm(make: Compiler, node: Formula, base: Fraction | None) -> Operation:
    reach = make.ranges.range(node)
    divisor = 1.0 if base is None else math.log(base)
    most = _log_size(reach)

    def error(relative: float, size: float) -> Error:
        return Error(floats.SLACK * (2 * relative + floats.LIBRARY * (most + 1)) / abs(divisor))

    def apply(x: Floats, out: Floats) -> None:
        np.log(x, out=out)
        if base is not None:
            np.divide(out, divisor, out=out)

    return floats.function(make.operation(node), floats.size(reach), apply, error, above=_lowest(reach))


def _exponential(x: Operation, factor: float, wide: float) -> Operation:
    def error(absolute: float, size: float) -> Error:
        return Error(0.0, floats.SLACK * (2 * abs(factor) * absolute + floats.LIBRARY * (abs(factor) * size + 2)))

    def apply(n: Floats, out: Floats) -> None:
        np.multiply(n, factor, out=out)
        np.exp(out, out=out)

    return floats.function(x, wide, apply, error)


def _power(make: Compiler, node: nodes.Power) -> Operation:
    reach = make.ranges.range(node.x)
    exponent, most = float(node.exponent), _log_size(reach)

    def error(relative: float, size: float) -> Error:
        grown = 2 * abs(exponent) * relative + floats.LIBRARY * (abs(exponent) * most + 2)
        return Error(0.0, floats.SLACK * grown)

    def apply(x: Floats, out: Floats) -> None:
        np.power(x, exponent, out=out)

    return floats.function(make.operation(node.x), floats.size(reach), apply, error, above=_lowest(reach))


def _exp(make: Compiler, node: nodes.Exp) -> Operation:
    factor = 1.0 if node.base is None else math.log(node.base)
    return _exponential(make.operation(node.x), factor, floats.size(make.ranges.range(node.x)))


def _best(make: Compiler, node: nodes.Best) -> Operation:
    terms = [make.operation(x) for x in node.terms]
    rough = [floats.approximate(x) for x in terms]

    def approximate() -> Operation:
        error = floats.worst(rough)
        wide = max(floats.size(make.ranges.range(x)) for x in node.terms)
        return attrs.evolve(
            choices.best(rough, node.count),
            error=Error(floats.SLACK * node.count * (floats.spread(error, wide) + node.count * floats.U * wide)),
        )

    return make.first_exact(terms, lambda: choices.best(terms, node.count), approximate)


MAKERS: Mapping[type[Formula], Maker] = {
    nodes.Const: _constant,
    nodes.Absent: lambda make, node: operations.absent(node.state),
    nodes.Input: _input,
    nodes.Sum: _sum,
    nodes.Product: _product,
    nodes.Quotient: _quotient,
    nodes.Least: _extreme,
    nodes.Greatest: _extreme,
    nodes.Piecewise: _piecewise,
    nodes.Round: _round,
    nodes.Power: _power,
    nodes.Log: lambda make, node: _logarithm(make, node.x, node.base),
    nodes.Exp: _exp,
    nodes.If: _if,
    nodes.Choose: _choose,
    nodes.Mean: _mean,
    nodes.GeometricMean: _geometric_mean,
    nodes.Best: _best,
}
