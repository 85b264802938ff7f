"""What a panel lays down, in words."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import LANGUAGES, Language
from perfscheme.nouns.evidence.columns import NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.conditions import ColumnIs
from perfscheme.nouns.evidence.panels import Average, Below, Leniency, Merge, Panel, Relation, TrimmedMean
from perfscheme.nouns.evidence.tables import LeaveOut, Table
from perfscheme.reading import loads
from perfscheme.reports.documents import Bullets, Paragraph
from perfscheme.reports.documents import Table as Drawn
from perfscheme.reports.opinions import panel_blocks
from perfscheme.reports.scoring import Wordings

PLAN = """\
perfscheme: 1
scheme: s
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    care: {name: {zh: 用心, en: Care}, unit: points, range: [1, 5], curve: as-is}
"""
COLUMNS = (*(TextColumn(name) for name in ("who", "rater", "as", "item")), NumberColumn("score", range=(1, 5)))
GONE = LeaveOut("of those who left", ColumnIs("rater", is_="gone"))


def told(
    *relations: Relation,
    average: Average = "mean",
    lang: Language = "en",
    rule: bool = False,
    period: str | None = None,
    **more: object,
) -> tuple[Paragraph, Drawn, Bullets]:
    columns = COLUMNS if period is None else (*COLUMNS, TimeColumn(period))
    table = Table("ratings", subject="who", period=period, columns=columns, leave_out=(GONE,) if rule else ())
    panel = Panel(
        "p", table="ratings", rater="rater", relation="as", item="item", score="score", relations=relations,
        items={"kindness": "care"}, average=average, decimals=1, **more,
    )  # type: ignore[arg-type]  # fmt: skip
    said, drawn, rules = panel_blocks(panel, table, Wordings(loads(PLAN), lang))
    assert isinstance(said, Paragraph)
    assert isinstance(drawn, Drawn)
    assert isinstance(rules, Bullets)
    return said, drawn, rules


def relation(name: str, weight: int = 1, minimum: int = 3, below: Below = "drop") -> Relation:
    return Relation(name, weight=weight, minimum=minimum, below=below)


def test_weights_are_shares_and_too_few_raters_have_their_fate() -> None:
    """Weights 3, 1 and 0 are three quarters, one quarter and no say."""
    said, drawn, _ = told(
        relation("peer", 3, below=Merge("customer")), relation("customer", below="withhold"), relation("boss", 0, 1)
    )
    assert said.text == "Several parties rate each subject; “ratings” give: Care (kindness)."
    assert drawn.rows == (
        ("“peer”", "75%", "3", "counted with “customer”"),
        ("“customer”", "25%", "3", "the item has no value"),
        ("“boss”", "told, not counted", "1 (not anonymous)", "—"),
    )


@pytest.mark.parametrize(
    ("average", "sentence"),
    [
        ("mean", "The score of a party is the mean over those who rated the item."),
        ("median", "The score of a party is the median over those who rated the item."),
        (TrimmedMean(10), "The score of a party is the mean over those who rated the item, without 10% at either end."),
    ],
)
def test_how_raters_become_one_score(average: Average, sentence: str) -> None:
    """In a sentence for each way."""
    assert told(relation("peer"), average=average)[2].items[0] == sentence


def test_the_rest_is_told_where_it_is_laid_down() -> None:
    """The scale, what subjects say of themselves, leniency, what is left out."""
    rules = told(relation("peer"), relation("me", 0, 1), relation("boss", 1, 1), self_="me", scale=(0, 100), rule=True,
                 leniency=Leniency(at_least=4))[2].items  # fmt: skip
    assert "Scores go from 1 to 5, which is laid on 0 to 100." in rules
    assert "What subjects say of themselves stands under “me”." in rules
    assert "Ratings are left out: of those who left: “rater” is “gone”." in rules
    assert any("at least 4 of their scores" in rule for rule in rules)
    assert rules[-1] == "Rounded half-up to 1 decimal."
    assert "What subjects say of themselves is left out." in told(relation("peer"))[2].items


def test_words_stand_for_scores() -> None:
    """Each with its own, in both languages."""
    columns = (*COLUMNS[:-1], TextColumn("score", labels=("good", "bad")))
    table = Table("ratings", subject="who", columns=columns)
    panel = Panel(
        "p", table="ratings", rater="rater", relation="as", item="item", score="score", relations=(relation("peer"),),
        items={"kindness": "care"}, average="mean", decimals=1, labels={"good": 5, "bad": 1},
    )  # fmt: skip
    for lang in LANGUAGES:
        *_, rules = panel_blocks(panel, table, Wordings(loads(PLAN), lang))
        assert isinstance(rules, Bullets)
        assert any("good" in rule and "5" in rule for rule in rules.items)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ratings_of_a_time_are_told_by_whole_periods(lang: Language) -> None:
    """Raters read why; ratings without one are one round, of which there is nothing to say."""
    _, _, without = told(relation("peer"), lang=lang)
    _, _, rules = told(relation("peer"), lang=lang, period="rated")
    (more,) = set(rules.items) - set(without.items)
    assert {"en": "one whole period only", "zh": "一个完整周期"}[lang] in more
