"""Views."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.frames.views import FEW, SHORT, few_words
from tables.people import needed

pa: Any = pytest.importorskip("pyarrow")
words = st.text("ab€", max_size=9) | st.sampled_from(["urgent", "urgencies", "closed", "closer", "twelve bytes", "x\0"])


def column(rows: list[str | None], start: int = 0) -> Any:
    return pa.array(rows, pa.string_view())[start:]


@given(st.lists(words, max_size=60), st.integers(0, 9))
def test_few_short_words_are_told_apart(rows: list[str], start: int) -> None:
    """As they appear; not at all where two are alike in their length and first four bytes, or one is too long."""
    rows = rows[start:]
    found = few_words(column(["other"] * start + rows, start))
    wanted = list(dict.fromkeys(rows))
    heads = {(len(word.encode()), word.encode()[:4]) for word in wanted}
    if len(heads) < len(wanted) or len(wanted) > FEW or any(len(word.encode()) > SHORT for word in wanted):
        assert found is None
    else:
        assert found is not None
        assert found[0] == tuple(wanted)
        assert [found[0][code] for code in found[1]] == rows


@pytest.mark.parametrize(
    "rows", [["a", None], ["thirteen byte"], ["closed", "closer"], [f"{i}" for i in range(FEW + 1)]]
)
def test_other_columns_are_left_to_the_library(rows: list[str | None]) -> None:
    """Those with gaps, with long words, with words that begin alike, with many words."""
    assert few_words(column(rows)) is None


def test_words_that_come_late_are_known_in_every_row() -> None:
    """Also those of which the first stands in another tile."""
    rows = [*itertools.repeat("a", 40_000), *itertools.islice(itertools.cycle(["late", "b", "a"]), 9_000), "", "b"]
    found = few_words(column(rows))
    assert found is not None
    assert found[0] == ("a", "late", "b", "")
    assert [found[0][code] for code in found[1]] == rows


def test_frames_of_polars_are_read_by_them() -> None:
    """It hands texts over as views."""
    needed("polars")
    import polars as pl

    from perfscheme.frames.columns import FrameColumns

    coded = FrameColumns(pl.DataFrame({"x": ["b", "a", "b"]}))["x"]
    assert (coded.words, coded.codes.tolist()) == (("b", "a"), [0, 1, 0])
