"""Surroundings: what the parts of one random scheme have in common while it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs
from hypothesis import strategies as st

from perfscheme.nouns.inputs import FlagInput, InputSpec, LabelInputSpec, NumberInput
from perfscheme.nouns.quantities import ByLabel, FromInput, Quantity
from perfscheme.nouns.units import UnitName
from perfscheme.testing.figures import Ends, decimals


@attrs.define
class Surroundings:
    """What may be referred to, filled as a scheme is drawn from the leaves up.

    Args:
        scale: lowest and highest of the points that curves and rules write.
        inputs: the declared inputs.
        own: number inputs that indicators declare by themselves.
        points: ids of the nodes that are drawn already; a rule refers to nothing else, so there is no ring.
        met: ids and threshold names.
        count: how many names were given.
    """

    scale: Ends
    inputs: list[InputSpec] = attrs.Factory(list)
    own: list[NumberInput] = attrs.Factory(list)
    points: list[str] = attrs.Factory(list)
    met: list[tuple[str, str]] = attrs.Factory(list)
    count: int = 0

    def name(self, first: str) -> str:
        """A name that nothing else has."""
        self.count += 1
        return f"{first}-{self.count}"

    @property
    def labels(self) -> list[FlagInput | LabelInputSpec]:
        """The declared labels and flags."""
        return [spec for spec in self.inputs if not isinstance(spec, NumberInput)]

    @property
    def numbers(self) -> list[NumberInput]:
        """Every number input that is there so far."""
        return [*(spec for spec in self.inputs if isinstance(spec, NumberInput)), *self.own]


@st.composite
def surroundings(draw: st.DrawFn) -> Surroundings:
    """A scale of points, and labels and flags to choose by."""
    scales = ((0, 100), (0, 100), (0, 5), (0, 1), (0, 1000), (-100, 100), (-10, 0))
    low, high = draw(st.sampled_from(scales))
    found = Surroundings((Fraction(low), Fraction(high)))
    for _ in range(draw(st.integers(0, 2))):
        if draw(st.booleans()):
            found.inputs.append(FlagInput(found.name("flag")))
        else:
            words = draw(st.sampled_from((("A", "B"), ("优秀", "良好", "合格"), ("junior", "senior", "lead"))))
            found.inputs.append(LabelInputSpec(found.name("label"), words))
    return found


@st.composite
def from_inputs(
    draw: st.DrawFn, around: Surroundings, ends: Ends, unit: UnitName = "points", *, default: bool = True
) -> FromInput:
    """A figure that a new input gives per person."""
    key = around.name("figure")
    around.inputs.append(NumberInput(key, unit, range=ends))
    return FromInput(key, default=draw(decimals(*ends)) if default and draw(st.booleans()) else None)


@st.composite
def quantities(draw: st.DrawFn, around: Surroundings, ends: Ends, *, personal: bool = True) -> Quantity:
    """A figure that is fixed, chosen by a label, or given per person."""
    kind = draw(st.integers(0, 7))
    if kind == 0 and personal:
        return draw(from_inputs(around, ends))
    if kind == 1 and around.labels:
        label = draw(st.sampled_from(around.labels))
        return ByLabel(label.key, [(case, draw(decimals(*ends))) for case in label.labels])
    return draw(decimals(*ends))


def among(values: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """Some of the values, at least one, each once."""
    return st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True)
