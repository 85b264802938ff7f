"""Notes: what is found wrong while nodes are read, and what is taken to have been meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import Path, Span
from perfscheme.reading import fits, scalars, shapes, words
from perfscheme.reading.characters import FULL_WIDTH
from perfscheme.reading.nodes import Node
from perfscheme.reading.samples import listed, sample, shown_with
from perfscheme.reading.shapes import Field, KeyedBy, ListOf, Record, Row, Shape, Value
from perfscheme.reading.spots import Spot

BRACES: Final = "\uff5b\uff3b\u3010"
WIDE: Final = {**FULL_WIDTH, "\uff5d": "}", "\uff3d": "]", "\u3011": "]"}
"""Full-width signs, and what YAML wants in their place."""
BAD: Final = object()
"""A value that could not be read; what is wrong with it has been noted, and a stand-in takes its place."""


MOST: Final = 1000
"""Problems that are told of one file."""


class Enough(Exception):
    """So many problems have been noted that reading on helps nobody."""


class Notes:
    """Problems of one reading.

    Attributes:
        problems: as they come up.
        doubtful: something was taken of which another reading is possible.
        meant: what is written, by what was meant.
        declared: where names of people's own are declared, by name.
    """

    def __init__(self) -> None:
        self.problems: list[Diagnostic] = []
        self.doubtful = False
        self.meant: dict[Path, Path] = {}
        self.declared: dict[str, list[tuple[Path, Span]]] = {}

    def report(self, code: str, spot: Spot, *more: str, span: Span | None = None, **facts: object) -> Any:
        """Note a problem at a spot, or at a key `more` below it; the answer is `BAD`.

        Raises:
            Enough: there are many already.
        """
        if len(self.problems) >= MOST:
            raise Enough
        self.problems.append(Diagnostic(code, spot.path + more, facts, span=span or spot.value))
        return BAD

    def headless(self, spot: Spot, instead: str) -> None:
        """Note that the line is missing which says what stands at a spot."""
        self.doubtful = True
        begin = next(iter(spot.node.items), None) or spot.node.pairs[0][0]
        self.report(spot.node.torn or "PS074", spot, span=begin.span, instead=instead)

    def reporter(self, spot: Spot) -> scalars.Report:
        """Reports problems of a scalar at a spot; the answer is what was `meant`, else `BAD`."""

        def report(code: str, meant: Any = BAD, **facts: Any) -> Any:
            self.report(code, spot, **facts)
            return meant

        return report

    def declare(self, spot: Spot, item: Shape) -> None:
        """Note the name of an item that has one for its first field, as a grade has."""
        first = shapes.fields(item.noun)[0] if isinstance(item, Record) else None
        name = spot.step(first.key) if first is not None and first.shape == Value("words") else None
        if name is not None:
            self.declared.setdefault(name.node.text, []).append((spot.path, name.value))

    def wrong(self, spot: Spot, shape: Shape) -> Any:
        """Note that something of another shape stands there; the answer is `BAD`."""
        node = spot.node
        if node.null:
            return self.report("PS037", spot, expected=words.expected(shape))
        if node.kind == "scalar" and node.plain and "\uff1a" in node.text and node.text[0] in BRACES:
            marks = "".join(dict.fromkeys(char for char in node.text if char in WIDE))
            instead = "".join(WIDE.get(char, char) for char in node.text).rstrip()
            return self.report("PS005", spot, found=marks, instead=instead)
        if node.kind == "scalar" and node.plain and "\uff1a" in node.text:
            return self.report("PS005", spot, found="\uff1a", instead=": ")
        code = "PS031" if isinstance(shape, ListOf | Row) else "PS032" if isinstance(shape, Value) else "PS030"
        instead = shown_with(shape, node.text) if node.kind == "scalar" else listed(shape, node) or sample(shape)
        return self.report(code, spot, expected=words.expected(shape), found=words.found(node), instead=instead)

    def written(self, problem: Diagnostic, spot: Spot) -> Diagnostic:
        """A problem seen from a spot, with its path as it is written where something else was meant."""
        also = [self._way(spot, path) for path in problem.also]
        return attrs.evolve(problem, path=self._way(spot, problem.path), also=also)

    def beside_declaration(self, problem: Diagnostic) -> Diagnostic:
        """A problem with an unknown name, shown beside the line that declares the nearest: the slip may be there."""
        places = self.declared.get(str(problem.facts.get("nearest")), ())
        if not places:
            return problem
        path, span = max(places, key=lambda place: _common(place[0], problem.path))
        return attrs.evolve(problem, also=(*problem.also, path), spans=(*problem.spans, span))

    def _way(self, spot: Spot, path: Path) -> Path:
        way = spot.path
        for step in path:
            way = self.meant.get((*way, step), (*way, step))
        return way[len(spot.path) :]

    def instead(self, spot: Spot, key: Node, word: str) -> Spot:
        """A spot with another word in the place of a key."""
        meant = attrs.evolve(key, value=word)
        pairs = tuple((meant if one is key else one, value) for one, value in spot.node.pairs)
        self.meant[(*spot.path, word)] = (*spot.path, key.text)
        return attrs.evolve(spot, node=attrs.evolve(spot.node, value=pairs))


def _common(one: Path, two: Path) -> int:
    """How many steps two paths have in common."""
    return next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def home(spot: Spot, fields: Sequence[Field]) -> Field | None:
    """The keyed field of which a mapping beside it is probably an entry, indented too little."""
    keys = {key.text for key, _ in spot.node.pairs}
    keyed = [field for field in fields if isinstance(field.shape, KeyedBy)]
    return next((field for field in keyed if fits.has_keys(cast("KeyedBy", field.shape).item, keys)), None)
