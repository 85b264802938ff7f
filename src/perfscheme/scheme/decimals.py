"""Exact values as the decimals that results show."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact
from fractions import Fraction

from perfscheme.diagnostics.figures import terminating
from perfscheme.formula.reals import Exact, Real

DIGITS = 28
"""Significant digits of a value that no finite decimal is; the exact value stays in the card."""

# Contexts of our own: a host may have set another precision for its thread.
_CONTEXT = Context(prec=DIGITS)
EXACT = Context(prec=1_000_000, traps=[Inexact])


def decimal_of(x: Exact) -> Decimal:
    """The value as a decimal: exactly where it is one, else to 28 significant digits, half-even."""
    if isinstance(x, Real):
        x = _near(x)
    elif (places := terminating(x)) is not None:
        return EXACT.scaleb(Decimal(x.numerator * 10**places // x.denominator), -places)
    return _CONTEXT.divide(Decimal(x.numerator), Decimal(x.denominator))


def _near(x: Real) -> Fraction:
    """A rational with all the digits that are shown; 0 where the number cannot be told from it."""
    for bits in (128, 256, 512, 1024):
        low, high = x.enclose(bits)
        if (high - low) * 10 ** (DIGITS + 2) <= abs(low + high):
            return (low + high) / 2
    return Fraction(0)


def plain(x: Decimal) -> str:
    """A decimal in digits, without an exponent."""
    return format(x, "f")
