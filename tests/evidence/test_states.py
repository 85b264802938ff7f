"""States: what is kept of rows merges into what is kept of all of them."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.evidence.pairs import Pairs
from perfscheme.evidence.states import Counts, Extremes, Last, Sums, merged
from perfscheme.evidence.wholes import times, whole_array

ROWS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(-3, 3) | st.integers(-(10**25), 10**25), st.integers(0, 2)), max_size=12
)


def parts(rows: list[tuple[int, int, int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    return np.array([r[0] for r in rows], np.intp), whole_array([r[1] for r in rows]), np.array([r[2] for r in rows])


@given(ROWS, st.integers(0, 12))
def test_merged_states_are_those_of_all_rows(rows: list[tuple[int, int, int]], cut: int) -> None:
    """Also where one of them knows fewer subjects, or counts in other decimals."""
    one, other = parts(rows[:cut]), parts(rows[cut:])
    whole = parts(rows)
    size = 1 + max((r[0] for r in rows[:cut]), default=0)
    tens = times(other[1], 10)

    counts = merged([Counts.of(one[0], size), Counts.of(other[0], 4)])
    assert counts.n.tolist() == Counts.of(whole[0], 4).n.tolist()
    total = merged([Sums.of(*one[:2], 0, size), Sums.of(other[0], tens, 1, 4)])
    assert [Fraction(int(x), 10**total.decimals) for x in total.total] == Sums.of(*whole[:2], 0, 4).total.tolist()
    best = merged([Extremes.of(*one[:2], 0, size), Extremes.of(other[0], tens, 1, 4)])
    wanted = {g: max(r[1] for r in rows if r[0] == g) for g in range(4) if any(r[0] == g for r in rows)}
    assert {g: Fraction(int(best.best[g]), 10) for g in np.flatnonzero(best.there).tolist()} == wanted
    pairs = merged([Pairs.of(*one[:2]), Pairs.of(*other[:2])])
    assert pairs.different(4).tolist() == [len({r[1] for r in rows if r[0] == g}) for g in range(4)]
    for g in range(4):
        for rank, value in enumerate(sorted(r[1] for r in rows if r[0] == g)):
            assert pairs.ranked(np.full(4, rank), 4)[g] == value
    numbers = np.arange(len(rows))
    last = merged([
        Last.of(one[0], one[2], one[1], numbers[:cut], 0, size),
        Last.of(other[0], other[2], other[1], numbers[cut:], 0, 4),
    ])  # fmt: skip
    for g in range(4):
        own = [r for r in rows if r[0] == g]
        late = [r[1] for r in own if r[2] == max(x[2] for x in own)]
        assert bool(last.there[g]) == bool(own)
        if own:
            assert (last.low[g], last.high[g]) == (min(late), max(late))
            when = max(x[2] for x in own)
            at = [rows.index((g, value, when)) for value in (min(late), max(late))]
            assert [last.low_row[g], last.high_row[g]] == at


def test_rows_that_are_nobodys_are_not_counted() -> None:
    """They stand at the place behind the last, so that no column has to be copied without them."""
    groups = np.array([0, 2, 1, 2, 0])
    assert Counts.of(groups, 2).n.tolist() == [2, 1]
    assert Sums.of(groups, np.array([1, 10**15, 2, 2**61, 3]), 0, 2).total.tolist() == [4, 2]
