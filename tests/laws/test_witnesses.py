"""Law 10, nothing written is ignored: a figure that is scored by, changed, scores somebody otherwise, as it says."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from edits.texts import FILES, SHIPPED, Edit, edit, leaves, sound, substance
from edits.witnesses import Witnesses, answered, tells_apart
from perfscheme.diagnostics.figures import figure
from perfscheme.diagnostics.places import Path as Way
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, State
from perfscheme.formula.reals import Real, compare
from perfscheme.lints.surveys import Survey
from perfscheme.nouns.aggregations.aggregations import WeightedMean
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.inputs import NumberInput
from perfscheme.reading.load import checks, loads
from perfscheme.scheme import Scheme
from perfscheme.writing import dumps

ROOTS = {"score", "rules", "grades", "rounding", "inputs"}
VOUCHING = {"sections", "sources", "name", "description", "owner", "reason", "note", "waive"}
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
NUMBER = re.compile(r"-?\d+(\.\d+)?")
BOUNDS = ("from", "above", "to", "below")
RECORDS = 40
ALL = 5000


def scored_by(way: Way) -> bool:
    return way[0] in ROOTS and not VOUCHING & {*map(str, way)}


# An edit that nobody is scored otherwise by


def claims(scheme: Scheme, _: Scheme, way: Way) -> bool:
    """The bound of the worst grade: it is held against every total there can be, and no grade is given by it."""
    return (
        way[0] == "grades"
        and way[-1] in BOUNDS
        and way[1] == max(i for i, grade in enumerate(scheme.grades) if not grade.by_rule)
    )


def needless(one: Scheme, two: Scheme, way: Way) -> bool:
    """Whether no set of a dimension's children has a weight between two coverages."""
    if way[-1] != "coverage":
        return False
    at = way.index("aggregation")
    id_ = str(way[at - 1])
    low, high = sorted(covers(scheme, id_) for scheme in (one, two))
    children = [one.statement.nodes[child].weight for child in one.statement.nodes[id_].children]
    weights = [Const(Fraction(1)) if weight is None else weight for weight in children]
    known = [weight.value for weight in weights if isinstance(weight, Const)]
    assert len(known) == len(weights)
    kept = (sum(some) * 100 / sum(known) for n in range(1, len(known)) for some in itertools.combinations(known, n))
    return not any(low <= share < high for share in kept)


def covers(scheme: Scheme, id_: str) -> Fraction:
    noun: Any = scheme.statement.nodes[id_].noun
    found: Fraction = noun.aggregation.missing.coverage
    return found


def beyond(one: Scheme, two: Scheme, way: Way) -> bool:
    """Whether no points reach a limit of their curve, neither the one nor the other."""
    if way[-2] != "curve" or way[-1] not in ("at-most", "at-least"):
        return False
    for scheme in (one, two):
        stated = scheme.statement.nodes[str(way[-3])]
        limit = getattr(getattr(stated.noun, "curve", None), str(way[-1]).replace("-", "_"))
        reach = Survey(scheme).analysis.range(stated.raw)
        if reach is None or not (reach.high < limit if way[-1] == "at-most" else reach.low > limit):
            return False
    return True


def finer(one: Scheme, two: Scheme, way: Way) -> bool:
    """Whether more places are written than any total of the samples has."""
    totals = [Evaluation(record)(one.statement.unrounded) for record in Survey(one).samples.records]
    places = [scheme.rounding.places for scheme in (one, two) if scheme.rounding is not None]
    return way == ("rounding", "places") and all(
        isinstance(total, Fraction) and (total * 10 ** min(places)).denominator == 1 for total in totals
    )


def exhausted(one: Scheme, two: Scheme) -> bool:
    """Whether all the records there are, where every input is a label and nothing is missing, score alike."""
    inputs = one.statement.inputs
    pools = [() if isinstance(spec, NumberInput) else spec.labels for spec in inputs.values()]
    if not all(pools) or math.prod(map(len, pools)) > ALL:
        return False
    return not any(
        tells_apart(one, two, dict(zip(inputs, values, strict=True))) for values in itertools.product(*pools)
    )


# Which way it goes


def ordered(one: Scheme, two: Scheme, way: Way, old: str, new: str) -> Iterator[tuple[Any, Any]]:
    """Pairs of which the second is never the smaller one, for records of both: what is plain of the edit."""
    up = Fraction(new) > Fraction(old)
    pair = (one, two) if up else (two, one)
    for record in itertools.islice(Witnesses(one, two, [way]).records(), RECORDS):
        found = [answered(scheme, record) for scheme in pair]
        if None in found:
            continue
        if way[-3:-1] == ("curve", "points") and "extend" not in tilts(one, way):
            yield tuple(run(scheme.statement.nodes[str(way[-4])].raw) for run, scheme in zip(found, pair, strict=True))
        elif way[0] == "grades" and way[-1] in BOUNDS:
            lower, higher = (run(scheme.statement.grade) for run, scheme in zip(found, pair, strict=True))
            yield (higher, lower) if way[-1] in BOUNDS[:2] else (lower, higher)
        elif way[-1] == "coverage":
            id_ = str(way[way.index("aggregation") - 1])
            raw = [run(scheme.statement.nodes[id_].raw) for run, scheme in zip(found, pair, strict=True)]
            yield tuple(Fraction(isinstance(value, State)) for value in raw)


def tilts(scheme: Scheme, way: Way) -> tuple[str, ...]:
    """What a curve does beyond its points: a line that is drawn further goes down where its first end goes up."""
    curve = getattr(scheme.statement.nodes[str(way[-4])].noun, "curve", None)
    return getattr(curve, "below", ""), getattr(curve, "above", "")


def witnessed(name: str, change: Edit) -> None:
    before = sound(name)
    if any(substance(diagnostic) not in before.said for diagnostic in checks(change.text)):
        return  # told
    after = loads(change.text)
    new = leaves(dumps(after))
    ways = [way for way in before.leaves.keys() | new.keys() if before.leaves.get(way) != new.get(way)]
    # A figure in the text of a formula may stand in a case that no record comes to.
    assume(ways and all(scored_by(way) and way[-1] != "formula" for way in ways))
    assert after.hash != before.scheme.hash
    dead = (claims, needless, beyond)
    if not all(any(of(before.scheme, after, way) for of in dead) for way in ways):
        found = Witnesses(before.scheme, after, ways).find()
        assert (
            found is not None
            or all(finer(before.scheme, after, way) for way in ways)
            or exhausted(before.scheme, after)
        ), ways
    for way in ways:
        old, now = before.leaves.get(way), new.get(way)
        if len(ways) == 1 and old is not None and now is not None and NUMBER.fullmatch(old) and NUMBER.fullmatch(now):
            for lower, higher in ordered(before.scheme, after, way, old, now):
                if not isinstance(lower, State) and not isinstance(higher, State):
                    assert compare(lower, higher) <= 0
                else:
                    assert lower is higher


def figures(name: str) -> list[int]:
    """The lines with a figure that is scored by."""
    before = sound(name)
    lines = before.text.split("\n")
    return [
        at
        for at, ways in before.ways.items()
        if any(way and scored_by(way) for way in ways) and any(sign in "0123456789" for sign in lines[at])
    ]


@pytest.mark.parametrize("name", SHIPPED)
@settings(max_examples=5, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_a_figure_of_a_shipped_scheme_scores_somebody_otherwise(name: str, data: st.DataObject) -> None:
    """A record shows it; or a message tells it, or no weights make a difference to it."""
    at = data.draw(st.sampled_from(figures(name)))
    witnessed(name, edit(sound(name).text, "retype", at, data.draw(st.integers(0, 10_000))))


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(name=st.sampled_from(sorted(FILES)), data=st.data())
def test_a_figure_of_a_published_rule_scores_somebody_otherwise(name: str, data: st.DataObject) -> None:
    """Forty schemes, written in as many ways."""
    at = data.draw(st.sampled_from(figures(name)))
    witnessed(name, edit(sound(name).text, "retype", at, data.draw(st.integers(0, 10_000))))


# Weights, which change by twos


def weighed() -> list[tuple[str, str, str, str]]:
    """File, dimension and every two neighbours of fixed weight in a mean."""
    found = []
    for name in sorted(FILES):
        statement = sound(name).scheme.statement
        for id_, stated in statement.nodes.items():
            if isinstance(stated.noun, Dimension) and isinstance(stated.noun.aggregation, WeightedMean):
                fixed = [child for child in stated.children if isinstance(statement.nodes[child].weight, Const)]
                found += [(name, id_, *pair) for pair in itertools.pairwise(fixed)]
    return found


def reweighed(name: str, weights: dict[Way, Fraction]) -> Scheme:
    """The file with other weights in the places of those that it has."""
    lines = sound(name).text.split("\n")
    for way, weight in weights.items():
        (at,) = (at for at, ways in sound(name).ways.items() if way in ways)
        written = re.compile(rf"\bweight: {re.escape(sound(name).leaves[way])}\b")
        assert len(written.findall(lines[at])) == 1
        lines[at] = written.sub(f"weight: {figure(weight)}", lines[at])
    return loads("\n".join(lines))


@pytest.mark.parametrize(("name", "dimension", "gains", "loses"), weighed())
def test_weight_that_moves_between_two_moves_their_mean_by_the_share_of_their_difference(
    name: str, dimension: str, gains: str, loses: str
) -> None:
    """So a record in which the one that gains is the better one has more points than before."""
    one = sound(name).scheme
    stated = one.statement.nodes[dimension]
    known = {child: one.statement.nodes[child].weight for child in stated.children}
    weights = {child: weight.value for child, weight in known.items() if isinstance(weight, Const)}
    moved = weights[loses] / 2
    places = {child: (*one.statement.nodes[child].path, "weight") for child in (gains, loses)}
    two = reweighed(name, {places[gains]: weights[gains] + moved, places[loses]: weights[loses] - moved})
    moves = []
    for record in Survey(one).samples.records:
        was, is_ = Evaluation(record), Evaluation(record)
        terms = dict(zip(stated.children, map(was, stated.terms), strict=True))
        if any(isinstance(term, State | Real) for term in terms.values()):
            continue
        moves.append((terms[gains] - terms[loses]) * moved / sum(weights.values()))
        assert is_(two.statement.nodes[dimension].raw) - was(stated.raw) == moves[-1]
    assert any(moves)
