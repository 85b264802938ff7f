"""Which noun of several a node is, and which strategy."""

from typing import Any

import pytest

from perfscheme.nouns.curves.as_is import AsIs
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.nouns.registry import Registry
from perfscheme.reading.choosing import choose, strategy
from perfscheme.reading.events import read
from perfscheme.reading.notes import Notes
from perfscheme.reading.spots import Spot

TREE, INPUTS = (Dimension, Indicator), (NumberInput, FlagInput, LabelInputSpec)


@pytest.mark.parametrize(("text", "nouns", "noun", "codes"), [
    ("{children: {}}", TREE, Dimension, []),
    ("{unit: hours, curve: as-is, children: {}}", TREE, Indicator, []),
    ("{curve: as-is, name: x}", TREE, Indicator, []),
    ("{childern: {}}", TREE, Dimension, []),
    ("{单位: hours}", TREE, Indicator, []),
    ("{shape: round}", TREE, None, ["PS063"]),
    ("30", TREE, None, ["PS030"]),
    ("flag", INPUTS, FlagInput, []),
    ("是否", INPUTS, FlagInput, ["PS035"]),
    ("date", INPUTS, None, ["PS035"]),
    ("[flag]", INPUTS, None, ["PS030"]),
    ("{kind: flag}", INPUTS, FlagInput, []),
    ("{kind: falg}", INPUTS, FlagInput, ["PS035"]),
    ("{kind: 标签}", INPUTS, LabelInputSpec, ["PS035"]),
    ("{kind: date}", INPUTS, None, ["PS035"]),
    ("{kind: [flag]}", INPUTS, None, ["PS032"]),
    ("{kind: }", INPUTS, None, ["PS037"]),
    ("{unit: hours}", INPUTS, None, ["PS034"]),
])  # fmt: skip
def test_the_noun_shows_in_its_keys_or_its_kind(
    text: str, nouns: tuple[type, ...], noun: type | None, codes: list[str]
) -> None:
    """A near key or kind is taken for the one that is meant."""
    node, _ = read(text)
    assert node is not None
    told: list[str] = []

    def report(code: str, *_: object, **facts: Any) -> None:
        assert facts
        told.append(code)

    assert choose(Spot(node), nouns, report, skip=1) is noun
    assert told == codes


@pytest.mark.parametrize(("text", "noun", "codes"), [
    ("as-is", AsIs, []),
    ("{kind: as-is, more: x}", AsIs, []),
    ("{kind: as_is}", AsIs, ["PS036"]),
    ("{knd: as-is}", AsIs, ["PS033"]),
    ("round", None, ["PS036"]),
    ("{kind: [as-is]}", None, ["PS030"]),
    ("{points: {}}", None, ["PS062"]),
    ("[as-is]", None, ["PS030"]),
    ("kind：as-is", None, ["PS005"]),
    ("", None, ["PS037"]),
])  # fmt: skip
def test_a_strategy_is_known_by_its_kind(text: str, noun: type | None, codes: list[str]) -> None:
    """A near one is taken for the one that is meant, and so is a key that is nearly `kind`."""
    node, _ = read(f"a: {text}")
    assert node is not None
    notes = Notes()
    found = strategy(Spot(node.pairs[0][1]), "curve", Registry.standard(), notes)
    assert (found and found[0]) is noun
    assert [problem.code for problem in notes.problems] == codes
    if found is not None and node.pairs[0][1].pairs:
        assert found[1].node.get("kind") is not None


def test_the_one_kind_that_has_the_keys_is_told() -> None:
    """Where no kind is written."""
    node, _ = read("{start: 1, each: 3}")
    assert node is not None
    notes = Notes()
    assert strategy(Spot(node), "curve", Registry.standard(), notes) is None
    assert [problem.facts["nearest"] for problem in notes.problems] == ["per-step"]
