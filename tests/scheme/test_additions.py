"""Additions: contributions add up to a dimension's points, exactly (law 9)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import perfscheme
from perfscheme import Scheme
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import combine, compare, multiply
from perfscheme.testing import records, schemes


@settings(max_examples=60, phases=(Phase.explicit, Phase.generate))
@given(st.data())
def test_contributions_add_up_exactly(data: st.DataObject) -> None:
    """Of every mean, sum and n best in a random scheme, to the points before the dimension's own rules."""
    scheme = data.draw(schemes())
    card = scheme.score(data.draw(records(scheme)))
    for key, stated in scheme.statement.nodes.items():
        raw = card.exact(stated.raw)
        parts = [card[child] for child in stated.children]
        if not parts or raw is None or isinstance(raw, State):
            assert all(part.contribution is None for part in parts)
            continue
        kind = stated.noun.aggregation.kind  # type: ignore[union-attr]  # it has children
        added = [part.contribution for part in parts]
        if kind in ("weighted-mean", "sum", "share-met", "best", "trimmed"):
            assert None not in added, kind
        if None not in added:
            assert compare(combine([(Fraction(1), x) for x in added if x is not None], Fraction(0)), raw) == 0
        for part, counted in zip(parts, (card.addition(key) or _Nothing).counted, strict=False):
            if part.effective_weight is not None and part.contribution is not None and counted is not None:
                assert compare(part.contribution, multiply(part.effective_weight, counted)) == 0


class _Nothing:
    counted: tuple[()] = ()


SMALL = """
perfscheme: 1
scheme: small
score:
  aggregation: {aggregation}
  children:
    a: {{unit: points, better: higher, range: [{low}, 100], {a} curve: {{kind: as-is}}}}
    b: {{unit: points, better: higher, range: [{low}, 100], {b} curve: {{kind: as-is}}}}
    c: {{unit: points, better: higher, range: [{low}, 100], {c} curve: {{kind: as-is}}}}
"""


def small(aggregation: str, *weights: object) -> Scheme:
    """Three indicators that are their own points."""
    a, b, c = (f"weight: {weight}," for weight in weights) if weights else ("", "", "")
    low = 0 if "geometric" in aggregation else -100
    return perfscheme.loads(SMALL.format(aggregation=aggregation, low=low, a=a, b=b, c=c))


def three(figures: Any) -> list[Fraction | None]:
    """Exact figures of the three children; None where there are none."""
    return [None] * 3 if figures is None else [Fraction(x) for x in figures]


REFUSE = "missing: {kind: refuse}"
OPEN = "missing: {kind: renormalise, coverage: 0}"
NA = State.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("points", "dropped"),
    [((90, 72, 80), (0, 1)), ((80, 80, 80), (0, 2)), ((None, 72, 80), (1, 2)), ((72, 80, 90), (2, 0))],
)
def test_a_trimmed_mean_drops_whole_children(points: tuple[Any, ...], dropped: tuple[int, int]) -> None:
    """One of the highest and one of the lowest that are there; the others are the mean, in equal parts."""
    both = small(f"{{kind: trimmed, drop-highest: 1, drop-lowest: 1, {OPEN}}}")
    card = both.score(dict(zip("abc", points, strict=True)))
    if None in points:
        assert card.total is None  # nobody is left
        return
    factors = [card[key].effective_weight for key in "abc"]
    assert [i for i, factor in enumerate(factors) if factor == 0] == sorted(dropped)
    assert sum(card[key].contribution or 0 for key in "abc") == card.unrounded  # type: ignore[misc]


@pytest.mark.parametrize(
    ("aggregation", "weights", "points", "effective", "contributions"),
    [
        (f"{{kind: weighted-mean, {REFUSE}}}", (50, 30, 20), (60, 80, 100), ("1/2", "3/10", "1/5"), (30, 24, 20)),
        (f"{{kind: weighted-mean, {OPEN}}}", (50, 30, 20), (60, None, 100), ("5/7", "0", "2/7"), ("300/7", 0, "200/7")),
        (f"{{kind: weighted-mean, {REFUSE}}}", (50, 30, 20), (60, NA, 100), ("5/7", "0", "2/7"), ("300/7", 0, "200/7")),
        (
            "{kind: weighted-mean, missing: {kind: zero}}", (50, 30, 20), (60, None, 100),
            ("1/2", "3/10", "1/5"), (30, 0, 20),
        ),
        (
            "{kind: weighted-mean, missing: {kind: fallback-weights, "
            "tables: [{when-missing: [b], weights: {a: 90, c: 10}}]}}",
            (50, 30, 20), (60, None, 100), ("9/10", "0", "1/10"), (54, 0, 10),
        ),
        (f"{{kind: sum, {REFUSE}}}", (), (60, 80, -5), ("1", "1", "1"), (60, 80, -5)),
        (f"{{kind: sum, weights: factors, {REFUSE}}}", (1, 2, -3), (60, 80, 5), ("1", "2", "-3"), (60, 160, -15)),
        (f"{{kind: sum, weights: percent, {OPEN}}}", (50, 30, 20), (60, None, 5), ("1/2", "0", "1/5"), (30, 0, 1)),
        (f"{{kind: best, count: 2, {REFUSE}}}", (), (60, 80, 60), ("1/2", "1/2", "0"), (30, 40, 0)),
        (f"{{kind: best, count: 2, take: sum, {OPEN}}}", (), (None, 80, 60), ("0", "1", "1"), (0, 80, 60)),
        (f"{{kind: best, count: 2, better: lower, {REFUSE}}}", (), (60, 80, 60), ("1/2", "0", "1/2"), (30, 0, 30)),
        (
            "{kind: best, count: 1, better: lower, take: sum, missing: {kind: zero}}", (), (None, 80, -5),
            ("0", "0", "1"), (0, 0, -5),
        ),
        (f"{{kind: trimmed, drop-lowest: 1, {REFUSE}}}", (), (60, 80, 60), ("1/2", "1/2", "0"), (30, 40, 0)),
        (f"{{kind: formula, formula: a + b * c, {REFUSE}}}", (), (60, 80, 60), None, None),
        (f"{{kind: geometric-mean, {REFUSE}}}", (50, 25, 25), (16, 1, 1), ("1/2", "1/4", "1/4"), None),
        (f"{{kind: minimum, {OPEN}}}", (), (60, 80, 100), None, None),
        (f"{{kind: maximum, {REFUSE}}}", (), (60, 80, 100), None, None),
        (f"{{kind: product, whole: 100, {REFUSE}}}", (), (60, 80, 100), None, None),
    ],
)  # fmt: skip
def test_factors_and_contributions_by_aggregation(
    aggregation: str, weights: Any, points: Any, effective: Any, contributions: Any
) -> None:
    """What each child really counted, and what it added; nothing is claimed where nothing is added."""
    card = small(aggregation, *weights).score(dict(zip("abc", points, strict=True)))
    found = [card[key] for key in "abc"]
    assert [part.effective_weight for part in found] == three(effective)
    assert [part.contribution for part in found] == three(contributions)


def test_coverage_is_of_the_weight_that_applies() -> None:
    """A part that does not apply is in neither side; without weights parts count alike."""
    scheme = small(f"{{kind: weighted-mean, {OPEN}}}", 50, 30, 20)
    assert scheme.score({"a": 1, "b": None, "c": 1})["score"].coverage == Fraction(7, 10)
    assert scheme.score({"a": 1, "b": None, "c": NA})["score"].coverage == Fraction(5, 8)
    assert scheme.score({"a": NA, "b": NA, "c": NA})["score"].coverage is None
    assert small(f"{{kind: minimum, {OPEN}}}").score({"a": 1, "b": None, "c": 1})["score"].coverage == Fraction(2, 3)


def test_the_only_child_is_everything() -> None:
    """Whatever the aggregation, one child's contribution is the dimension's points."""
    text = SMALL.format(aggregation="{kind: minimum, missing: {kind: refuse}}", low=0, a="", b="", c="")
    scheme = perfscheme.loads("\n".join(line for line in text.splitlines() if line.strip()[:2] not in ("b:", "c:")))
    assert scheme.score({"a": 7})["a"].contribution == 7


def test_a_dimension_inside_another_of_the_same_shape_is_not_mistaken_for_it(
    tree: Scheme, member: dict[str, Any]
) -> None:
    """Two children under a minimum of which one is a mean of two: the mean belongs to that child alone."""
    card = tree.score(member)
    assert (card["response"].effective_weight, card["survey"].effective_weight) == (None, Fraction(1, 2))
    assert card["customers"].effective_weight == Fraction(1, 4)
    assert card["survey"].share_of_total == Fraction(1, 8)
    assert card["training"].share_of_total is None
