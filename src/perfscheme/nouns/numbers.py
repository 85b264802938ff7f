"""Numbers as people and hosts hand them in, made exact: 0.1 is one tenth."""

from __future__ import annotations

import math
import numbers
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, TypeAlias

from perfscheme.diagnostics import Diagnostic, SchemeError, figure
from perfscheme.formula.cuts import WHOLE

Numeric: TypeAlias = "Fraction | int | float | Decimal | str"

_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:([ ,'])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_RATIO = re.compile(r"[+-]?[0-9]+/[0-9]+")
_LONGEST = 400
_WIDEST = 10 ** (_LONGEST + 1)
_FINEST = 10 ** (3 * _LONGEST)
_WHOLE = float(WHOLE)


def parse(value: Any) -> Fraction | Diagnostic:
    """Read a number, or say why it is none.

    Args:
        value: `int`, `float` (the decimal that prints it), `Decimal`, `Fraction`, a NumPy scalar, or
            plain ASCII decimal text such as `"88.1"` or `"1e3"`.

    Returns:
        The exact number; else a diagnostic with an empty path (a bool, a complex, `"95%"`, `"1,5"`,
        blank text, an infinity, not-a-number).

    >>> parse(0.1)
    Fraction(1, 10)
    >>> parse("95%").code
    'PS102'
    """
    kind = type(value)
    if kind is float:
        return _from_float(value)
    if kind is int:
        return Fraction(value) if -_WIDEST < value < _WIDEST else _fault("PS104", value)
    if kind is Fraction:
        return _from_ratio(value, value.numerator, value.denominator)
    return _from_any(value)


def number(value: Numeric) -> Fraction:
    """The exact number that `value` stands for, in a scheme; text may also be a ratio, `"1/3"`.

    Raises:
        SchemeError: `value` is not a number (codes PS101 to PS105).

    >>> number("1/3") * 3
    Fraction(1, 1)
    """
    if isinstance(value, str) and len(value) <= _LONGEST and _RATIO.fullmatch(value):
        over, under = value.split("/")
        if int(under) != 0:
            return Fraction(int(over), int(under))
    found = parse(value)
    if isinstance(found, Diagnostic):
        raise SchemeError((found,))
    return found


def number_or_none(value: Numeric | None) -> Fraction | None:
    """`number`, where nothing may be written."""
    return None if value is None else number(value)


def level(value: Numeric) -> Fraction | str:
    """A number, or (text that is not one) the name of a threshold.

    >>> level("target"), level("90"), level(90)
    ('target', Fraction(90, 1), Fraction(90, 1))
    """
    if isinstance(value, str) and not _DECIMAL.fullmatch(value):
        return value
    return number(value)


def level_or_none(value: Numeric | None) -> Fraction | str | None:
    """`level`, where nothing may be written."""
    return None if value is None else level(value)


def is_missing(value: object) -> bool:
    """Whether `value` says that nothing is there: `None`, a NaN, or a frame library's NA.

    >>> is_missing(float("nan")), is_missing(0)
    (True, False)
    """
    if value is None:
        return True
    if type(value).__name__ in ("NAType", "MaskedConstant"):
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError, ArithmeticError):
        return False  # a signalling NaN among them: whoever made it wants it to be noticed


def shown(value: object) -> str:
    """A host's value as a message quotes it: short, with the quotes of a text.

    >>> shown("95%"), shown(Fraction(1, 2))
    ("'95%'", '0.5')
    """
    try:
        text = figure(value) if isinstance(value, Fraction) else repr(value)
    except Exception:  # noqa: BLE001 - a host's own repr may fail, the message must not
        text = type(value).__name__
    return text if len(text) <= 60 else text[:57] + "..."


def _from_float(value: float) -> Fraction | Diagnostic:
    if -_WHOLE < value < _WHOLE and value.is_integer():
        return Fraction(int(value))
    if math.isfinite(value):
        return Fraction(Decimal(float.__repr__(value)))
    return _fault("PS104", value)


def _from_any(value: object) -> Fraction | Diagnostic:
    if isinstance(value, bool) or type(value).__name__ in ("bool", "bool_"):
        return _fault("PS105", value)
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, float):
        return _from_float(value)
    if isinstance(value, Decimal):
        return _from_decimal(value)
    # NumPy counts its timedelta64 among the integers
    if type(value).__name__ == "timedelta64":
        return _fault("PS101", value, {"type": "timedelta64"})
    if isinstance(value, numbers.Rational):
        return _from_ratio(value, int(value.numerator), int(value.denominator))
    if isinstance(value, numbers.Real):
        # a NumPy float of another width: its own text is the shortest decimal of that width
        if not math.isfinite(value):
            return _fault("PS104", value)
        return _from_decimal(Decimal(str(value)))
    return _fault("PS101", value, {"type": type(value).__name__})


def _from_text(value: str) -> Fraction | Diagnostic:
    if not value.strip():
        return _fault("PS103", value)
    if len(value) > _LONGEST or not _DECIMAL.fullmatch(value):
        if value.strip().lstrip("+-").lower() in ("inf", "infinity"):
            return _fault("PS104", value)
        return _fault("PS102", value, {"instead": _instead(value)})
    try:
        return _from_decimal(Decimal(value))
    except InvalidOperation:  # an exponent of twenty digits
        return _fault("PS104", value)


def _from_ratio(value: object, over: int, under: int) -> Fraction | Diagnostic:
    if abs(over) >= _WIDEST * under or under > _FINEST:
        return _fault("PS104", value)
    return value if type(value) is Fraction else Fraction(over, under)


def _from_decimal(value: Decimal) -> Fraction | Diagnostic:
    if not value.is_finite():
        return _fault("PS104", value)
    if value and abs(value.adjusted()) > _LONGEST:
        return _fault("PS104", value)
    return _from_ratio(value, *value.as_integer_ratio())


def _instead(text: str) -> str:
    """The plain decimal that the writer most likely meant, or an example."""
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("%").strip()
    if _THOUSANDS.fullmatch(plain):
        return re.sub("[ ,']", "", plain)
    for candidate in (plain, plain.replace("_", ""), plain.replace(",", ".")):
        if _DECIMAL.fullmatch(candidate):
            return candidate
    return "12.5"


def _fault(code: str, value: object, more: Mapping[str, str] | None = None) -> Diagnostic:
    return Diagnostic(code, (), {"found": shown(value), **(more or {})})
