"""The algebra: the nodes of which every formula is built.

A formula is an immutable graph. Number nodes stand for an exact number or for one of two
absences (missing, not applicable); condition nodes stand for true or false, never for "unknown":
what an absence means is written in the comparison that meets it. Identity is by object, so a
node that is used twice is evaluated once by every interpreter.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

Number: TypeAlias = "Formula | Fraction | int"
Relation: TypeAlias = Literal["at-least", "above", "at-most", "below", "equals"]
Mode: TypeAlias = Literal[
    "up", "down", "ceiling", "floor", "half-up", "half-down", "half-even", "05up"
]

MODES: tuple[Mode, ...] = (
    "up", "down", "ceiling", "floor", "half-up", "half-down", "half-even", "05up",
)  # fmt: skip


class State(enum.Enum):
    """Whether a value is there, and if not, why not."""

    PRESENT = "present"
    NOT_APPLICABLE = "not-applicable"
    MISSING = "missing"

    def __repr__(self) -> str:
        return f"State.{self.name}"


class Formula:
    """A number node. Build with `+ - * /`, `**` and the functions of `perfscheme.formula`."""

    __slots__ = ()

    def __add__(self, other: Number) -> Formula:
        return linear((1, self), (1, other))

    __radd__ = __add__

    def __sub__(self, other: Number) -> Formula:
        return linear((1, self), (-1, other))

    def __rsub__(self, other: Number) -> Formula:
        return linear((1, other), (-1, self))

    def __neg__(self) -> Formula:
        return linear((-1, self))

    def __mul__(self, other: Number) -> Formula:
        return product(self, other)

    __rmul__ = __mul__

    def __truediv__(self, other: Number) -> Formula:
        return quotient(self, other)

    def __rtruediv__(self, other: Number) -> Formula:
        return quotient(other, self)

    def __pow__(self, exponent: Fraction | int) -> Formula:
        return power(self, Fraction(exponent))


class Condition:
    """A true-or-false node. Combine with `&`, `|` and `~`."""

    __slots__ = ()

    def __and__(self, other: Condition) -> Condition:
        return All((self, other))

    def __or__(self, other: Condition) -> Condition:
        return Any((self, other))

    def __invert__(self) -> Condition:
        return Not(self)


# Number nodes


@attrs.frozen(eq=False)
class Const(Formula):
    """A fixed number."""

    value: Fraction


@attrs.frozen(eq=False)
class Absent(Formula):
    """No number: missing, or not applicable."""

    state: State


@attrs.frozen(eq=False)
class Input(Formula):
    """A number that the host hands in; valid from `low` to `high` (None: no limit).

    `gap`: numbers above its first and up to its second end are not valid either. Interpreters may
    rely on this; whoever hands in values sees to it, and the vector interpreter hands such rows back.
    """

    key: str
    low: Fraction | None = None
    high: Fraction | None = None
    gap: tuple[Fraction, Fraction] | None = None


@attrs.frozen(eq=False)
class Sum(Formula):
    """`constant` + the sum of factor * term; absent where a term is."""

    constant: Fraction
    terms: tuple[tuple[Fraction, Formula], ...]


@attrs.frozen(eq=False)
class Product(Formula):
    """Product of two numbers."""

    left: Formula
    right: Formula


@attrs.frozen(eq=False)
class Quotient(Formula):
    """`over` / `under`; undefined where `under` is zero."""

    over: Formula
    under: Formula


@attrs.frozen(eq=False)
class Least(Formula):
    """The least of the terms; absent where a term is."""

    terms: tuple[Formula, ...]


@attrs.frozen(eq=False)
class Greatest(Formula):
    """The greatest of the terms; absent where a term is."""

    terms: tuple[Formula, ...]


@attrs.frozen
class Cut:
    """A point at which a piecewise formula goes over to its next piece.

    `inclusive`: the point itself belongs to the upper piece (x >= at), else to the lower.
    """

    at: Fraction
    inclusive: bool = True


@attrs.frozen(eq=False)
class Piecewise(Formula):
    """Straight pieces `a + b * x`, one more than there are cuts; cuts ascend.

    Two cuts at one place, the first inclusive and the second not, make a piece for that point alone.
    """

    x: Formula
    cuts: tuple[Cut, ...]
    pieces: tuple[tuple[Fraction, Fraction], ...]


@attrs.frozen(eq=False)
class Round(Formula):
    """The multiple of `unit` that is next to `x` by `mode` (the names of `decimal`)."""

    x: Formula
    unit: Fraction
    mode: Mode


@attrs.frozen(eq=False)
class Power(Formula):
    """`x ** exponent` for a fixed exponent that is not a small whole number; undefined for x < 0."""

    x: Formula
    exponent: Fraction


@attrs.frozen(eq=False)
class Log(Formula):
    """Logarithm of `x` to `base` (None: natural); undefined for x <= 0."""

    x: Formula
    base: Fraction | None = None


@attrs.frozen(eq=False)
class Exp(Formula):
    """`base ** x` (None: e ** x)."""

    x: Formula
    base: Fraction | None = None


@attrs.frozen(eq=False)
class If(Formula):
    """`then` where the condition holds, `other` elsewhere."""

    condition: Condition
    then: Formula
    other: Formula


@attrs.frozen
class LabelInput:
    """A label or flag that the host hands in; one of `labels` (False, True for a flag)."""

    key: str
    labels: tuple[str | bool, ...]


@attrs.frozen(eq=False)
class Choose(Formula):
    """The case of the label; missing or not applicable where the label is. Cases follow `label.labels`."""

    label: LabelInput
    cases: tuple[Formula, ...]


@attrs.frozen(eq=False)
class Mean(Formula):
    """Weighted arithmetic mean of the terms that are there.

    A term that is not applicable leaves the weights. A missing term leaves them too, but counts
    against the coverage: where the weight that is there is less than `coverage` (a share, 0 to 1)
    of the weight that applies, or is zero, the mean is missing. All terms that weigh not
    applicable: so is the mean. Weights are never negative.
    """

    weights: tuple[Formula, ...]
    terms: tuple[Formula, ...]
    coverage: Fraction = Fraction(0)


@attrs.frozen(eq=False)
class GeometricMean(Formula):
    """Weighted geometric mean, with the absences of `Mean`; undefined for a negative term."""

    weights: tuple[Formula, ...]
    terms: tuple[Formula, ...]
    coverage: Fraction = Fraction(0)


@attrs.frozen(eq=False)
class Best(Formula):
    """Sum of the `count` greatest of the terms that are there; missing where there are fewer."""

    terms: tuple[Formula, ...]
    count: int


# Condition nodes


@attrs.frozen(eq=False)
class Always(Condition):
    """A fixed truth."""

    value: bool


@attrs.frozen(eq=False)
class Compare(Condition):
    """`left` stands in `relation` to `right`; `absent` is the answer where either is absent."""

    left: Formula
    relation: Relation
    right: Formula
    absent: bool = False


@attrs.frozen(eq=False)
class InState(Condition):
    """`x` is present, missing, or not applicable."""

    x: Formula
    state: State


@attrs.frozen(eq=False)
class OneOf(Condition):
    """The label is one of `labels`; `absent` is the answer where there is no label."""

    label: LabelInput
    labels: frozenset[str | bool]
    absent: bool = False


@attrs.frozen(eq=False)
class LabelInState(Condition):
    """The label is present, missing, or not applicable."""

    label: LabelInput
    state: State


@attrs.frozen(eq=False)
class All(Condition):
    """Every condition holds."""

    conditions: tuple[Condition, ...]


@attrs.frozen(eq=False)
class Any(Condition):
    """At least one condition holds."""

    conditions: tuple[Condition, ...]


@attrs.frozen(eq=False)
class Not(Condition):
    """The condition does not hold."""

    condition: Condition


Node: TypeAlias = Formula | Condition


# Constructors that fold constants


def formula(value: Number) -> Formula:
    """Take a number as a constant, and a formula as it is."""
    return value if isinstance(value, Formula) else Const(Fraction(value))


def linear(*terms: tuple[Fraction | int, Number], constant: Fraction | int = 0) -> Formula:
    """Sum of factor * term, with constants gathered and sums of sums made one."""
    total = Fraction(constant)
    flat: list[tuple[Fraction, Formula]] = []
    for factor, term in terms:
        factor = Fraction(factor)
        node = formula(term)
        if isinstance(node, Const):
            total += factor * node.value
        elif isinstance(node, Sum):
            total += factor * node.constant
            flat += ((factor * inner, child) for inner, child in node.terms)
        else:
            flat.append((factor, node))
    if not flat:
        return Const(total)
    if len(flat) == 1 and flat[0][0] == 1 and total == 0:
        return flat[0][1]
    return Sum(total, tuple(flat))


def product(left: Number, right: Number) -> Formula:
    """Product of two numbers; a constant becomes a factor of a sum."""
    a, b = formula(left), formula(right)
    if isinstance(a, Const):
        return linear((a.value, b))
    if isinstance(b, Const):
        return linear((b.value, a))
    return Product(a, b)


def quotient(over: Number, under: Number) -> Formula:
    """Quotient of two numbers; a constant divisor becomes a factor."""
    a, b = formula(over), formula(under)
    if isinstance(b, Const) and b.value != 0:
        return linear((1 / b.value, a))
    return Quotient(a, b)


def power(x: Number, exponent: Fraction) -> Formula:
    """`x ** exponent`; whole exponents from 1 to 8 are products, so they stay exact integers."""
    node = formula(x)
    if exponent == 0:
        return Const(Fraction(1))
    if exponent.denominator == 1 and 1 <= exponent <= 8:
        result = node
        for _ in range(int(exponent) - 1):
            result = product(result, node)
        return result
    return Power(node, exponent)


def least(*terms: Number) -> Formula:
    """The least of the terms."""
    nodes = tuple(formula(term) for term in terms)
    return nodes[0] if len(nodes) == 1 else Least(nodes)


def greatest(*terms: Number) -> Formula:
    """The greatest of the terms."""
    nodes = tuple(formula(term) for term in terms)
    return nodes[0] if len(nodes) == 1 else Greatest(nodes)


def clamp(x: Formula, low: Number | None, high: Number | None) -> Formula:
    """Keep `x` between `low` and `high`; None leaves that side open."""
    if low is not None:
        x = greatest(x, low)
    return x if high is None else least(x, high)


def present(x: Formula) -> Condition:
    """`x` has a value."""
    return InState(x, State.PRESENT)


def default(x: Formula, value: Number) -> Formula:
    """`x`, or `value` where `x` is missing (not where it is not applicable)."""
    return If(InState(x, State.MISSING), formula(value), x)


def children(node: Node) -> Iterable[Node]:
    """The nodes that `node` reads, in order."""
    match node:
        case Sum(terms=terms):
            return [term for _, term in terms]
        case Product(left=a, right=b) | Quotient(over=a, under=b) | Compare(left=a, right=b):
            return [a, b]
        case Least(terms=terms) | Greatest(terms=terms) | Best(terms=terms):
            return terms
        case Mean(weights=weights, terms=terms) | GeometricMean(weights=weights, terms=terms):
            return [*weights, *terms]
        case Piecewise() | Round() | Power() | Log() | Exp() | InState():
            return [node.x]
        case If():
            return [node.condition, node.then, node.other]
        case Choose(cases=cases):
            return cases
        case All(conditions=conditions) | Any(conditions=conditions):
            return conditions
        case Not(condition=condition):
            return [condition]
        case _:
            return ()


def walk(roots: Iterable[Node]) -> list[Node]:
    """Every node under `roots`, once each, children before parents."""
    order: list[Node] = []
    done: set[Node] = set()
    stack: list[tuple[Node, bool]] = [(root, False) for root in reversed(list(roots))]
    while stack:
        node, ready = stack.pop()
        if node in done:
            continue
        if ready:
            done.add(node)
            order.append(node)
        else:
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(list(children(node))))
    return order
