"""The shortest forms of nouns."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscheme as ps
from perfscheme.nouns.aggregations.aggregations import WeightedMean
from perfscheme.nouns.curves.curves import AsIs, Linear, Tiers
from perfscheme.nouns.examples import Example
from perfscheme.nouns.indicators import IfMissing
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.nouns.missing import Refuse
from perfscheme.nouns.roundings import Rounding
from perfscheme.nouns.rules.named import NamedRule
from perfscheme.nouns.rules.rules import Cap
from perfscheme.nouns.sources import Source
from perfscheme.reading.nodes import Node
from perfscheme.writing.forms import record


def plain(node: Node) -> Any:
    """A node as plain data, plain scalars in angle brackets."""
    match node.kind:
        case "mapping":
            return {key.text: plain(value) for key, value in node.pairs}
        case "list":
            return [plain(item) for item in node.items]
    return f"<{node.text}>" if node.plain else node.text


def form(noun: Any) -> Any:
    return plain(record(noun, ps.Registry.standard()))


@pytest.mark.parametrize(
    ("field", "short"),
    [
        ({"curve": AsIs()}, "<as-is>"),
        ({"curve": Linear({0: Fraction(1, 3), 60: 60})}, {"kind": "<linear>", "points": {"0": "<1/3>", "60": "<60>"}}),
        (
            {"curve": Tiers({"target": 100}, otherwise=0)},
            {"kind": "<tiers>", "tiers": {"target": "<100>"}, "otherwise": "<0>"},
        ),
        ({"rounding": Rounding(places=2)}, "<2>"), ({"rounding": Rounding(step="0.5")}, {"step": "<0.5>"}),
        ({"if_missing": IfMissing(points=50)}, {"points": "<50>"}),
        ({"name": "Speed"}, "Speed"), ({"name": ps.Text(zh="速度")}, {"zh": "速度"}),
        ({"range": (0, None)}, ["<0>", "<null>"]), ({"weight": "12.50"}, "<12.5>"),
        ({"sources": [Source("plan 1")]}, ["plan 1"]),
        ({"rules": [Cap(100)]}, [{"kind": "<cap>", "at-most": "<100>"}]),
        ({"rules": [NamedRule(Cap(100), name="Cap")]}, [{"kind": "<cap>", "at-most": "<100>", "name": "Cap"}]),
    ],
)  # fmt: skip
def test_the_shortest_form_of_a_field(field: dict[str, Any], short: Any) -> None:
    """A scalar for a noun of one field, a lone kind, a key for its first field; nothing for a default."""
    made = form(ps.Indicator("speed", "hours", **{"curve": AsIs(), **field}))
    key = next(iter(field)).replace("_", "-")
    assert made == {"id": "speed", "unit": "hours", "curve": "<as-is>"} | {key: short}


def test_entries_are_keyed() -> None:
    """What a key says is not said again."""
    scheme = ps.Scheme(
        "plan",
        ps.Dimension(
            children=[ps.Indicator("speed", "hours", weight=100, curve=AsIs())], aggregation=WeightedMean(Refuse())
        ),
        inputs=[FlagInput("trainee"), NumberInput("cases", "count"), LabelInputSpec("role", ("a", "true"))],
        examples=[Example("one", {"speed": 5, "trainee": True, "cases": None, "role": "true"}, total=5)],
    )
    made = form(scheme)
    assert made["inputs"] == {
        "trainee": "<flag>", "cases": {"kind": "<number>", "unit": "count"},
        "role": {"kind": "<label>", "labels": ["a", "true"]},
    }  # fmt: skip
    assert made["score"]["children"] == {"speed": {"unit": "hours", "weight": "<100>", "curve": "<as-is>"}}
    assert made["score"]["aggregation"] == {"kind": "<weighted-mean>", "missing": "<refuse>"}
    assert made["examples"][0]["values"] == {"speed": "<5>", "trainee": "<true>", "cases": "<null>", "role": "true"}


def test_what_no_file_can_say_is_told_at_its_field() -> None:
    """All of it together."""
    curve = Linear({0: Fraction(1, 7**80), 60: 60})
    with pytest.raises(ps.SchemeError) as caught:
        form(ps.Indicator("speed", "hours", weight=Fraction(1, 7**80), curve=curve))
    found = [(problem.code, problem.path) for problem in caught.value.diagnostics]
    assert found == [("PS082", ("weight",)), ("PS082", ("curve", "points", "0"))]


def test_a_strategy_that_the_registry_lacks_is_told() -> None:
    """It could not be read again."""
    noun = ps.Indicator("speed", "hours", curve=AsIs())
    with pytest.raises(ps.SchemeError) as caught:
        record(noun, ps.Registry())
    assert [(problem.code, problem.path) for problem in caught.value.diagnostics] == [("PS081", ("curve",))]
