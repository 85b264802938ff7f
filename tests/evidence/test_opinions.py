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
    group = GroupScore((PEER,), Fraction(19, 5), 5, Fraction(60), None, None, None)
    said = ItemScore("care", Fraction(19, 5), 5, (group,), (BOSS,))
    assert said.say() == "colleagues 3.8 (5), boss too few to be told"
    assert said.say("zh") == "同事 3.8（5 人），boss人数不足、不计"


def test_an_opinion_says_how_far_raters_agree_where_that_is_told() -> None:
    """And the value without leniency; what is None is not told of."""
    group = GroupScore((PEER,), Fraction(19, 5), 6, Fraction(60), Fraction(1, 3), Fraction(5, 6), Fraction(4))
    said = ItemScore("care", Fraction(19, 5), 6, (group,))
    assert said.say() == "colleagues 3.8 (6; without leniency 4; spread ≈0.3333, agreement ≈0.8333)"
    assert said.say("zh") == "同事 3.8（6 人，宽严调整后 4，离散度 ≈0.3333，一致度 ≈0.8333）"
