"""Structure: nodes -> nouns, by the shapes of their fields; every problem is noted and reading goes on."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeVar

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.errors import SchemeError
from perfscheme.diagnostics.language import LANGUAGES, Text
from perfscheme.diagnostics.nearest import nearest
from perfscheme.diagnostics.places import Span
from perfscheme.nouns.registry import Registry
from perfscheme.reading import fits, scalars, shapes, words
from perfscheme.reading.nodes import Node
from perfscheme.reading.shapes import Choice, Field, KeyedBy, Kinded, ListOf, Nothing, Record, Row, Shape, Value
from perfscheme.reading.spots import Spot, in_order, placed

T = TypeVar("T")

BAD: Final = object()
"""Stands for a value that could not be read; what is wrong with it has been noted."""


def structure(node: Node, noun: type[T], registry: Registry) -> tuple[T | None, list[Diagnostic]]:
    """Make a noun of a node.

    Args:
        node: what the file says.
        noun: the class to make.
        registry: the strategies that the file may name.

    Returns:
        The noun, or None where something is wrong; and all problems in the order of the file.
    """
    structurer = _Structurer(registry)
    value = structurer.read(Spot(node), Record(noun))
    return (None if value is BAD else value), in_order(structurer.problems)


class _Structurer:
    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.problems: list[Diagnostic] = []

    def report(self, code: str, spot: Spot, *more: str, span: Span | None = None, **facts: object) -> Any:
        """Note a problem at a spot, or at a key `more` below it; the answer is `BAD`."""
        self.problems.append(Diagnostic(code, spot.path + more, facts, span=span or spot.value))
        return BAD

    def read(self, spot: Spot, shape: Shape) -> Any:
        """The value of a shape that stands at a spot, or `BAD`."""
        match shape:
            case Value(basic="text") if spot.node.kind == "mapping":
                return self._text(spot)
            case Value(basic=basic):
                return scalars.basic(spot.node, basic, self._reporter(spot))
            case Choice():
                return scalars.choice(spot.node, shape, self._reporter(spot))
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
            case KeyedBy(item=item):
                return self._keyed(spot, shape, item)
            case shapes.OneOf():
                return self._one_of(spot, shape)
            case Nothing():
                return None if spot.node.null else self._wrong(spot, shape)

    def _reporter(self, spot: Spot) -> scalars.Report:
        return lambda code, **facts: self.report(code, spot, **facts)

    def _wrong(self, spot: Spot, shape: Shape) -> Any:
        node = spot.node
        if node.null:
            return self.report("PS037", spot, expected=words.expected(shape))
        if node.kind == "scalar" and node.plain and "\uff1a" in node.text:
            return self.report("PS005", spot, found="\uff1a", instead=": ")
        code = "PS031" if isinstance(shape, ListOf | Row) else "PS032" if isinstance(shape, Value) else "PS030"
        return self.report(code, spot, expected=words.expected(shape), found=words.found(node))

    # Collections

    def _list(self, spot: Spot, shape: Shape, item: Shape) -> Any:
        if spot.node.kind != "list":
            return self._wrong(spot, shape)
        return _whole(self.read(below, item) for below in spot.items())

    def _row(self, spot: Spot, shape: Shape, items: Sequence[Shape]) -> Any:
        if spot.node.kind != "list":
            return self._wrong(spot, shape)
        found = list(spot.items())
        if len(found) != len(items):
            return self.report("PS061", spot, expected=len(items), found=len(found))
        return _whole(self.read(below, item) for below, item in zip(found, items, strict=True))

    def _keyed(self, spot: Spot, shape: Shape, item: Shape) -> Any:
        if spot.node.kind != "mapping":
            return self._wrong(spot, shape)
        return _whole(self._entry(below, item) for _, below in spot.entries())

    def _entry(self, spot: Spot, item: Shape) -> Any:
        nouns = [member.noun for member in shapes.members(item) if isinstance(member, Record)]
        noun = self._choose(spot, nouns, skip=1)
        if noun is None:
            return BAD
        first, *others = shapes.fields(noun)
        key = spot.key or spot.node
        spot = attrs.evolve(spot, named=first.key)
        named = {first.name: self.read(Spot(key, spot.path, key), first.shape)}
        if len(nouns) > 1 and spot.node.kind == "scalar":  # a lone kind
            return self._make(spot, noun, named | self._absent(spot, others, []))
        if others and self._fills(spot.node, others):
            named[others[0].name] = self.read(spot, others[0].shape)
            others = others[1:]
            return self._make(spot, noun, named | self._absent(spot, others, []))
        if spot.node.null and not any(field.required for field in others):
            return self._make(spot, noun, named)
        return self._filled(spot, noun, others, named)

    def _fills(self, node: Node, fields: Sequence[Field]) -> bool:
        """Whether a node under a key is the second field itself, rather than a mapping of the fields."""
        second = fields[0].shape
        if node.kind != "mapping":
            return not node.null or shapes.nullable(second)
        keys = {key.text for key, _ in node.pairs}
        if keys & {field.key for field in fields}:
            return False
        return fits.takes_keys(second, keys) or (len(fields) == 1 and fits.takes_mapping(second))

    # Records

    def _record(self, spot: Spot, noun: type[Any]) -> Any:
        fields = list(shapes.fields(noun))
        if spot.node.kind == "mapping":
            return self._filled(spot, noun, fields, {})
        first = fields[0] if fields else None
        if first is not None and not any(field.required for field in fields[1:]) and fits.short(first.shape, spot.node):
            return self._make(spot, noun, {first.name: self.read(spot, first.shape)})
        return self._wrong(spot, Record(noun))

    def _filled(
        self,
        spot: Spot,
        noun: type[Any],
        fields: Sequence[Field],
        named: dict[str, Any],
        make: Callable[..., Any] | None = None,
    ) -> Any:
        """A noun from a mapping; `named` are fields that are known already, `make` is called instead of the noun."""
        if spot.node.kind != "mapping":
            skip = len(named)
            code = "PS037" if spot.node.null else "PS030"
            return self.report(code, spot, expected=words.mapping(noun, skip), found=words.found(spot.node))
        by_key = {field.key: field for field in fields}
        kinded = shapes.kind_of(noun) is not None
        unknown = []
        for key, below in spot.entries():
            field = by_key.pop(key, None)
            if field is not None:
                named[field.name] = self.read(below, field.shape)
            elif not (kinded and key == "kind"):
                unknown.append(below)
        meant = self._unknown(unknown, [field.key for field in fields], list(by_key))
        if unknown:
            named["kind"] = BAD  # the noun cannot be made, but all its fields have been read
        return self._make(spot, make or noun, named | self._absent(spot, by_key.values(), meant))

    def _unknown(self, unknown: Iterable[Spot], known: list[str], unused: list[str]) -> list[str]:
        """Report unknown keys; the keys that they were probably meant to be."""
        meant = []
        for below in unknown:
            key = str(below.path[-1])
            near = nearest(key, unused)
            meant += [near] if near else []
            span = below.key.span if below.key else None
            self.report("PS033", below, span=span, key=key, known=tuple(known), nearest=near)
        return meant

    def _absent(self, spot: Spot, fields: Iterable[Field], meant: list[str]) -> dict[str, Any]:
        absent = [field for field in fields if field.required]
        for field in absent:
            if field.key not in meant:
                expected = words.expected(field.shape)
                self.report("PS034", spot, field.key, span=spot.head, key=field.key, expected=expected)
        return {field.name: BAD for field in absent}

    def _make(self, spot: Spot, noun: Callable[..., Any], named: dict[str, Any]) -> Any:
        if any(value is BAD for value in named.values()):
            return BAD
        try:
            return noun(**named)
        except SchemeError as error:
            self.problems += [placed(problem, spot) for problem in error.diagnostics]
        except ValueError as error:  # a strategy of somebody's own may say what is wrong in its own way
            self.report("PS060", spot, span=spot.head, problem=str(error))
        return BAD

    # Choices

    def _strategy(self, spot: Spot, role: str, around: type[Any] | None = None) -> Any:
        """A strategy; within the noun `around` it, whose other keys stand among those of the strategy."""
        kinds = self.registry.kinds(role)
        node = spot.node if spot.node.kind == "scalar" else spot.node.get("kind")
        name = words.role(role)
        if spot.node.kind == "list" or spot.node.null:
            return self._wrong(spot, Kinded(role))
        if node is None:
            return self.report("PS062", spot, "kind", span=spot.head, role=name, options=kinds)
        if node.kind != "scalar":
            return self._wrong(spot.step("kind") or spot, Choice(kinds))
        noun = self.registry.get(role, node.text)
        if noun is None:
            at = spot if node is spot.node else spot.step("kind") or spot
            if node.plain and "\uff1a" in node.text:
                return self._wrong(at, Kinded(role))
            near = nearest(node.text, kinds)
            return self.report("PS036", at, role=name, found=node.text, options=kinds, nearest=near)
        fields = shapes.fields(noun)
        others = () if around is None else shapes.fields(around)[1:]
        make = functools.partial(_surrounded, noun, around, [field.name for field in fields])
        if spot.node.kind == "scalar":
            return self._make(spot, make, self._absent(spot, fields, []))
        return self._filled(spot, noun, (*fields, *others), {}, make)

    def _choose(self, spot: Spot, nouns: Sequence[type[Any]], skip: int = 0) -> type[Any] | None:
        """The noun of several that a mapping is: by `kind` where they have kinds, else by the first field's key.

        `skip` fields are given otherwise.
        """
        if len(nouns) == 1:
            return nouns[0]
        if spot.node.kind != "mapping":
            kind = next((noun for noun in nouns if shapes.kind_of(noun) == spot.node.text), None)
            if kind is None:
                expected = words.either(words.mapping(noun, skip) for noun in nouns)
                code = "PS037" if spot.node.null else "PS030"
                self.report(code, spot, expected=expected, found=words.found(spot.node))
            return kind
        if all(shapes.kind_of(noun) for noun in nouns):
            return self._by_kind(spot, nouns)
        keys = [key.text for key, _ in spot.node.pairs]
        own = {noun: [field.key for field in shapes.fields(noun)[skip:]] for noun in nouns}
        leading = [noun for noun in nouns if own[noun] and own[noun][0] in keys]
        fitting = leading or [noun for noun in nouns if set(own[noun]) & set(keys)]
        if fitting:
            return max(fitting, key=lambda noun: len(set(own[noun]) & set(keys)))
        options = tuple(own[noun][0] for noun in nouns if own[noun])
        near = next((word for key in keys if (word := nearest(key, options))), None)
        self.report("PS063", spot, span=spot.head, found=tuple(keys), options=options, nearest=near)
        return None

    def _by_kind(self, spot: Spot, nouns: Sequence[type[Any]]) -> type[Any] | None:
        kinds = {str(shapes.kind_of(noun)): noun for noun in nouns}
        below = spot.step("kind")
        if below is None:
            options = tuple(kinds)
            expected = words.expected(Choice(options))
            self.report("PS034", spot, "kind", span=spot.head, key="kind", expected=expected)
            return None
        kind = self.read(below, Choice(tuple(kinds)))
        return None if kind is BAD else kinds[kind]

    def _one_of(self, spot: Spot, shape: shapes.OneOf) -> Any:
        node = spot.node
        if node.null and shapes.nullable(shape):
            return None
        some = tuple(member for member in shape.members if not isinstance(member, Nothing))
        if len(some) == 1:
            return self.read(spot, some[0])
        if node.kind == "mapping":
            return self._one_mapping(spot, some)
        if node.kind == "scalar" and any(isinstance(member, Value | Choice) for member in some):
            return scalars.either(node, shapes.OneOf(some), self._reporter(spot))
        for member in some:
            if fits.short(member, node):
                return self.read(spot, member)
        return self._wrong(spot, shapes.OneOf(some))

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
            return self._wrong(spot, shapes.OneOf(tuple(some)))
        noun = self._choose(spot, nouns)
        return BAD if noun is None else self._record(spot, noun)

    def _text(self, spot: Spot) -> Any:
        said: dict[str, Any] = {}
        unknown = []
        for key, below in spot.entries():
            if key in LANGUAGES:
                said[key] = self.read(below, Value("words"))
            else:
                unknown.append(below)
        self._unknown(unknown, list(LANGUAGES), [word for word in LANGUAGES if word not in said])
        if not spot.node.pairs:
            return self._wrong(spot, Value("text"))
        return BAD if unknown or BAD in said.values() else Text(**said)


def _surrounded(noun: type[Any], around: type[Any] | None, own: Sequence[str], **named: Any) -> Any:
    """A strategy of its own fields, within a noun of the others."""
    made = noun(**{name: named[name] for name in own if name in named})
    return made if around is None else around(made, **{name: named[name] for name in named if name not in own})


def _whole(values: Iterable[Any]) -> Any:
    """The values as a tuple, or `BAD` where one of them is; all are read first."""
    read = tuple(values)
    return BAD if any(value is BAD for value in read) else read
