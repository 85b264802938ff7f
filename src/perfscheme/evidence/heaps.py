"""Heaps: the states of the chunks that were seen, merged as they come in."""

from __future__ import annotations

from typing import Generic, TypeVar

from perfscheme.evidence.states import State, merged

S = TypeVar("S", bound=State)


class Heap(Generic[S]):
    """States of chunks.

    What streams by must not pile up, nor be gone through again for each chunk: a state is merged with the one before
    as soon as it is half as large, so there are about as many as the size of all has binary digits. Several threads may
    add to it at once: a state is taken out before it is merged, so each is in one hand only, and their order is of no
    account.

    Args:
        nothing: the state of no rows.
    """

    def __init__(self, nothing: S) -> None:
        self._nothing = nothing
        self._states: list[S] = []

    def add(self, state: S) -> None:
        """Put the state of another chunk on top."""
        while True:
            try:
                before = self._states.pop()
            except IndexError:
                break
            if before.size > 2 * state.size:
                self._states.append(before)
                break
            state = before.merge(state)
        self._states.append(state)

    def all(self) -> S:
        """The state of all rows."""
        return merged(self._states) if self._states else self._nothing
