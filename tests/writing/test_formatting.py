"""Files in canonical layout, with everything kept that people wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import perfscheme as ps
from perfscheme.reading import events
from perfscheme.writing import formatting
from perfscheme.writing.formatting import formatted
from perfscheme.writing.remarks import comments

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(ROOT.glob("schemes/*.scheme.yaml"))
FILES = [*SHIPPED, *sorted(ROOT.glob("tests/published/*.scheme.yaml"))]

ENDS = {"windows": ["\r\n"], "old mac": ["\r"], "next line": ["\x85"], "mixed": ["\r\n", "\n", "\r"]}


@pytest.mark.parametrize("ends", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_lines_end_in_one_way(path: Path, ends: list[str]) -> None:
    """Whatever ended them before, nothing else changes."""
    text = path.read_text(encoding="utf-8")
    other = "".join(line + ends[i % len(ends)] for i, line in enumerate(text.splitlines()))
    assert formatted(other) == text


UNTIDY = """\
# A plan.

score:
    children:
      # the only one
      speed: {curve: &c {points: {100: 100, 60: 0},   kind: linear}, unit: 'hours',  # hours of work
         better: "higher"}
    aggregation: {missing: refuse, weights: equal, kind: weighted-mean} # alike
rules:
    - at-most: 100
      # what it is
      kind: cap
grades: [{coefficient: 1.0, grade: A, from: 90}, {grade: B, coefficient: 0.8}]   # two
perfscheme: 1
scheme: 'plan'
"""
TIDY = """\
# A plan.

perfscheme: 1
scheme: plan
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}  # alike
  children:
    # the only one
    speed:
      unit: hours  # hours of work
      better: higher
      curve: &c {kind: linear, points: {100: 100, 60: 0}}
rules:
  # what it is
  - {kind: cap, at-most: 100}
grades:  # two
  - {grade: A, from: 90, coefficient: 1.0}
  - {grade: B, coefficient: 0.8}
"""


def test_a_file_is_tidied() -> None:
    """Keys in their order, each with its comment; figures, anchors and forms as they were."""
    assert formatted(UNTIDY) == TIDY
    assert formatted(TIDY) == TIDY


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_schemes_are_tidy(path: Path) -> None:
    """They are the examples that people follow."""
    text = path.read_text(encoding="utf-8")
    assert formatted(text) == text


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(FILES), st.data())
def test_no_comment_is_lost_wherever_it_stands(path: Path, data: st.DataObject) -> None:
    """The scheme is the same, every comment is there, and a second run changes nothing."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    free = [i for i, line in enumerate(lines) if line.strip() and "#" not in line]
    for i in sorted(data.draw(st.sets(st.sampled_from(free), max_size=10)), reverse=True):
        if data.draw(st.booleans()):
            lines[i] += f"  # beside {i}"
        else:
            gap = [""] * data.draw(st.integers(0, 2))
            lines[i + 1 : i + 1] = [" " * data.draw(st.integers(0, 12)) + f"# below {i}", *gap]
    changed = "\n".join(lines) + "\n"
    try:
        scheme = ps.loads(changed)
    except ps.SchemeError:
        return  # within a text in quotation marks or a block, where it ends the text
    tidy = formatted(changed)
    before, after = (events.read(each)[0] for each in (changed, tidy))
    assert before is not None
    assert after is not None
    assert sorted(comments(tidy, after)) == sorted(comments(changed, before))
    assert ps.loads(tidy) == scheme or scheme != ps.loads(text)
    assert formatted(tidy) == tidy


def test_an_anchor_moves_with_what_is_said_first() -> None:
    """The name must stand before it is used."""
    text = TIDY.replace("&c ", "").replace("from: 90, coefficient: 1.0", "from: &n 1, coefficient: *n")
    swapped = text.replace("from: &n 1, coefficient: *n", "coefficient: &n 1, from: *n")
    assert swapped != text
    assert formatted(swapped) == text


def test_a_file_with_errors_is_refused() -> None:
    """With its diagnostics."""
    with pytest.raises(ps.SchemeError) as caught:
        formatted(TIDY.replace("curve:", "curv:"), name="plan.yaml")
    assert (caught.value.diagnostics[0].code, caught.value.name) == ("PS033", "plan.yaml")


def test_a_result_that_is_not_the_same_is_not_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither another scheme nor one comment less."""
    for wrong in (TIDY.replace("100", "90"), TIDY.replace("# two", ""), "a: ["):
        monkeypatch.setattr(formatting, "laid_out", lambda *_, wrong=wrong: wrong)
        with pytest.raises(ps.SchemeError, match="PS084"):
            formatted(UNTIDY)


def test_windows_files_are_read() -> None:
    """Their byte order mark and line ends are not kept."""
    assert formatted("\ufeff" + UNTIDY.replace("\n", "\r\n")) == TIDY


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_files_of_the_house_are_laid_out_so(path: Path) -> None:
    """`perfscheme fmt --check` has nothing to say of what is shipped and published."""
    text = path.read_text(encoding="utf-8")
    assert formatted(text) == text


def test_an_input_has_a_line_of_its_own() -> None:
    """However short: people look for names where lines begin. Texts and figures by name stay together."""
    text = SCHEME.replace("score:", "inputs: {a: {kind: number, unit: count}, b: flag}\nscore:", 1)
    assert "\ninputs: {a: {kind: number, unit: count}, b: flag}\n" in formatted(text)
    text = text.replace("b: flag", "b: {kind: flag}")
    assert "\ninputs:\n  a: {kind: number, unit: count}\n  b: {kind: flag}\n" in formatted(text)


def test_a_tier_says_where_it_holds_then_what_it_gives() -> None:
    """As one reads it."""
    curve = "{kind: tiers, tiers: [{points: 0, from: 0}, {points: 9, from: 5}]}"
    text = SCHEME.partition("rules:")[0].replace("as-is", curve)
    assert "- {from: 0, points: 0}\n" in formatted(text)


SCHEME = """\
perfscheme: 1
scheme: s
score:
  aggregation: {kind: sum, missing: refuse}
  children:
    x: {unit: points, better: higher, range: [0, 10], curve: as-is}
rules:
  - {kind: cap, at-most: {input: a}, when: {input: b, is: true, if-missing: fails}}
"""
