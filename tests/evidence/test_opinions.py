"""What a panel says of one subject, in words."""

from __future__ import annotations

from fractions import Fraction

from perfscheme.diagnostics import Text
from perfscheme.evidence.opinions import GroupScore, ItemScore, called
from perfscheme.nouns.evidence.panels import Relation

PEER = Relation("peer", weight=1, minimum=3, below="drop", name=Text(zh="同事", en="colleagues"))
BOSS = Relation("boss", weight=1, minimum=1, below="drop")


def test_a_relation_is_called_by_its_name() -> None:
    """Else by its word in the ratings."""
    assert [called(relation).say("zh") for relation in (PEER, BOSS)] == ["同事", "boss"]


def test_an_opinion_says_who_was_asked() -> None:
    """Groups with their number of raters, and those that are too few."""
    group = GroupScore((PEER,), Fraction(19, 5), 5, None, None, None)
    said = ItemScore("care", Fraction(19, 5), 5, (group,), (BOSS,))
    assert said.say() == "colleagues 3.8 (5), boss too few to be told"
    assert said.say("zh") == "同事 3.8（5 人），boss人数不足、不计"
