"""Panels: what several raters say of subjects, told so that nobody can find out what one of them said."""

from __future__ import annotations

import math
from fractions import Fraction

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic
from perfscheme.evidence.averages import Groups, grouped, mixed, scaled
from perfscheme.evidence.cells import distinct
from perfscheme.evidence.leniencies import leniencies
from perfscheme.evidence.opinions import GroupScore, ItemScore
from perfscheme.evidence.ratings import Ratings, Votes
from perfscheme.evidence.standings import Standing, standing
from perfscheme.evidence.wholes import Quotients, Whole, plus, product, times
from perfscheme.nouns.evidence.panels import NAMED, Panel, Relation

SPREAD_FACTOR = 2
"""A spread is told from twice the minimum on: it says no more than the means of two halves would."""


@attrs.frozen(eq=False, repr=False)
class PanelScores:
    """What a panel says of all subjects; only what may be told is in it, rounded as it is told.

    Rows are subjects and, within each, the panel's items; groups are rows by relation.

    Args:
        panel: whose it is.
        ends: the least and the greatest score that is possible.
        values: by row.
        adjusted: by row, without leniency; None where the panel does not ask for it.
        standing: which groups are told.
        groups: by told group, in the order of `places`.
        spreads: by told group; missing where it is not told.
        adjusted_groups: as `groups`.
        places: the numbers of the groups that are told, rising.
    """

    panel: Panel
    ends: tuple[Fraction, Fraction]
    values: Quotients
    adjusted: Quotients | None
    standing: Standing
    groups: Quotients
    spreads: Quotients
    adjusted_groups: Quotients | None
    places: NDArray[np.intp]

    def __repr__(self) -> str:
        return f"<PanelScores panel={self.panel.panel!r} subjects={self.subjects}>"

    @property
    def subjects(self) -> int:
        """How many subjects there are."""
        return len(self.values.over) // len(self.panel.items)

    def first(self, subjects: int) -> PanelScores:
        """What is said of the first subjects only."""
        if subjects == self.subjects:
            return self
        rows = subjects * len(self.panel.items)
        groups = int(np.searchsorted(self.places, rows * len(self.panel.relations)))
        return PanelScores(
            self.panel,
            self.ends,
            self.values.first(rows),
            None if self.adjusted is None else self.adjusted.first(rows),
            self.standing.first(rows),
            self.groups.first(groups),
            self.spreads.first(groups),
            None if self.adjusted_groups is None else self.adjusted_groups.first(groups),
            self.places[:groups],
        )

    def figures(self, item: int) -> tuple[Whole, NDArray[np.bool_]]:
        """The values of an item in units of the last decimal, and where there is none, by subject."""
        chosen = slice(item, None, len(self.panel.items))
        return self.values.over[chosen], self.values.missing[chosen]

    def at(self, subject: int, item: int) -> ItemScore:
        """What is said of the subject at a place, on the item at a place."""
        row = subject * len(self.panel.items) + item
        relations = self.panel.relations
        told = self.standing.told[row]
        groups = []
        for place, group in enumerate(relations):
            if self.standing.raters[row, place]:
                members = (group, *(x for i, x in enumerate(relations) if told[i] == place and i != place))
                groups.append(self._group(row, place, members))
        value = self.values.at(row)
        dropped = tuple(relation for i, relation in enumerate(relations) if told[i] < 0)
        lacking = Diagnostic("PS697") if value is None else None
        count = int(self.standing.raters[row].sum())
        adjusted = None if self.adjusted is None else self.adjusted.at(row)
        return ItemScore(self.panel.items[item].item, value, count, tuple(groups), dropped, adjusted, lacking)

    def _group(self, row: int, place: int, members: tuple[Relation, ...]) -> GroupScore:
        at = int(np.searchsorted(self.places, row * len(self.panel.relations) + place))
        low, high = self.ends
        spread, agreement = self.spreads.at(at), None
        if spread is not None:
            agreement = 1 - 2 * spread / (high - low)
        value = self.groups.at(at)
        assert value is not None, "a group that is told has a value"
        adjusted = None if self.adjusted_groups is None else self.adjusted_groups.at(at)
        raters = int(self.standing.raters[row, place])
        weight = Fraction(int(self.standing.weight[row, place]), self.standing.whole)
        return GroupScore(members, value, raters, weight, spread, agreement, adjusted)


def panel_scores(ratings: Ratings, votes: Votes, ends: tuple[Fraction, Fraction], subjects: int) -> PanelScores:
    """Average the raters of each group that may be told, and mix the groups.

    Args:
        ratings: all that were taken in.
        votes: those of them that count.
        ends: the least and the greatest score that is possible.
        subjects: how many there are.
    """
    panel = ratings.panel
    width, rows = len(panel.relations), subjects * len(panel.items)
    row = (votes.subject * len(panel.items) + votes.item).astype(np.intp)
    counts = np.bincount(row * width + votes.relation, minlength=rows * width).reshape(rows, width)
    stands = standing(panel.relations, counts.astype(np.int64))
    # From here on there is nothing left of the ratings that may not be told.
    under = stands.told[row, votes.relation]
    row, votes = row[under >= 0], votes.where(under >= 0)
    groups = (row * width + under[under >= 0]).astype(np.intp)
    codes, place = distinct(votes.score)
    exact = [ratings.scores[code] for code in codes]
    whole = math.lcm(*(x.denominator for x in (*exact, *ends, Fraction(1, 10**panel.decimals))))
    scores = scaled([*exact, Fraction(0)], whole)[place]
    told = grouped(groups, scores)
    averages = _averages(panel, told, whole)
    adjusted_groups = None
    if panel.leniency is not None:
        means = _mixed(told.groups, averages, stands.raters)
        known = (stands.needed[row, votes.relation] == NAMED) & (votes.relation != _self_place(panel))
        moved = _moved(
            panel,
            votes.where(known),
            scores[known],
            whole,
            Quotients(means.over[row[known]], means.under[row[known]], means.missing[row[known]]),
        )
        adjusted = scores.astype(object) if moved.dtype == object else scores.copy()
        adjusted[known] = moved
        adjusted_groups = _averages(panel, grouped(groups, adjusted), whole)
    return PanelScores(
        panel,
        ends,
        _valued(told.groups, averages, stands).kept(panel.decimals),
        None if adjusted_groups is None else _valued(told.groups, adjusted_groups, stands).kept(panel.decimals),
        stands,
        averages.kept(panel.decimals),
        _spreads(told, stands, whole, ends),
        None if adjusted_groups is None else adjusted_groups.kept(panel.decimals),
        told.groups,
    )


def _averages(panel: Panel, groups: Groups, whole: int) -> Quotients:
    over, under = groups.average(panel.average)
    return Quotients(over, times(under, whole), np.zeros(len(over), np.bool_))


def _valued(places: NDArray[np.intp], averages: Quotients, stands: Standing) -> Quotients:
    """By row the value: the mean of the groups by their weights, unless it is withheld."""
    found = _mixed(places, averages, stands.weight)
    return Quotients(found.over, found.under, found.missing | stands.withheld)


def _self_place(panel: Panel) -> int:
    return next((i for i, relation in enumerate(panel.relations) if relation.relation == panel.self_), -1)


def _moved(panel: Panel, votes: Votes, scores: Whole, whole: int, means: Quotients) -> Whole:
    """The scores of known raters without their leniency, which is kept to the panel's decimals."""
    assert panel.leniency is not None, "asked of panels with leniency only"
    own = leniencies(votes.rater, scores, whole, means, panel.leniency.at_least).rounded(panel.decimals)
    return plus(scores, -times(own, whole // 10**panel.decimals)[votes.rater])


def _mixed(places: NDArray[np.intp], averages: Quotients, weights: Whole) -> Quotients:
    """By row the mean of its groups by weights."""
    rows, width = weights.shape
    parts = []
    for i in range(width):
        mine = np.flatnonzero(places % width == i)
        over, under = np.zeros(rows, averages.over.dtype), np.ones(rows, averages.under.dtype)
        over[places[mine] // width], under[places[mine] // width] = averages.over[mine], averages.under[mine]
        parts.append((over, under, weights[:, i]))
    over, under = mixed(parts)
    missing = np.asarray(under == 0, np.bool_)
    return Quotients(over, np.where(missing, 1, under), missing)


def _spreads(groups: Groups, stands: Standing, whole: int, ends: tuple[Fraction, Fraction]) -> Quotients:
    """By group the mean distance from the median; of the anonymous at least what one pair of raters could make."""
    width = stands.raters.shape[1]
    needed = stands.needed[groups.groups // width, groups.groups % width]
    # A spread of nothing would say what each of them said, where the mean of the whole group leaves it open.
    least = np.where(needed > NAMED, int((ends[1] - ends[0]) * whole), 0)
    over = np.maximum(groups.distances(), least)
    few = (groups.sizes < SPREAD_FACTOR * needed) | (groups.sizes < SPREAD_FACTOR)
    return Quotients(over, product(groups.sizes, np.full(len(over), whole)), few)
