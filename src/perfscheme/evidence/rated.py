"""Rated: the inputs of a measurement that come from panels."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from perfscheme.diagnostics import Diagnostic
from perfscheme.evidence.chunks import TableProblem, row_by_row
from perfscheme.evidence.figures import Figures
from perfscheme.evidence.listings import Listing
from perfscheme.evidence.measuring import Measuring
from perfscheme.evidence.opinions import ItemScore
from perfscheme.evidence.panels import PanelScores, panel_scores
from perfscheme.nouns.evidence.ties import ends


class Rated:
    """What panels give, by input.

    Args:
        measuring: a measurement under way.
        size: how many subjects there are.
    """

    def __init__(self, measuring: Measuring, size: int) -> None:
        self.problems: list[TableProblem] = []
        self._places: dict[str, tuple[PanelScores, int]] = {}
        self._lacking: dict[str, Diagnostic] = {}
        self._figures: dict[str, Figures] = {}
        listing = Listing()
        for ratings in measuring.panels.values():
            panel = ratings.panel
            votes, twice = ratings.votes(size)
            self.problems += row_by_row(panel.table, 0, listing.first(panel.table, twice))
            reach = ends(panel, measuring.evidence.table(panel.table))
            assert reach is not None, "checked when evidence is made"
            everybody = max(size, int(votes.subject.max(initial=-1)) + 1)
            scores = panel_scores(ratings, votes, reach, everybody).first(size)
            for place, item in enumerate(panel.items):
                self._places[item.input] = scores, place
                if ratings.lacking is not None:
                    self._lacking[item.input] = ratings.lacking
        self.more = tuple(listing.rest())

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def figures(self, key: str) -> Figures:
        """The values of an input."""
        if key not in self._figures:
            scores, item = self._places[key]
            units, missing = scores.figures(item)
            self._figures[key] = Figures(units, scores.panel.decimals, missing)
        return self._figures[key]

    def said(self, key: str, place: int) -> ItemScore:
        """What is said of the subject at a place."""
        scores, item = self._places[key]
        said = scores.at(place, item)
        # Ratings that lack something were not kept, so that no relation has any.
        return attrs.evolve(said, dropped=(), lacking=self._lacking[key]) if key in self._lacking else said
