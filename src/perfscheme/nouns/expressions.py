"""Expressions: the parser of the restricted formula that a scheme may write; Python evaluates none of it.

Arithmetic `+ - * / ^`, comparisons `< <= > >= == !=`, `and or not`, and the functions of `FUNCTIONS`. A name may hold
hyphens (`target-rate`), so a minus between names stands between spaces. A text in quotes is compared with a label, and
a flag stands for a condition by itself: `if(on-leave or role == 'trainee', 60, x)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, nearest
from perfscheme.nouns.tokens import DEEPEST, RELATIONS, Token, Wrong, tokens, too_long

FUNCTIONS: dict[str, tuple[int, int]] = {
    "min": (2, 50),
    "max": (2, 50),
    "abs": (1, 1),
    "round": (1, 2),
    "floor": (1, 1),
    "ceil": (1, 1),
    "sqrt": (1, 1),
    "ln": (1, 1),
    "log10": (1, 1),
    "exp": (1, 1),
    "if": (3, 3),
}
"""The functions, with the least and the most arguments of each."""


@attrs.frozen
class Figure:
    """A number as written."""

    value: Fraction


@attrs.frozen
class Name:
    """A name, and the column (from 1) where it stands."""

    name: str
    column: int


@attrs.frozen
class Quoted:
    """A text in quotes: a label."""

    text: str
    column: int


@attrs.frozen
class Operation:
    """Arithmetic: `+ - * / ^` on two numbers."""

    sign: str
    left: Tree
    right: Tree
    column: int


@attrs.frozen
class Call:
    """A function of `FUNCTIONS`; the first argument of `if` is a condition."""

    function: str
    arguments: tuple[Tree, ...]
    column: int


@attrs.frozen
class Comparison:
    """A condition on two numbers, or (`==` and `!=`) on a name and a label in quotes."""

    sign: str
    left: Tree
    right: Tree


@attrs.frozen
class Logic:
    """`and`, `or`, `not` of conditions; a name among them is a flag."""

    word: Literal["and", "or", "not"]
    conditions: tuple[Tree, ...]


Tree: TypeAlias = Figure | Name | Quoted | Operation | Call | Comparison | Logic


def parts(tree: Tree) -> tuple[Tree, ...]:
    """What a tree is made of, one level down."""
    match tree:
        case Operation() | Comparison():
            return (tree.left, tree.right)
        case Call(arguments=parts) | Logic(conditions=parts):
            return parts
    return ()


def names(tree: Tree) -> Iterator[Name]:
    """The names in a tree, in order."""
    if isinstance(tree, Name):
        yield tree
    for part in parts(tree):
        yield from names(part)


def parse(text: str) -> Tree | Diagnostic:
    """Read a formula.

    Returns:
        The tree of a number; else what is wrong, with the fact `column` (from 1) and an empty path
        (codes PS161 to PS166, PS168, PS169, PS176 to PS178).

    >>> parse("2 * (x").facts["column"]
    7
    """
    try:
        return _Parser(text).whole()
    except Wrong as wrong:
        return wrong.diagnostic


class _Parser:
    """Recursive descent; a method for each level of precedence, the loosest first."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.at = 0
        self.depth = 0

    def whole(self) -> Tree:
        if self.token.kind == "end":
            raise self.unexpected("x")
        tree = self.number(self.either)
        if self.token.kind != "end":
            raise self.unexpected("+ - * / ^")
        return tree

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self, *texts: str) -> Token | None:
        """The next token if it is one of these signs or words."""
        token = self.token
        if token.kind in ("sign", "word") and token.text in texts:
            self.at += 1
            return token
        return None

    def need(self, text: str) -> None:
        if self.take(text) is None:
            raise self.unexpected(text)

    def unexpected(self, expected: str) -> Wrong:
        if self.token.kind == "end":
            return Wrong("PS176", expected=expected, column=self.token.column)
        return Wrong("PS162", found=self.token.text, expected=expected, column=self.token.column)

    def number(self, level: Callable[[], Tree]) -> Tree:
        column = self.token.column
        return self.numeric(level(), column)

    def numeric(self, tree: Tree, column: int) -> Tree:
        """The tree, which must be a number."""
        if isinstance(tree, Comparison | Logic):
            raise Wrong("PS168", column=column)
        if isinstance(tree, Quoted):
            raise Wrong("PS177", found=tree.text, column=tree.column)
        return tree

    def condition(self, level: Callable[[], Tree]) -> Tree:
        column = self.token.column
        return self.logical(level(), column)

    def logical(self, tree: Tree, column: int) -> Tree:
        """The tree, which must be true or false; whether a name is a flag shows only where it is known."""
        if isinstance(tree, Quoted):
            raise Wrong("PS177", found=tree.text, column=tree.column)
        if not isinstance(tree, Comparison | Logic | Name):
            raise Wrong("PS169", column=column)
        return tree

    def either(self) -> Tree:
        return self.logic("or", lambda: self.logic("and", self.negation))

    def logic(self, word: Literal["and", "or"], level: Callable[[], Tree]) -> Tree:
        column = self.token.column
        first = level()
        if self.token.kind != "word" or self.token.text != word:
            return first
        parts = [self.logical(first, column)]
        while self.take(word):
            parts.append(self.condition(level))
        return Logic(word, tuple(parts))

    def negation(self) -> Tree:
        if self.take("not"):
            return Logic("not", (self.deeper(lambda: self.condition(self.negation)),))
        return self.comparison()

    def comparison(self) -> Tree:
        column = self.token.column
        left = self.sum()
        sign = self.take(*RELATIONS)
        if sign is None:
            return left
        place = self.token.column
        right = self.sum()
        if self.token.kind == "sign" and self.token.text in RELATIONS:
            raise self.unexpected("and")
        if not (isinstance(right, Quoted) and isinstance(left, Name)):
            right = self.numeric(right, place)
        if not (isinstance(left, Quoted) and isinstance(right, Name)):
            left = self.numeric(left, column)
        return Comparison(sign.text, left, right)

    def sum(self) -> Tree:
        return self.chain(("+", "-"), lambda: self.chain(("*", "/"), self.sign))

    def chain(self, signs: tuple[str, ...], level: Callable[[], Tree]) -> Tree:
        column = self.token.column
        left = level()
        while sign := self.take(*signs):
            left = Operation(sign.text, self.numeric(left, column), self.number(level), sign.column)
        return left

    def sign(self) -> Tree:
        if sign := self.take("-", "+"):
            inner = self.deeper(lambda: self.number(self.sign))
            return inner if sign.text == "+" else Operation("-", Figure(Fraction(0)), inner, sign.column)
        return self.power()

    def power(self) -> Tree:
        column = self.token.column
        base = self.atom()
        sign = self.take("^")
        if sign is None:
            return base
        return Operation("^", self.numeric(base, column), self.deeper(lambda: self.number(self.sign)), sign.column)

    def atom(self) -> Tree:
        token = self.token
        if token.kind == "number":
            self.at += 1
            return Figure(Fraction(token.text))
        if token.kind == "name":
            self.at += 1
            return self.call(token) if self.token.text == "(" else Name(token.text, token.column)
        if token.kind == "text":
            self.at += 1
            return Quoted(token.text, token.column)
        if self.take("("):
            inner = self.deeper(self.either)
            self.need(")")
            return inner
        raise self.unexpected("x")

    def call(self, name: Token) -> Tree:
        if name.text not in FUNCTIONS:
            near = nearest(name.text, FUNCTIONS)
            raise Wrong("PS164", name=name.text, column=name.column, known=tuple(FUNCTIONS), nearest=near)
        self.need("(")
        arguments: list[Tree] = []
        if self.token.text != ")":
            arguments.append(self.deeper(lambda: self.argument(name.text, 0)))
            while self.take(","):
                place = len(arguments)
                arguments.append(self.deeper(lambda place=place: self.argument(name.text, place)))  # type: ignore[misc]
        self.need(")")
        least, most = FUNCTIONS[name.text]
        if not least <= len(arguments) <= most:
            wanted = str(least) if least == most else f"{least}–{most}"
            raise Wrong("PS165", column=name.column, name=name.text, found=len(arguments), wanted=wanted)
        return Call(name.text, tuple(arguments), name.column)

    def argument(self, function: str, place: int) -> Tree:
        wants_condition = function == "if" and place == 0
        return self.condition(self.either) if wants_condition else self.number(self.either)

    def deeper(self, level: Callable[[], Tree]) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            raise too_long()
        tree = level()
        self.depth -= 1
        return tree
