"""Nodes into nouns, with every problem at its place."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import attrs
import pytest

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.registry import Registry
from perfscheme.nouns.rules.rules import Cap, NamedRule
from perfscheme.nouns.shapes import Keyed, Level, Strategy
from perfscheme.nouns.sources import Source
from perfscheme.reading.events import read
from perfscheme.reading.load import checks
from perfscheme.reading.structure import structure

Curve = Annotated[Any, Strategy("curve")]


@attrs.frozen
class Point:
    at: Level
    points: Fraction


@attrs.frozen
class Linear:
    kind: ClassVar[str] = "linear"

    points: Keyed[Point]
    outside: Literal["clamp", "zero"] = "clamp"

    def __attrs_post_init__(self) -> None:
        falling = [i for i, point in enumerate(self.points) if point.points < 0]
        if falling:
            raise SchemeError([Diagnostic("MY1", ("points", i, "points"), {"en": "below zero"}) for i in falling])

    def formula(self, x: Any, setting: Any) -> Any:
        return x


@attrs.frozen
class AsIs:
    kind: ClassVar[str] = "as-is"

    def formula(self, x: Any, setting: Any) -> Any:
        return x


@attrs.frozen
class Steep:
    kind: ClassVar[str] = "steep"

    slope: int

    def __attrs_post_init__(self) -> None:
        if self.slope > 9:
            raise ValueError("too steep")

    def formula(self, x: Any, setting: Any) -> Any:
        return x


@attrs.frozen
class FromInput:
    input: str
    default: Fraction | None = None


@attrs.frozen
class Threshold:
    name: str
    value: Fraction | FromInput

    def __attrs_post_init__(self) -> None:
        if self.name == "bad":
            raise SchemeError(Diagnostic("MY2", ("name",), {"en": "a bad name"}))
        if self.value == 13:
            raise SchemeError(Diagnostic("MY3", ("value",), {"en": "a bad value"}))


@attrs.frozen
class Leaf:
    id: str
    unit: Literal["percent", "hours"]
    curve: Curve
    name: Text | None = None
    thresholds: Keyed[Threshold] = ()


@attrs.frozen
class Branch:
    id: str
    children: Keyed[Branch | Leaf]
    name: Text | None = None


@attrs.frozen
class InputIs:
    input: str
    at_least: Level


@attrs.frozen
class AllOf:
    all_: tuple[InputIs | AllOf, ...]


@attrs.frozen
class NumberSpec:
    kind: ClassVar[str] = "number"
    key: str
    unit: str


@attrs.frozen
class FlagSpec:
    kind: ClassVar[str] = "flag"
    key: str
    name: Text | None = None


@attrs.frozen
class Ladder:
    grades: tuple[Point, ...]

    def __attrs_post_init__(self) -> None:
        if len(self.grades) > 2:
            raise SchemeError(Diagnostic("MY4", ("grades", 2), {"en": "too many"}))


@attrs.frozen
class Plan:
    leaf: Leaf | None = None
    tree: Keyed[Branch | Leaf] = ()
    curve: Curve = None
    curves: tuple[Curve, ...] = ()
    when: InputIs | AllOf | None = None
    inputs: Keyed[NumberSpec | FlagSpec] = ()
    ladder: Ladder | None = None
    range: tuple[Fraction | None, Fraction | None] | None = None
    level: Level | None = None
    name: Text | None = None
    strict: bool = False
    target: FromInput | None = None
    thresholds: Keyed[Threshold] = ()


REGISTRY = Registry().with_(Linear, AsIs, Steep)


def made(text: str) -> Plan:
    node, problems = read(text)
    assert node is not None
    plan, more = structure(node, Plan, REGISTRY)
    assert problems + more == []
    assert plan is not None
    return plan


def told(text: str) -> list[tuple[str, str]]:
    """Code and the words under the caret of every problem."""
    node, problems = read(text)
    assert node is not None
    plan, more = structure(node, Plan, REGISTRY)
    assert plan is None
    assert problems == []
    assert all(problem.message("zh") for problem in more)
    return [(p.code, text[p.span.start.index : p.span.end.index]) for p in more if p.span is not None]


def test_every_form_of_the_contract_is_read() -> None:
    """Keyed parts, strategies, unions, shorthands, texts, levels, rows."""
    plan = made("""\
tree:
  quality:
    name: {zh: 质量, en: Quality}
    children:
      csat:
        unit: percent
        curve: as-is
        thresholds: {target: 9.5, floor: {input: low}}
curve: {kind: linear, points: {target: 100, 0: "0.5"}}
curves: [as-is, {kind: steep, slope: 3}]
when: {all: [{input: x, at-least: target}, {all: [{input: y, at-least: 1}]}]}
inputs: {sales: {kind: number, unit: points}, veto: {kind: flag}, other: flag}
ladder: [{at: A, points: 1}]
range: [0, null]
level: target
name: 名称
strict: true
target: stretch
""")
    thresholds = (Threshold("target", Fraction(19, 2)), Threshold("floor", FromInput("low")))
    csat = Leaf("csat", "percent", AsIs(), None, thresholds)
    assert plan == Plan(
        tree=(Branch("quality", (csat,), Text(zh="质量", en="Quality")),),
        curve=Linear((Point("target", Fraction(100)), Point(Fraction(0), Fraction(1, 2)))),
        curves=(AsIs(), Steep(3)),
        when=AllOf((InputIs("x", "target"), AllOf((InputIs("y", Fraction(1)),)))),
        inputs=(NumberSpec("sales", "points"), FlagSpec("veto"), FlagSpec("other")),
        ladder=Ladder((Point("A", Fraction(1)),)),
        range=(Fraction(0), None),
        level="target",
        name=Text(zh="名称", en="名称"),
        strict=True,
        target=FromInput("stretch"),
    )


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("tere: {}", [("PS033", "tere")]),
        ("leaf: {id: a, unit: percent, kurve: as-is}", [("PS033", "kurve")]),
        ("leaf: {unit: percent}", [("PS034", "leaf"), ("PS034", "leaf")]),
        ("leaf: {id: a, unit: prcent, curve: asis}", [("PS035", "prcent"), ("PS036", "asis")]),
        ("curve: {points: {1: 1}}", [("PS062", "curve")]),
        ("curve: {kind: [a]}", [("PS030", "[a]")]),
        ("curve: [a]", [("PS030", "[a]")]),
        ("curve: steep", [("PS069", "steep")]),
        ("curve: {kind: as-is, slope: 1}", [("PS033", "slope")]),
        ("curve: {kind: steep, slope: 10}", [("PS060", "curve")]),
        ("curve: 'kind：steep'", [("PS036", "'kind：steep'")]),
        ("curve: kind：steep", [("PS005", "kind：steep")]),
        ("curves: as-is", [("PS031", "as-is")]),
        ("range: [1]", [("PS061", "[1]")]),
        ("range: 1", [("PS031", "1")]),
        ("range: [1%, x]", [("PS042", "1%"), ("PS040", "x")]),
        ("level: 40%", [("PS042", "40%")]),
        ("name: {fr: x}", [("PS033", "fr")]),
        ("name: {zh: [x]}", [("PS032", "[x]")]),
        ("name: {}", [("PS032", "{}")]),
        ("strict: no", [("PS039", "no")]),
        ("strict:", [("PS037", "strict")]),
        ("when: {}", [("PS063", "when")]),
        ("when: {inptu: x, at-least: 1}", [("PS033", "inptu")]),
        ("when: {all: {input: x}}", [("PS031", "{input: x}")]),
        ("when: x", [("PS030", "x")]),
        ("inputs: {a: {unit: x}}", [("PS034", "a")]),
        ("inputs: {a: {kind: nmuber, unit: x}}", [("PS035", "nmuber")]),
        ("inputs: {a: text}", [("PS035", "text")]),
        ("inputs: [a]", [("PS030", "[a]")]),
        ("tree: {a: {}}", [("PS063", "a")]),
        ("tree: {a: 5}", [("PS030", "5")]),
        ("tree: {a: }", [("PS037", "a")]),
        ("tree: {a: {unt: percent, curve: as-is}}", [("PS033", "unt")]),
        ("tree: {a: {children: {b: {id: c, unit: hours, curve: as-is}}}}", [("PS033", "id")]),
        ("thresholds: {a: {imput: x}}", [("PS033", "imput")]),
        ("thresholds: {a: [1]}", [("PS030", "[1]")]),
        ("thresholds: {[1]: 1}", []),
        ("target: {}", [("PS034", "target")]),
        ("[]", [("PS030", "[]")]),
    ],
)
def test_each_mistake_is_told_at_its_place(text: str, problems: list[tuple[str, str]]) -> None:
    """The caret stands under what is to be changed; a misspelt key is not also missing."""
    if not problems:
        assert [problem.code for problem in read(text)[1]] == ["PS022"]
    else:
        assert told(text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("curve: {kind: linear, points: {1: 5, 2: -7, 3: -8}}", [("MY1", "-7"), ("MY1", "-8")]),
        ("thresholds: {bad: 1}", [("MY2", "bad")]),
        ("thresholds: {good: 13}", [("MY3", "13")]),
        ("thresholds: {good: {value: 13}}", [("MY3", "13")]),
        ("ladder: [&a {at: 1, points: 0}, *a, {at: 3, points: 0}]", [("MY4", "{at: 3, points: 0}")]),
        ("ladder: {grades: [&a {at: 1, points: 0}, *a, {at: 3, points: 0}]}", [("MY4", "{at: 3, points: 0}")]),
    ],
)
def test_what_a_noun_says_is_shown_in_the_file(text: str, problems: list[tuple[str, str]]) -> None:
    """Whether its fields are spelt out, left out, or given by the key."""
    assert told(text) == problems


def test_all_problems_are_told_in_the_order_of_the_file() -> None:
    """One does not hide the next, however deep."""
    text = """\
strict: yes
tree:
  a:
    children:
      b: {unit: x, curve: nothing}
      c: {unit: hours, curve: {kind: linear, points: {a: 1:30, b: 1_0}}}
level: {}
"""
    assert [code for code, _ in told(text)] == ["PS039", "PS035", "PS036", "PS043", "PS041", "PS030"]


def test_paths_are_those_of_the_file() -> None:
    """Keys and indexes from the root."""
    node, _ = read("tree: {a: {children: {b: {unit: x, curve: as-is}}}}\ncurves: [as-is, x]")
    assert node is not None
    paths = [problem.path for problem in structure(node, Plan, REGISTRY)[1]]
    assert paths == [("tree", "a", "children", "b", "unit"), ("curves", 1)]


def test_an_alias_is_told_once() -> None:
    """Its content stands in the file once."""
    assert [code for code, _ in told("leaf: {id: a, unit: percent, curve: &c {kind: x}}\ncurve: *c")] == ["PS036"]


def test_strategies_come_from_the_registry_alone() -> None:
    """A kind that was not handed in is not known."""
    node, _ = read("curve: as-is")
    assert node is not None
    assert [problem.code for problem in structure(node, Plan, Registry())[1]] == ["PS036"]
    assert structure(node, Plan, REGISTRY)[0] == Plan(curve=AsIs())


def _rules_read(text: str) -> tuple[Dimension | None, list[Diagnostic]]:
    root, _ = read(text)
    assert root is not None
    return structure(root, Dimension, Registry.standard())


def test_a_rule_has_its_name_and_sources_among_its_own_keys() -> None:
    """The noun around the rule takes them; what the rule says of itself is placed as ever."""
    text = """
aggregation: {kind: sum, missing: refuse}
children: {a: {unit: points, curve: as-is}}
rules: [{kind: cap, name: Full, at-most: 100, sources: [{document: plan 2}]}]
"""
    dimension, problems = _rules_read(text)
    assert problems == []
    assert dimension is not None
    assert dimension.rules == (NamedRule(Cap(100), name="Full", sources=[Source("plan 2")]),)
    _, (found,) = _rules_read(text.replace("name:", "nam:"))
    assert (found.code, found.facts["nearest"], found.facts["known"]) == (
        "PS033", "name", ("at-most", "when", "name", "sources", "waive"),
    )  # fmt: skip


def test_an_input_may_be_called_equals() -> None:
    """`equals: true` is a slip in a comparison alone; elsewhere the word may be a name."""
    found = checks(
        "perfscheme: 1\nscheme: t\ninputs: {equals: {kind: flag}}\nscore:\n"
        "  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}\n"
        "  rules: [{kind: veto, when: {input: equals, is: true, if-missing: fails}, points: 0}]\n"
        "  children:\n    a: {unit: points, better: higher, curve: as-is}\n"
        "examples:\n  - {name: x, values: {a: 1, equals: true}, total: 0}\n"
    )
    assert [problem.code for problem in found] == []


TURNS = """\
perfscheme: 1
scheme: turns
inputs: {sure: flag, read: {kind: number, unit: minutes, range: [0, null]}}
score:
  aggregation: {kind: sum, missing: refuse}
  children:
    a:
      input: {input: read, at-least: 0}
      unit: minutes
      better: lower
      curve: as-is
      if-missing: 88
      rules:
        - {kind: cap, at-most: 0, when: {input: sure, is: false, if-missing: fails}}
      aggregation: {kind: formula, formula: b, missing: refuse}
      rounding: {places: 1, mode: half-down}
      children:
        b:
"""


def test_what_the_second_reading_alone_would_take_the_first_takes_too() -> None:
    """To the first, `aggregation` and what follows is as well below `a` as below a name that is not there."""
    found = [(problem.code, ".".join(map(str, problem.path))) for problem in checks(TURNS)]
    assert found == [("PS074", "score.children.…13"), ("PS037", "score.children.…13.children.b")]


def test_two_heads_that_are_gone_are_told_both() -> None:
    """And nothing else, though there is a stand-in for each of the two names."""
    text = (Path(__file__).parents[1] / "published" / "diving.scheme.yaml").read_text(encoding="utf-8")
    found = checks(text.replace("    marks:\n", "").replace("        judge-1:\n", ""))
    assert [(problem.code, problem.span.start.line + 1) for problem in found if problem.span] == [
        ("PS074", 13),
        ("PS074", 15),
    ]
