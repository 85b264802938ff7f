"""Stand-ins for what cannot be read."""

from fractions import Fraction

import pytest

from perfscheme.nouns.conditions import NotThat
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.grades import Grade
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.registry import ROLES, role_of
from perfscheme.nouns.rules.vetoes import Veto
from perfscheme.reading import shapes
from perfscheme.reading.shapes import Choice, Kinded, Record, Value
from perfscheme.reading.standins import stand_in, unchecked
from perfscheme.scheme import Scheme


@pytest.mark.parametrize("noun", [Scheme, Dimension, Indicator, Grade, Veto, NotThat])
@pytest.mark.parametrize("turn", [0, 1])
def test_every_field_of_a_noun_has_a_stand_in(noun: type, turn: int) -> None:
    """Nouns that hold nouns without end come to an end."""
    for field in shapes.fields(noun):
        stand_in(field.shape, turn)
    assert isinstance(stand_in(Record(noun), turn), noun)


@pytest.mark.parametrize("role", ROLES)
def test_strategies_stand_in_for_their_role(role: str) -> None:
    """Others would be refused before anything is stated."""
    assert {role_of(type(stand_in(Kinded(role), turn))) for turn in (0, 1)} == {role}


@pytest.mark.parametrize("shape", [Value("number"), Value("whole"), Value("flag"), Value("words"), Choice(("a", "b"))])
def test_the_two_stand_ins_differ(shape: shapes.Shape) -> None:
    """What is wrong with both is wrong whatever ought to stand there."""
    assert stand_in(shape, 0) != stand_in(shape, 1)


def test_an_unchecked_noun_keeps_what_breaks_its_invariants() -> None:
    """Its name and its first bound are known to the ladder all the same."""
    grade = unchecked(Grade)("B", from_=60, below=90)
    assert isinstance(grade, Grade)
    assert (grade.grade, grade.bound) == ("B", ("from", Fraction(60)))
