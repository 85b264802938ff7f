"""Irrational numbers as enclosures of rising precision, and the functions that make them."""

from __future__ import annotations

import decimal
import functools
import math
from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

Enclosure: TypeAlias = tuple[Fraction, Fraction]

# Two numbers that agree this far are taken as equal: an irrational value cannot be told from a
# rational one by enclosures alone, and every rational case that we can prove is decided before.
_STEPS = (64, 128, 256, 512, 1024)

_MOST_BITS = 1 << 14
"""Powers with a formula as exponent are worked out up to this many bits before the point."""


class Real:
    """A number that is known only through enclosures, as narrow as one asks.

    Args:
        enclose: from a number of bits to a lower and an upper bound about 2**-bits apart.
    """

    __slots__ = ("_enclose", "_known")

    def __init__(self, enclose: Callable[[int], Enclosure]) -> None:
        self._enclose = enclose
        self._known: dict[int, Enclosure] = {}

    def enclose(self, bits: int) -> Enclosure:
        """Bounds about 2**-bits apart."""
        if bits not in self._known:
            low, high = self._enclose(bits)
            scale = 1 << (bits + 32)
            self._known[bits] = (
                Fraction(math.floor(low * scale), scale),
                Fraction(math.ceil(high * scale), scale),
            )
        return self._known[bits]

    def __float__(self) -> float:
        for bits in _STEPS:
            low, high = self.enclose(bits)
            if float(low) == float(high):
                return float(low)
        return 0.0 if low <= 0 <= high else float((low + high) / 2)

    def __repr__(self) -> str:
        return f"<Real {float(self)!r}>"


Exact: TypeAlias = Fraction | Real


def enclosure(x: Exact, bits: int) -> Enclosure:
    """Bounds of any number."""
    return x.enclose(bits) if isinstance(x, Real) else (x, x)


def combine(factors: list[tuple[Fraction, Exact]], constant: Fraction) -> Exact:
    """A constant plus the sum of factor * number."""
    # One fraction made at the end: reducing each step to lowest terms takes most of the time.
    top, bottom = constant.numerator, constant.denominator
    rest: list[tuple[Fraction, Real]] = []
    for factor, x in factors:
        if isinstance(x, Real):
            if factor:
                rest.append((factor, x))
        else:
            under = factor.denominator * x.denominator
            over = factor.numerator * x.numerator
            top, bottom = (top + over, bottom) if under == bottom else (top * under + over * bottom, bottom * under)
    rational = Fraction(top, bottom)
    if not rest:
        return rational

    def enclose(bits: int) -> Enclosure:
        low = high = rational
        for factor, x in rest:
            a, b = x.enclose(bits + _magnitude(factor) + len(rest))
            low += factor * (a if factor > 0 else b)
            high += factor * (b if factor > 0 else a)
        return low, high

    return Real(enclose)


def multiply(x: Exact, y: Exact) -> Exact:
    """Product of two numbers."""
    if not isinstance(x, Real) and not isinstance(y, Real):
        return x * y
    if x == 0 or y == 0:
        return Fraction(0)

    def enclose(bits: int) -> Enclosure:
        wide = bits + 8 + max(_size(x), _size(y))
        a, b = enclosure(x, wide), enclosure(y, wide)
        ends = [p * q for p in a for q in b]
        return min(ends), max(ends)

    return Real(enclose)


def divide(x: Exact, y: Exact) -> Exact:
    """Quotient of two numbers; `y` is not zero."""
    if not isinstance(y, Real):
        return multiply(x, 1 / y)

    def enclose(bits: int) -> Enclosure:
        for wide in (bits + 16, *(step for step in _STEPS if step > bits + 16), 2 * bits + 1024):
            low, high = y.enclose(wide)
            if low > 0 or high < 0:
                break
        return 1 / high, 1 / low

    return multiply(x, Real(enclose))


def compare(x: Exact, y: Exact) -> int:
    """-1, 0 or 1 as `x` is less than, equal to or greater than `y`."""
    if not isinstance(x, Real) and not isinstance(y, Real):
        left, right = x.numerator * y.denominator, y.numerator * x.denominator
        return (left > right) - (left < right)
    if x is y:
        return 0
    for bits in _STEPS:
        (a, b), (c, d) = enclosure(x, bits), enclosure(y, bits)
        if b < c:
            return -1
        if a > d:
            return 1
    return 0


by_size = functools.cmp_to_key(compare)
"""The key to sort numbers by."""


def round_to(x: Exact, unit: Fraction, mode: str) -> Fraction:
    """The multiple of `unit` next to `x`, by one of the modes of `decimal`."""
    if not isinstance(x, Real):
        return unit * round_ratio(x / unit, mode)
    for bits in _STEPS:
        low, high = x.enclose(bits)
        a, b = round_ratio(low / unit, mode), round_ratio(high / unit, mode)
        if a == b:
            return unit * a
    # Undecided to the last step: the value is the edge itself, a whole or a half multiple.
    return unit * round_ratio(Fraction(round((low + high) / unit), 2), mode)


def round_ratio(x: Fraction, mode: str) -> int:
    """The whole number next to `x`, by one of the modes of `decimal`."""
    down, rest = divmod(abs(x.numerator), x.denominator)
    if rest:
        negative = x < 0
        match mode:
            case "up":
                away = True
            case "down":
                away = False
            case "ceiling":
                away = not negative
            case "floor":
                away = negative
            case "05up":
                away = down % 5 == 0
            case _:
                twice = 2 * rest
                if twice != x.denominator:
                    away = twice > x.denominator
                else:
                    away = mode == "half-up" or (mode == "half-even" and down % 2 == 1)
        down += away
    return -down if x < 0 else down


def log(x: Exact, base: Fraction | None) -> Exact:
    """Logarithm of `x` > 0 to `base`, None for the natural one."""
    if base is None:
        return _ln(x)
    if not isinstance(x, Real):
        # log_b(x) is p/q exactly when x**q == b**p; the candidates are the simple fractions nearby.
        near = Fraction(math.log(x) / math.log(base)).limit_denominator(64) if _floatable(x) else Fraction(0)
        if max(abs(near.numerator), near.denominator) <= 4096 and x**near.denominator == base**near.numerator:
            return near
    return divide(_ln(x), _ln(base))


def too_large(x: Exact, base: Fraction | None) -> bool:
    """Whether `base` ** x has more than some 5000 digits before the point: no points do, and each costs time."""
    return _rise(x, base) > _MOST_BITS


def exp(x: Exact, base: Fraction | None) -> Exact:
    """`base` ** x, None for e; `too_large` is false for them."""
    if _rise(x, base) < -_MOST_BITS:
        return Real(lambda bits: (Fraction(0), Fraction(1, 1 << _MOST_BITS)))
    if base is not None:
        if not isinstance(x, Real):
            return power(base, x)
        return exp(multiply(x, _ln(base)), None)
    if x == 0:
        return Fraction(1)

    def enclose(bits: int) -> Enclosure:
        size = max(0, math.ceil(float(enclosure(x, 64)[1]) * 1.4427) + 1)
        low, high = enclosure(x, bits + size + 4)
        return _decimal_exp(low, bits + size, -1), _decimal_exp(high, bits + size, 1)

    return Real(enclose)


def _rise(x: Exact, base: Fraction | None) -> Fraction:
    """About the logarithm of `base` ** x to base 2."""
    each = 1 / math.log(2) if base is None else math.log2(base.numerator) - math.log2(base.denominator)
    return enclosure(x, 64)[0] * Fraction(each)


def power(x: Exact, exponent: Fraction) -> Exact:
    """`x` ** `exponent` for x > 0, and for x = 0 with a positive exponent."""
    if not isinstance(x, Real):
        if x == 0:
            return Fraction(0)
        if exponent.denominator == 1:
            return x ** int(exponent)
        # In lowest terms n/d, the root is rational exactly when n and d are perfect powers.
        top, bottom = (root(part, exponent.denominator) for part in (x.numerator, x.denominator))
        if top is not None and bottom is not None:
            return Fraction(top, bottom) ** exponent.numerator
    return exp(multiply(exponent, _ln(x)), None)


def _ln(x: Exact) -> Exact:
    if x == 1:
        return Fraction(0)
    if isinstance(x, Real):

        def inside(bits: int) -> Enclosure:
            for wide in (bits + 8, *(step for step in _STEPS if step > bits + 8)):
                low, high = x.enclose(wide + _size(x))
                if low > 0:
                    break
            return _rational_ln(low, bits + 4)[0], _rational_ln(high, bits + 4)[1]

        return Real(inside)
    rational = x
    return Real(lambda bits: _rational_ln(rational, bits))


def _rational_ln(x: Fraction, bits: int) -> Enclosure:
    context = _context(bits + math.frexp(math.log2(max(x.numerator, x.denominator)) + 1)[1])
    parts = []
    for part in (x.numerator, x.denominator):
        value = context.ln(decimal.Decimal(part))  # correctly rounded
        step = Fraction(value.next_plus(context)) - Fraction(value) if part != 1 else Fraction(0)
        parts.append((Fraction(value) - step, Fraction(value) + step))
    (a, b), (c, d) = parts
    return a - d, b - c


def _decimal_exp(x: Fraction, bits: int, side: int) -> Fraction:
    context = _context(bits)
    context.rounding = decimal.ROUND_FLOOR if side < 0 else decimal.ROUND_CEILING
    argument = context.divide(decimal.Decimal(x.numerator), decimal.Decimal(x.denominator))
    value = context.exp(argument)  # correctly rounded, half-even whatever the context says
    return Fraction(value.next_minus(context) if side < 0 else value.next_plus(context))


def _context(bits: int) -> decimal.Context:
    return decimal.Context(prec=max(30, int(bits * 0.302) + 12), Emin=decimal.MIN_EMIN, Emax=decimal.MAX_EMAX, traps=[])


def root(n: int, degree: int) -> int | None:
    """The whole root, of this degree, of `n` >= 0; None where there is none."""
    if n < 2:
        return n
    if n.bit_length() <= degree:
        return None
    guess = 1 << -(-n.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + n // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess if guess**degree == n else None
        guess = better


def _magnitude(x: Fraction) -> int:
    return max(0, x.numerator.bit_length() - x.denominator.bit_length() + 1)


def _size(x: Exact) -> int:
    return max(map(_magnitude, enclosure(x, 64)))


def _floatable(x: Fraction) -> bool:
    return abs(x.numerator.bit_length() - x.denominator.bit_length()) < 1000
