"""Which noun of several a node is."""

from typing import Any

import pytest

from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.reading.choosing import choose
from perfscheme.reading.events import read
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
