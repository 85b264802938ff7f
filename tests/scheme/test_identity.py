"""When a scheme holds, and the hash of its content."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

import perfscheme
from perfscheme import Scheme, SchemeError
from perfscheme.nouns.examples import Example
from perfscheme.nouns.quantities import ByLabel, Case
from perfscheme.nouns.sources import Source
from perfscheme.scheme.identity import LIBRARY_VERSION, Effective, canonical, content_hash

PLAN = """
perfscheme: 1
scheme: plan
score:
  aggregation: {kind: weighted-mean, missing: {kind: refuse}}
  children:
    a: {weight: 50, unit: percent, curve: {kind: linear, points: {60: 0, 100: 100}}}
    b: {weight: 50, unit: count, curve: {kind: as-is}}
"""
SAME = """
# in another order, with a comment and another way to write numbers
scheme: plan
perfscheme: 1
score:
  children:
    b: {curve: as-is, unit: count, weight: 50.0}
    a:
      weight: 50.00
      unit: percent
      curve: {points: {100: 100, 60: 0}, kind: linear, below: clamp}
  aggregation: {weights: to-100, kind: weighted-mean, missing: refuse}
"""


def test_layout_order_and_defaults_are_no_content() -> None:
    """Two texts that say the same have one hash."""
    assert perfscheme.loads(PLAN).hash == perfscheme.loads(SAME).hash


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("100: 100", "100: 99"),
        ("weight: 50, unit: count", "weight: 50, unit: number"),
        ("scheme: plan", "scheme: plan2"),
    ],
)
def test_every_figure_is_content(old: str, new: str) -> None:
    """Another figure, another unit, another id: another hash."""
    assert old in PLAN
    assert perfscheme.loads(PLAN.replace(old, new)).hash != perfscheme.loads(PLAN).hash


def test_the_order_of_rules_and_grades_is_content(five: Scheme) -> None:
    """Lists are in an order, which counts."""
    turned = attrs.evolve(five, rules=five.rules[::-1])
    assert turned.hash != five.hash


def test_what_vouches_for_a_scheme_is_no_content(five: Scheme) -> None:
    """An example or a source more is the same plan: nobody's score changes, nor a word of it."""
    example = Example("nobody", dict.fromkeys(five.statement.inputs), no_score=True)
    vouched = attrs.evolve(
        five,
        examples=[example],
        sources=[Source("plan 2")],
        rules=[attrs.evolve(rule, sources=[Source("plan 2", "4")]) for rule in five.rules],
    )
    assert vouched.hash == five.hash
    named = attrs.evolve(five, rules=[attrs.evolve(rule, name="Veto") for rule in five.rules])
    assert named.hash != five.hash


def test_equal_schemes_have_one_hash(five: Scheme) -> None:
    """A whole number in Python is the number; children in another order are no other content, yet no equal value."""
    assert canonical(8) == canonical(Fraction(8))
    turned = attrs.evolve(five, score=attrs.evolve(five.root, children=five.root.children[::-1]))
    assert (turned.hash == five.hash, turned == five) == (True, False)


def test_any_text_has_a_hash(five: Scheme) -> None:
    """Also half of a surrogate pair, which no file can hold."""
    assert attrs.evolve(five, name="\ud800").hash != five.hash


def test_canonical_form() -> None:
    """Numbers as exact text, keys as the file writes them, no defaults."""
    found: Any = canonical(ByLabel("role", [Case("b", Fraction(1, 3)), Case("a", 2)]))
    assert found == {"by": "role", "cases": [{"label": "a", "value": "2"}, {"label": "b", "value": "1/3"}]}


def test_the_hash_is_that_of_the_canonical_text() -> None:
    """A fixed point: whoever changes the form makes every stored result of no known scheme."""
    text = '{"cases":[{"label":"a","value":"1/3"}],"by":"role"}'
    sorted_text = '{"by":"role","cases":[{"label":"a","value":"1/3"}]}'
    assert content_hash(ByLabel("role", [Case("a", "1/3")])) == hashlib.sha256(sorted_text.encode()).hexdigest()
    assert content_hash(ByLabel("role", [Case("a", "1/3")])) != hashlib.sha256(text.encode()).hexdigest()


def test_what_has_no_canonical_form() -> None:
    """Is a bug of whoever put it into a noun."""
    with pytest.raises(TypeError, match="float has no canonical form"):
        canonical(0.5)


def test_days_from_and_to() -> None:
    """Both are days, and in order."""
    with pytest.raises(SchemeError) as caught:
        Effective("2026-13-01", "2026-02-30")
    assert [problem.path for problem in caught.value.diagnostics] == [("from",), ("to",)]
    with pytest.raises(SchemeError, match="2025-12-31"):
        Effective("2026-01-01", "2025-12-31")
    assert Effective("2026-01-01").to is None


def test_the_version_of_results_is_that_of_the_package() -> None:
    """A result is replayed by the library that it names."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == LIBRARY_VERSION


def test_the_package_says_its_version() -> None:
    """As packages do, and without reading it at import."""
    code = "import sys, perfscheme; n = len(sys.modules); print(perfscheme.__version__, n < len(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.split() == [LIBRARY_VERSION, "True"]
