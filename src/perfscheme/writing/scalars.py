"""Scalars as they are written: plain where every YAML reader sees the same text, else quoted or in a block."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from perfscheme.diagnostics.figures import figure, terminating
from perfscheme.diagnostics.widths import columns
from perfscheme.reading.characters import BULLETS
from perfscheme.reading.nodes import Node
from perfscheme.reading.numbers import LONGEST, Slip, number
from perfscheme.reading.slips import QUOTED

WIDTH: Final = 120

# What YAML 1.1 or 1.2 takes for something else than text, in any mixture of cases.
_WORDS: Final = frozenset({"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "="})
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`" + BULLETS)  # what the reader takes for dashes of a list, too
_BRACKETS: Final = frozenset(",[]{}?")  # PyYAML's own parser ends text in brackets at a question mark, too
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def figure_text(value: Fraction) -> str | None:
    """A number as the reader takes it, without loss: in decimals where these end, else as a ratio; None: too long."""
    places = terminating(value)
    ratio = f"{value.numerator}/{value.denominator}"
    if places is None:
        return ratio if len(ratio) <= LONGEST else None
    plain = figure(value) if places <= LONGEST else ratio
    return next((text for text in (plain, ratio) if len(text) <= LONGEST), None)


def one_line(node: Node, *, strict: bool) -> str:
    """A scalar on one line.

    Args:
        node: the scalar; what it says plainly is left plain, as it may be no text but a number, a flag or nothing.
        strict: it is a key, or stands in brackets, where commas and brackets end it.
    """
    text = node.text
    if node.plain and not (strict and _BRACKETS & set(text)):
        return text
    if not node.plain and _means_something_else(text):
        return quoted(text)
    return text if _plain(text, strict=strict) else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes; in single ones where these need no escapes and double ones would."""
    if ('"' in text or "\\" in text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def block(node: Node, indent: int, taken: int) -> list[str] | None:
    """A text in a block of its own: its head (`|-`, `>-`) and its lines; None where it stands better on one line.

    Args:
        node: the scalar.
        indent: of the lines.
        taken: columns of the line that it would stand on otherwise.
    """
    text = node.text
    if "\n" in text:
        return _literal(text, indent)
    if node.plain and _means_something_else(text):
        return None
    if taken + columns(one_line(node, strict=False)) <= WIDTH or not _foldable(text):
        return None
    lines = _folded(text, WIDTH - indent)
    return [">-", *(" " * indent + line for line in lines)] if len(lines) > 1 else None


def _means_something_else(text: str) -> bool:
    if text.casefold() in _WORDS or _DATE.match(text):
        return True
    found = number(text)
    return not isinstance(found, Slip) or found.certain or found.code == "PS044"


def _plain(text: str, *, strict: bool) -> bool:
    return (
        text.isprintable()
        and text == text.strip()
        and text[0] not in _INDICATORS
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not QUOTED.fullmatch(text)
        and text not in ("---", "...")
        and not text.startswith(("... ", "--- "))
        and not (strict and (_BRACKETS & set(text) or ":" in text))
    )


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign.isprintable() or sign == " ":
        return sign
    point = ord(sign)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _literal(text: str, indent: int) -> list[str] | None:
    lines = text.split("\n")
    tail = "-" if lines[-1] else ""
    body = lines if lines[-1] else lines[:-1]
    # What cannot be seen is written with escapes: spaces at an end, a second line break at the end of all.
    if not body or not body[-1] or not body[0] or body[0][0] == " ":
        return None
    if any(not line.isprintable() or line != line.rstrip() for line in body):
        return None
    return ["|" + tail, *(" " * indent + line if line else "" for line in body)]


def _foldable(text: str) -> bool:
    return (
        text.isprintable()
        and text == text.strip()
        and "  " not in text
        and not any(sign.isspace() and sign != " " for sign in text)
    )


def _folded(text: str, room: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and columns(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
