"""Examples in a plan: one worked through step by step, and what comes of the others."""

from __future__ import annotations

from collections.abc import Iterator

from perfscheme.nouns.indicators import Indicator
from perfscheme.reports.documents import NOTHING, Block, Bullets, Paragraph, Table, filled
from perfscheme.reports.scoring import Wordings
from perfscheme.reports.wording import joined
from perfscheme.scheme.accounts import Account
from perfscheme.scheme.cards import Scorecard
from perfscheme.scheme.contributions import contribution
from perfscheme.scheme.phrases import phrase
from perfscheme.scheme.prospects import total_figure


def example_blocks(words: Wordings) -> Iterator[Block]:
    """The examples that stand in a scheme, as its rules score them: the first that has a total is worked through.

    Args:
        words: what says the rest of its plan.
    """
    trials = words.scheme.check_examples()
    whole = next((trial for trial in trials if trial.card.total is not None), None)
    if whole is not None:
        yield Paragraph(words.say("case-of", name=whole.example.name.say(words.lang)))
        yield from _worked(whole.card, words)
    others = [trial for trial in trials if trial is not whole]
    if others:
        rows = tuple((trial.example.name.say(words.lang), *_outcome(trial.card, words)) for trial in others)
        yield Paragraph(words.say("further"))
        yield filled(Table(tuple(map(words.say, ("case", "total", "grade"))), rows, numbers=frozenset({1})))


def _outcome(card: Scorecard, words: Wordings) -> tuple[str, str]:
    """Total and grade."""
    if card.total is None:
        return words.say("no-score"), NOTHING
    return total_figure(card, card.total), card.grade or NOTHING


def _worked(card: Scorecard, words: Wordings) -> Iterator[Block]:
    account, lang = Account(card, words.lang), words.lang
    rows = []
    for key, stated in words.nodes.items():
        if stated.parent is None:
            continue
        how = account.indicator(key) if isinstance(stated.noun, Indicator) else account.dimension(key, is_root=False)
        depth = "" if stated.parent == words.root else " "
        # The row says whose it is, and the head of the column what is contributed.
        own, adds = phrase("sum-of", lang, name=words.called(key), sum=""), phrase("contributes", lang, sum="")
        said = joined([*(text.removeprefix(own) for text in how), *account.rules_of_parent(key)], lang)
        rows.append((depth + words.called(key), said, contribution(card, card[key], lang).removeprefix(adds)))
    strong = frozenset(i for i, key in enumerate(list(words.nodes)[1:]) if words.nodes[key].children)
    head = tuple(map(words.say, ("indicator", "calculation", "contribution")))
    yield filled(Table(head, tuple(rows), strong=strong))
    yield Bullets((*account.dimension(words.root, is_root=True), *account.total(), *account.grade()))
