"""Panels: several raters of one subject by relation (360°), and what becomes of groups too small to be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text, guess
from perfscheme.diagnostics.repeats import repeats
from perfscheme.nouns.entries import entries, listed
from perfscheme.nouns.evidence.row_measures import LEAST_DECIMALS, MOST_DECIMALS
from perfscheme.nouns.numbers import number
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.sources import Source, text_or_none

NAMED = 1
"""The minimum of a relation whose raters are known anyway, such as the superior."""
LEAST_ANONYMOUS = 3
"""Of two raters each could work out the other's score from the mean."""
_LEAST_SCORES = 2


@attrs.frozen
class Merge:
    """A group that is too small is counted among the raters of another relation, with its weight.

    Args:
        merge: the other relation.
    """

    merge: str


Below: TypeAlias = Literal["drop", "withhold"] | Merge
"""What becomes of a group below its minimum: it counts nowhere; the item has no value; another group takes it in."""


@attrs.frozen
class Relation:
    """Those who stand to the subject in one relation: superiors, peers, customers.

    Args:
        relation: the word of the table.
        weight: its share in the value of an item, in relation to the others that are there.
        minimum: so many raters must have answered an item; 1: they are not anonymous.
        below: what becomes of fewer.
        name: for people.

    Raises:
        SchemeError: a weight below 0 (PS670); a minimum below 1, or of 2, where each could work out the other's score
            (PS671).
    """

    relation: str
    weight: Fraction = attrs.field(converter=number, kw_only=True)
    minimum: int = attrs.field(kw_only=True)
    below: Below = attrs.field(kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = []
        if self.weight < 0:
            problems.append(Diagnostic("PS670", ("weight",), {"found": self.weight}))
        if self.minimum != NAMED and self.minimum < LEAST_ANONYMOUS:
            problems.append(Diagnostic("PS671", ("minimum",), {"found": self.minimum, "least": LEAST_ANONYMOUS}))
        if problems:
            raise SchemeError(problems)

    @property
    def anonymous(self) -> bool:
        """Whether what a single rater says must not be told."""
        return self.minimum > NAMED


@attrs.frozen
class PanelItem:
    """A question of the panel, and the input to which its value goes."""

    item: str
    input: str


@attrs.frozen
class LabelScore:
    """The score that a word stands for."""

    label: str
    score: Fraction = attrs.field(converter=number)


@attrs.frozen
class TrimmedMean:
    """The mean without so many percent of the raters at either end, in whole raters, rounded down.

    Args:
        trimmed_mean: above 0 and below 50, so that somebody is left.

    Raises:
        SchemeError: another share (PS672).
    """

    trimmed_mean: Fraction = attrs.field(converter=number)

    def __attrs_post_init__(self) -> None:
        if not 0 < self.trimmed_mean < 50:
            raise SchemeError(Diagnostic("PS672", ("trimmed-mean",), {"found": self.trimmed_mean}))


Average: TypeAlias = Literal["mean", "median"] | TrimmedMean
"""How the raters of a group become one score."""


@attrs.frozen
class Leniency:
    """Values are told a second time, without what raters who are not anonymous are lenient or strict.

    Leniency is how far a rater's scores lie above the means of the items that the rater answered. That of anonymous
    raters would tell what each of them said, as they rate in ever other company; their scores stay as they are.

    Args:
        at_least: so many scores of a rater must count; those of a rater with fewer stay as they are.

    Raises:
        SchemeError: fewer than two (PS673).
    """

    at_least: int = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.at_least < _LEAST_SCORES:
            raise SchemeError(Diagnostic("PS673", ("at-least",), {"found": self.at_least, "least": _LEAST_SCORES}))


def items_of(value: Any) -> tuple[PanelItem, ...]:
    """Items as a tuple; a mapping is taken by its keys."""
    return entries(PanelItem, value)


def scores_of(value: Any) -> tuple[LabelScore, ...]:
    """Labels with their scores as a tuple; a mapping is taken by its keys."""
    return entries(LabelScore, value)


def scale_of(value: Any) -> tuple[Fraction, Fraction] | None:
    """The two ends of a scale."""
    if value is None:
        return None
    if not isinstance(value, tuple | list) or len(value) != 2:
        raise SchemeError(Diagnostic("PS333", (), {"found": type(value).__name__, "expected": ("(low, high)", "None")}))
    low, high = value
    return number(low), number(high)


@attrs.frozen
class Panel:
    """A table of ratings: one row for each rater and item of a subject.

    Args:
        panel: its name.
        table: whose rows are ratings.
        rater, relation, item, score: columns: who rated, as what, which item, and how: a number with a range, or a
            text with labels.
        relations: who may rate, by the word of the column.
        items: the input that each item gives.
        average: how the raters of a group become one score.
        decimals: to how many decimals values are rounded, half-up, once.
        self_: the relation in which subjects rate themselves; None: what they say of themselves is left out.
        scale: the ends of the scale to which the range of the column is stretched; None: scores stay as they are.
        labels: the score of each word, where the column holds words.
        leniency: also tell values without what known raters are strict or lenient; None: do not.
        name: for people.
        sources: where this is laid down.

    Raises:
        SchemeError: nothing in `relations` or `items` (PS246); a name or an input twice (PS674); no weight above 0
            (PS675); a merge that leads nowhere (PS676), round (PS677), or from anonymous raters to known ones (PS678);
            a `self` that is no relation, or has a minimum (PS679); both `scale` and `labels`, or a scale that does not
            rise (PS680); leniency where all are anonymous (PS669); decimals that cannot be (PS611).
    """

    panel: str
    table: str = attrs.field(kw_only=True)
    rater: str = attrs.field(kw_only=True)
    relation: str = attrs.field(kw_only=True)
    item: str = attrs.field(kw_only=True)
    score: str = attrs.field(kw_only=True)
    relations: Keyed[Relation] = attrs.field(converter=listed, kw_only=True)
    items: Keyed[PanelItem] = attrs.field(converter=items_of, kw_only=True)
    average: Average = attrs.field(kw_only=True)
    decimals: int = attrs.field(kw_only=True)
    self_: str | None = attrs.field(default=None, kw_only=True)
    scale: tuple[Fraction, Fraction] | None = attrs.field(default=None, converter=scale_of, kw_only=True)
    labels: Keyed[LabelScore] = attrs.field(default=(), converter=scores_of, kw_only=True)
    leniency: Leniency | None = attrs.field(default=None, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = [
            Diagnostic("PS246", (key,), {"name": key})
            for key, there in (("relations", self.relations), ("items", self.items))
            if not there
        ]
        problems += self._twice()
        if not problems:
            problems += self._relations()
        if self.scale is not None and (self.labels or not self.scale[0] < self.scale[1]):
            problems.append(Diagnostic("PS680", ("scale",)))
        if self.leniency is not None and all(each.anonymous or each.relation == self.self_ for each in self.relations):
            problems.append(Diagnostic("PS669", ("leniency",)))
        if not LEAST_DECIMALS <= self.decimals <= MOST_DECIMALS:
            problems.append(Diagnostic("PS611", ("decimals",), {"found": self.decimals, "most": MOST_DECIMALS}))
        if problems:
            raise SchemeError(problems)

    def _twice(self) -> Iterator[Diagnostic]:
        for key, names in (
            ("relations", [(each.relation, each.relation) for each in self.relations]),
            ("items", [(each.item, each.item) for each in self.items]),
            ("items", [(each.item, each.input) for each in self.items]),
            ("labels", [(each.label, each.label) for each in self.labels]),
        ):
            for i, name in repeats(name for _, name in names):
                yield Diagnostic("PS674", (key, names[i][0]), {"name": name})

    def _relations(self) -> Iterator[Diagnostic]:
        if all(relation.weight == 0 for relation in self.relations):
            yield Diagnostic("PS675", ("relations",))
        by_name = {relation.relation: relation for relation in self.relations}
        for relation in self.relations:
            if isinstance(relation.below, Merge):
                path = ("relations", relation.relation, "below", "merge")
                yield from (found.within(*path) for found in _merge_problems(relation, by_name))
        if self.self_ is not None and self.self_ not in by_name:
            yield _unknown(self.self_, by_name).within("self")
        elif self.self_ is not None and by_name[self.self_].anonymous:
            yield Diagnostic("PS679", ("relations", self.self_, "minimum"), {"name": self.self_})


def _unknown(name: str, known: Mapping[str, Relation]) -> Diagnostic:
    called = {key: relation.name for key, relation in known.items()}
    return Diagnostic("PS676", (), {"name": name, "known": tuple(known), **guess(name, known, called)})


def _merge_problems(relation: Relation, by_name: Mapping[str, Relation]) -> Iterator[Diagnostic]:
    way, here = [relation.relation], relation
    while isinstance(here.below, Merge):
        there = by_name.get(here.below.merge)
        if there is None:
            if here is relation:
                yield _unknown(here.below.merge, by_name)
            return
        if there.relation == relation.relation == next(name for name in by_name if name in way):  # a ring is told once
            yield Diagnostic("PS677", (), {"name": relation.relation, "ring": tuple(way)})
        if there.relation in way:
            return
        if here is relation and here.anonymous and not there.anonymous:
            yield Diagnostic("PS678", (), {"name": relation.relation, "other": there.relation})
        way.append(there.relation)
        here = there
