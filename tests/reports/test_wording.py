"""Titles and sentences of documents."""

from __future__ import annotations

import re
import typing
from pathlib import Path

import perfscheme.reports.wording as module
from perfscheme.nouns.comparisons import RELATIONS, IfMissing
from perfscheme.nouns.evidence.calendars import WEEK
from perfscheme.nouns.evidence.measures import Measure, Method
from perfscheme.nouns.inputs import Better
from perfscheme.nouns.rules.amounts import Steps
from perfscheme.nouns.units import UNITS
from perfscheme.reports.wording import WORDING, joined, word
from perfscheme.scheme.identity import Period

HOMES = ("wording.py", "tellings.py")


def test_both_languages_say_the_same_facts() -> None:
    """The same placeholders in each, and neither is the other."""
    for key, words in WORDING.items():
        assert set(words) == {"zh", "en"}, key
        assert len({tuple(sorted(re.findall(r"{\w+}", text))) for text in words.values()}) == 1, key


def test_no_sentence_is_left_over() -> None:
    """Every key is asked for somewhere in the package."""
    folder = Path(module.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py") if path.name not in HOMES)
    named = {*typing.get_args(Period), *UNITS, *(f"{better}-is-better" for better in typing.get_args(Better))}
    named |= {*WEEK, *typing.get_args(Method), "drop", "withhold", "each-mean", "each-median"}
    named |= {f"counted-{measure.kind}" for measure in typing.get_args(Measure)}
    named |= {f"time-{relation}" for relation in RELATIONS} | {f"gap-{answer}" for answer in typing.get_args(IfMissing)}
    named |= {f"data-{how}-by" for how in ("said", "counted")}
    named |= {f"{kind}-{how}" for kind in ("bonus", "deduction") for how in (*typing.get_args(Steps), "limit")}
    assert [key for key in WORDING if key not in named and f'"{key}"' not in source] == []


def test_sentences_take_their_facts() -> None:
    """And clauses are joined as the language does."""
    assert word("of", "en", some=1, all=3) == "1 of 3"
    assert joined(["甲", "乙"], "zh") == "甲；乙"
