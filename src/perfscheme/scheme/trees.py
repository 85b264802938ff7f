"""Trees: where each noun of a scheme stands, which inputs it declares, and beside what its faults are shown."""

from __future__ import annotations

import attrs

from perfscheme.diagnostics import Diagnostic, Path, Text
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import InputSpec
from perfscheme.nouns.setting import NONE

OF_VALUES = frozenset({"PS142", "PS143", "PS148", "PS153", "PS193"})
"""What curves say of the values that they are given."""

OF_BOUNDS = frozenset({"PS106", "PS107", "PS108", "PS133"})
"""What is said of thresholds and defaults that lie where no value can."""


@attrs.frozen(eq=False)
class Place:
    """Where in the tree an indicator or dimension stands."""

    noun: Indicator | Dimension
    path: Path
    parent: str | None


class Tree:
    """The indicators, dimensions and inputs of a scheme by name; names that stand there twice are among the problems.

    Args:
        root: the dimension at the top.
        inputs: those that the scheme declares by themselves.
    """

    def __init__(self, root: Dimension, inputs: tuple[InputSpec, ...]) -> None:
        self.problems: list[Diagnostic] = []
        self.places: dict[str, Place] = {}
        self._gather(root, ("score",), None)
        self.inputs: dict[str, InputSpec] = {}
        self.declarations: dict[str, Path] = {}
        self._declare(inputs)

    def _gather(self, noun: Indicator | Dimension, path: Path, parent: str | None) -> None:
        if noun.id in self.places:
            first = self.places[noun.id].path
            facts = {"name": noun.id, "other": ".".join(map(str, first))}
            self.problems.append(Diagnostic("PS320", path, facts, also=[first]))
            return
        self.places[noun.id] = Place(noun, path, parent)
        if isinstance(noun, Dimension):
            for child in noun.children:
                self._gather(child, (*path, "children", child.id), noun.id)

    def _declare(self, inputs: tuple[InputSpec, ...]) -> None:
        for spec in inputs:
            if spec.key in self.inputs:
                self.problems.append(Diagnostic("PS294", ("inputs", spec.key), {"name": spec.key}))
            self.inputs[spec.key] = spec
            self.declarations[spec.key] = ("inputs", spec.key)
        for place in self.places.values():
            own = place.noun.declared_input() if isinstance(place.noun, Indicator) else None
            if own is not None and own.key not in self.inputs:
                self.inputs[own.key] = own
                self.declarations[own.key] = place.path

    def called(self) -> dict[str, Text]:
        """What people call inputs, indicators and dimensions, where the file says it."""
        names = {key: spec.name for key, spec in self.inputs.items()}
        names |= {key: place.noun.name for key, place in self.places.items()}
        return {key: name for key, name in names.items() if name is not None}

    def shown(self, problem: Diagnostic) -> Diagnostic:
        """A problem with a name, shown also beside what that name leads to, where the mistake may be there."""
        beside: tuple[Path, ...] = ()
        place = self.places.get(str(problem.facts.get("name")))
        if problem.code == "PS129" and place is not None:  # the part may lack what is asked of it
            beside = (place.path,)
        if problem.code == "PS123" and place is not None and isinstance(place.noun, Indicator):
            # There is no such input, but an indicator, and what that reads was meant.
            beside = ((*place.path, "input"),)
            problem = attrs.evolve(problem, facts={**problem.facts, "nearest": place.noun.reading.input})
        if problem.code == "PS128" and problem.facts["known"] == NONE:  # the indicator has no threshold at all
            over = [one.path for one in self.places.values() if problem.path[: len(one.path)] == one.path]
            beside = (max(over, key=len),) if over else ()
        return attrs.evolve(problem, also=(*problem.also, *beside)) if beside else problem

    def show_range(self, codes: frozenset[str], since: int, noun: Indicator) -> None:
        """Show what is wrong with the values of an input beside its range, or the unit that says which there are, and
        beside what the indicator makes of them before it scores them.

        Args:
            codes: of the problems that come of values.
            since: how many problems there were before those of the indicator.
            noun: the indicator, whose input it is.
        """
        key = noun.reading.input
        written = getattr(self.inputs.get(key), "range", None) is not None
        where: list[Path] = [(*self.declarations.get(key, ()), "range" if written else "unit")]
        if not noun.reading.plain:
            where.append((*self.places[noun.id].path, "input"))
        for i, problem in enumerate(self.problems[since:], since):
            if problem.code in codes:
                self.problems[i] = attrs.evolve(problem, also=(*problem.also, *where))
