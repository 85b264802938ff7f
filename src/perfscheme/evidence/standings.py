"""Standings: which groups of raters are large enough to be told, item by item; what is not told is used nowhere."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.nouns.evidence.panels import Merge, Relation

Counts = NDArray[np.int64]


@attrs.frozen(eq=False)
class Standing:
    """What becomes of the raters of each relation (the second axis) on each item of each subject (the first).

    Args:
        told: the relation under which they are told; -1: they are not.
        raters: how many are told under a relation; 0: it is not told.
        needed: how many there had to be.
        weight: of the group, with those that it took in; whole numbers; 0 where it is not told.
        whole: by how much these are more than the weights as written.
        withheld: where the item has no value.
    """

    told: NDArray[np.int64]
    raters: Counts
    needed: Counts
    weight: NDArray[Any]
    whole: int
    withheld: NDArray[np.bool_]

    def first(self, rows: int) -> Standing:
        """The same of the first rows."""
        told, raters, needed, weight = self.told[:rows], self.raters[:rows], self.needed[:rows], self.weight[:rows]
        return Standing(told, raters, needed, weight, self.whole, self.withheld[:rows])


def standing(relations: Sequence[Relation], counts: Counts) -> Standing:
    """Merge, drop and withhold as the panel says.

    Args:
        relations: of the panel.
        counts: how many raters of each relation answered an item.
    """
    cells = len(counts)
    places = {relation.relation: i for i, relation in enumerate(relations)}
    whole = math.lcm(*(relation.weight.denominator for relation in relations))
    weights = [int(relation.weight * whole) for relation in relations]
    raters = counts.copy()
    needed = np.tile(np.array([relation.minimum for relation in relations], np.int64), (cells, 1))
    weight = np.tile(np.array(weights, np.int64 if sum(weights) < 2**31 else object), (cells, 1))
    told = np.tile(np.arange(len(relations)), (cells, 1))
    withheld = np.zeros(cells, np.bool_)
    order = _sources_first(relations, places)
    for i in order:
        below, few = relations[i].below, raters[:, i] < needed[:, i]
        if isinstance(below, Merge):
            other = places[below.merge]
            some = few & (raters[:, i] > 0)
            needed[some, other] = np.maximum(needed[some, other], needed[some, i])
            raters[few, other] += raters[few, i]
            weight[few, other] += weight[few, i]
            told[few, i] = other
        else:
            told[few, i] = -1
            withheld |= few & (below == "withhold")
        raters[few, i] = 0
        weight[few, i] = 0
    for i in reversed(order):
        # Where a group was merged, the fate of the other is its own; the other stands later in the order.
        merged = (told[:, i] != i) & (told[:, i] >= 0)
        told[merged, i] = told[merged, told[merged, i]]
    return Standing(told, raters, needed, weight, whole, withheld)


def _sources_first(relations: Sequence[Relation], places: dict[str, int]) -> list[int]:
    """The relations in an order in which each comes before the one that it is merged into."""

    def steps(i: int) -> int:
        below = relations[i].below
        return 1 + steps(places[below.merge]) if isinstance(below, Merge) else 0

    return sorted(range(len(relations)), key=steps, reverse=True)
