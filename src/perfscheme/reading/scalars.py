"""Scalars: one word, number or flag of a file, as the value that its field asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from perfscheme.diagnostics.language import text_of
from perfscheme.diagnostics.nearest import nearest
from perfscheme.reading import words
from perfscheme.reading.nodes import Node
from perfscheme.reading.numbers import Slip, number, whole
from perfscheme.reading.samples import sample
from perfscheme.reading.shapes import Basic, Choice, Shape, Value, members

# Reports a code with its facts, and returns what is `meant` where that is plain, else the mark of a value that could
# not be read.
Report = Callable[..., Any]
FLAGS: Final = ("true", "false")


def basic(node: Node, wanted: Basic, report: Report) -> Any:
    """A scalar as a number, whole number, flag, words or text."""
    expected = words.BASICS[wanted]
    if node.kind != "scalar":
        return report("PS032", expected=expected, found=words.found(node), instead=sample(Value(wanted)))
    if node.null:
        return report("PS037", expected=expected)
    match wanted:
        case "number":
            read = number(node.text)
            return _slip(read, report) if isinstance(read, Slip) else read
        case "whole":
            return _whole(node, report)
        case "flag":
            return _flag(node, report)
        case "words":
            return node.text
        case "text":
            return text_of(node.text)


def choice(node: Node, wanted: Choice, report: Report) -> Any:
    """A scalar as one of the words that are allowed."""
    if node.kind != "scalar":
        return report("PS032", expected=words.expected(wanted), found=words.found(node), instead=sample(wanted))
    for value, word in zip(wanted.values, wanted.words, strict=True):
        if node.text == word:
            return value
    if node.null:
        return report("PS037", expected=words.expected(wanted))
    said, comment, _ = node.text.partition("#")  # a comment without a space before it belongs to the word
    near = nearest(said if comment else node.text, wanted.words)
    meant = {} if near is None else {"meant": wanted.values[wanted.words.index(near)]}
    return report("PS035", found=node.text, options=wanted.words, nearest=near, **meant)


def either(node: Node, shape: Shape, report: Report) -> Any:
    """A scalar for which a field allows several forms: the narrowest that fits is taken.

    `true` is a flag before it is a word, and `90` a number; `40%` is no word where a number is allowed, but a slip.
    """
    wanted = {member.basic for member in members(shape) if isinstance(member, Value)}
    choices = [member for member in members(shape) if isinstance(member, Choice)]
    if "flag" in wanted and node.plain and node.text in FLAGS:
        return node.text == "true"
    for option in choices:
        if node.text in option.words:
            return choice(node, option, report)
    if node.null:
        return report("PS037", expected=words.expected(shape))
    numeric = wanted & {"number", "whole"}
    if numeric and (node.plain or "number" in wanted):
        read = number(node.text) if "number" in wanted else whole(node.text)
        if not isinstance(read, Slip):
            return read
        open_ = bool(wanted & {"words", "text"} or choices)
        if not open_ or (read.certain and (node.plain or read.code in ("PS049", "PS070"))):
            return _slip(read, report)
    for name in ("words", "text"):
        if name in wanted:
            return basic(node, name, report)
    if len(choices) == 1 and not wanted:
        return choice(node, choices[0], report)
    if wanted == {"flag"} and not choices:
        return _flag(node, report)
    return report("PS032", expected=words.expected(shape), found=words.found(node), instead=sample(shape))


def _whole(node: Node, report: Report) -> Any:
    read = whole(node.text)
    if isinstance(read, Slip):
        return report(read.code, **read.facts)
    return read if node.plain else report("PS046", found=node.text, meant=read)


def _slip(slip: Slip, report: Report) -> Any:
    meant = {} if slip.meant is None else {"meant": slip.meant}
    return report(slip.code, **slip.facts, **meant)


def _flag(node: Node, report: Report) -> Any:
    if node.plain and node.text in FLAGS:
        return node.text == "true"
    instead = nearest(node.text, FLAGS)
    if instead is None:
        return report("PS038", found=node.text)
    return report("PS039", found=node.text, instead=instead, meant=instead == "true")
