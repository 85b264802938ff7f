"""Retakes: parts of a file that are read as if a line stood there that does not, where less is wrong with them then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeAlias, TypeVar

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import Path, Position
from perfscheme.nouns.registry import Registry
from perfscheme.reading import fits
from perfscheme.reading.nodes import UNNAMED, Node
from perfscheme.reading.shapes import Field, KeyedBy, Shape
from perfscheme.reading.spots import Spot
from perfscheme.reading.tears import seams, split, tears

TRIES = 50
"""Parts of a file that are read in another way, too."""

T = TypeVar("T")
W = TypeVar("W")
Place: TypeAlias = tuple[Path, Position, Position, "Shape | Field"]
"""Where something is read, the stretch from start to end, and what is asked for."""


class Reader(Protocol):
    """What reads, and notes what is wrong."""

    registry: Registry
    problems: list[Diagnostic]
    meant: dict[Path, Path]

    def headless(self, spot: Spot, instead: str) -> None:
        """Note that the line is missing which says what stands at a spot."""

    def read(self, spot: Spot, shape: Shape) -> Any:
        """The value of a shape that stands at a spot."""

    def entry(self, spot: Spot, item: Shape) -> Any:
        """The item that stands at a spot under its name."""


class Retakes:
    """Reads what may have lost its head: as it stands there, and if that is wrong in more than one way, in others.

    What one reading takes, all others of the same file take too, so that they differ by their stand-ins alone.

    Attributes:
        taken: the ways that were taken.
        tries: how many more may be tried.
    """

    def __init__(self) -> None:
        self.taken: dict[Place, Any] = {}
        self.tries = TRIES

    def keyed(self, reader: Reader, spot: Spot, shape: KeyedBy) -> tuple[Any, ...]:
        """The entries of a mapping; where it has their fields itself, the one entry whose name is not there."""

        def standing() -> tuple[Any, ...]:
            return tuple(value for _, below in spot.entries() for value in self._entry(reader, below, shape.item))

        def alone(node: Node) -> tuple[Any, ...]:
            return (_unnamed(reader, node, spot.path, spot.path, shape.item),)

        ways = filter(lambda node: fits.likely(shape.item, node, reader.registry), (spot.node,))
        return self._least(reader, spot, shape, standing, ways, alone)

    def _entry(self, reader: Reader, spot: Spot, item: Shape) -> tuple[Any, ...]:
        """What stands under a name; where that ends and another entry begins, with this, whose name is not there."""
        if spot.node.kind == "scalar":
            return (reader.entry(spot, item),)

        def parted(at: int) -> tuple[Any, ...]:
            head, tail = split(spot.node, at)
            first = reader.entry(attrs.evolve(spot, node=head), item)
            return first, _unnamed(reader, tail, spot.path[:-1], spot.path, item)

        return self._least(reader, spot, item, lambda: (reader.entry(spot, item),), seams(spot.node, item), parted)

    def field(
        self, reader: Reader, spot: Spot, field: Field, absent: Iterable[Field]
    ) -> tuple[Any, tuple[Field, Node, Any] | None]:
        """The value of a field; with the one of the absent for which its later parts are likely meant, these parts and
        their value.
        """
        if spot.node.kind == "scalar":
            return reader.read(spot, field.shape), None

        def parted(way: tuple[int, Field]) -> tuple[Any, tuple[Field, Node, Any]]:
            at, other = way
            head, tail = split(spot.node, at)
            below = Spot(tail, (*spot.path[:-1], other.key))
            reader.headless(below, f"{other.key}:")
            value = reader.read(attrs.evolve(spot, node=head), field.shape)
            return value, (other, tail, reader.read(below, other.shape))

        ways = tears(spot.node, field, absent, reader.registry)
        return self._least(reader, spot, field, lambda: (reader.read(spot, field.shape), None), ways, parted)

    def _least(
        self,
        reader: Reader,
        spot: Spot,
        asked: Shape | Field,
        standing: Callable[[], T],
        ways: Iterator[W],
        reading: Callable[[W], T],
    ) -> T:
        """What is read at a spot as it stands there, or in the first of other ways in which less is wrong."""
        place = (spot.path, spot.node.start, spot.node.end, asked)
        if self.taken and place in self.taken:
            return reading(self.taken[place])
        problems = reader.problems
        before = len(problems)
        value = standing()
        while len(problems) > before + 1 and self.tries and (way := next(ways, None)) is not None:
            told = problems[before:]
            del problems[before:]
            self.tries, left = 0, self.tries - 1  # within it, nothing is read in a way that is not taken already
            other = reading(way)
            self.tries = left
            if len(problems) - before < len(told):
                self.taken[place] = way
                return other
            problems[before:] = told
        return value


def _unnamed(reader: Reader, node: Node, above: Path, at: Path, item: Shape) -> Any:
    """An entry whose name is not there; its fields are written `at` another place than under a name."""
    key = Node("scalar", node.start, node.start, f"{UNNAMED}{node.start.line + 1}", True)
    path = (*above, key.text)
    reader.meant[path] = at
    return reader.entry(Spot(attrs.evolve(node, torn="PS074"), path, key), item)


def headed(reader: Reader, spot: Spot, absent: Iterable[Field]) -> Field | None:
    """The field that something without a key is likely meant for, if there is one; that it has no key is noted."""
    found = next((field for field in absent if fits.likely(field.shape, spot.node, reader.registry)), None)
    key = UNNAMED if found is None else found.key
    reader.headless(attrs.evolve(spot, path=(*spot.path[:-1], key)), f"{key}:")
    if found is not None:
        reader.meant[(*spot.path[:-1], found.key)] = spot.path
    return found
