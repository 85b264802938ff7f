"""Factors: rationals taken apart into coprime parts, so that a root is seen to be rational at once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from perfscheme.formula.reals import root


def geometric_mean(weights: Sequence[Fraction], values: Sequence[Fraction]) -> Fraction | None:
    """The root, of the order of the sum of `weights`, of the product of value ** weight; None where it is irrational.

    Args:
        weights: above 0.
        values: above 0, as many.

    Weights such as 78.9 and 21.1 make roots of order 1000; the product itself would have hundreds of thousands of
    digits, and is never formed.

    >>> half = Fraction(1, 2)
    >>> geometric_mean([half, half], [half, Fraction(2)]), geometric_mean([half, half], [Fraction(1), Fraction(2)])
    (Fraction(1, 1), None)
    """
    counts = _whole(weights)
    order = sum(counts)
    mean = Fraction(1)
    for part in coprime([number for value in values for number in (value.numerator, value.denominator)]):
        exponent = sum(
            count * (_times(part, value.numerator) - _times(part, value.denominator))
            for count, value in zip(counts, values, strict=True)
        )
        # The parts share no prime, so the root is rational where the root of each power of a part is.
        shared = math.gcd(exponent, order)
        base = root(part, order // shared)
        if base is None:
            return None
        mean *= Fraction(base) ** (exponent // shared)
    return mean


def _whole(weights: Sequence[Fraction]) -> list[int]:
    """Whole numbers in the same proportion, as small as can be."""
    scale = math.lcm(*(weight.denominator for weight in weights))
    counts = [int(weight * scale) for weight in weights]
    shared = math.gcd(*counts)
    return [count // shared for count in counts]


def coprime(numbers: Iterable[int]) -> list[int]:
    """Numbers above 1, no two with a common divisor, of whose powers all of `numbers` (1 or more) are products.

    >>> sorted(coprime([12, 18]))
    [2, 3]
    """
    parts: list[int] = []
    pending = list(numbers)
    while pending:
        number = pending.pop()
        if number == 1:
            continue
        for i, part in enumerate(parts):
            if (shared := math.gcd(number, part)) > 1:
                del parts[i]
                pending += [number // shared, part // shared, shared]
                break
        else:
            parts.append(number)
    return parts


def _times(part: int, number: int) -> int:
    """How many times `part` divides `number`."""
    count = 0
    while number % part == 0:
        number //= part
        count += 1
    return count
