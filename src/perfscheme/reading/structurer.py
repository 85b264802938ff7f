"""The structurer: one reading of a tree, node by node, with stand-ins for what cannot be read."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import attrs

from perfscheme.diagnostics.language import LANGUAGES, Text
from perfscheme.diagnostics.nearest import nearest
from perfscheme.nouns.registry import Registry
from perfscheme.reading import fits, scalars, shapes, words
from perfscheme.reading.choosing import choose, strategy
from perfscheme.reading.comparing import RELATIONS, comparison
from perfscheme.reading.making import make, surrounded
from perfscheme.reading.naming import as_meant
from perfscheme.reading.nodes import UNNAMED, Node
from perfscheme.reading.notes import BAD, Notes, home
from perfscheme.reading.numbers import written_range
from perfscheme.reading.retakes import Retakes, headed
from perfscheme.reading.samples import completed, lone, sample, sample_of
from perfscheme.reading.shapes import Choice, Field, KeyedBy, Kinded, ListOf, Nothing, Record, Row, Shape, Value
from perfscheme.reading.spots import Spot
from perfscheme.reading.standins import stand_in
from perfscheme.reading.sunken import raised
from perfscheme.reading.tears import beside


class Structurer(Notes):
    """Makes nouns of nodes, and notes what is wrong.

    Args:
        registry: the strategies that the file may name.
        turn: which of two stand-ins it takes; what is wrong with both does not come of them.
        retakes: which parts all readings of the file read in another way than they stand there.
    """

    def __init__(self, registry: Registry, turn: int, retakes: Retakes) -> None:
        super().__init__()
        self.registry = registry
        self.turn = turn
        self.retakes = retakes
        self.nouns: dict[Node, type[Any]] = {}  # which mapping was read as which noun

    def read(self, spot: Spot, shape: Shape) -> Any:
        """The value of a shape that stands at a spot; a stand-in where what stands there cannot be read."""
        if spot.node.torn:
            self.headless(spot, "- ")
        value = BAD if spot.node.open else self._read(spot, shape)
        return self._instead(shape) if value is BAD else value

    def _instead(self, shape: Shape, key: Any = None) -> Any:
        self.doubtful = True
        return stand_in(shape, self.turn, key)

    def _read(self, spot: Spot, shape: Shape) -> Any:
        match shape:
            case Value(basic="text") if spot.node.kind == "mapping":
                return self._text(spot)
            case Value(basic=basic):
                return scalars.basic(spot.node, basic, self.reporter(spot))
            case Choice():
                return scalars.choice(spot.node, shape, self.reporter(spot))
            case Kinded(role=role):
                return self._strategy(spot, role)
            case Record(noun=noun) if (inside := shapes.inlined(shape)) is not None:
                return self._strategy(spot, inside.role, around=noun)
            case Record(noun=noun):
                return self._record(spot, noun)
            case ListOf(item=item):
                return self._list(spot, shape, item)
            case Row(items=items):
                return self._row(spot, shape, items)
            case KeyedBy():
                return self._keyed(spot, shape)
            case shapes.OneOf():
                return self._one_of(spot, shape)
            case Nothing():
                return None if spot.node.null else self.wrong(spot, shape)

    # Collections

    def _list(self, spot: Spot, shape: Shape, item: Shape) -> Any:
        if spot.node.kind != "list":
            return self.wrong(spot, shape)
        items = [as_meant(self, below, item.noun) if isinstance(item, Record) else below for below in spot.items()]
        for below in items:
            self.declare(below, item)
        return tuple(self.read(below, item) for below in items)

    def _row(self, spot: Spot, shape: Shape, items: Sequence[Shape]) -> Any:
        if spot.node.kind != "list":
            return self.wrong(spot, shape)
        found = list(spot.items())
        if len(found) != len(items):
            alone = written_range(found[0].node.text) if len(found) == 1 and found[0].node.kind == "scalar" else None
            return self.report("PS061", spot, expected=len(items), found=len(found), instead=alone or sample(shape))
        return tuple(self.read(below, item) for below, item in zip(found, items, strict=True))

    def _keyed(self, spot: Spot, shape: KeyedBy) -> Any:
        if spot.node.kind != "mapping":
            return self.wrong(spot, shape)
        some = self.retakes.keyed(self, spot, shape)
        return (*some, *self._instead(shape)) if spot.node.lost else some

    def entry(self, spot: Spot, item: Shape) -> Any:
        """The item that stands at a spot under its name; a stand-in where it cannot be read."""
        if spot.node.torn:
            self.headless(spot, UNNAMED + ":")
        value = BAD if spot.node.open else self._entry(spot, item)
        return self._instead(item, spot.key.text if spot.key else None) if value is BAD else value

    def _entry(self, spot: Spot, item: Shape) -> Any:
        nouns = [member.noun for member in shapes.members(item) if isinstance(member, Record)]
        noun = choose(spot, nouns, self.report, skip=1)
        if noun is None:
            return BAD
        first, *others = shapes.fields(noun)
        key = spot.key or spot.node
        self.declared.setdefault(key.text, []).append((spot.path, key.span))
        spot = Spot(spot.node, spot.path, spot.key, first.key)
        unnamed = spot.node.torn and first.shape != Value("words")
        named = {
            first.name: self._instead(first.shape) if unnamed else self.read(Spot(key, spot.path, key), first.shape)
        }
        if len(nouns) > 1 and spot.node.kind == "scalar":  # a lone kind
            return make(self, spot, noun, named | self._absent(spot, others))
        if others and fits.fills(spot.node, others):
            named[others[0].name] = self.read(spot, others[0].shape)
            others = others[1:]
            return make(self, spot, noun, named | self._absent(spot, others))
        if spot.node.null and not any(field.required for field in others):
            return make(self, spot, noun, named)
        return self._filled(spot, noun, others, named)

    # Records

    def _record(self, spot: Spot, noun: type[Any]) -> Any:
        fields = list(shapes.fields(noun))
        if spot.node.kind == "mapping":
            return self._filled(spot, noun, fields, {})
        first = fields[0] if fields else None
        if first is not None and set(RELATIONS) <= {field.key for field in fields[1:]} and spot.node.text:
            instead = comparison(spot.node.text, first.key)
            return self.report("PS249", spot, found=spot.node.text, instead=instead)
        if first is not None and not any(field.required for field in fields[1:]) and fits.short(first.shape, spot.node):
            return make(self, spot, noun, {first.name: self.read(spot, first.shape)})
        return self.wrong(spot, Record(noun))

    def _filled(
        self,
        spot: Spot,
        noun: type[Any],
        fields: Sequence[Field],
        named: dict[str, Any],
        maker: Callable[..., Any] | None = None,
    ) -> Any:
        """A noun from a mapping; `named` are fields that are known already, `maker` is called instead of the noun."""
        if spot.node.kind != "mapping":
            skip = len(named)
            code = "PS037" if spot.node.null else "PS030"
            expected, found = words.mapping(noun, skip), words.found(spot.node)
            return self.report(code, spot, expected=expected, found=found, instead=sample_of(noun, skip))
        self.nouns[spot.node] = noun
        spot = self._raised(spot, fields)
        by_key = {field.key: field for field in fields}
        if {"equals", "is"} <= by_key.keys():
            spot = self._flag_is(spot)
        kinded = shapes.kind_of(noun) is not None
        unknown = []
        for key, below in spot.entries():
            field = headed(self, below, by_key.values()) if below.node.torn else by_key.get(key)
            if field is not None:
                del by_key[field.key]
                if below.node.torn:
                    below = attrs.evolve(below, node=attrs.evolve(below.node, torn=""))
                absent = (other for other in by_key.values() if spot.node.get(other.key) is None)
                value, torn = self.retakes.field(self, below, field, absent)
                if torn is not None:
                    other, rest, more = torn
                    named[other.name] = more
                    del by_key[other.key]
                    spot = beside(spot, other.key, rest)
                named[field.name] = self._instead(field.shape) if key in spot.node.lost and self.turn else value
            elif not (kinded and key == "kind"):
                unknown.append(below)
        self.doubtful |= bool(spot.node.lost)
        lost = self._unknown([below for below in unknown if not below.node.torn], fields, by_key, named)
        lost |= any(below.node.torn for below in unknown)
        return make(self, spot, maker or noun, named | self._absent(spot, by_key.values(), lost=lost))

    def _flag_is(self, spot: Spot) -> Spot:
        """A comparison as it stands; one of a flag by `equals` is noted, and read as one by `is`."""
        equals = spot.node.get("equals")
        if equals is None or not equals.plain or equals.text not in scalars.FLAGS:
            return spot
        written = next(key for key, _ in spot.node.pairs if key.text == "equals")
        self.report("PS067", spot, "equals", span=written.span, found=equals.text)
        return self.instead(spot, written, "is")

    def _raised(self, spot: Spot, fields: Sequence[Field]) -> Spot:
        """A mapping with its own keys that stand at the end of another within it, where they are told."""
        node, way, sunk = raised(spot.node, fields, self.registry)
        if not sunk:
            return spot
        keys = tuple(key.text for key, _ in sunk)
        for key in keys:
            self.meant[(*spot.path, key)] = (*spot.path, *way, key)
        self.report("PS086", spot, *way, keys[0], span=sunk[0][0].span, keys=keys, inside=way[-1], where=way[0])
        return attrs.evolve(spot, node=node)

    def _unknown(
        self, unknown: Iterable[Spot], fields: Sequence[Field], unused: dict[str, Field], named: dict[str, Any]
    ) -> bool:
        """Report unknown keys, and read each that is nearly a key that is not there as that key.

        Returns:
            Whether it is open what one of them was meant to be.
        """
        lost = False
        for below in unknown:
            key = str(below.path[-1])
            near = nearest(key, unused)
            span = below.key.span if below.key else None
            if near is None and (inside := home(below, fields)) is not None and isinstance(below.path[-1], str):
                self.report("PS066", below, span=span, key=key, where=inside.key)
                self.meant[(*below.path[:-1], inside.key, key)] = below.path
                named[inside.name] = (
                    *named.get(inside.name, ()),
                    self.entry(below, cast("KeyedBy", inside.shape).item),
                )
                unused.pop(inside.key, None)
                continue
            self.report("PS033", below, span=span, key=key, known=tuple(field.key for field in fields), nearest=near)
            if near is None:
                lost = True
                continue
            field = unused.pop(near)
            self.meant[(*below.path[:-1], near)] = below.path
            named[field.name] = self.read(below, field.shape)
        return lost

    def _absent(self, spot: Spot, fields: Iterable[Field], *, lost: bool = False) -> dict[str, Any]:
        """Stand-ins for the fields that must be there; where a key was lost, for any other that it may have been."""
        fields = tuple(fields)
        absent = [field for field in fields if field.required]
        for field in absent:
            expected = words.expected(field.shape, lone(field.shape, self.registry))
            self.report("PS034", spot, field.key, span=spot.head, key=field.key, expected=expected)
        self.doubtful |= lost
        others = [field for field in fields if lost and self.turn and not field.required and fits.single(field.shape)]
        return {field.name: self._instead(field.shape) for field in (*absent, *others)}

    # Choices

    def _strategy(self, spot: Spot, role: str, around: type[Any] | None = None) -> Any:
        """A strategy; within the noun `around` it, whose other keys stand among those of the strategy."""
        found = strategy(spot, role, self.registry, self)
        if found is None:
            return BAD
        noun, spot = found
        fields = shapes.fields(noun)
        others = () if around is None else shapes.fields(around)[1:]
        maker = functools.partial(surrounded, noun, around, [field.name for field in fields])
        if spot.node.kind == "scalar":
            if spot.node.text != shapes.kind_of(noun):
                return BAD  # told above, with the kind that is near
            if needed := [field for field in fields if field.required]:
                lacking = tuple(field.key for field in needed)
                instead = completed(role, noun, needed, self.registry)
                return self.report("PS069", spot, found=spot.node.text, lacking=lacking, instead=instead)
            return make(self, spot, maker, {})
        return self._filled(spot, noun, (*fields, *others), {}, maker)

    def _one_of(self, spot: Spot, shape: shapes.OneOf) -> Any:
        node = spot.node
        if node.null and shapes.nullable(shape):
            return None if node.text else self.wrong(spot, shape)
        some = tuple(member for member in shape.members if not isinstance(member, Nothing))
        if len(some) == 1:
            return self.read(spot, some[0])
        if node.kind == "mapping":
            return self._one_mapping(spot, some)
        if node.kind == "scalar" and any(isinstance(member, Value | Choice) for member in some):
            return scalars.either(node, shapes.OneOf(some), self.reporter(spot))
        for member in some:
            if fits.short(member, node):
                return self.read(spot, member)
        return self.wrong(spot, shapes.OneOf(some))

    def _one_mapping(self, spot: Spot, some: Sequence[Shape]) -> Any:
        keys = {key.text for key, _ in spot.node.pairs}
        nouns = [member.noun for member in some if isinstance(member, Record)]
        for member in some:
            if isinstance(member, Kinded) and ("kind" in keys or not nouns):
                return self.read(spot, member)
            if isinstance(member, Value) and member.basic == "text" and keys & set(LANGUAGES):
                return self._text(spot)
            if isinstance(member, KeyedBy) and not any(fits.takes_keys(Record(noun), keys) for noun in nouns):
                return self.read(spot, member)
        if not nouns:
            return self.wrong(spot, shapes.OneOf(tuple(some)))
        noun = choose(spot, nouns, self.report)
        return BAD if noun is None else self._record(spot, noun)

    def _text(self, spot: Spot) -> Any:
        self.nouns[spot.node] = Text
        fields = [Field(word, word, Value("words"), required=False) for word in LANGUAGES]
        unused = {field.key: field for field in fields}
        said: dict[str, Any] = {}
        unknown = []
        for key, below in spot.entries():
            if key in unused:
                said[key] = self.read(below, unused.pop(key).shape)
            else:
                unknown.append(below)
        self._unknown(unknown, fields, unused, said)
        if not spot.node.pairs:
            return self.wrong(spot, Value("text"))
        return Text(**said) if said else BAD
