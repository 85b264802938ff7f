"""The JSON Schema: valid, no stricter than the reader, and as strict as its words allow."""

from __future__ import annotations

import functools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import perfscheme as ps
from editors.parsing import parsed
from perfscheme.nouns.registry import Registry
from perfscheme.nouns.shapes import Keyed, Level, hints_of, keys
from perfscheme.reading.events import read
from perfscheme.reading.load import checks
from perfscheme.reading.nodes import Node
from perfscheme.reading.shapes import Record, fields, inlined
from perfscheme.reading.structure import structure
from perfscheme.reference.descriptions import NOUNS
from perfscheme.reference.schemas import Writer, json_schema
from perfscheme.reference.texts.words import WORDS
from perfscheme.testing import schemes
from perfscheme.writing.dump import dumps

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed; `make venv` installs it")

TESTS = Path(__file__).parents[1]
SHIPPED = sorted(ps.gallery().values())
PUBLISHED = sorted((TESTS / "published").glob("*.yaml"))
BROKEN = sorted((TESTS / "broken").glob("*.yaml"))
# Faults of form that are gone when an editor lays a schema on what it has parsed.
UNSEEN = {
    "bare-point": "an editor's parser has made a number of it",
    "empty-key": "an editor's parser reads the null that stands for left out",
    "exponent": "an editor's parser has made a number of it",
    "flag-capital": "an editor's parser has made a flag of it",
    "huge-number": "a schema does not count the digits of a number",
    "leading-zero": "an editor's parser has made a number of it",
    "point-at-the-end": "an editor's parser has made a number of it",
    "quotes-that-are-none": "an editor takes them for a part of the text",
    "unknown-escape": "an editor's parser stops before it",
    "tiers-with-signs": "an editor takes it for the name of a threshold",
}


@functools.cache
def validator(lang: str = "en") -> Any:
    """What an editor judges a file by."""
    return jsonschema.Draft202012Validator(json_schema(lang=lang))  # type: ignore[arg-type]


def refusals(text: str) -> list[str]:
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in validator().iter_errors(parsed(text))]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_schema_is_a_schema(lang: str) -> None:
    """By the meta-schema of its own dialect."""
    jsonschema.Draft202012Validator.check_schema(json_schema(lang=lang))  # type: ignore[arg-type]


@pytest.mark.parametrize("path", [*SHIPPED, *PUBLISHED], ids=lambda path: path.name.split(".")[0])
def test_a_sound_scheme_is_valid(path: Path) -> None:
    """An editor underlines nothing in it."""
    assert refusals(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_structural_fault_is_underlined(path: Path) -> None:
    """Faults of form are refused; those of YAML itself are the parser's, those of meaning are `perfscheme check`'s."""
    text = path.read_text(encoding="utf-8")
    codes = {problem.code for problem in checks(text)}
    structural = all("PS030" <= code < "PS052" or "PS060" <= code < "PS070" for code in codes)
    structural = structural and path.stem not in UNSEEN
    if structural:
        assert refusals(text)


def inside(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema."""
    if isinstance(schema, dict):
        yield schema
    below = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for each in below:
        yield from inside(each)


def test_every_mapping_of_fields_is_closed() -> None:
    """No unknown key slips through: each is closed itself, or chosen by its kind from others that are."""
    open_ = [each for each in inside(json_schema()) if "properties" in each and "additionalProperties" not in each]
    kinds = [each for each in open_ if set(each["properties"]) == {"kind"}]
    assert kinds == open_
    for each in kinds:
        assert "const" in each["properties"]["kind"] or all("then" in case for case in each["allOf"])


# The agreement law: what the schema refuses, the reader refuses.

SCALARS = ("80", "-0.5", "1/3", "2", '"80"', "'1/3'", "40%", '"40%"', "1:30", "010", ".5", "1_000", "x", "target", '""',
           "~", "", "true", '"true"', "yes", "2026-01-01", "percent", "higher", "refuse", "as-is", "otherwise", "all",
           "half-up", "not-applicable", "holds", "flag", "zero")  # fmt: skip
MORE = (
    "{}",
    "[]",
    "[{missing: x}, {missing: y}]",
    "[10, 20]",
    "[10, null]",
    "[[10, 20]]",
    "{child: x, from: [80, otherwise]}",
    "{x: {y: 1}}",
)


def written(node: Node) -> str:
    """A node as text on one line."""
    if node.kind == "mapping":
        return "{" + ", ".join(f"{quoted(key.text)}: {written(below)}" for key, below in node.pairs) + "}"
    if node.kind == "list":
        return "[" + ", ".join(map(written, node.items)) + "]"
    return node.text if node.plain and not set(node.text) & set(",[]{}#\"'\n:") else quoted(node.text)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@functools.cache
def at_hand() -> dict[str, list[str]]:
    """What stands at each key in the schemes that are at hand; under the empty key, all of it."""
    found: dict[str, set[str]] = {"": set()}

    def gather(node: Node, key: str) -> None:
        if len(text := written(node)) < 400:
            found.setdefault(key, set()).add(text)
            found[""].add(text)
        for name, below in node.pairs:
            gather(below, name.text)
        for below in node.items:
            gather(below, key)

    for path in (*SHIPPED, *PUBLISHED):
        root, _ = read(path.read_text(encoding="utf-8"))
        assert root is not None
        gather(root, "")
    return {key: sorted(texts) for key, texts in found.items()}


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_what_the_reader_takes_at_a_key_the_schema_takes(noun: type[Any]) -> None:
    """Each key of each noun, with every form of value that can be thought of."""
    registry = Registry.standard()
    hints = hints_of(noun)
    annotations = {key: hints[name] for name, key in keys(noun).items()}
    for field in fields(noun)[1 if inlined(Record(noun)) else 0 :]:
        holder = attrs.make_class("Holder", ["value"], frozen=True)
        holder.__annotations__ = {"value": annotations[field.key]}
        writer = Writer(registry, "en")
        judge = jsonschema.Draft202012Validator({**writer.of(field.shape), "$defs": writer.defs})
        others = random.Random(field.key).sample(at_hand()[""], 60)
        nested = [form % word for word in SCALARS for form in ("[%s]", "{x: %s}", "{%s: 1}", "{x: {points: %s}}")]
        keyed = [f"{{{each.key}: {word}}}" for each in fields(noun) for word in SCALARS[:6]]
        taken = 0
        for text in (
            *SCALARS,
            *MORE,
            *nested,
            *keyed,
            *WORDS.get(field.key, ()),
            *at_hand().get(field.key, ()),
            *others,
        ):
            root, faults = read(f"value: {text}")
            if root is None or faults or structure(root, holder, registry)[0] is None:
                continue
            taken += 1
            wrong = [fault.message for fault in judge.iter_errors(parsed(f"value: {text}")["value"])]
            assert wrong == [], (field.key, text)
        assert taken, field.key


@functools.cache
def whole(path: Path) -> Node:
    """A scheme as the nodes of its file."""
    root, _ = read(path.read_text(encoding="utf-8"))
    assert root is not None
    return root


def everything(node: Node) -> Iterator[Node]:
    """A node and all that are below it."""
    yield node
    for below in (*(value for _, value in node.pairs), *node.items):
        yield from everything(below)


@given(st.data())
def test_what_the_schema_refuses_the_reader_refuses(data: st.DataObject) -> None:
    """Whole schemes, somewhere changed: another value from elsewhere, a key misspelt, left out or added."""
    path = data.draw(st.sampled_from([*SHIPPED, *PUBLISHED]))
    tree = edited(whole(path), data)
    text = written(tree)
    if refusals(text):
        with pytest.raises(ps.SchemeError):
            ps.loads(text)


@given(schemes())
def test_what_the_writer_writes_is_valid(scheme: ps.Scheme) -> None:
    """Any scheme at all, in its shortest form."""
    assert refusals(dumps(scheme)) == []


def edited(node: Node, data: st.DataObject) -> Node:
    """The tree with one or two changes."""
    for _ in range(data.draw(st.integers(1, 2))):
        places = list(everything(node))
        place = places[data.draw(st.integers(0, len(places) - 1))]
        node = replaced(node, place, changed(place, data))
    return node


def replaced(node: Node, old: Node, new: Node) -> Node:
    """The tree with one node in the place of another."""
    if node is old:
        return new
    if node.kind == "mapping":
        return attrs.evolve(node, value=tuple((key, replaced(below, old, new)) for key, below in node.pairs))
    return attrs.evolve(node, value=tuple(replaced(below, old, new) for below in node.items)) if node.items else node


def changed(node: Node, data: st.DataObject) -> Node:
    """One node, changed in itself."""
    new = read(f"value: {data.draw(st.sampled_from([*SCALARS, *MORE, *at_hand()['']]))}")[0]
    assert new is not None
    other = new.pairs[0][1]
    pairs = list(node.pairs)
    if not pairs or data.draw(st.booleans()):
        return other
    i = data.draw(st.integers(0, len(pairs) - 1))
    key, value = pairs[i]
    name = data.draw(st.sampled_from([key.text[:-1] or "x", key.text + "s", "kind", "x", "60", *sorted(at_hand())[1:]]))
    pairs[i : i + 1] = data.draw(
        st.sampled_from(
            [[], [(attrs.evolve(key, value=name), value)], [(key, value), (attrs.evolve(key, value=name), other)]]
        )
    )
    return attrs.evolve(node, value=tuple(pairs))


@attrs.frozen
class Goal:
    """A goal of one's own."""

    name: str
    size: Level


@attrs.frozen
class Stepped:
    """Steps of
    one's own.

    Args:
        goals: what is to be reached,
            by name.
        start: points at the beginning.
    """

    kind: ClassVar[str] = "stepped"

    goals: Keyed[Goal]
    start: Literal["low", "high"] = "low"

    def formula(self, x: Any, setting: Any) -> Any:
        return x


def test_strategies_of_ones_own_are_in_the_schema() -> None:
    """With the words of their docstrings."""
    schema = json_schema(registry=Registry.standard().with_(Stepped))
    assert schema["$defs"]["curve"]["properties"]["kind"]["oneOf"][-1] == {
        "const": "stepped",
        "title": "stepped",
        "description": "Steps of one's own.",
    }
    assert schema["$defs"]["curve-stepped"]["properties"] == {
        "kind": True,
        "goals": {
            "description": "what is to be reached, by name.",
            "type": "object",
            "additionalProperties": {
                "description": "size",
                "anyOf": [{"type": ["string", "number", "boolean"]}, {"$ref": "#/$defs/Goal-by-key"}],
            },
        },
        "start": {
            "description": "points at the beginning. Without it: low.",
            "enum": ["low", "high"],
            "default": "low",
        },
    }
    assert "stepped" not in json.dumps(json_schema())


def test_definitions_of_one_name_stand_side_by_side() -> None:
    """Somebody's own `Point` does not take the place of the library's."""
    point = attrs.make_class("Point", {"level": attrs.field(type=str), "gain": attrs.field(type=str)}, frozen=True)
    own = attrs.make_class("Own", {"points": attrs.field(type=Keyed[point])}, frozen=True)  # type: ignore[valid-type]
    own.kind, own.formula = "own", lambda self, x, setting: x  # type: ignore[attr-defined]
    defs = json_schema(registry=Registry.standard().with_(own))["$defs"]
    assert "gain" in defs["Point-by-key-2"]["properties"]
    assert "points" in defs["Point-by-key"]["properties"]


def test_a_schema_speaks_one_language() -> None:
    """And it is the same schema in either: only what is said differs."""

    def said(schema: Any) -> Any:
        words = ("title", "description", "enumDescriptions", "patternErrorMessage")
        if isinstance(schema, dict):
            return {key: said(below) for key, below in schema.items() if key not in words or isinstance(below, dict)}
        return [said(below) for below in schema] if isinstance(schema, list) else schema

    zh, en = json_schema(lang="zh"), json_schema(lang="en")
    assert said(zh) == said(en)
    assert zh["properties"]["grades"]["description"] == "等级，从最好写到最差；不写则只有总分。"
    assert en["properties"]["grades"]["description"] == "Grades, best first; without them the total is the result."


def test_hover_texts_tell_what_holds_without_the_key() -> None:
    """The default is that of the noun."""
    weights = json_schema()["$defs"]["aggregation-weighted-mean"]["properties"]["weights"]
    assert weights["default"] == "to-100"
    assert weights["description"].endswith("Without it: to-100.")
    assert weights["enumDescriptions"][0] == "they must add up to exactly 100"
