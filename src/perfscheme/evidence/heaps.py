"""Heaps: the states of the chunks that were seen, merged as they come in."""

from __future__ import annotations

from typing import Generic, TypeVar

from perfscheme.evidence.states import State, merged

S = TypeVar("S", bound=State)


class Heap(Generic[S]):
    """States of chunks.

    What streams by must not pile up, nor be gone through again for each chunk: a state is merged with the one before
    as soon as it is half as large, so there are about as many as the size of all has binary digits.

    Args:
        nothing: the state of no rows.
    """

    def __init__(self, nothing: S) -> None:
        self._nothing = nothing
        self._states: list[S] = []

    def add(self, state: S) -> None:
        """Put the state of another chunk on top."""
        kept = self._states
        kept.append(state)
        while len(kept) > 1 and kept[-2].size <= 2 * kept[-1].size:
            last = kept.pop()
            kept.append(kept.pop().merge(last))

    def all(self) -> S:
        """The state of all rows."""
        return merged(self._states) if self._states else self._nothing
