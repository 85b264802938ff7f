"""Formula: points by a restricted expression, for what no other curve says."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, nearest
from perfscheme.formula.build import needing
from perfscheme.formula.nodes import (
    Absent,
    All,
    Any,
    Compare,
    Condition,
    Const,
    Exp,
    Formula,
    If,
    Input,
    Log,
    Not,
    Power,
    Relation,
    Round,
    State,
    greatest,
    least,
    linear,
    power,
    product,
    quotient,
)
from perfscheme.nouns.expressions import Call, Comparison, Figure, Logic, Name, Operation, Tree, parse
from perfscheme.nouns.setting import Setting

_OWN = ("x", "value")
_HIGHEST_DEGREE = 64
_MOST_PLACES = 15
_RELATIONS: dict[str, Relation] = {
    "<": "below", "<=": "at-most", ">": "above", ">=": "at-least", "==": "equals",
}  # fmt: skip


@attrs.frozen
class Expression:
    """Points by a formula of one's own: arithmetic, comparisons, `and or not` and a few functions.

    Args:
        formula: the text. `x` (or `value`) is the indicator's value; other names are its thresholds, and declared
            number inputs in their own units. Functions: min, max, abs, round(x, places), floor, ceil, sqrt, ln,
            log10, exp, if(condition, then, else). Points are absent where the value, or a
            name that a condition depends on, is. A name may hold hyphens: write `a - b` with spaces.

    Raises:
        SchemeError: the text is not a formula; the fact `column` says where.

    >>> from perfscheme.formula.exact import Evaluation
    >>> curve = Expression("if(x >= target, 100, min(100 * x / target, 90))")
    >>> points = curve.formula(Input("rate"), Setting({}, [], thresholds={"target": Const(Fraction(80))}))
    >>> [str(Evaluation({"rate": Fraction(rate)})(points)) for rate in (80, 76, 40)]
    ['100', '90', '50']
    """

    kind: ClassVar[str] = "formula"

    formula_: str

    def __attrs_post_init__(self) -> None:
        tree = parse(self.formula_)
        problem = tree if isinstance(tree, Diagnostic) else _degree_problem(tree)
        if problem is not None:
            raise SchemeError(problem.within("formula"))

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        tree = parse(self.formula_)
        if isinstance(tree, Diagnostic):
            raise SchemeError(tree.within("formula"))
        return _Statement(x, setting).number(tree)


class _Statement:
    """One pass over a tree; unknown names are reported and answered with a stand-in."""

    def __init__(self, x: Formula, setting: Setting) -> None:
        self.x = x
        self.setting = setting
        self.found: dict[str, Formula] = {}

    def number(self, tree: Tree) -> Formula:
        match tree:
            case Figure(value=value):
                return Const(value)
            case Name():
                return self.name(tree)
            case Operation():
                return self.operation(tree)
            case Call(function="if", arguments=(condition, then, other)):
                return self.choice(condition, then, other)
            case Call():
                return self.call(tree)
        raise TypeError(f"{tree!r} is a condition")

    def name(self, tree: Name) -> Formula:
        if tree.name not in self.found:
            self.found[tree.name] = self.resolved(tree)
        return self.found[tree.name]

    def resolved(self, tree: Name) -> Formula:
        name, setting = tree.name, self.setting
        meanings = [self.x] if name in _OWN else []
        if name in setting.thresholds:
            meanings.append(setting.thresholds[name])
        if isinstance(node := setting.nodes.get(name), Input):
            meanings.append(node)
        if len(meanings) == 1:
            return meanings[0]
        if meanings:
            setting.report("PS170", "formula", name=name, column=tree.column)
            return meanings[0]
        known = (*_OWN, *setting.thresholds, *(key for key, node in setting.nodes.items() if isinstance(node, Input)))
        near = name.replace("-", " - ") if "-" in name and name.split("-")[0] in known else nearest(name, known)
        setting.report("PS163", "formula", name=name, column=tree.column, known=known, nearest=near)
        return Absent(State.MISSING)

    def operation(self, tree: Operation) -> Formula:
        left, right = self.number(tree.left), self.number(tree.right)
        match tree.sign:
            case "+":
                return linear((1, left), (1, right))
            case "-":
                return linear((1, left), (-1, right))
            case "*":
                return product(left, right)
            case "/":
                return quotient(left, right)
        if isinstance(right, Const):
            return power(left, right.value)
        if isinstance(left, Const) and left.value > 0:
            return Exp(right, left.value)
        self.setting.report("PS167", "formula", column=tree.column)
        return Absent(State.MISSING)

    def call(self, tree: Call) -> Formula:
        arguments = [self.number(argument) for argument in tree.arguments]
        first = arguments[0]
        match tree.function:
            case "min":
                return least(*arguments)
            case "max":
                return greatest(*arguments)
            case "abs":
                return greatest(first, -first)
            case "floor":
                return Round(first, Fraction(1), "floor")
            case "ceil":
                return Round(first, Fraction(1), "ceiling")
            case "round":
                return self.rounded(arguments, tree)
            case "sqrt":
                return Power(first, Fraction(1, 2))
            case "ln":
                return Log(first)
            case "log10":
                return Log(first, Fraction(10))
            case "exp":
                return Exp(first)
        raise TypeError(f"no function {tree.function}")

    def rounded(self, arguments: list[Formula], tree: Call) -> Formula:
        places = arguments[1] if len(arguments) == 2 else Const(Fraction(0))
        if not isinstance(places, Const) or places.value.denominator != 1 or abs(places.value) > _MOST_PLACES:
            self.setting.report("PS171", "formula", column=tree.column, most=_MOST_PLACES)
            return Absent(State.MISSING)
        return Round(arguments[0], Fraction(10) ** -int(places.value), "half-up")

    def choice(self, condition: Tree, then: Tree, other: Tree) -> Formula:
        result = If(self.condition(condition), self.number(then), self.number(other))
        # A comparison with something absent is false; the points are absent instead.
        needed = {name.name: self.name(name) for name in _names(condition)}
        parts = [node for node in needed.values() if not isinstance(node, Const)]
        return needing(result, *parts) if parts else result

    def condition(self, tree: Tree) -> Condition:
        match tree:
            case Comparison(sign="!="):
                return Not(Compare(self.number(tree.left), "equals", self.number(tree.right)))
            case Comparison():
                return Compare(self.number(tree.left), _RELATIONS[tree.sign], self.number(tree.right))
            case Logic(word="not", conditions=(inner,)):
                return Not(self.condition(inner))
            case Logic(word=word, conditions=conditions):
                parts = tuple(self.condition(part) for part in conditions)
                return All(parts) if word == "and" else Any(parts)
        raise TypeError(f"{tree!r} is a number")


def _parts(tree: Tree) -> tuple[Tree, ...]:
    match tree:
        case Operation() | Comparison():
            return (tree.left, tree.right)
        case Call(arguments=parts) | Logic(conditions=parts):
            return parts
    return ()


def _names(tree: Tree) -> Iterator[Name]:
    if isinstance(tree, Name):
        yield tree
    for part in _parts(tree):
        yield from _names(part)


def _degree_problem(tree: Tree) -> Diagnostic | None:
    """Powers of powers are refused before they are worked out: their figures would fill any memory."""
    worst: list[int] = []

    def degree(tree: Tree) -> Fraction:
        match tree:
            case Operation(sign="^", left=left, right=right):
                exponent = _constant(right)
                found = degree(left) * max(Fraction(1), abs(exponent)) if exponent is not None else degree(right) + 1
                if found > _HIGHEST_DEGREE or (exponent is not None and exponent.denominator > 10**6):
                    worst.append(tree.column)
                    return Fraction(1)
                return found
            case Operation(sign="*" | "/", left=left, right=right):
                return degree(left) + degree(right)
            case _:
                return max((degree(part) for part in _parts(tree)), default=Fraction(1))

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

