"""Origins: what a result asks of the scheme that it comes from."""

from __future__ import annotations

from typing import Protocol

from perfscheme.diagnostics import Text
from perfscheme.nouns.grades import Ladder
from perfscheme.nouns.roundings import TotalRounding
from perfscheme.scheme.compiled import Compiled
from perfscheme.scheme.statement import Statement


class Origin(Protocol):
    """A scheme as its results see it."""

    @property
    def scheme(self) -> str:
        """Its id."""

    @property
    def version(self) -> str | None:
        """Its version, as its authors number it; None where they do not."""

    @property
    def name(self) -> Text | None:
        """Its name for people."""

    @property
    def hash(self) -> str:
        """SHA-256 of its content."""

    @property
    def statement(self) -> Statement:
        """Its formula, stage by stage."""

    @property
    def rounding(self) -> TotalRounding | None:
        """The rounding of its total."""

    @property
    def ladder(self) -> Ladder | None:
        """Its grades."""

    @property
    def grade_names(self) -> tuple[str, ...]:
        """The names of its grades, the worst first."""

    @property
    def compiled(self) -> Compiled:
        """What its statement runs on."""
