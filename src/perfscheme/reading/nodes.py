"""Nodes of a file: what YAML says, with its place in the text, before anything is understood."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, cast

import attrs

from perfscheme.diagnostics.places import Position, Span

Kind: TypeAlias = Literal["mapping", "list", "scalar"]

UNNAMED: Final = "…"
"""What stands for a word that is not known; several of them for another one."""
NULLS = ("", "null", "~", "Null", "NULL")


@attrs.frozen(eq=False)
class Node:
    """A mapping, a list or a scalar.

    Args:
        kind: which of the three.
        start: where it begins.
        end: where it ends; for a block this is the beginning of what follows.
        value: the text of a scalar (in Unicode's form NFC), the nodes of a list, the pairs of a mapping.
        plain: a scalar without quotes.
        lost: keys of a mapping that stood there a second time.
        open: a scalar of which nothing is known; why has been told.
        anchor: the name by which it can be repeated, or that it repeats.
        origin: where what it repeats was written, if it repeats what stands under that name.
        torn: the code that says so, where the line with its key or dash is not there.
    """

    kind: Kind
    start: Position
    end: Position
    value: str | tuple[Node, ...] | Pairs
    plain: bool = False
    lost: tuple[str, ...] = ()
    open: bool = False
    anchor: str | None = None
    origin: Span | None = None
    torn: str = ""

    @property
    def text(self) -> str:
        """The text of a scalar; empty for the others."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> tuple[Node, ...]:
        """The nodes of a list; none for the others."""
        return cast("tuple[Node, ...]", self.value) if self.kind == "list" else ()

    @property
    def pairs(self) -> Pairs:
        """Keys and values of a mapping; none for the others."""
        return cast("Pairs", self.value) if self.kind == "mapping" else ()

    @property
    def alias(self) -> bool:
        """It repeats what stands under its anchor."""
        return self.origin is not None

    @property
    def span(self) -> Span:
        """The stretch of the text from start to end."""
        return Span(self.start, self.end)

    @property
    def null(self) -> bool:
        """Nothing is written, or `null`."""
        return self.kind == "scalar" and self.plain and self.value in NULLS

    def get(self, key: str) -> Node | None:
        """The value of a key; None where the mapping has no such key, or the node is no mapping."""
        return next((value for word, value in self.pairs if word.text == key), None)


Pair: TypeAlias = tuple[Node, Node]
Pairs: TypeAlias = tuple[Pair, ...]
"""Keys and values of a mapping."""
