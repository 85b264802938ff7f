"""Degrees: how high the powers in a formula go; too high ones are refused before they are worked out."""

from __future__ import annotations

import math
from fractions import Fraction

from perfscheme.diagnostics import Diagnostic
from perfscheme.nouns.expressions import Call, Figure, Operation, Tree, names, parts

_HIGHEST_DEGREE = 64


def degree_problem(tree: Tree) -> Diagnostic | None:
    """Powers of powers are refused before they are worked out: their figures would fill any memory."""
    worst: list[int] = []

    def degree(tree: Tree) -> Fraction:
        match tree:
            case Operation(sign="^", left=left, right=right):
                exponent = _constant(right)
                if exponent is None and not any(names(right)) and _size(right) > _HIGHEST_DEGREE:
                    worst.append(tree.column)
                    return Fraction(1)
                found = degree(left) * max(Fraction(1), abs(exponent)) if exponent is not None else degree(right) + 1
                if found > _HIGHEST_DEGREE or (exponent is not None and exponent.denominator > 10**6):
                    worst.append(tree.column)
                    return Fraction(1)
                return found
            case Operation(sign="*" | "/", left=left, right=right):
                return degree(left) + degree(right)
            case _:
                return max((degree(part) for part in parts(tree)), default=Fraction(1))

    degree(tree)
    return Diagnostic("PS172", (), {"column": worst[0], "most": _HIGHEST_DEGREE}) if worst else None


def _constant(tree: Tree) -> Fraction | None:
    """The number that an exponent is, where it is written in figures alone."""
    match tree:
        case Figure(value=value):
            return value
        case Operation(sign=sign, left=left, right=right):
            a, b = _constant(left), _constant(right)
            if a is None or b is None or sign == "^" or (sign == "/" and b == 0):
                return None
            return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[sign]()
    return None


def _size(tree: Tree) -> float:
    """What the absolute value of an exponent without names does not pass; infinite where that is not plain."""
    try:
        match tree:
            case Figure(value=value):
                return float(value)
            case Operation(sign="^", left=left, right=right):
                return float(max(_size(left), 1.0) ** _size(right))
            case Operation(sign="*", left=left, right=right):
                return _size(left) * _size(right)
            case Operation(sign="/", left=left, right=right) if divisor := _constant(right):
                return _size(left) / float(abs(divisor))
            case Operation(sign="+" | "-", left=left, right=right):
                return _size(left) + _size(right)
            case Call(function="sqrt" | "ln" | "log10" | "abs" | "min" | "max" | "round" | "floor" | "ceil"):
                return max(map(_size, parts(tree))) + 1
    except OverflowError:
        pass
    return math.inf
