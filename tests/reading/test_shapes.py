"""Shapes of fields, seen by reflection."""

from __future__ import annotations

import pickle
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

import attrs
import pytest

from perfscheme.diagnostics import Text
from perfscheme.nouns.registry import Registry
from perfscheme.nouns.shapes import Keyed, Level, Strategy
from perfscheme.reading import shapes
from perfscheme.reading.shapes import (
    Choice,
    Field,
    KeyedBy,
    Kinded,
    ListOf,
    Nothing,
    OneOf,
    Record,
    Row,
    Value,
    fields,
    shape_of,
)
from perfscheme.scheme import Scheme

Curve = Annotated[Any, Strategy("curve")]


@attrs.frozen
class Part:
    kind: ClassVar[str] = "part"

    name: str
    from_: Fraction | None = None
    grade_at_most: Level = "C"
    inside: Keyed[Part] = ()
    _hidden: int = 3
    made: int = attrs.field(init=False, default=0)


def test_the_fields_of_a_noun_are_seen() -> None:
    """In order, with the file's keys; what a file cannot fill is left out."""
    assert fields(Part) == (
        Field("name", "name", Value("words"), True),
        Field("from_", "from", OneOf((Value("number"), Nothing())), False),
        Field("grade_at_most", "grade-at-most", OneOf((Value("number"), Value("words"))), False),
        Field("inside", "inside", KeyedBy(Record(Part)), False),
    )


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        (Fraction, Value("number")),
        (int, Value("whole")),
        (bool, Value("flag")),
        (str, Value("words")),
        (Text, Value("text")),
        (Literal["a", "b"], Choice(("a", "b"))),
        (tuple[int, ...], ListOf(Value("whole"))),
        (tuple[Fraction | None, Fraction], Row((OneOf((Value("number"), Nothing())), Value("number")))),
        (Keyed[Part], KeyedBy(Record(Part))),
        (Curve, Kinded("curve")),
        (Curve | None, OneOf((Kinded("curve"), Nothing()))),
        (tuple[Curve, ...], ListOf(Kinded("curve"))),
        (Level | None, OneOf((Value("number"), Value("words"), Nothing()))),
        (Annotated[int, "seconds"], Value("whole")),
        (Part, Record(Part)),
    ],
)
def test_every_annotation_of_the_contract_has_a_shape(annotation: Any, shape: shapes.Shape) -> None:
    """The table of docs/design.md."""
    assert shape_of(annotation) == shape


@pytest.mark.parametrize("annotation", [dict[str, int], float, list[int], Any])
def test_other_annotations_are_refused(annotation: Any) -> None:
    """A noun's author is told; no file is read wrongly."""
    with pytest.raises(TypeError, match="no shape in a file"):
        shape_of(annotation)


def test_an_unknown_annotation_names_its_field() -> None:
    """Whoever writes a strategy of their own is told which field, and what to write."""

    @attrs.frozen
    class Wavy:
        kind: ClassVar[str] = "wavy"
        height: float

    with pytest.raises(TypeError, match=r"Wavy\.height: .* float; write Fraction"):
        fields(Wavy)


def test_kinds_are_class_attributes() -> None:
    """A class without one has none."""
    assert shapes.kind_of(Part) == "part"
    assert shapes.kind_of(Text) is None


def test_choices_are_written_as_in_the_file() -> None:
    """`true`, not `True`."""
    assert Choice(("a", True, 3)).words == ("a", "true", "3")


def test_shapes_are_values() -> None:
    """A schema can be written from them in another process."""
    shape = shape_of(tuple[Part | Fraction, ...])
    assert pickle.loads(pickle.dumps(shape_of(Keyed[str] | None))) == shape_of(Keyed[str] | None)
    assert hash(shape) == hash(shape_of(tuple[Part | Fraction, ...]))


def test_nullable_shapes_take_nothing() -> None:
    """Only where `None` stands in the annotation."""
    assert shapes.nullable(shape_of(int | None))
    assert not shapes.nullable(shape_of(int | str))


def test_every_noun_of_a_scheme_can_be_read() -> None:
    """From the scheme down, and every standard strategy: each annotation has a shape, each field a key of its own."""
    seen: set[Any] = set()
    waiting: list[Any] = [Scheme, *(entry.strategy for entry in Registry.standard().entries)]
    while waiting:
        noun = waiting.pop()
        if noun in seen:
            continue
        seen.add(noun)
        keys = [field.key for field in fields(noun)]
        assert len(set(keys)) == len(keys)
        assert "kind" not in keys or shapes.kind_of(noun) is None
        parts = [field.shape for field in fields(noun)]
        while parts:
            match parts.pop():
                case Record(noun=below):
                    waiting.append(below)
                case ListOf(item=item) | KeyedBy(item=item):
                    parts.append(item)
                case Row(items=some) | OneOf(members=some):
                    parts += some
                case _:
                    pass
    assert len(seen) > 50


def test_keys_fill_scalars() -> None:
    """The first field is filled by the key, so that it can only be a scalar."""
    for entry in Registry.standard().entries:
        for field in fields(entry.strategy):
            if isinstance(field.shape, KeyedBy) and isinstance(field.shape.item, Record):
                first = fields(field.shape.item.noun)[0]
                assert all(isinstance(member, Value | Choice) for member in shapes.members(first.shape))
