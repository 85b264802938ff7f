"""Heaps."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.evidence.heaps import Heap
from perfscheme.evidence.states import Counts


@given(st.lists(st.lists(st.integers(0, 40), max_size=9), max_size=20))
def test_a_heap_is_the_state_of_all_rows(chunks: list[list[int]]) -> None:
    """Whatever was merged on the way; of no chunk it is that of no rows, and asking twice changes nothing."""
    heap = Heap(Counts.of(np.empty(0, np.intp), 0))
    for chunk in chunks:
        heap.add(Counts.of(np.array(chunk, np.intp), 0))
    rows = [row for chunk in chunks for row in chunk]
    wanted = Counts.of(np.array(rows, np.intp), 0).n.tolist()
    assert heap.all().n.tolist() == heap.all().n.tolist() == wanted


def test_what_streams_by_does_not_pile_up() -> None:
    """Of a thousand chunks a few states are kept."""
    heap = Heap(Counts.of(np.empty(0, np.intp), 0))
    for i in range(1000):
        heap.add(Counts.of(np.array([i % 7], np.intp), 7))
    assert len(heap._states) == 1


def test_several_threads_add_at_once() -> None:
    """Nothing is lost, and nothing is merged twice."""
    heap = Heap(Counts.of(np.empty(0, np.intp), 0))
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(lambda i: heap.add(Counts.of(np.array([i % 7], np.intp), 7)), range(2000)))
    finally:
        sys.setswitchinterval(before)
    assert heap.all().n.tolist() == [286] * 5 + [285] * 2
