"""Arithmetic: numbers that can be added, multiplied and divided, and the constructors that fold what is constant."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

import attrs

Number: TypeAlias = "Formula | Fraction | int"


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


@attrs.frozen(eq=False)
class Const(Formula):
    """A fixed number."""

    value: Fraction


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
class Power(Formula):
    """`x ** exponent` for a fixed exponent that is not a small whole number; undefined for x < 0."""

    x: Formula
    exponent: Fraction


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
