"""Which groups are told."""

import numpy as np

from perfscheme.evidence.standings import standing
from perfscheme.nouns.evidence.panels import Merge, Relation


def test_a_chain_of_merges() -> None:
    """Customers go to peers, and these to reports; each brings its weight, and the largest minimum holds for all."""
    relations = (
        Relation("report", weight="0.5", minimum=3, below="withhold"),
        Relation("peer", weight=2, minimum=3, below=Merge("report")),
        Relation("customer", weight=1, minimum=5, below=Merge("peer")),
    )
    counts = np.array([[3, 3, 5], [3, 3, 4], [3, 1, 1], [1, 1, 1], [3, 2, 0]])
    found = standing(relations, counts)
    assert found.told.tolist() == [[0, 1, 2], [0, 1, 1], [0, 0, 0], [-1, -1, -1], [0, 0, 0]]
    assert found.raters.tolist() == [[3, 3, 5], [3, 7, 0], [5, 0, 0], [0, 0, 0], [5, 0, 0]]
    assert found.weight.tolist() == [[1, 4, 2], [1, 6, 0], [7, 0, 0], [0, 0, 0], [7, 0, 0]]
    assert found.needed[2, 0] == 5
    assert found.needed[4, 0] == 3
    assert found.withheld.tolist() == [False, False, False, True, False]


def test_what_is_not_told_leaves_no_count() -> None:
    """Not even how many they were."""
    relations = (Relation("peer", weight=1, minimum=3, below="drop"),)
    found = [standing(relations, np.array([[count]])) for count in (0, 1, 2)]
    assert len({repr([x.told, x.raters, x.needed, x.weight]) for x in found}) == 1
