"""Words and flags."""

from __future__ import annotations

import numpy as np

from evidence.conftest import faults, values
from perfscheme.evidence.columns import read
from perfscheme.frames.columns import Coded
from perfscheme.nouns.evidence.columns import FlagColumn, TextColumn


def test_words_are_coded() -> None:
    """Whole numbers name somebody as well; blanks and unknown labels are faults."""
    found = read(TextColumn("t"), ["ann", None, 7, "ann", "", 1.5], None)
    assert (found.words, found.values.tolist()) == (("ann", "7"), [0, -1, 1, 0, -1, -1])
    assert faults(found) == {"PS103": [4], "PS631": [5]}
    assert faults(read(TextColumn("t", ("open", "solved")), ["open", "opne"], None)) == {"PS110": [1]}
    assert read(TextColumn("t"), Coded(("a", "b"), np.array([1, -1, 0])), None).values.tolist() == [1, -1, 0]


def test_a_number_of_a_ticket_beside_a_gap_is_the_word_for_it() -> None:
    """A frame makes floats of whole numbers, where one of them is missing."""
    found = read(TextColumn("t"), np.array([149.0, np.nan, 7.0]), None)
    assert [found.words[code] if code >= 0 else None for code in found.values.tolist()] == ["149", None, "7"]
    assert faults(read(TextColumn("t"), [1.5], None)) == {"PS631": [0]}


def test_flags_are_flags_or_the_words_for_them() -> None:
    """As a file of values has them; 1 is none."""
    found = read(FlagColumn("f"), [True, "FALSE", None, 1, "Yes", "否", "sure"], None)
    assert values(found) == [1, 0, None, None, 1, 0, None]
    assert faults(found) == {"PS114": [3, 6]}
    assert values(read(FlagColumn("f"), np.array([True, False]), None)) == [1, 0]


def test_a_whole_number_of_any_library_is_the_word_for_it() -> None:
    """A float that several whole numbers run together in is nobody's; a word of numpy is a plain one."""
    data = [np.int64(7), np.float64(8), 2.0**53, np.str_("a"), 10**20]
    cells = read(TextColumn("who"), data, None)
    assert cells.words == ("7", "8", "a", str(10**20))
    assert {type(word) for word in cells.words} == {str}
    assert faults(cells) == {"PS631": [2]}
    assert faults(read(TextColumn("who"), [np.timedelta64(5, "m"), np.timedelta64("NaT")], None)) == {"PS631": [0]}
