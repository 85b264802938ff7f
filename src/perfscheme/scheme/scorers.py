"""Scorers: what a batch and a trial ask of the scheme that they run."""

from __future__ import annotations

from typing import Any, Protocol

from perfscheme.nouns.examples import Example
from perfscheme.scheme.cards import Scorecard
from perfscheme.scheme.origins import Origin
from perfscheme.scheme.subjects import Subject


class Scorer(Origin, Protocol):
    """A scheme as those see it that score by it."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """Records with expected results."""

    def score(self, record: Any, *, subject: Subject | None = None) -> Scorecard:
        """Score one record."""
