"""Expressions: the parser of the restricted formula that a scheme may write; Python evaluates none of it.

Arithmetic `+ - * / ^`, comparisons `< <= > >= == !=`, `and or not`, and the functions of `FUNCTIONS`. A name may hold
hyphens (`target-rate`), so a minus between names stands between spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, nearest

LONGEST, MOST_TOKENS, DEEPEST = 1000, 300, 24

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

_RELATIONS = ("<=", ">=", "==", "!=", "<", ">")
_WORDS = ("and", "or", "not")
_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
    r"|(?P<name>[^\W\d]\w*(?:-\w+)*)"
    r"|(?P<sign><=|>=|==|!=|[-+*/^(),<>])"
)
_INSTEAD = {
    "=": "==", "%": "/ 100", "≥": ">=", "≤": "<=", "≠": "!=", "×": "*", "·": "*", "÷": "/", "−": "-", "–": "-",
    "（": "(", "）": ")", "，": ",", "、": ",", "＋": "+", "－": "-", "＊": "*", "／": "/", "＜": "<", "＞": ">",
    "&": "and", "|": "or", "!": "not", "[": "(", "]": ")", "{": "(", "}": ")",
}  # fmt: skip


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
    """A condition on two numbers."""

    sign: str
    left: Tree
    right: Tree


@attrs.frozen
class Logic:
    """`and`, `or`, `not` of conditions."""

    word: Literal["and", "or", "not"]
    conditions: tuple[Tree, ...]


Tree: TypeAlias = Figure | Name | Operation | Call | Comparison | Logic


def parse(text: str) -> Tree | Diagnostic:
    """Read a formula.

    Returns:
        The tree of a number; else what is wrong, with the fact `column` (from 1) and an empty path
        (codes PS161 to PS166, PS168, PS169, PS176).

    >>> parse("2 * (x").facts["column"]
    7
    """
    if len(text) > LONGEST:
        return Diagnostic("PS166", (), {"longest": LONGEST, "tokens": MOST_TOKENS, "deepest": DEEPEST})
    try:
        return _Parser(text).whole()
    except _Wrong as wrong:
        return wrong.diagnostic


@attrs.frozen
class _Token:
    kind: str
    text: str
    column: int


class _Wrong(Exception):  # noqa: N818 - carries a diagnostic to `parse`, never further
    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.diagnostic = Diagnostic(code, (), facts)


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _TOKEN.match(text, at)
        if match is None:
            raise _Wrong("PS161", found=text[at], column=at + 1, instead=_INSTEAD.get(text[at], "+ - * / ^ ( )"))
        kind = str(match.lastgroup)
        if match.group() in _WORDS:
            kind = "word"
        found.append(_Token(kind, match.group(), at + 1))
        at = match.end()
    if len(found) > MOST_TOKENS:
        raise _Wrong("PS166", longest=LONGEST, tokens=MOST_TOKENS, deepest=DEEPEST)
    return [*found, _Token("end", "", len(text) + 1)]


class _Parser:
    """Recursive descent; a method for each level of precedence, the loosest first."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
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
    def token(self) -> _Token:
        return self.tokens[self.at]

    def take(self, *texts: str) -> _Token | None:
        """The next token if it is one of these signs or words."""
        token = self.token
        if token.kind in ("sign", "word") and token.text in texts:
            self.at += 1
            return token
        return None

    def need(self, text: str) -> None:
        if self.take(text) is None:
            raise self.unexpected(text)

    def unexpected(self, expected: str) -> _Wrong:
        if self.token.kind == "end":
            return _Wrong("PS176", expected=expected, column=self.token.column)
        return _Wrong("PS162", found=self.token.text, expected=expected, column=self.token.column)

    def number(self, level: Callable[[], Tree]) -> Tree:
        column = self.token.column
        tree = level()
        if isinstance(tree, Comparison | Logic):
            raise _Wrong("PS168", column=column)
        return tree

    def condition(self, level: Callable[[], Tree]) -> Tree:
        column = self.token.column
        tree = level()
        if not isinstance(tree, Comparison | Logic):
            raise _Wrong("PS169", column=column)
        return tree

    def either(self) -> Tree:
        return self.logic("or", lambda: self.logic("and", self.negation))

    def logic(self, word: Literal["and", "or"], level: Callable[[], Tree]) -> Tree:
        column = self.token.column
        first = level()
        if self.token.kind != "word" or self.token.text != word:
            return first
        if not isinstance(first, Comparison | Logic):
            raise _Wrong("PS169", column=column)
        parts: list[Tree] = [first]
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
        sign = self.take(*_RELATIONS)
        if sign is None:
            return left
        if isinstance(left, Comparison | Logic):
            raise _Wrong("PS168", column=column)
        right = self.number(self.sum)
        if self.token.text in _RELATIONS:
            raise self.unexpected("and")
        return Comparison(sign.text, left, right)

    def sum(self) -> Tree:
        return self.chain(("+", "-"), lambda: self.chain(("*", "/"), self.sign))

    def chain(self, signs: tuple[str, ...], level: Callable[[], Tree]) -> Tree:
        column = self.token.column
        left = level()
        while sign := self.take(*signs):
            if isinstance(left, Comparison | Logic):
                raise _Wrong("PS168", column=column)
            left = Operation(sign.text, left, self.number(level), sign.column)
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
        if isinstance(base, Comparison | Logic):
            raise _Wrong("PS168", column=column)
        return Operation("^", base, self.deeper(lambda: self.number(self.sign)), sign.column)

    def atom(self) -> Tree:
        token = self.token
        if token.kind == "number":
            self.at += 1
            return Figure(Fraction(token.text))
        if token.kind == "name":
            self.at += 1
            return self.call(token) if self.token.text == "(" else Name(token.text, token.column)
        if self.take("("):
            inner = self.deeper(self.either)
            self.need(")")
            return inner
        raise self.unexpected("x")

    def call(self, name: _Token) -> Tree:
        if name.text not in FUNCTIONS:
            near = nearest(name.text, FUNCTIONS)
            raise _Wrong("PS164", name=name.text, column=name.column, known=tuple(FUNCTIONS), nearest=near)
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
            facts = {"name": name.text, "found": len(arguments), "least": least, "most": most}
            raise _Wrong("PS165", column=name.column, **facts)
        return Call(name.text, tuple(arguments), name.column)

    def argument(self, function: str, place: int) -> Tree:
        wants_condition = function == "if" and place == 0
        return self.condition(self.either) if wants_condition else self.number(self.either)

    def deeper(self, level: Callable[[], Tree]) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _Wrong("PS166", longest=LONGEST, tokens=MOST_TOKENS, deepest=DEEPEST)
        tree = level()
        self.depth -= 1
        return tree
