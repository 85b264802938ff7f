"""What the parts of a random scheme share."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.quantities import ByLabel, FromInput
from perfscheme.testing.surroundings import Surroundings, among, from_inputs, quantities, surroundings

ENDS = (Fraction(0), Fraction(10))


def test_names_are_given_once() -> None:
    """So that no two nodes of a scheme have one id."""
    around = Surroundings(ENDS)
    assert len({around.name("item") for _ in range(20)}) == 20


@given(surroundings(), st.data())
def test_quantities_refer_to_what_is_declared(around: Surroundings, data: st.DataObject) -> None:
    """A figure per person brings its input along."""
    found = data.draw(quantities(around, ENDS))
    keys = {spec.key for spec in around.inputs}
    if isinstance(found, FromInput):
        assert found.input in keys
    elif isinstance(found, ByLabel):
        assert found.by in keys
    else:
        assert ENDS[0] <= found <= ENDS[1]


@given(st.data())
def test_figures_per_person_have_the_range_that_was_asked_for(data: st.DataObject) -> None:
    """So that what is computed from them stays within bounds."""
    around = Surroundings(ENDS)
    found = data.draw(from_inputs(around, ENDS, "hours", default=False))
    assert around.numbers == [NumberInput(found.input, "hours", range=ENDS)]
    assert found.default is None


@given(among(["a", "b", "c"]))
def test_some_of_the_values(found: list[str]) -> None:
    """At least one, each once."""
    assert found
    assert len(set(found)) == len(found)
