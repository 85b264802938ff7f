"""Opinions in words: who rates whom in a panel, how ratings become values, and what too few raters mean."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfscheme.evidence.opinions import called
from perfscheme.formula.words import exactly, listed, rounding_words
from perfscheme.formula.words import say as phrase
from perfscheme.nouns.evidence.columns import NumberColumn
from perfscheme.nouns.evidence.panels import Merge, Panel, Relation, TrimmedMean
from perfscheme.nouns.evidence.tables import Table as HandedIn
from perfscheme.reports.documents import NOTHING, Block, Bullets, Paragraph, Table
from perfscheme.reports.rows import Rows, name_of
from perfscheme.reports.scoring import Wordings


def panel_blocks(panel: Panel, table: HandedIn, words: Wordings) -> Iterator[Block]:
    """Everything that a panel lays down.

    Args:
        panel: which.
        table: the table of ratings that it reads.
        words: what says the rest.
    """
    rows = Rows(table, words.lang)
    yield Paragraph(words.say("panel-said", rows=rows.those(None), items=listed(_items(panel, words), words.lang)))
    whole = sum((relation.weight for relation in panel.relations), Fraction(0))
    head = tuple(map(words.say, ("raters-are", "party-weight", "least-raters", "fewer")))
    told = tuple(
        (
            name_of(relation.relation, relation.name, words.lang),
            words.percent(relation.weight / whole) if relation.weight else words.say("told-only"),
            str(relation.minimum) if relation.anonymous else words.say("not-anonymous"),
            _fewer(relation, panel, words),
        )
        for relation in panel.relations
    )
    yield Table(head, told, numbers=frozenset({1}))
    yield Bullets(tuple(_rules(panel, table, words, [*rows.left_out(())])))


def _items(panel: Panel, words: Wordings) -> list[str]:
    return [words.say("called", value=words.names.get(one.input, one.input), name=one.item) for one in panel.items]


def _fewer(relation: Relation, panel: Panel, words: Wordings) -> str:
    """What becomes of too few raters."""
    if relation.weight == 0 and relation.below == "drop":
        return NOTHING  # it had no say anyway
    if isinstance(relation.below, Merge):
        other = next(each for each in panel.relations if each.relation == relation.below.merge)
        return words.say("merged", name=name_of(other.relation, other.name, words.lang))
    return words.say(relation.below)


def _rules(panel: Panel, table: HandedIn, words: Wordings, left_out: list[str]) -> Iterator[str]:
    match panel.average:
        case TrimmedMean(trimmed_mean=percent):
            yield words.say("each-trimmed", percent=exactly(percent))
        case "mean" | "median":
            yield words.say(f"each-{panel.average}")
    yield words.say("weights-of-those-there")
    column = table.column(panel.score)
    if panel.labels:
        each = [words.say("counts", label=one.label, score=exactly(one.score)) for one in panel.labels]
        yield words.say("labels-count", labels=listed(each, words.lang))
    elif isinstance(column, NumberColumn) and column.range is not None:
        low, high = column.range
        if low is not None and high is not None:
            facts = {"low": exactly(low), "high": exactly(high)}
            if panel.scale is not None:
                facts |= {"first": exactly(panel.scale[0]), "last": exactly(panel.scale[1])}
            yield words.say("scores-go" if panel.scale is None else "scores-stretched", **facts)
    if panel.self_ is None:
        yield words.say("no-self")
    else:
        found = next(each for each in panel.relations if each.relation == panel.self_)
        yield words.say("self-is", name=called(found).say(words.lang))
    if left_out:
        yield words.say("ratings-left-out", reasons=listed(left_out, words.lang))
    if panel.leniency is not None:
        yield words.say("lenient", n=panel.leniency.at_least)
    if table.period is not None:
        yield words.say("whole-periods")
    rounding = rounding_words(Fraction(1, 10**panel.decimals), words.lang)
    yield words.say("rounded", mode=phrase("half-up", words.lang), unit=rounding)
