"""Values in a JSON Schema: scalars as the reader takes them, and several forms side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from perfscheme.diagnostics.figures import figure
from perfscheme.diagnostics.language import LANGUAGES, Language, Text
from perfscheme.reading import numbers, shapes
from perfscheme.reading.shapes import Choice, Field, ListOf, Nothing, Record, Row, Shape, Value

Schema: TypeAlias = dict[str, Any]

NUMBER = f"^(?:{numbers.PLAIN.pattern}|{numbers.RATIO.pattern})$"
NO_NUMBER = Text(
    zh="不是数字。请写成 80、0.5 或 1/3：不带百分号、单位、千分位或冒号。",
    en="This is no number. Write 80, 0.5 or 1/3: no percent sign, unit, thousands separator or colon.",
)
# YAML 1.2, by which editors read: what is no text although it stands without quotes.
FLAGS = re.compile(r"true|True|TRUE|false|False|FALSE")
FIGURES = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
# Keywords that hold of every value, so that a schema with one of them cannot be laid over another.
SWEEPING = {"$ref", "oneOf", "anyOf", "allOf", "if", "enum", "const"}


def scalars(members: Sequence[Shape], lang: Language) -> list[Schema]:
    """The schemas of a scalar that may be any of these values and words."""
    basics = {member.basic for member in members if isinstance(member, Value)}
    if basics & {"words", "text"}:  # `version: 1.0` and `is: true` are words too
        return [{"type": ["string", "number", "boolean"]}]
    found: list[Schema] = []
    if options := [word for member in members if isinstance(member, Choice) for word in member.words]:
        found.append({"enum": [read for word in options for read in as_read(word)]})
    if "number" in basics:
        found.append({"type": ["number", "string"], "pattern": NUMBER, "patternErrorMessage": NO_NUMBER.say(lang)})
    elif "whole" in basics:
        found.append({"type": "integer"})
    if "flag" in basics:
        found.append({"type": "boolean"})
    return found


def as_read(word: str) -> list[str | bool | float]:
    """A word as it may come out of an editor's parser: in quotes, and without."""
    if FLAGS.fullmatch(word):
        return [word.lower() == "true", word]
    return [float(word), word] if FIGURES.fullmatch(word) else [word]


def text() -> Schema:
    """A text in one language or two, written as a mapping."""
    properties = {name: {"type": ["string", "number", "boolean"]} for name in LANGUAGES}
    return {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}


def nulls(shape: Shape) -> list[Schema]:
    """The schema of nothing, where nothing may stand."""
    first = [short(member.noun) for member in shapes.members(shape) if isinstance(member, Record)]
    empty = shapes.nullable(shape) or any(field is not None and shapes.nullable(field.shape) for field in first)
    return [{"type": "null"}] if empty else []


def solid(shape: Shape) -> tuple[Shape, ...]:
    """The shapes that a shape is one of, without nothing."""
    return tuple(member for member in shapes.members(shape) if not isinstance(member, Nothing))


def short(noun: type[Any]) -> Field | None:
    """The field that a scalar or list fills which stands for the whole noun, if one may."""
    first, *others = shapes.fields(noun) or (None,)
    return None if first is None or any(field.required for field in others) else first


def takes_list(shape: Shape) -> bool:
    """Whether a list may stand for a shape, itself or for the first field of a noun."""
    for member in solid(shape):
        if isinstance(member, ListOf | Row):
            return True
        if isinstance(member, Record) and (first := short(member.noun)) is not None and takes_list(first.shape):
            return True
    return False


def either(some: Sequence[Schema]) -> Schema:
    """Any of these: laid over one another where each speaks of other types, which editors show best."""
    types = [name for schema in some for name in kinds(schema)]
    words = [word for schema in some for word in schema if word != "type"]
    if len(some) == 1:
        return some[0]
    if len({*types}) < len(types) or len({*words}) < len(words) or SWEEPING & {*words} or not all(map(kinds, some)):
        return {"anyOf": list(some)}
    return {word: value for schema in some for word, value in schema.items()} | {"type": types}


def kinds(schema: Schema) -> list[str]:
    """The types that a schema allows by name."""
    allowed = schema.get("type", [])
    return [allowed] if isinstance(allowed, str) else list(allowed)


def default(noun: type[Any], field: Field) -> str | int | bool | None:
    """What holds where the key is left out, as a file would write it; None where that is no single value."""
    value = next(each.default for each in attrs.fields(noun) if each.alias == field.name)
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else figure(value)
    return value if isinstance(value, str | int | bool) else None
