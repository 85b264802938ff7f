"""The exact interpreter: the true value of every node, for one record.

Rationals are `Fraction`s; an irrational value is a `Real`, an enclosure that is narrowed until a
decision is certain. This interpreter is the meaning of a formula: every other one is tested against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from perfscheme.formula import nodes, reals
from perfscheme.formula.factors import geometric_mean
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Exact

Value: TypeAlias = Fraction | State | str | bool
Result: TypeAlias = Exact | State

_MISSING, _NOT_APPLICABLE = State.MISSING, State.NOT_APPLICABLE


class Undefined(ArithmeticError):
    """A formula has no value for a record: a division by zero, a logarithm of nothing.

    Args:
        node: the node that has no value.
        reason: `"division-by-zero"`, `"log-of-nonpositive"`, `"power-of-negative"` or `"too-large"`.
    """

    def __init__(self, node: nodes.Formula, reason: str) -> None:
        super().__init__(node, reason)
        self.node = node
        self.reason = reason


class Evaluation:
    """The values of the nodes for one record, each computed once and kept.

    Args:
        values: by input key, an exact number, a label, a flag, or a `State` for an absence.

    >>> x = nodes.Input("x")
    >>> Evaluation({"x": Fraction(1, 10)})(3 * x)
    Fraction(3, 10)
    """

    __slots__ = ("_memo", "values")

    def __init__(self, values: Mapping[str, Value]) -> None:
        self.values = values
        self._memo: dict[nodes.Formula, Result] = {}

    def __call__(self, node: nodes.Formula) -> Result:
        """The value of a number node.

        Raises:
            Undefined: the node has no value for this record.
        """
        memo = self._memo
        if node not in memo:
            memo[node] = _RULES[type(node)](self, node)
        return memo[node]

    def holds(self, condition: nodes.Condition) -> bool:
        """Whether a condition holds.

        Raises:
            Undefined: what it compares has no value for this record.
            TypeError: it is no condition of the algebra.
        """
        match condition:
            case nodes.Always(value=value):
                return value
            case nodes.Compare():
                left, right = self(condition.left), self(condition.right)
                if isinstance(left, State) or isinstance(right, State):
                    return condition.absent
                return _stands(reals.compare(left, right), condition.relation)
            case nodes.InState(x=x, state=state):
                found = self(x)
                return (found if isinstance(found, State) else State.PRESENT) is state
            case nodes.LabelInState(label=label, state=state):
                given = self.values[label.key]
                return (given if isinstance(given, State) else State.PRESENT) is state
            case nodes.OneOf():
                given = self.values[condition.label.key]
                return condition.absent if isinstance(given, State) else given in condition.labels
            case nodes.Every(conditions=conditions):
                return all(map(self.holds, conditions))
            case nodes.Some(conditions=conditions):
                return any(map(self.holds, conditions))
            case nodes.Not(condition=inner):
                return not self.holds(inner)
        raise TypeError(f"{type(condition).__name__} is not a condition of the algebra")


def _stands(order: int, relation: nodes.Relation) -> bool:
    match relation:
        case "at-least":
            return order >= 0
        case "above":
            return order > 0
        case "at-most":
            return order <= 0
        case "below":
            return order < 0
        case _:
            return order == 0


def _absence(found: list[Result]) -> State | None:
    """What strict arithmetic makes of absent operands: missing wins over not applicable."""
    states = [x for x in found if isinstance(x, State)]
    if not states:
        return None
    return _MISSING if _MISSING in states else _NOT_APPLICABLE


def _input(run: Evaluation, node: nodes.Input) -> Result:
    value = run.values[node.key]
    if isinstance(value, (Fraction, State)):
        return value
    raise TypeError(f"input {node.key!r} is {value!r}, not a Fraction or a State")


def _sum(run: Evaluation, node: nodes.Sum) -> Result:
    found = [run(term) for _, term in node.terms]
    return _absence(found) or reals.combine(
        [(factor, x) for (factor, _), x in zip(node.terms, found) if not isinstance(x, State)], node.constant
    )


def _product(run: Evaluation, node: nodes.Product) -> Result:
    a, b = run(node.left), run(node.right)
    if isinstance(a, State) or isinstance(b, State):
        return _absence([a, b])  # type: ignore[return-value]  # one of them is a state
    return reals.multiply(a, b)


def _quotient(run: Evaluation, node: nodes.Quotient) -> Result:
    a, b = run(node.over), run(node.under)
    if isinstance(a, State) or isinstance(b, State):
        return _absence([a, b])  # type: ignore[return-value]  # one of them is a state
    if reals.compare(b, Fraction(0)) == 0:
        raise Undefined(node, "division-by-zero")
    return reals.divide(a, b)


def _extreme(run: Evaluation, node: nodes.Least | nodes.Greatest) -> Result:
    found = [run(term) for term in node.terms]
    if state := _absence(found):
        return state
    side = -1 if isinstance(node, nodes.Least) else 1
    best: Exact = found[0]  # type: ignore[assignment]  # no states are left
    for x in found[1:]:
        if reals.compare(x, best) == side:  # type: ignore[arg-type]  # no states are left
            best = x  # type: ignore[assignment]
    return best


def piece(node: nodes.Piecewise, x: Exact) -> int:
    """Which piece of a piecewise formula holds at `x`."""
    index = 0
    for cut in node.cuts:
        order = reals.compare(x, cut.at)
        if order < 0 or (order == 0 and not cut.inclusive):
            break
        index += 1
    return index


def _piecewise(run: Evaluation, node: nodes.Piecewise) -> Result:
    x = run(node.x)
    if isinstance(x, State):
        return x
    a, b = node.pieces[piece(node, x)]
    return reals.combine([(b, x)], a)


def _round(run: Evaluation, node: nodes.Round) -> Result:
    x = run(node.x)
    return x if isinstance(x, State) else reals.round_to(x, node.unit, node.mode)


def _power(run: Evaluation, node: nodes.Power) -> Result:
    x = run(node.x)
    if isinstance(x, State):
        return x
    order = reals.compare(x, Fraction(0))
    if order < 0:
        if node.exponent.denominator != 1:
            raise Undefined(node, "power-of-negative")
        return reals.multiply(
            Fraction(-1 if node.exponent.numerator % 2 else 1),
            reals.power(reals.multiply(Fraction(-1), x), node.exponent),
        )
    if order == 0:
        if node.exponent < 0:
            raise Undefined(node, "division-by-zero")
        return Fraction(0)
    return reals.power(x, node.exponent)


def _log(run: Evaluation, node: nodes.Log) -> Result:
    x = run(node.x)
    if isinstance(x, State):
        return x
    if reals.compare(x, Fraction(0)) <= 0:
        raise Undefined(node, "log-of-nonpositive")
    return reals.log(x, node.base)


def _exp(run: Evaluation, node: nodes.Exp) -> Result:
    x = run(node.x)
    if isinstance(x, State):
        return x
    if reals.too_large(x, node.base):
        raise Undefined(node, "too-large")
    return reals.exp(x, node.base)


def _choose(run: Evaluation, node: nodes.Choose) -> Result:
    value = run.values[node.label.key]
    return value if isinstance(value, State) else run(node.cases[node.label.labels.index(value)])


Shares: TypeAlias = list[tuple[Fraction, Exact]]


def shares(run: Evaluation, node: nodes.Mean | nodes.GeometricMean) -> Shares | State:
    """The weights and values of the terms that a mean is taken over, or why there is no mean."""
    there: Shares = []
    lost: list[Fraction] = []
    absent: list[Result] = []
    outside = False
    for weight_node, term in zip(node.weights, node.terms):
        value = run(term)
        if value is _NOT_APPLICABLE:
            outside = True
            continue
        weight = run(weight_node)
        if isinstance(weight, State):
            absent.append(weight)
        elif isinstance(weight, reals.Real):
            raise TypeError("a weight is an irrational number; weights are rationals")
        elif isinstance(value, State):
            lost.append(weight)
        else:
            there.append((weight, value))
    if (state := _absence(absent)) is not None:
        return state
    if not any(weight for weight, _ in there):
        # A term without weight changes nothing, so it does not make missing what else would not apply.
        return _NOT_APPLICABLE if outside and not any(lost) else _MISSING
    if lost:
        weighs = sum((weight for weight, _ in there), Fraction(0))
        if weighs < node.coverage * (weighs + sum(lost, Fraction(0))):
            return _MISSING
    return there


def _mean(run: Evaluation, node: nodes.Mean) -> Result:
    found = shares(run, node)
    if isinstance(found, State):
        return found
    weight = sum((w for w, _ in found), Fraction(0))
    return reals.divide(reals.combine(found, Fraction(0)), weight)


def _geometric_mean(run: Evaluation, node: nodes.GeometricMean) -> Result:
    found = shares(run, node)
    if isinstance(found, State):
        return found
    found = [(w, x) for w, x in found if w]
    order = [reals.compare(x, Fraction(0)) for _, x in found]
    if -1 in order:
        raise Undefined(node, "power-of-negative")
    if 0 in order:
        return Fraction(0)
    rationals = [x for _, x in found if isinstance(x, Fraction)]
    if len(rationals) == len(found):
        mean = geometric_mean([w for w, _ in found], rationals)
        if mean is not None:
            return mean
    weight = sum((w for w, _ in found), Fraction(0))
    return reals.exp(reals.combine([(w / weight, reals.log(x, None)) for w, x in found], Fraction(0)), None)


def _best(run: Evaluation, node: nodes.Best) -> Result:
    found = [run(term) for term in node.terms]
    there = [x for x in found if not isinstance(x, State)]
    if len(there) < node.count:
        return _NOT_APPLICABLE if all(x is _NOT_APPLICABLE for x in found) else _MISSING
    best = sorted(there, key=reals.by_size, reverse=True)[: node.count]
    return reals.combine([(Fraction(1), x) for x in best], Fraction(0))


_RULES: dict[type[nodes.Formula], Callable[[Evaluation, Any], Result]] = {
    nodes.Const: lambda run, node: node.value,
    nodes.Absent: lambda run, node: node.state,
    nodes.Input: _input,
    nodes.Sum: _sum,
    nodes.Product: _product,
    nodes.Quotient: _quotient,
    nodes.Least: _extreme,
    nodes.Greatest: _extreme,
    nodes.Piecewise: _piecewise,
    nodes.Round: _round,
    nodes.Power: _power,
    nodes.Log: _log,
    nodes.Exp: _exp,
    nodes.If: lambda run, node: run(node.then if run.holds(node.condition) else node.other),
    nodes.Choose: _choose,
    nodes.Mean: _mean,
    nodes.GeometricMean: _geometric_mean,
    nodes.Best: _best,
}
