"""Ratings; what they say is tested with panels."""

import numpy as np

from perfscheme.diagnostics import Diagnostic
from perfscheme.evidence.chunks import Chunk
from perfscheme.evidence.ratings import Ratings
from perfscheme.nouns.evidence.columns import NumberColumn, TextColumn
from perfscheme.nouns.evidence.panels import Panel, Relation
from perfscheme.nouns.evidence.tables import Table

PANEL = Panel(
    "p", table="t", rater="rater", relation="relation", item="item", score="score", average="mean", decimals=2,
    relations=(Relation("peer", weight=1, minimum=3, below="drop"),), items={"a": "x"},
)  # fmt: skip
NAMES = ("who", "rater", "relation", "item")
TABLE = Table("t", subject="who", columns=(*map(TextColumn, NAMES), NumberColumn("score", range=(1, 5))))


def taken(rows: list[tuple[object, ...]], *others: str) -> tuple[Ratings, Chunk]:
    ratings = Ratings(PANEL, others)
    chunk = Chunk(TABLE, {name: [row[i] for row in rows] for i, name in enumerate((*NAMES, "score"))})
    ratings.add(chunk, chunk.inside(None), np.zeros(len(rows), np.intp))
    return ratings, chunk


def test_items_of_another_panel_are_no_mistake() -> None:
    """Nor are they read."""
    ratings, chunk = taken([("li", "x", "peer", "b", 4)], "a", "b")
    assert (len(ratings.votes()[0].row), chunk.problems) == (0, [])


def test_relations_of_another_panel_are_no_mistake() -> None:
    """Who answers what the other asks is known there; who answers what this one asks is to be known here."""
    _, chunk = taken([("li", "x", "tenant", "b", 4)], "a", "b")
    assert chunk.problems == []
    _, chunk = taken([("li", "x", "tenant", "a", 4)], "a", "b")
    assert [(found.column, found.diagnostic.code) for found in chunk.problems] == [("relation", "PS693")]


def test_a_rater_that_is_no_name_is_told_once() -> None:
    """As that, and not as nobody too."""
    _, chunk = taken([("li", 3.5, "peer", "a", 4), ("li", None, "peer", "a", 4)])
    assert [(found.column, found.diagnostic.code) for found in chunk.problems] == [
        ("rater", "PS631"),
        ("rater", "PS694"),
    ]
    assert [found.rows.tolist() for found in chunk.problems if found.rows is not None] == [[0], [1]]


def test_a_column_that_is_not_there() -> None:
    """Is told, and lacking for all items."""
    ratings = Ratings(PANEL)
    chunk = Chunk(TABLE, {name: ["x"] for name in NAMES})
    ratings.add(chunk, chunk.inside(None), np.zeros(1, np.intp))
    assert ratings.lacking == Diagnostic("PS656", (), {"name": "score", "table": "t"})


def test_nothing_shows_a_score() -> None:
    """Neither ratings nor those that count have a repr that tells them."""
    ratings, _ = taken([("li", "x", "peer", "a", 4.25)])
    votes, _ = ratings.votes()
    assert repr(ratings) == "<Ratings panel='p'>"
    assert type(votes).__repr__ is object.__repr__
    assert len(votes.row) == 1
