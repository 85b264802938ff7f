"""Structure: nodes -> nouns, by the shapes of their fields; every problem is noted and reading goes on."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.nouns.registry import Registry
from perfscheme.reading.nodes import UNNAMED, Node
from perfscheme.reading.notes import BAD, Enough
from perfscheme.reading.retakes import Retakes
from perfscheme.reading.shapes import Record, Shape
from perfscheme.reading.spots import Spot, in_order
from perfscheme.reading.structurer import Structurer

T = TypeVar("T")
UNREAD: Final = frozenset({"PS005", "PS030", "PS031", "PS032", "PS034", "PS037"})
"""Something else stands there than what can be read, or nothing."""

TORN: Final = ("PS074", "PS075")
"""The line is missing that says what something is."""


def structure(node: Node, noun: type[T], registry: Registry) -> tuple[T | None, list[Diagnostic]]:
    """Make a noun of a node.

    Args:
        node: what the file says.
        noun: the class to make.
        registry: the strategies that the file may name.

    Returns:
        The noun, or None where something is wrong; and all problems in the order of the file.
    """
    spot = Spot(node)
    retakes = Retakes()
    first = Structurer(registry, 0, retakes)
    try:
        value = first.read(spot, Record(noun))
    except Enough:
        limit = Diagnostic("PS068", (), {"limit": len(first.problems)}, span=first.problems[-1].span)
        return None, [*in_order(first.problems, spot), limit]
    if not first.doubtful:
        return (None if first.problems else value), in_order(_once(first.problems), spot)
    known = len(retakes.taken)
    second = _turn(Structurer(registry, 1, retakes), spot, noun)
    if len(retakes.taken) > known:  # the first turn takes what the second took, and nothing more
        retakes.tries = 0
        first = _turn(Structurer(registry, 0, retakes), spot, noun)
    again = {_substance(problem) for problem in second.problems}
    both = [problem for problem in first.problems if _substance(problem) in again]
    return None, in_order(_once(both), spot)


def _turn(reader: Structurer, spot: Spot, noun: type[Any]) -> Structurer:
    """A turn that has read as far as is told."""
    with contextlib.suppress(Enough):
        reader.read(spot, Record(noun))
    return reader


def _once(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Problems without those that another one mends: it shows the whole condition, or nothing could be read there."""
    some = list(problems)
    shown = {problem.path[:-1] for problem in some if problem.code == "PS250"}
    unread = {problem.path for problem in some if problem.code in UNREAD}

    level = [(problem.path[:-2], {problem.facts["harder"], problem.facts["name"]})
             for problem in some if problem.code in ("PS132", "PS199")]  # fmt: skip

    def follows(problem: Diagnostic) -> bool:
        if problem.code == "PS137":  # two thresholds of one value, told where they are written
            pair = {problem.facts["first"], problem.facts["second"]}
            return any(pair == names and problem.path[: len(way)] == way for way, names in level)
        if problem.code == "PS128":
            return any((*problem.path[:i], "thresholds") in unread for i in range(len(problem.path)))
        return problem.path in {"PS243": shown, "PS334": unread}.get(problem.code, ())

    return _named([problem for problem in some if not follows(problem)])


def _named(problems: list[Diagnostic]) -> list[Diagnostic]:
    """Problems without those that come of a name that is not there; where it is plain which one that is, it is told."""
    lost = [problem for problem in problems if str(problem.facts.get("instead")).startswith(UNNAMED)]
    torn = [problem for problem in lost if problem.code in TORN]
    if not torn:
        return problems
    unknown = [problem for problem in problems if {"name", "nearest"} <= problem.facts.keys()]
    names = {str(problem.facts["name"]) for problem in unknown if not str(problem.facts["name"]).startswith(UNNAMED)}
    rest = [problem for problem in problems if problem not in unknown and (problem in torn or problem not in lost)]
    if len(torn) > 1 or len(names) != 1:
        return rest
    meant = attrs.evolve(torn[0], facts={"instead": f"{names.pop()}:"})
    return [meant if problem is torn[0] else problem for problem in rest]


def _substance(problem: Diagnostic) -> tuple[object, ...]:
    """What a problem says, apart from the names that are known: a stand-in is no reason to forget a name."""
    facts = tuple(item for item in problem.facts.items() if item[0] not in ("known", "options"))
    return (problem.code, problem.path, problem.span, facts)


def reads(node: Node, shape: Shape, registry: Registry) -> Any:
    """What a node alone says where a shape is asked for; `BAD` where anything is wrong."""
    structurer = Structurer(registry, 0, Retakes())
    value = structurer.read(Spot(node), shape)
    return BAD if structurer.problems else value


def nouns_of(node: Node, noun: type[Any], registry: Registry) -> Mapping[Node, type[Any]]:
    """Which noun each mapping of a sound tree is; those whose keys are names of people's own are none.

    Args:
        node: the root.
        noun: what the root is.
        registry: the strategies that the file may name.
    """
    structurer = Structurer(registry, 0, Retakes())
    structurer.read(Spot(node), Record(noun))
    return structurer.nouns
