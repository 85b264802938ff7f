"""JSON Schemas of the file, for editors: made of the shapes that the reader reads by, so that they cannot drift.

What a schema refuses, the reader refuses too. The reader refuses more: names that lead nowhere, weights that do not
add up, totals without a grade.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from perfscheme.diagnostics.language import Language, Text, language
from perfscheme.nouns.registry import Registry
from perfscheme.reading import shapes, words
from perfscheme.reading.load import FORMAT, SCHEMA, VERSION
from perfscheme.reading.shapes import Choice, Field, KeyedBy, Kinded, ListOf, Record, Row, Shape, Value
from perfscheme.reference.descriptions import about, about_key, about_words, title
from perfscheme.reference.texts.words import FORMAT as BESIDE
from perfscheme.reference.values import Schema, default, either, nulls, scalars, short, solid, takes_list, text
from perfscheme.scheme import Scheme

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
WITHOUT = Text(zh="不写时为 {0}。", en=" Without it: {0}.")


def json_schema(*, lang: str = "en", registry: Registry | None = None) -> Schema:
    """The JSON Schema (2020-12) of a scheme file.

    Args:
        lang: of the descriptions that an editor shows: `zh`, `en`, or a tag of them like `zh-CN`.
        registry: the strategies that a file may name; the standard ones where none is given.

    Raises:
        ValueError: `lang` is another language.

    >>> json_schema(lang="zh")["properties"]["perfscheme"]["const"]
    1
    """
    return Writer(registry or Registry.standard(), language(lang)).whole()


def schema_text(lang: Language) -> str:
    """The JSON Schema of the standard strategies as the text of a file."""
    return json.dumps(json_schema(lang=lang), ensure_ascii=False, indent=1) + "\n"


class Writer:
    """Writes the schemas of shapes; what stands at several places is defined once, in `defs`."""

    def __init__(self, registry: Registry, lang: Language) -> None:
        self.registry = registry
        self.lang = lang
        self.defs: dict[str, Schema] = {}
        self.names: dict[object, str] = {}

    def whole(self) -> Schema:
        """The schema of a file: a scheme, and what stands beside it."""
        scheme = self.body(Scheme, 0)
        beside: Schema = {
            SCHEMA: {"description": self.said(BESIDE[SCHEMA]), **scalars([Value("words")], self.lang)[0]},
            FORMAT: {"description": self.said(BESIDE[FORMAT]), "const": VERSION},
        }
        return {
            "$schema": DIALECT,
            **scheme,
            "properties": beside | scheme["properties"],
            "required": [FORMAT, *scheme["required"]],
            "$defs": dict(sorted(self.defs.items())),
        }

    # Shapes: at each place stands a scalar, a list, a mapping or nothing.

    def of(self, shape: Shape) -> Schema:
        """What may stand for a shape."""
        forms = [*self.scalars(shape), *self.lists(shape), *self.mappings(shape)]
        if not any(isinstance(member, Value | Choice) for member in solid(shape)):
            forms.reverse()  # editors take the first form for the one that is meant
        return either([*forms, *nulls(shape)])

    def scalars(self, shape: Shape) -> list[Schema]:
        """The scalars that may stand for a shape."""
        some = solid(shape)
        if plain := [member for member in some if isinstance(member, Value | Choice)]:
            return scalars(plain, self.lang)
        for member in some:
            match member:
                case Kinded(role=role):
                    return self.bare(self.strategies(role), 0)
                case Record() if (inside := shapes.inlined(member)) is not None:
                    return self.scalars(inside)
                case Record(noun=noun) if (first := short(noun)) is not None and (found := self.scalars(first.shape)):
                    return found
                case _:
                    pass
        return []

    def bare(self, nouns: Sequence[type[Any]], skip: int) -> list[Schema]:
        """The lone words of the kinds that need no other key."""
        free = [noun for noun in nouns if not any(field.required for field in shapes.fields(noun)[skip:])]
        return [{"oneOf": self.kinds(free)}] if free else []

    def lists(self, shape: Shape) -> list[Schema]:
        """The lists that may stand for a shape."""
        for member in solid(shape):
            match member:
                case ListOf(item=item):
                    return [{"type": "array", "items": self.of(item)}]
                case Row(items=items):
                    parts = [self.of(item) for item in items]
                    return [{"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}]
                case Record(noun=noun) if (first := short(noun)) is not None and takes_list(first.shape):
                    return [self.short_list(noun, first.shape)]
                case _:
                    pass
        return []

    def short_list(self, noun: type[Any], first: Shape) -> Schema:
        """A reference to the list that fills the first field of a noun; it may hold the noun, as conditions do."""
        return self.defined((noun, "list"), f"{noun.__name__}-list", lambda: self.lists(first)[0])

    def mappings(self, shape: Shape) -> list[Schema]:
        """The mappings that may stand for a shape."""
        found: list[Schema] = []
        for member in solid(shape):
            match member:
                case Kinded(role=role):
                    found.append(self.role(role, None))
                case Record(noun=noun) if (inside := shapes.inlined(member)) is not None:
                    found.append(self.role(inside.role, noun))
                case KeyedBy(item=item):
                    found.append({"type": "object", "additionalProperties": self.entry(item)})
                case Value(basic="text"):
                    found.append(text())
                case _:
                    pass
        nouns = [member.noun for member in solid(shape) if isinstance(member, Record) and not shapes.inlined(member)]
        return [*found, self.union(nouns, 0)] if nouns else found

    def entry(self, item: Shape) -> Schema:
        """What may stand under a key that fills the first field of an item."""
        nouns = [member.noun for member in solid(item) if isinstance(member, Record)]
        if len(nouns) > 1:
            return either([*self.bare([noun for noun in nouns if shapes.kind_of(noun)], 1), self.union(nouns, 1)])
        second, *others = shapes.fields(nouns[0])[1:]
        some: list[Schema] = []
        if not any(field.required for field in others):
            some += [*self.scalars(second.shape), *self.lists(second.shape), *self.mappings(second.shape)]
            some += nulls(second.shape) if second.required else [{"type": "null"}]
        return {"description": self.said(about_key(nouns[0], second))} | either([*some, self.union(nouns, 1)])

    # Mappings

    def body(self, noun: type[Any], skip: int, around: type[Any] | None = None) -> Schema:
        """The mapping of a noun, of which the first `skip` fields are given otherwise; with the keys around it."""
        fields = [(noun, field) for field in shapes.fields(noun)[skip:]]
        if around is not None:
            fields += [(around, field) for field in shapes.fields(around)[1:]]
        kind: Schema = {} if shapes.kind_of(noun) is None else {"kind": True}
        return {
            "title": title(noun).say(self.lang),
            # The key under which it stands has its own description, which editors would pass over for this one.
            **({"description": self.said(about(noun))} if skip or noun is Scheme else {}),
            "type": "object",
            "properties": kind | {field.key: self.field(holder, field) for holder, field in fields},
            "required": [field.key for _, field in fields if field.required],
            "additionalProperties": False,
        }

    def field(self, noun: type[Any], field: Field) -> Schema:
        """What may stand at a key, what it means, and what holds without it."""
        said, written = self.said(about_key(noun, field)), default(noun, field)
        schema = self.documented(noun, field) or self.of(field.shape)
        if written is None:
            return {"description": said, **schema}
        shown = str(written).lower() if isinstance(written, bool) else str(written)
        return {"description": said + WITHOUT.say(self.lang).format(shown), **schema, "default": written}

    def documented(self, noun: type[Any], field: Field) -> Schema | None:
        """The words of a field that takes nothing else, each with what it means; None where that is not told."""
        meanings = about_words(noun, field)
        if len(solid(field.shape)) > 1 or not meanings:
            return None
        options = {"enum": list(meanings), "enumDescriptions": [self.said(meaning) for meaning in meanings.values()]}
        return either([options, *nulls(field.shape)])

    def said(self, text: Text) -> str:
        """A text as editors show it, which takes the marks of code for letters."""
        return text.say(self.lang).replace("`", "")

    def role(self, role: str, around: type[Any] | None) -> Schema:
        """A reference to the mappings of a role, chosen by `kind`, with the keys of the noun `around` them."""
        name = words.role(role).say(self.lang)
        make = functools.partial(self.by_kind, self.strategies(role), 0, f"{role}-", around)
        return self.defined((role, around), role, lambda: {"title": name, **make()})

    def strategies(self, role: str) -> list[type[Any]]:
        """The strategies of a role."""
        return [entry.strategy for entry in self.registry.entries if entry.role == role]

    def union(self, nouns: Sequence[type[Any]], skip: int) -> Schema:
        """A reference to the mapping of one of several nouns, told apart as the reader does it."""
        if len(nouns) == 1:
            return self.record(nouns[0], skip, nouns[0].__name__)
        name = f"{nouns[0].__name__}-or-other" + ("" if not skip else "-by-key")
        kinded = all(shapes.kind_of(noun) is not None for noun in nouns)
        make = self.by_kind if kinded else self.by_key
        return self.defined((*nouns, skip), name, lambda: make(nouns, skip, ""))

    def record(self, noun: type[Any], skip: int, name: str, around: type[Any] | None = None) -> Schema:
        """A reference to the mapping of a noun."""
        name += "-by-key" if skip else ""
        return self.defined((noun, skip, around), name, lambda: self.body(noun, skip, around))

    def defined(self, thing: object, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to the definition of a thing, which is made once: a noun may hold itself."""
        if thing not in self.names:
            tries = itertools.chain([name], (f"{name}-{count}" for count in itertools.count(2)))
            self.names[thing] = free = next(each for each in tries if each not in self.defs)
            self.defs[free] = {}
            self.defs[free] = make()
        return {"$ref": f"#/$defs/{self.names[thing]}"}

    def by_kind(self, nouns: Sequence[type[Any]], skip: int, prefix: str, around: type[Any] | None = None) -> Schema:
        """A mapping whose `kind` says which keys it has."""
        kind = {"description": self.said(BESIDE["kind"]), "oneOf": self.kinds(nouns)}
        cases = [
            {
                "if": {"properties": {"kind": {"const": shapes.kind_of(noun)}}, "required": ["kind"]},
                "then": self.record(noun, skip, f"{prefix}{shapes.kind_of(noun)}", around),
            }
            for noun in nouns
        ]
        return {"type": "object", "properties": {"kind": kind}, "required": ["kind"], "allOf": cases}

    def kinds(self, nouns: Sequence[type[Any]]) -> list[Schema]:
        """The kinds of these nouns as words, each with what it means."""
        return [
            {"const": shapes.kind_of(noun), "title": title(noun).say(self.lang), "description": self.said(about(noun))}
            for noun in nouns
        ]

    def by_key(self, nouns: Sequence[type[Any]], skip: int, prefix: str) -> Schema:
        """A mapping that its first key tells; any of them where keys could be those of another noun."""
        records = [self.record(noun, skip, f"{prefix}{noun.__name__}") for noun in nouns]
        fields = {noun: shapes.fields(noun)[skip:] for noun in nouns}
        firsts = [fields[noun][0] for noun in nouns]
        pairs = itertools.permutations(nouns, 2)
        if any(fields[one][0].key in {field.key for field in fields[other]} for one, other in pairs):
            return {"anyOf": records}
        if not all(first.required for first in firsts):
            return {"anyOf": records}
        keys = {field.key: self.field(noun, field) for noun in nouns for field in fields[noun]}
        shared = set.intersection(*({field.key for field in fields[noun]} for noun in nouns))
        offered = {first.key for first in firsts} | shared
        whole: Schema = {
            "properties": {key: schema for key, schema in keys.items() if key in offered},
            "patternProperties": {f"^(?:{'|'.join(key for key in keys if key not in offered)})$": True},
            "additionalProperties": False,
            "anyOf": [{"required": [first.key]} for first in firsts],
        }
        for first, record in reversed(list(zip(firsts, records, strict=True))):
            whole = {"if": {"required": [first.key]}, "then": record, "else": whole}
        return {"title": " / ".join(title(noun).say(self.lang) for noun in nouns), "type": "object", **whole}
