"""Panels: what cannot be promised is refused when they are made."""

from __future__ import annotations

from typing import Any

import pytest

import perfscheme as ps
from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.evidence.panels import Leniency, Merge, Panel, Relation, TrimmedMean


def relation(name: str, *, weight: int = 1, minimum: int = 3, below: Any = "drop") -> Relation:
    return Relation(name, weight=weight, minimum=minimum, below=below)


def panel(**changes: Any) -> Panel:
    usual: dict[str, Any] = {
        "table": "ratings", "rater": "rater", "relation": "relation", "item": "item", "score": "score",
        "relations": (relation("peer"), relation("customer"), relation("superior", minimum=1)),
        "items": {"helps": "teamwork"}, "average": "mean", "decimals": 2,
    }  # fmt: skip
    return Panel("p", **(usual | changes))


def codes(caught: pytest.ExceptionInfo[SchemeError]) -> list[str]:
    return [problem.code for problem in caught.value.diagnostics]


@pytest.mark.parametrize("minimum", [-1, 0, 2])
def test_two_raters_are_not_anonymous(minimum: int) -> None:
    """Each of them could take the own score from the sum."""
    with pytest.raises(SchemeError) as caught:
        relation("peer", minimum=minimum)
    assert codes(caught) == ["PS671"]
    assert (relation("peer").anonymous, relation("superior", minimum=1).anonymous) == (True, False)


def test_other_figures_that_cannot_be() -> None:
    """A negative weight, a trim that leaves nobody, leniency from single scores."""
    with pytest.raises(SchemeError, match="PS670"):
        relation("peer", weight=-1)
    for percent in (0, 50):
        with pytest.raises(SchemeError, match="PS672"):
            TrimmedMean(percent)
    with pytest.raises(SchemeError, match="PS673"):
        Leniency(at_least=1)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"relations": ()}, "PS246"),
        ({"items": {}}, "PS246"),
        ({"relations": (relation("peer"), relation("peer"))}, "PS674"),
        ({"items": {"a": "x", "b": "x"}}, "PS674"),
        ({"labels": [("good", 3), ("good", 4)]}, "PS674"),
        ({"relations": (relation("peer", weight=0),)}, "PS675"),
        ({"relations": (relation("peer", below=Merge("pear")),)}, "PS676"),
        ({"self_": "own"}, "PS676"),
        ({"self_": "peer"}, "PS679"),
        ({"scale": (1, 1)}, "PS680"),
        ({"scale": (0, 1), "labels": {"good": 1}}, "PS680"),
        ({"scale": 5}, "PS333"),
        ({"decimals": 13}, "PS611"),
        (
            {
                "leniency": Leniency(at_least=3),
                "relations": (relation("peer"), relation("own", minimum=1)),
                "self_": "own",
            },
            "PS669",
        ),
    ],
)
def test_what_a_panel_cannot_be(changes: dict[str, Any], code: str) -> None:
    """One reason each."""
    with pytest.raises(SchemeError) as caught:
        panel(**changes)
    assert codes(caught) == [code]


def test_merging_round_and_round() -> None:
    """A group that is too small must end up somewhere."""
    with pytest.raises(SchemeError) as caught:
        panel(relations=(relation("peer", below=Merge("customer")), relation("customer", below=Merge("peer"))))
    assert codes(caught) == ["PS677"], "a ring is one mistake"


def test_the_anonymous_are_not_merged_into_the_known() -> None:
    """Everybody who knows what the superior said would take it away again."""
    relations = (relation("peer", below=Merge("superior")), relation("superior", minimum=1))
    with pytest.raises(SchemeError) as caught:
        panel(relations=relations)
    assert codes(caught) == ["PS678"]


def test_a_panel_is_read_and_written(whole_panel: str) -> None:
    """As everything in a file, by reflection."""
    scheme = ps.loads(whole_panel)
    assert ps.loads(ps.dumps(scheme)) == scheme
    assert scheme.evidence is not None
    (quality,) = scheme.evidence.panels
    assert (quality.average, quality.leniency) == (TrimmedMean("12.5"), Leniency(at_least=5))
    assert quality.relations[0].below == Merge("customer")
