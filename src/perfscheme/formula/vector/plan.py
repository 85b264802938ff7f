"""The vector interpreter: a formula made into a plan of operations on tiles of float64.

Each node is carried exactly, as whole numbers below 2**53, where its bound allows; else in plain
floats with a proven error. A row whose decision the plan cannot prove is handed back by number.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any as Anything

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis, Bound, Range, piece_ends
from perfscheme.formula.cuts import least_float
from perfscheme.formula.nodes import Condition, Formula, State
from perfscheme.formula.vector import approximations as floats
from perfscheme.formula.vector import operations as whole
from perfscheme.formula.vector import roundings
from perfscheme.formula.vector.operations import LIMIT, Error, Operation, Test, TooLarge
from perfscheme.formula.vector.tiles import (
    LABEL_MISSING,
    LABEL_NOT_APPLICABLE,
    MISSING,
    NOT_APPLICABLE,
    ROWS,
    Columns,
    Floats,
    Masks,
    States,
    Tile,
    Value,
    joined,
)

WIDEST = 10**12
"""An input without a range is carried up to this; rows beyond it are handed back."""

MOST_DECIMALS = 9

ABSENT = -1
"""The index of a row that has none."""


@attrs.frozen(eq=False)
class Outcome:
    """What a plan gave.

    Args:
        values: one float64 array a root: the value, correctly rounded; NaN where absent or handed back.
        index: the values of the node that gives an index, -1 where absent or handed back.
        again: the numbers of the rows that were handed back, ascending.
    """

    values: tuple[Floats, ...]
    index: NDArray[np.int8] | None
    again: NDArray[np.intp]


class Plan:
    """Operations for several roots of one formula.

    Args:
        roots: the nodes whose values are wanted.
        index: a node whose values are whole numbers from 0 to 126, wanted as such.
        decimals: by input key, how many decimals the column is read with; None: as plain floats.
        guards: inputs to hold to their valid range even where no root reads them.
    """

    def __init__(
        self,
        roots: Sequence[Formula],
        decimals: Mapping[str, int | None],
        guards: Sequence[nodes.Input] = (),
        *,
        index: Formula | None = None,
    ) -> None:
        wanted = [*roots] if index is None else [*roots, index]
        compiler = _Compiler(wanted, decimals)
        self._index = None if index is None else _ranks(compiler, index)
        self._roots = [compiler.operation(root) for root in roots]
        read = {node.key for node in nodes.walk(wanted) if isinstance(node, nodes.Input)}
        self._guards = [guard for guard in guards if guard.key not in read]

    def run(self, columns: Columns) -> Outcome:
        """Work through all rows, tile by tile."""
        values = tuple(np.empty(columns.rows) for _ in self._roots)
        index = None if self._index is None else np.empty(columns.rows, np.int8)
        again: list[NDArray[np.intp]] = []
        tile = Tile(columns, ROWS)
        with np.errstate(all="ignore"):
            for start in range(0, columns.rows, ROWS):
                rows = min(ROWS, columns.rows - start)
                if rows != tile.rows:
                    tile = Tile(columns, rows)
                tile.move(start)
                for root, out in zip(self._roots, values):
                    self._settle(tile, root, out[start : start + rows])
                if self._index is not None and index is not None:
                    self._index(tile, index[start : start + rows])
                for guard in self._guards:
                    whole.flag_invalid(tile, tile.numbers(guard.key), guard, float(WIDEST))
                if tile.again is not None:
                    found = np.flatnonzero(tile.again) + start
                    for out in values:
                        out[found] = math.nan
                    if index is not None:
                        index[found] = ABSENT
                    again.append(found)
        return Outcome(values, index, np.concatenate(again) if again else np.empty(0, np.intp))

    @staticmethod
    def _settle(tile: Tile, root: Operation, out: Floats) -> None:
        value = root.run(tile)
        if root.error is not None:
            # A float within an error is not the correctly rounded value: only an exact run gives that.
            tile.flag(np.ones(tile.rows, np.bool_) if value.state is None else value.state == 0)
        np.divide(value.n, np.multiply(value.d, float(root.q)), out=out)
        if value.state is not None:
            out[value.state != 0] = math.nan
        tile.drop(value)


def _ranks(make: _Compiler, node: Formula) -> Callable[[Tile, States], None]:
    """What writes a node's small whole numbers into an array, `ABSENT` where there are none."""
    if isinstance(node, nodes.Piecewise) and list(node.pieces) == [
        (rank, 0) for rank in range(len(node.pieces))
    ]:
        x = make.operation(node.x)
        if x.error is None and x.d_bound == 1:
            cuts = [whole.whole_cut(cut, x.q) for cut in node.cuts]
            return lambda tile, out: _count_ranks(tile, x, cuts, out)
    root = make.operation(node)

    def run(tile: Tile, out: States) -> None:
        value = root.run(tile)
        if root.error is not None:
            tile.flag(np.ones(tile.rows, np.bool_) if value.state is None else value.state == 0)
        np.copyto(out, np.divide(value.n, np.multiply(value.d, float(root.q))), casting="unsafe")
        if value.state is not None:
            out[value.state != 0] = ABSENT
        tile.drop(value)

    return run


def _count_ranks(tile: Tile, x: Operation, cuts: Sequence[tuple[float, bool]], out: States) -> None:
    """The number of cuts that a row has reached is its rank."""
    value = x.run(tile)
    n = value.n if isinstance(value.n, np.ndarray) else np.full(tile.rows, value.n)
    whole.count_small(tile, n, cuts, out)
    if value.state is not None:
        out[value.state != 0] = ABSENT
    tile.drop(value)


def decimals_of(column: NDArray[np.generic], *, sample: int = 512) -> int | None:
    """How many decimals the numbers of a column have, judged by a sample; None: too many to be typed."""
    if column.dtype.kind in "iub":
        return 0
    step = max(1, len(column) // sample)
    x = column[::step].astype(np.float64)
    x = x[np.isfinite(x)]
    with np.errstate(all="ignore"):
        for decimals in range(MOST_DECIMALS + 1):
            n = np.rint(x * 10.0**decimals)
            if np.count_nonzero(n / 10.0**decimals != x) * 50 <= len(x):
                return decimals
    return None


class _Compiler:
    """Makes operations of nodes, exact ones where the bounds allow."""

    def __init__(self, roots: Sequence[Formula], decimals: Mapping[str, int | None]) -> None:
        self.decimals = decimals
        self.ranges = Analysis(limit=WIDEST)
        order = nodes.walk(roots)
        readers = Counter(child for node in order for child in nodes.children(node))
        readers.update(roots)
        self._readers = readers
        self._made: dict[Formula, Operation] = {}

    def operation(self, node: Formula) -> Operation:
        """The operation of a node, made once."""
        if node not in self._made:
            try:
                made = _MAKERS[type(node)](self, node)
                made = self._tightened(node, made)
            except TooLarge:
                made = whole.handed_back()
            if self._readers[node] > 1 and not isinstance(node, (nodes.Const, nodes.Absent)):
                made = whole.shared(made)
            self._made[node] = made
        return self._made[node]

    def _tightened(self, node: Formula, made: Operation) -> Operation:
        """The operation with the bound that the node's range gives, where that is the lower one.

        A limit on a value that may itself be large (a cap on a ratio) makes it small again.
        """
        reach = self.ranges.range(node)
        if made.error is not None or reach is None or math.isinf(reach.size):
            return made
        return attrs.evolve(made, bound=min(made.bound, math.ceil(reach.size * made.q) * made.d_bound))

    def first_exact(
        self, terms: Sequence[Operation], exact: Callable[[], Operation], approximate: Callable[[], Operation]
    ) -> Operation:
        """The exact operation if every term is exact and no bound is passed."""
        if all(x.error is None for x in terms):
            try:
                return exact()
            except TooLarge:
                pass
        return approximate()

    def test(self, condition: Condition) -> Test:
        """The test of a condition."""
        match condition:
            case nodes.Always(value=value):
                return lambda tile: value
            case nodes.Compare():
                return self._compare(condition)
            case nodes.InState(x=x, state=state):
                return _in_state(self.operation(x), state)
            case nodes.LabelInState(label=label, state=state):
                code = {State.MISSING: LABEL_MISSING, State.NOT_APPLICABLE: LABEL_NOT_APPLICABLE}.get(state)
                key = label.key
                return lambda tile: tile.codes(key) >= 0 if code is None else tile.codes(key) == code
            case nodes.OneOf(label=label, labels=labels, absent=absent):
                # The last two entries are met by the codes of an absent label.
                table = np.array([*(name in labels for name in label.labels), absent, absent])
                key = label.key
                return lambda tile: table[tile.codes(key)]
            case nodes.All(conditions=conditions):
                return _joined([self.test(c) for c in conditions], np.logical_and, True)
            case nodes.Any(conditions=conditions):
                return _joined([self.test(c) for c in conditions], np.logical_or, False)
            case nodes.Not(condition=inner):
                test = self.test(inner)
                return lambda tile: np.logical_not(test(tile))
        raise TypeError(f"{type(condition).__name__} is not a condition of the algebra")

    def _compare(self, node: nodes.Compare) -> Test:
        if isinstance(node.left, nodes.Input) and isinstance(node.right, nodes.Const):
            return _compare_column(node.left, node.relation, node.right.value, node.absent)
        left, right = self.operation(node.left), self.operation(node.right)
        if left.error is None and right.error is None:
            q = math.lcm(left.q, right.q)
            widest = max(
                left.bound * (q // left.q) * right.d_bound, right.bound * (q // right.q) * left.d_bound
            )
            if widest < LIMIT:
                return _compare_whole(
                    left.times(q // left.q), right.times(q // right.q), node.relation, node.absent
                )
        return floats.compare(left, right, node.relation, node.absent)

    def reaches(self, node: nodes.Piecewise) -> list[Bound]:
        """The largest |x| that each piece meets."""
        domain = self.ranges.range(node.x)
        if domain is None:
            return [Fraction(0)] * len(node.pieces)
        return [
            max(abs(low), abs(high)) if low <= high else Fraction(0)
            for low, high in piece_ends(node, domain)
        ]


def _compare_column(column: nodes.Input, relation: nodes.Relation, value: Fraction, absent: bool) -> Test:
    reached = least_float(nodes.Cut(value, inclusive=True))
    passed = least_float(nodes.Cut(value, inclusive=False))

    def over(x: Floats, cut: tuple[float, bool]) -> Masks:
        return x >= cut[0] if cut[1] else x > cut[0]

    def run(tile: Tile) -> Masks:
        x = tile.numbers(column.key)
        nan = whole.flag_invalid(tile, x, column, float(WIDEST))
        match relation:
            case "at-least":
                holds = over(x, reached)
            case "above":
                holds = over(x, passed)
            case "at-most":
                holds = ~over(x, passed)
            case "below":
                holds = ~over(x, reached)
            case _:
                holds = over(x, reached) & ~over(x, passed)
        if nan is not None:
            holds[nan] = absent
        return holds

    return run


_RELATIONS: dict[str, Callable[[Anything, Anything], Anything]] = {
    "at-least": np.greater_equal, "above": np.greater, "at-most": np.less_equal, "below": np.less, "equals": np.equal,
}  # fmt: skip


def _compare_whole(left: whole.Run, right: whole.Run, relation: nodes.Relation, absent: bool) -> Test:
    stands = _RELATIONS[relation]

    def run(tile: Tile) -> Masks | bool:
        a, b = left(tile), right(tile)
        state = joined(a.state, b.state)
        holds = stands(np.multiply(a.n, b.d), np.multiply(b.n, a.d))
        if state is not None:
            holds = np.where(state == 0, holds, absent)
        tile.drop(a)
        if b is not a:
            tile.drop(b)
        return holds if isinstance(holds, np.ndarray) and holds.ndim else bool(holds)

    return run


def _in_state(x: Operation, state: State) -> Test:
    code = {State.PRESENT: 0, State.NOT_APPLICABLE: NOT_APPLICABLE, State.MISSING: MISSING}[state]

    def run(tile: Tile) -> Masks | bool:
        value = x.run(tile)
        tile.drop(value)
        return code == 0 if value.state is None else value.state == code

    return run


def _joined(tests: Sequence[Test], join: Callable[[Anything, Anything], Anything], start: bool) -> Test:
    def run(tile: Tile) -> Masks | bool:
        result: Masks | bool = start
        for test in tests:
            result = join(result, test(tile))
        return result if isinstance(result, np.ndarray) and result.ndim else bool(result)

    return run


def _input(make: _Compiler, node: nodes.Input) -> Operation:
    decimals = make.decimals[node.key]
    if decimals is not None:
        reach = make.ranges.range(node)
        bound = math.ceil(reach.size * 10**decimals) if reach else 0
        if bound < 10**15:
            return whole.number_input(node, decimals, bound)
    return floats.number_input(node, float(WIDEST))


def _constant(make: _Compiler, node: nodes.Const) -> Operation:
    try:
        return whole.constant(node.value)
    except TooLarge:
        value = float(node.value)
        return Operation(lambda tile: Value(value), error=Error(0.0, floats.U))


def _sum(make: _Compiler, node: nodes.Sum) -> Operation:
    terms = [(factor, make.operation(x)) for factor, x in node.terms]
    return make.first_exact(
        [x for _, x in terms],
        lambda: whole.weighted_sum(node.constant, terms),
        lambda: floats.weighted_sum(node.constant, terms, [make.ranges.range(x) for _, x in node.terms]),
    )


def _product(make: _Compiler, node: nodes.Product) -> Operation:
    a, b = make.operation(node.left), make.operation(node.right)
    return make.first_exact(
        [a, b],
        lambda: whole.multiplied(a, b),
        lambda: floats.multiplied(a, b, (make.ranges.range(node.left), make.ranges.range(node.right))),
    )


def _quotient(make: _Compiler, node: nodes.Quotient) -> Operation:
    a, b = make.operation(node.over), make.operation(node.under)
    return make.first_exact(
        [a, b],
        lambda: whole.divided(a, b),
        lambda: floats.divided(a, b, (make.ranges.range(node.over), make.ranges.range(node.under))),
    )


def _either(make: _Compiler, terms: Sequence[Operation], build: Callable[[Sequence[Operation]], Operation]) -> Operation:
    """An operation that passes one of its terms on: exact, or with the worst of their errors."""
    rough = [floats.approximate(x) for x in terms]
    return make.first_exact(
        terms, lambda: build(terms), lambda: attrs.evolve(build(rough), error=floats.worst(rough), scale=None)
    )


def _extreme(make: _Compiler, node: nodes.Least | nodes.Greatest) -> Operation:
    least = isinstance(node, nodes.Least)
    if len(node.terms) == 2 and isinstance(node.terms[1], nodes.Const):
        x = make.operation(node.terms[0])
        made = whole.limited(x, node.terms[1].value, least=least) if x.error is None else None
        if made is not None:
            return made
    return _either(make, [make.operation(x) for x in node.terms], lambda terms: whole.extreme(terms, least=least))


def _piecewise(make: _Compiler, node: nodes.Piecewise) -> Operation:
    reaches = make.reaches(node)
    column = node.x if isinstance(node.x, nodes.Input) else None
    if column is not None and not any(b for _, b in node.pieces):
        try:
            return whole.level_steps(column, node.cuts, [a for a, _ in node.pieces], float(WIDEST))
        except TooLarge:
            pass
    x = make.operation(node.x)
    finite = [reach for reach in reaches if isinstance(reach, Fraction)]
    return make.first_exact(
        [x] if len(finite) == len(reaches) else [attrs.evolve(x, error=Error(math.inf))],
        lambda: whole.ramps(x, node.cuts, node.pieces, finite)
        or whole.straight_pieces(x, node.cuts, node.pieces, finite),
        lambda: floats.straight_pieces(x, column, node.cuts, node.pieces, reaches, make.ranges.range(node.x)),
    )


def _round(make: _Compiler, node: nodes.Round) -> Operation:
    x, reach = make.operation(node.x), make.ranges.range(node.x)
    bounded = reach is not None and isinstance(reach.size, Fraction)
    if x.error is None and bounded and reach is not None:
        try:
            return roundings.rounded(
                x, node.unit, node.mode, reach=Fraction(reach.size), nonnegative=reach.nonnegative
            )
        except TooLarge:
            pass
    if x.error is None and reach is None:
        return x
    return floats.rounded(x, node.unit, node.mode, reach=reach)


def _if(make: _Compiler, node: nodes.If) -> Operation:
    test = make.test(node.condition)
    branches = [make.operation(node.then), make.operation(node.other)]
    return _either(make, branches, lambda terms: whole.chosen(test, *terms))


def _choose(make: _Compiler, node: nodes.Choose) -> Operation:
    cases = [make.operation(case) for case in node.cases]
    return _either(make, cases, lambda terms: whole.by_label(node.label.key, terms))


def _mean(make: _Compiler, node: nodes.Mean) -> Operation:
    weights, fixed = _weights(make, node)
    terms = [make.operation(x) for x in node.terms]

    def approximate() -> Operation:
        rough = [floats.approximate(x) for x in terms]
        mean = roundings.weighted_mean(weights, fixed, rough, node.coverage)
        return floats.settled(mean, rough, [make.ranges.range(x) for x in node.terms])

    return make.first_exact(
        terms, lambda: roundings.weighted_mean(weights, fixed, terms, node.coverage), approximate
    )


def _weights(
    make: _Compiler, node: nodes.Mean | nodes.GeometricMean
) -> tuple[list[Operation], list[Fraction] | None]:
    weights = [make.operation(w) for w in node.weights]
    if all(isinstance(w, nodes.Const) for w in node.weights):
        return weights, [w.value for w in node.weights if isinstance(w, nodes.Const)]
    return weights, None


def _geometric_mean(make: _Compiler, node: nodes.GeometricMean) -> Operation:
    weights, fixed = _weights(make, node)
    logs = [_logarithm(make, x, None) for x in node.terms]
    steep = max(_log_size(make.ranges.range(x)) for x in node.terms)
    mean = floats.settled(
        roundings.weighted_mean(weights, fixed, logs, node.coverage), logs, [Range(-steep, steep) for _ in logs]
    )
    return _exponential(mean, 1.0, steep)


def _lowest(reach: Range | None) -> float:
    """Below this a logarithm or a power is not taken in floats: there the error of x grows without bound."""
    wide = min(floats.size(reach), 1e12)
    return max(floats.away_from_zero(reach) * (1 - 2.0**-40), wide * 2.0**-24, 1e-300)


def _log_size(reach: Range | None) -> float:
    lowest = _lowest(reach)
    return max(abs(math.log(lowest)), abs(math.log(max(floats.size(reach), lowest))))


def _logarithm(make: _Compiler, node: Formula, base: Fraction | None) -> Operation:
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


def _power(make: _Compiler, node: nodes.Power) -> Operation:
    reach = make.ranges.range(node.x)
    exponent, most = float(node.exponent), _log_size(reach)

    def error(relative: float, size: float) -> Error:
        grown = 2 * abs(exponent) * relative + floats.LIBRARY * (abs(exponent) * most + 2)
        return Error(0.0, floats.SLACK * grown)

    def apply(x: Floats, out: Floats) -> None:
        np.power(x, exponent, out=out)

    return floats.function(make.operation(node.x), floats.size(reach), apply, error, above=_lowest(reach))


def _exp(make: _Compiler, node: nodes.Exp) -> Operation:
    factor = 1.0 if node.base is None else math.log(node.base)
    return _exponential(make.operation(node.x), factor, floats.size(make.ranges.range(node.x)))


def _best(make: _Compiler, node: nodes.Best) -> Operation:
    terms = [make.operation(x) for x in node.terms]
    rough = [floats.approximate(x) for x in terms]

    def approximate() -> Operation:
        error = floats.worst(rough)
        wide = max(floats.size(make.ranges.range(x)) for x in node.terms)
        return attrs.evolve(
            whole.best(rough, node.count),
            error=Error(floats.SLACK * node.count * (floats.spread(error, wide) + node.count * floats.U * wide)),
        )

    return make.first_exact(terms, lambda: whole.best(terms, node.count), approximate)


_MAKERS: dict[type[Formula], Callable[[_Compiler, Anything], Operation]] = {
    nodes.Const: _constant,
    nodes.Absent: lambda make, node: whole.absent(node.state),
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
