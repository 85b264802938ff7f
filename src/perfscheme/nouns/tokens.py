"""Tokens: the words and signs of a written formula, and what to write instead of those that are none."""

from __future__ import annotations

import re

import attrs

from perfscheme.diagnostics import Diagnostic

LONGEST, MOST_TOKENS, DEEPEST = 1000, 300, 24

RELATIONS = ("<=", ">=", "==", "!=", "<", ">")
WORDS = ("and", "or", "not")

_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
    r"|(?P<name>[^\W\d]\w*(?:-\w+)*)"
    r"|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|(?P<sign><=|>=|==|!=|[-+*/^(),<>])"
)
_INSTEAD = {
    "=": "==", "%": "/ 100", "≥": ">=", "≤": "<=", "≠": "!=", "×": "*", "·": "*", "÷": "/", "−": "-", "–": "-",
    "（": "(", "）": ")", "，": ",", "、": ",", "＋": "+", "－": "-", "＊": "*", "／": "/", "＜": "<", "＞": ">",
    "&": "and", "|": "or", "!": "not", "“": "'", "”": "'", "‘": "'", "’": "'", "「": "'", "」": "'",
    "[": "(", "]": ")", "{": "(", "}": ")", "?": "if(x >= 80, 100, 60)", ";": ",",
}  # fmt: skip


@attrs.frozen
class Token:
    """A word, a sign, a number, a text in quotes, or the end; and the column (from 1) where it stands."""

    kind: str
    text: str
    column: int


class Wrong(Exception):
    """What is wrong with a formula, with an empty path."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.diagnostic = Diagnostic(code, (), facts)


def too_long() -> Wrong:
    """The formula is longer or deeper than any that can be reviewed."""
    return Wrong("PS166", longest=LONGEST, tokens=MOST_TOKENS, deepest=DEEPEST)


def tokens(text: str) -> list[Token]:
    """Read the tokens of a formula; the last one is the end.

    Raises:
        Wrong: a sign that is none, a text without an end, too many tokens.

    >>> [token.text for token in tokens("role == 'senior'")]
    ['role', '==', 'senior', '']
    """
    if len(text) > LONGEST:
        raise too_long()
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _TOKEN.match(text, at)
        if match is None:
            if text[at] in "'\"":
                raise Wrong("PS178", column=at + 1)
            raise Wrong("PS161", found=text[at], column=at + 1, instead=_INSTEAD.get(text[at], "+ - * / ^ ( )"))
        kind, word = str(match.lastgroup), match.group()
        if kind == "text":
            word = word[1:-1]
        elif word in WORDS:
            kind = "word"
        found.append(Token(kind, word, at + 1))
        at = match.end()
    if len(found) > MOST_TOKENS:
        raise too_long()
    return [*found, Token("end", "", len(text) + 1)]
