"""Arithmetic: numbers that can be added, multiplied and divided, and the constructors that fold what is constant."""

from __future__ import annotations

import math
import numbers
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

Constant: TypeAlias = "Fraction | Decimal | int | float"
Number: TypeAlias = "Formula | Constant"

_HOME = __name__.rpartition(".")[0]


class Formula:
    """A number node. Build with `+ - * /`, `**` and the functions of `perfscheme.formula`."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        refuse_stranger(cls)

    def __repr__(self) -> str:
        """The sort of node; what it reads may be shared a thousand times over, and `describe` says it in words."""
        return f"<{type(self).__name__}>"

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

    def __pow__(self, exponent: Constant) -> Formula:
        return power(self, exact(exponent))


def exact(value: Constant) -> Fraction:
    """The number that stands in a formula; a float is the decimal that prints it.

    Raises:
        TypeError: it is no number.
        ValueError: it is not finite.

    >>> exact(0.1)
    Fraction(1, 10)
    """
    given: Any = value
    if isinstance(given, Fraction):
        return given
    if isinstance(given, bool) or not isinstance(given, (numbers.Integral, float, Decimal)):
        raise TypeError(f"{given!r} is neither a formula nor a number")
    if isinstance(given, numbers.Integral):
        return Fraction(int(given))
    if not math.isfinite(given):
        raise ValueError(f"{given!r} is no number that a formula can have")
    return Fraction(float.__repr__(given)) if isinstance(given, float) else Fraction(given)


def refuse_stranger(cls: type) -> None:
    """A node that no interpreter knows is refused where it is defined."""
    if cls.__module__.rpartition(".")[0] != _HOME:
        raise TypeError(
            f"{cls.__qualname__} would be a node that no interpreter knows: build with those of perfscheme.formula"
        )


@attrs.frozen(eq=False)
class Const(Formula):
    """A fixed number."""

    value: Fraction = attrs.field(converter=exact)


@attrs.frozen(eq=False, repr=False)
class Sum(Formula):
    """`constant` + the sum of factor * term; absent where a term is."""

    constant: Fraction
    terms: tuple[tuple[Fraction, Formula], ...]


@attrs.frozen(eq=False, repr=False)
class Product(Formula):
    """Product of two numbers."""

    left: Formula
    right: Formula


@attrs.frozen(eq=False, repr=False)
class Quotient(Formula):
    """`over` / `under`; undefined where `under` is zero."""

    over: Formula
    under: Formula


@attrs.frozen(eq=False, repr=False)
class Power(Formula):
    """`x ** exponent` for a fixed exponent that is not a small whole number; undefined for x < 0."""

    x: Formula
    exponent: Fraction


def formula(value: Number) -> Formula:
    """Take a number as a constant, and a formula as it is."""
    return value if isinstance(value, Formula) else Const(value)


def formulas(values: Iterable[Number]) -> tuple[Formula, ...]:
    """Each as a formula."""
    return tuple(formula(value) for value in values)


def linear(*terms: tuple[Constant, Number], constant: Constant = 0) -> Formula:
    """Sum of factor * term, with constants gathered and sums of sums made one."""
    total = exact(constant)
    flat: list[tuple[Fraction, Formula]] = []
    for factor, term in terms:
        factor = exact(factor)
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
        return linear((0, node), constant=1)  # 1, and absent where `x` is
    if exponent.denominator == 1 and 1 <= exponent <= 8:
        result = node
        for _ in range(int(exponent) - 1):
            result = product(result, node)
        return result
    return Power(node, exponent)
