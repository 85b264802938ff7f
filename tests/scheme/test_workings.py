"""Workings: what is worked out of one record."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from perfscheme import Scheme
from perfscheme.scheme.workings import Workings


def test_every_node_has_the_value_that_the_card_has(five: Scheme, engineer: dict[str, Any]) -> None:
    """A card asks the workings for all that it tells."""
    card, nodes = five.score(engineer), five.statement.nodes
    workings = Workings(five.statement, card.inputs, faulty=False)
    for key, stated in nodes.items():
        above = None if stated.parent is None else card[stated.parent].share_of_total
        assert workings.part(stated, above) == card[key]
    assert workings.number(five.statement.total) == Fraction(card.total or 0)


def test_of_a_wrong_record_nothing_is_worked_out(five: Scheme, engineer: dict[str, Any]) -> None:
    """Its values might be anything."""
    workings = Workings(five.statement, five.score(engineer).inputs, faulty=True)
    assert workings.exact(five.statement.total) is None
    assert workings.addition("score") is None
    assert workings.part(five.statement.nodes["score"], None).points is None
