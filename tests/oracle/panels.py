"""Panels worked out naively: one rating after the other, in fractions, with none of the library's arrays."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from perfscheme.nouns.evidence.panels import Merge, Panel, TrimmedMean


class Rating(NamedTuple):
    subject: str
    rater: str
    relation: str
    item: str
    score: Fraction


def counting(panel: Panel, ratings: Sequence[Rating]) -> list[Rating]:
    """Those that count: one for each subject, item and rater, and no contradictions."""
    said: dict[tuple[str, str, str], set[Rating]] = {}
    for rating in ratings:
        own = rating.rater == rating.subject
        if own and panel.self_ is None:
            continue
        if panel.self_ is not None and own != (rating.relation == panel.self_):
            continue
        said.setdefault((rating.subject, rating.item, rating.rater), set()).add(rating)
    return [next(iter(each)) for each in said.values() if len(each) == 1]


def groups(panel: Panel, ratings: Sequence[Rating]) -> tuple[dict[str, list[Rating]], dict[str, Fraction], bool]:
    """The groups that are told on one item of one subject, their weights, and whether the item is withheld."""
    by_name = {relation.relation: relation for relation in panel.relations}
    members: dict[str, list[Rating]] = {name: [] for name in by_name}
    for rating in ratings:
        members[rating.relation].append(rating)
    weights = {name: relation.weight for name, relation in by_name.items()}
    needed = {name: relation.minimum for name, relation in by_name.items()}
    withheld = False
    left = set(by_name)
    while left:
        targets = {x.below.merge for x in map(by_name.__getitem__, left) if isinstance(x.below, Merge)}
        name = next(name for name in by_name if name in left and name not in targets)
        left.remove(name)
        if len(members[name]) >= needed[name]:
            continue
        below = by_name[name].below
        if isinstance(below, Merge):
            if members[name]:
                needed[below.merge] = max(needed[below.merge], needed[name])
            members[below.merge] += members[name]
            weights[below.merge] += weights[name]
        elif below == "withhold":
            withheld = True
        del members[name], weights[name]
    return members, weights, withheld


def average(panel: Panel, scores: Sequence[Fraction]) -> Fraction:
    ordered = sorted(scores)
    if panel.average == "median":
        return Fraction(statistics.median(ordered))
    if isinstance(panel.average, TrimmedMean):
        cut = int(len(ordered) * panel.average.trimmed_mean / 100)
        ordered = ordered[cut : len(ordered) - cut]
    return sum(ordered, Fraction(0)) / len(ordered)


def rounded(x: Fraction, decimals: int) -> Fraction:
    """Half away from zero."""
    size = int(abs(x) * 10**decimals + Fraction(1, 2))
    return Fraction(size if x >= 0 else -size, 10**decimals)


def told(panel: Panel, ratings: Sequence[Rating], ends: tuple[Fraction, Fraction]) -> dict[tuple[str, str], Any]:
    """By subject and item what is told: the value, and for each group value, raters, spread; and all of it adjusted."""
    kept = counting(panel, ratings)
    cells: dict[tuple[str, str], tuple[dict[str, list[Rating]], dict[str, Fraction], bool]] = {}
    for subject in dict.fromkeys(rating.subject for rating in ratings):
        for item in panel.items:
            mine = [x for x in kept if (x.subject, x.item) == (subject, item.item)]
            cells[subject, item.item] = groups(panel, mine)
    lenient = leniency(panel, [cell[0] for cell in cells.values()])
    found = {}
    for key, (members, weights, withheld) in cells.items():
        plain = {name: average(panel, [x.score for x in group]) for name, group in members.items()}
        moved = {
            name: average(panel, [x.score - lenient[x.rater] if (x.rater in lenient and known(panel, x)) else x.score
                                  for x in group])
            for name, group in members.items()
        }  # fmt: skip
        by_group = {
            name: (rounded(plain[name], panel.decimals), len(group), spread(panel, name, group, weights, ends))
            for name, group in members.items()
        }
        values = [mix(panel, weights, each, withheld=withheld) for each in (plain, moved)]
        if panel.leniency is None:
            values[1] = None
        found[key] = (values, by_group)
    return found


def mix(panel: Panel, weights: dict[str, Fraction], of: dict[str, Fraction], *, withheld: bool) -> Fraction | None:
    total = sum(weights.values(), Fraction(0))
    if withheld or not total:
        return None
    return rounded(sum(((weights[name] * of[name]) for name in of), Fraction(0)) / total, panel.decimals)


def spread(
    panel: Panel, name: str, group: Sequence[Rating], weights: object, ends: tuple[Fraction, Fraction]
) -> Fraction | None:
    by_name = {relation.relation: relation for relation in panel.relations}
    needed = max(by_name[x].minimum for x in {name, *(rating.relation for rating in group)})
    if len(group) < 2 * needed:
        return None
    middle = Fraction(statistics.median([x.score for x in group]))
    far = sum((abs(x.score - middle) for x in group), Fraction(0)) / len(group)
    return max(far, (ends[1] - ends[0]) / len(group)) if needed > 1 else far


def known(panel: Panel, rating: Rating) -> bool:
    """Whether everybody knows who rates so, and rates somebody else."""
    by_name = {relation.relation: relation for relation in panel.relations}
    return by_name[rating.relation].minimum == 1 and rating.relation != panel.self_


def leniency(panel: Panel, cells: Sequence[dict[str, list[Rating]]]) -> dict[str, Fraction]:
    """By rater; of what is told."""
    if panel.leniency is None:
        return {}
    far: dict[str, list[Fraction]] = {}
    for cell in cells:
        everybody = sum(len(group) for group in cell.values())
        mean = sum((len(g) * average(panel, [x.score for x in g]) for g in cell.values()), Fraction(0)) / (
            everybody or 1
        )
        for group in cell.values():
            for rating in group:
                if known(panel, rating):
                    far.setdefault(rating.rater, []).append(rating.score - mean)
    return {
        rater: rounded(sum(each, Fraction(0)) / len(each), panel.decimals)
        for rater, each in far.items()
        if len(each) >= panel.leniency.at_least
    }
