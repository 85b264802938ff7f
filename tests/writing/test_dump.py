"""A scheme as text, and back."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import perfscheme as ps
from perfscheme.nouns.aggregations.aggregations import WeightedMean
from perfscheme.nouns.curves.curves import AsIs, Levels, TargetRange
from perfscheme.nouns.missing import Refuse
from perfscheme.reading.characters import FORBIDDEN
from perfscheme.testing import schemes
from perfscheme.writing.formatting import formatted

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("schemes/*.scheme.yaml"), *ROOT.glob("tests/published/*.scheme.yaml")])
SIGNS = st.sampled_from(
    ["a", "满意度", "100", "1:30", "true", "null", "- x", "# c", " ", "\n", "\t", ":", ": ", "，", "：", "“", "'", '"',
     "\\", "{", "}", "[", ",", "&a", "*b", "!t", "%", "@", "`", "|", ">", "?", "=", "<<", "no", "40%", "2026-01-01",
     "...", "---", "\u2028", "\x85", "\r", "word " * 30, "字" * 70, "\ufeff", "\u200b", "0x1F", ".5", "1_000", "~",
     "\xa0", "\u3000"]
)  # fmt: skip
TEXTS = (st.lists(SIGNS, max_size=6).map("".join) | st.text(max_size=20)).filter(
    lambda text: unicodedata.normalize("NFC", text) == text and not FORBIDDEN.search(text)
)


def scheme_of(**other: Any) -> ps.Scheme:
    item = ps.Indicator("speed", "points", **{"curve": AsIs(), **other})
    return ps.Scheme("plan", ps.Dimension(children=[item], aggregation=WeightedMean(Refuse(), weights="equal")))


def laws(scheme: ps.Scheme) -> None:
    """Reading is the inverse of writing, and writing has one answer."""
    text = ps.dumps(scheme)
    again = ps.loads(text)
    assert again == scheme
    assert again.hash == scheme.hash
    assert ps.dumps(again) == text
    assert formatted(text) == text


@settings(max_examples=60, deadline=None)
@given(schemes())
def test_any_scheme_reads_back_as_itself(scheme: ps.Scheme) -> None:
    """Law 13, on random schemes of every noun."""
    laws(scheme)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, st.lists(TEXTS.filter(str.strip), min_size=1, max_size=3, unique=True), st.fractions())
def test_any_text_and_number_reads_back_as_itself(one: str, other: str, labels: list[str], points: Fraction) -> None:
    """Signs of YAML, what it takes for numbers or nothing, breaks, spaces, long lines."""
    curve = Levels(dict.fromkeys(labels, points))
    laws(scheme_of(curve=curve, name=one, description=ps.Text(zh=other, en=one)))


@pytest.mark.parametrize("label", ["·", "·x", "– x", "•"])
def test_a_label_that_begins_as_the_items_of_other_programs_reads_back(label: str) -> None:
    """Found by the test above: the reader takes such a sign before a key for the dash of a list."""
    laws(scheme_of(curve=Levels({label: 0})))


def test_an_end_that_is_left_open_is_written_as_null() -> None:
    """A key without a value is refused, and is not what `null` says."""
    curve = TargetRange((70, 80), (None, 100))
    assert "[null, 100]" in ps.dumps(scheme_of(curve=curve))
    laws(scheme_of(curve=curve))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_read_back_as_themselves(path: Path) -> None:
    """Whatever form their authors chose."""
    laws(ps.load(path))


def test_the_text_of_a_scheme() -> None:
    """One key a line in the tree, brackets for what is short, no defaults, nothing said twice."""
    assert ps.dumps(scheme_of(name=ps.Text(zh="速度", en="Speed, mostly"), weight=None, range=(0, "1/3"))) == (
        "perfscheme: 1\n"
        "scheme: plan\n"
        "\n"
        "score:\n"
        "  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}\n"
        "  children:\n"
        "    speed:\n"
        '      name: {zh: 速度, en: "Speed, mostly"}\n'
        "      unit: points\n"
        "      range: [0, 1/3]\n"
        "      curve: as-is\n"
    )


@attrs.frozen
class Doubled:
    """Twice the value."""

    kind: ClassVar[str] = "doubled"
    offset: Fraction = Fraction(0)

    def formula(self, x: Any, setting: Any) -> Any:
        return x * 2 + self.offset


def test_strategies_of_ones_own_are_written_by_their_registry() -> None:
    """As they are read."""
    registry = ps.Registry.standard().with_(Doubled)
    sixth = Doubled(Fraction(1, 6))
    for curve, written in ((Doubled(), "curve: doubled"), (sixth, "curve: {kind: doubled, offset: 1/6}")):
        text = ps.dumps(scheme_of(curve=curve), registry=registry)
        assert written in text
        assert ps.loads(text, registry=registry) == scheme_of(curve=curve)
    with pytest.raises(ps.SchemeError, match="PS081"):
        ps.dumps(scheme_of(curve=Doubled()))


def test_what_would_read_back_as_another_scheme_is_refused() -> None:
    """A text in another form of Unicode is another text for Python, and the same for a reader."""
    with pytest.raises(ps.SchemeError, match="PS083"):
        ps.dumps(scheme_of(name="e\u0301"))
    with pytest.raises(ps.SchemeError, match="PS017"):
        ps.dumps(scheme_of(name="\x00"))


def test_what_is_no_scheme_is_refused() -> None:
    """By name, not from within."""
    with pytest.raises(TypeError, match="writes a Scheme, not str"):
        ps.dumps("perfscheme: 1")  # type: ignore[arg-type]


def test_files_are_written_in_utf8(tmp_path: Path) -> None:
    """With Chinese as it is, and plain line ends."""
    ps.dump(scheme_of(name="速度"), tmp_path / "plan.scheme.yaml")
    assert "name: 速度\n".encode() in (tmp_path / "plan.scheme.yaml").read_bytes()
    assert ps.load(tmp_path / "plan.scheme.yaml") == scheme_of(name="速度")
