"""Plain arithmetic of the oracle: fractions, and where a number is irrational sixty digits of it.

Nothing here is shared with the library. A decision that sixty digits cannot make is `Undecidable`, and the test that
asked is to pass it over.
"""

from __future__ import annotations

import decimal
import enum
from fractions import Fraction

NEAR = Fraction(1, 10**40)
SHORT = 50


class Absence(enum.Enum):
    """Why a number is not there."""

    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"


MISSING, NOT_APPLICABLE = Absence.MISSING, Absence.NOT_APPLICABLE


class NoValue(Exception):
    """A division by zero, a root of a negative number, thresholds of a person in the wrong order."""


class Undecidable(Exception):
    """Sixty digits do not tell."""


def strict(*values: object) -> Absence | None:
    """What becomes of a sum of these: missing where one is, else not applicable where one is."""
    if MISSING in values:
        return MISSING
    return NOT_APPLICABLE if NOT_APPLICABLE in values else None


class Arithmetic:
    """Comparisons, roundings and powers; `rough` once an irrational number has come up."""

    def __init__(self) -> None:
        self.rough = False
        self.context = decimal.Context(prec=60, Emax=10**9, Emin=-(10**9))

    def sign(self, a: Fraction, b: Fraction) -> int:
        """-1, 0, 1 as a is below, at, above b."""
        gap = abs(a - b)
        if self.rough and gap and gap < NEAR * max(1, abs(a), abs(b)):
            raise Undecidable
        return (a > b) - (a < b)

    def stands(self, a: Fraction, relation: str, b: Fraction) -> bool:
        """Whether a stands in the relation to b."""
        order = self.sign(a, b)
        return {
            "at-least": order >= 0, "above": order > 0, "at-most": order <= 0, "below": order < 0, "equals": order == 0,
        }[relation]  # fmt: skip

    def least(self, a: Fraction, b: Fraction) -> Fraction:
        """The smaller one."""
        return a if self.sign(a, b) <= 0 else b

    def greatest(self, a: Fraction, b: Fraction) -> Fraction:
        """The larger one."""
        return a if self.sign(a, b) >= 0 else b

    def rounded(self, x: Fraction, unit: Fraction, mode: str) -> Fraction:
        """X as a multiple of unit, as the `decimal` module words its modes."""
        count = x / unit
        below = count.numerator // count.denominator
        part = count - below
        nearest = mode.startswith("half")
        edge = part - Fraction(1, 2) if nearest else min(part, 1 - part)
        if self.rough and edge and abs(edge) < NEAR * max(1, abs(count)):
            raise Undecidable
        if part == 0:
            return x
        outward, inward = (below + 1, below) if count > 0 else (below, below + 1)
        if nearest and part != Fraction(1, 2):
            chosen = below if part < Fraction(1, 2) else below + 1
        else:
            chosen = {
                "up": outward, "down": inward, "ceiling": below + 1, "floor": below,
                "half-up": outward, "half-down": inward, "half-even": below + below % 2,
                "05up": outward if abs(inward) % 10 in (0, 5) else inward,
            }[mode]  # fmt: skip
        return chosen * unit

    def power(self, x: Fraction, exponent: Fraction) -> Fraction:
        """X ** exponent."""
        if self.rough and x and abs(x) < NEAR:
            raise Undecidable
        if x == 0 and exponent < 0:
            raise NoValue
        if exponent.denominator == 1:
            return x ** int(exponent)
        if x < 0:
            raise NoValue
        if x == 0:
            return x
        top = self._root(x.numerator, exponent.denominator)
        bottom = self._root(x.denominator, exponent.denominator)
        if top is not None and bottom is not None:
            return Fraction(top, bottom) ** exponent.numerator
        with decimal.localcontext(self.context):
            return self._irrational((self._decimal(exponent) * self._decimal(x).ln()).exp())

    def logarithm(self, x: Fraction, base: Fraction | None) -> Fraction:
        """log(x) to the base, None for the natural one."""
        if self.rough and abs(x) < NEAR:
            raise Undecidable
        if x <= 0:
            raise NoValue
        if x == 1:
            return Fraction(0)
        with decimal.localcontext(self.context):
            value = self._decimal(x).ln()
            if base is None:
                return self._irrational(value)
            value /= self._decimal(base).ln()
        simple = Fraction(value).limit_denominator(60)
        if abs(simple) < 60 and x**simple.denominator == base**simple.numerator:
            return simple
        return self._irrational(value)

    def exponential(self, base: Fraction | None, x: Fraction) -> Fraction:
        """Base ** x, None for e."""
        if base is not None:
            return self.power(base, x)
        if x == 0:
            return Fraction(1)
        with decimal.localcontext(self.context):
            return self._irrational(self._decimal(x).exp())

    def _irrational(self, value: decimal.Decimal) -> Fraction:
        # ln(1 + 1e-300) is no zero: an irrational number that seems short is short of digits.
        if len(value.normalize().as_tuple().digits) < SHORT:
            raise Undecidable
        self.rough = True
        return Fraction(value)

    def _decimal(self, x: Fraction) -> decimal.Decimal:
        return self.context.divide(decimal.Decimal(x.numerator), decimal.Decimal(x.denominator))

    def _root(self, n: int, degree: int) -> int | None:
        with decimal.localcontext(decimal.Context(prec=n.bit_length() * 302 // 1000 + 22)):
            near = round((decimal.Decimal(n).ln() / degree).exp()) if n else 0
        return near if near**degree == n else None
