"""Slips that YAML takes at its word: figures with commas, no quotes, items in texts, keys that come again."""

from __future__ import annotations

import re

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import Position, Span
from perfscheme.reading.characters import BULLETS, SPACES, UNSEEN
from perfscheme.reading.nodes import Node, Pairs

AROUND = re.compile(f"^[ {SPACES}{UNSEEN}]*[{SPACES}{UNSEEN}][ {SPACES}{UNSEEN}]*|[{SPACES}{UNSEEN}]+$|[{UNSEEN}]")
ITEM = re.compile(r"\n *(- [^\r\n]*)")
QUOTED = re.compile('[\u201c\u2018\uff02\uff07]([^\u201c\u201d\u2018\u2019\uff02\uff07"]*)[\u201d\u2019\uff02\uff07]')


def bare(value: str, written: str, start: Position, end: Position, told: list[Diagnostic]) -> str:
    """A scalar that YAML saw no quotes around, without what nobody sees in it, the quotes that are none, or the items
    of a list that stand below it.

    Args:
        value: what it says.
        written: what stands for it in the file.
        start: where it begins.
        end: where it ends.
        told: takes what is wrong with it.
    """
    if start.line < end.line and (item := ITEM.search(written)):
        above, found = written[: item.start(1)], item[1].rstrip()
        at = Position(start.line + above.count("\n"), len(above) - above.rindex("\n") - 1, start.index + len(above))
        after = Position(at.line, at.column + len(found), at.index + len(found))
        told.append(Diagnostic("PS085", (), {"found": found}, span=Span(at, after), spans=(Span(start, start),)))
        value = " ".join(written[: item.start()].split())
    if value.isascii():
        return value
    if found := AROUND.search(value):
        skipped = found.start() if start.line == end.line else 0
        at = Position(start.line, start.column + skipped, start.index + skipped)
        after = Position(at.line, at.column + 1, at.index + 1)
        told.append(Diagnostic("PS029", (), {"found": f"U+{ord(found[0][0]):04X}"}, span=Span(at, after)))
        value = AROUND.sub("", value)
    if quoted := QUOTED.fullmatch(value):
        facts = {"found": value, "instead": '"' + quoted[1] + '"'}
        told.append(Diagnostic("PS064", (), facts, span=Span(start, end)))
        value = quoted[1]
    return value


def unique(pairs: Pairs, text: str, told: list[Diagnostic]) -> tuple[Pairs, tuple[str, ...]]:
    """The pairs of a mapping as they were meant, each key once; and the keys that stood there again.

    Args:
        pairs: as YAML reads them.
        text: of the file.
        told: takes what is wrong with them.
    """

    def blame(code: str, node: Node, others: tuple[Span, ...] = (), **facts: object) -> None:
        told.append(Diagnostic(code, (), facts, span=node.span, spans=others))

    seen: dict[str, Node] = {}
    kept: list[tuple[Node, Node]] = []
    merged: list[tuple[Node, Node]] = []
    lost: list[str] = []
    for key, value in pairs:
        if kept and _decimal_comma(kept[-1][1], key, value):
            before = kept[-1][1]
            whole = attrs.evolve(before, end=key.end, value=_joined(before, key))
            found = text[before.start.index : key.end.index]
            blame("PS041", whole, found=found, instead=whole.text)
            kept[-1] = (kept[-1][0], whole)
        elif key.plain and value.start == value.end == key.end and "\uff1a" in key.text[1:]:
            column = key.text.index("\uff1a", 1)
            kept.append(_halves(key, column, told))
        elif key.kind != "scalar":
            blame("PS022", key)
        elif key.plain and key.text == "<<":
            blame("PS021", key)
            merged += value.pairs
        elif key.plain and len(key.text) > 1 and key.text[0] in BULLETS:
            blame("PS059", key, found=key.text[0])
        elif key.text in seen:
            first = seen[key.text]
            blame("PS023", key, (first.span,), key=key.text, line=first.start.line + 1)
            lost.append(key.text)
        else:
            seen[key.text] = key
            kept.append((key, value))
    # What was merged is told, and taken as it was meant, so that no key is told as missing too.
    kept += [(key, value) for key, value in merged if key.text not in seen]
    return tuple(kept), tuple(lost)


def _halves(key: Node, column: int, told: list[Diagnostic]) -> tuple[Node, Node]:
    """Key and value of `{zh：高}`, which YAML reads as a key without a value."""
    at = Position(key.start.line, key.start.column + column, key.start.index + column)
    after = Position(at.line, at.column + 1, at.index + 1)
    facts = {"found": "\uff1a", "instead": ": "}
    told.append(Diagnostic("PS005", (), facts, span=Span(at, after)))
    value = attrs.evolve(key, start=after, value=key.text[column + 1 :].strip())
    return attrs.evolve(key, end=at, value=key.text[:column].strip()), value


def _joined(before: Node, key: Node) -> str:
    """What `1,5` or `1,000` stands for: groups of three digits are thousands, as everywhere else."""
    grouped = before.end.index - before.start.index > len(before.text)
    thousands = len(key.text) == 3 and (grouped or re.fullmatch("[-+]?[1-9][0-9]{0,2}", before.text))
    return f"{before.text}{'' if thousands else '.'}{key.text}"


def _decimal_comma(before: Node, key: Node, value: Node) -> bool:
    """Whether `{a: 1,5}` has been written, which YAML reads as `{a: 1, 5: null}`."""
    touching = key.start.index == before.end.index + 1 and value.start == value.end
    return touching and all(node.plain and node.text.lstrip("+-").isdecimal() for node in (before, key))
