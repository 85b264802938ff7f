"""Loading schemes, and being told everything that is wrong with them."""

import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfscheme.diagnostics import SchemeError, render
from perfscheme.diagnostics.figures import printable
from perfscheme.diagnostics.widths import columns
from perfscheme.reading.load import check, checks, decode, load, loads

BROKEN = sorted((Path(__file__).parents[1] / "broken").glob("*.yaml"))
GOOD = """\
perfscheme: 1
scheme: sound
inputs:
  satisfaction: {kind: number, unit: percent}
score:
  aggregation: {kind: weighted-mean, missing: refuse}
  children:
    satisfaction:
      unit: percent
      weight: 100
      thresholds: {target: 80, floor: 60}
      curve: {kind: linear, points: {target: 80, 100: 100, floor: 0}}
      better: higher
"""


def head(path: Path) -> dict[str, str]:
    """What the head of a file says is due."""
    return dict(re.findall(r"^# (code|at|under|en|zh): (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_is_met_with_its_message(path: Path) -> None:
    """One file, one mistake: one message, with the code and at the place that the head of the file says."""
    text, due = path.read_text(encoding="utf-8"), head(path)
    problems = checks(text)
    shown = "\n".join(render(problem, text=text, name=path.name) for problem in problems)
    assert [(problem.code, str(problem.span)) for problem in problems] == [(due["code"], due["at"])], shown


ORDER = {
    "en": r"(?i)\b(write|delete|put|keep|use|correct|change|leave|name|give|indent|save|split|exchange|move|add|drop|"
    r"declare|make|let|turn|look|merge|read|begin|compare)\b",
    "zh": "请",
}


@pytest.mark.parametrize("lang", sorted(ORDER))
@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_message_answers_four_questions(path: Path, lang: str) -> None:
    """Where: file, line, column, and carets under what the head says. What was found, what was expected, what to write
    instead: in words that the head parts by bars, of which the last are an order.
    """
    text, due = path.read_text(encoding="utf-8"), head(path)
    (problem,) = checks(text)
    first, *frame = render(problem, text=text, name=path.name, lang=lang).split("\n")
    assert first.startswith(f"{path.name}:{due['at']}: ")
    at = next(i for i, line in enumerate(frame) if line.split("|")[0].strip() == due["at"].split(":")[0])
    meant = due["under"]
    if meant.startswith(("\\x", "\\u", "\\t")):
        meant = meant.encode().decode("unicode_escape")
    assert below(frame[at], frame[at + 1]).startswith(printable(meant).rstrip("…")[:40])
    said = problem.message(lang)
    found, expected, instead = due[lang].split(" | ")
    assert len({found, expected, instead}) == 3
    for words in (found, expected, instead):
        assert len(words) > 1
        assert words in said
    assert said.index(found) + len(found) <= said.index(instead), "what was found is told before what to write"
    assert re.search(ORDER[lang], instead)
    assert not re.search(r"\{[a-z]+\}", said), "a fact is lacking"


def below(line: str, carets: str) -> str:
    """What stands above carets."""
    start, end = carets.index("^"), carets.rindex("^") + 1
    return "".join(char for i, char in enumerate(line) if start <= columns(line[:i]) < end)


TOGETHER = sorted((Path(__file__).parents[1] / "broken" / "together").glob("*.yaml"))


@pytest.mark.parametrize("path", TOGETHER, ids=lambda path: path.stem)
def test_many_mistakes_are_told_at_once(path: Path) -> None:
    """Each mistake with one message, on its line: none hides another, and none is told twice."""
    text = path.read_text(encoding="utf-8")
    due = [(number, code) for number, line in enumerate(text.split("\n"), 1) for code in re.findall(r"# (PS\d+)", line)]
    told = [(problem.span.start.line + 1, problem.code) for problem in checks(text) if problem.span]
    assert told == due


def test_a_sound_scheme_has_nothing_said_against_it() -> None:
    """The files of tests/broken differ from this one in one place each."""
    assert checks(GOOD) == []
    assert loads(GOOD).scheme == "sound"


def test_loading_raises_what_checking_tells() -> None:
    """All problems at once, with frames, whichever parser is installed."""
    text = GOOD.replace("weight: 100", "weight: 100%").replace("linear", "linaer")
    with pytest.raises(SchemeError) as caught:
        loads(text, name="plan.yaml")
    assert list(caught.value.diagnostics) == checks(text)
    assert [problem.code for problem in caught.value.diagnostics] == ["PS042", "PS036"]
    assert str(caught.value).startswith("plan.yaml:10:15: error[PS042] ")
    assert "\n10 |       weight: 100%\n   |               ^^^^\n" in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    """Editors on Windows write one; columns are counted without it."""
    path = tmp_path / "a.scheme.yaml"
    path.write_text(GOOD, encoding="utf-8-sig")
    assert load(path) == loads(GOOD)


def test_a_file_in_another_encoding_is_refused_with_the_place(tmp_path: Path) -> None:
    """Guessing would turn names into others."""
    path = tmp_path / "a.scheme.yaml"
    path.write_bytes(GOOD.replace("sound", "caf\u00e9 au lait").encode("latin-1"))
    with pytest.raises(SchemeError, match="no UTF-8 text") as caught:
        load(path)
    assert caught.value.diagnostics[0].facts["position"] == GOOD.index("sound") + 4


def test_a_file_that_is_not_there_is_no_fault_of_a_scheme(tmp_path: Path) -> None:
    """The operating system's own error says it best."""
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.yaml")


def test_a_schema_for_editors_may_be_named() -> None:
    """It is a word to the editor and no part of the scheme."""
    assert loads('$schema: "scheme.json"\n' + GOOD) == loads(GOOD)
    assert [(problem.code, str(problem.span)) for problem in checks("$schema: [scheme.json]\n" + GOOD)] == [
        ("PS032", "1:10")
    ]
    assert [problem.code for problem in checks("$schema:\n" + GOOD)] == ["PS037"]


def test_a_misspelt_format_line_is_an_unknown_key() -> None:
    """It is not reported as missing too."""
    assert [problem.code for problem in checks(GOOD.replace("perfscheme: 1", "perfscheem: 1"))] == ["PS033"]


def test_an_unknown_format_hides_what_follows_from_it() -> None:
    """A newer format has keys that this one does not know; they are no mistakes."""
    text = GOOD.replace("perfscheme: 1", "perfscheme: 2").replace("weight", "share")
    assert [problem.code for problem in checks(text)] == ["PS051"]


@pytest.mark.parametrize("text", ["a", "[]", "1", "null", "- a", "'x'"])
def test_a_file_that_is_no_mapping_says_what_a_scheme_is(text: str) -> None:
    """Wrong from the root up."""
    assert {problem.code for problem in checks(text)} <= {"PS030", "PS037"}
    assert checks(text)


def test_names_that_are_nowhere_are_found_when_the_scheme_is_stated() -> None:
    """The caret stands under the name."""
    problems = checks(GOOD.replace("points: {target: 80", "points: {targte: 80"))
    assert [str(problem.span) for problem in problems] == ["12:38"]
    assert "target" in problems[0].message("en")


@pytest.mark.parametrize("read", [loads, checks])
@pytest.mark.parametrize("text", [None, b"perfscheme: 1", Path("plan.scheme.yaml")])
def test_what_is_no_text_is_refused_with_what_takes_a_path(read: Any, text: Any) -> None:
    """Before anything is asked of it that it has not."""
    with pytest.raises(TypeError, match=f"is a str, not {type(text).__name__}; `load` takes the path"):
        read(text)


def test_decoding_takes_the_mark_away() -> None:
    """The mark is no part of the text."""
    assert decode("\ufeffa".encode()) == "a"


TOKENS = st.sampled_from(
    ["perfscheme: 1\n", "scheme", "score", "children", "curve", "kind", "inputs", "weight", "unit", "points", ": ", ":",
     "\n", "\n  ", "\n    ", "- ", "{", "}", "[", "]", ", ", "'", '"', "&a ", "*a", "!!x ", "|", ">", "%", "#", "\t",
     "<<", "?", "~", "40%", "1:30", "0x1F", "９", "：", "，", "“", "linear", "weighted-mean", "true", "1/0", "-", "e",
     "\x00", "\ud800", "\u2028", "\\", '"\\ud800"', '"\\UFFFFFFFF"']
)  # fmt: skip


@given(st.lists(TOKENS, max_size=30).map("".join) | st.text(max_size=40))
@example('a: "\\ud800"')
@example("%YAML 1." + "9" * 5000 + "\n---\na")
def test_reading_raises_nothing_but_scheme_errors(text: str) -> None:
    """Whatever stands in a file, what is wrong with it is told as a diagnostic with a place."""
    told = ""
    try:
        loads(text)
    except SchemeError as error:
        told = str(error) and error.say("zh")
    assert bool(told) == bool(checks(text))


@given(st.integers(0, len(GOOD)), st.integers(0, 8), st.lists(TOKENS, max_size=2).map("".join))
def test_damage_to_a_sound_scheme_is_told(at: int, length: int, put: str) -> None:
    """Every problem of a damaged file has a place in it and words in both languages."""
    text = GOOD[:at] + put + GOOD[at + length :]
    for problem in checks(text):
        assert problem.span is not None
        assert 0 <= problem.span.start.index <= len(text)
        assert "{" + "found}" not in problem.message("en") + problem.message("zh")


def test_a_file_is_checked_as_its_text_is(tmp_path: Path) -> None:
    """`check` is to `load` what `checks` is to `loads`; a file of another encoding is a finding too."""
    path = tmp_path / "plan.scheme.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert check(path) == checks(GOOD)
    path.write_bytes("name: 方案".encode("gb18030"))
    assert check(path)[0].code == "PS053"


def test_a_huge_file_is_refused_before_it_is_decoded() -> None:
    """Four bytes are the most that a character takes, so its length in bytes tells enough."""
    with pytest.raises(SchemeError) as caught:
        decode(b"\xff" * 4_000_004)
    assert [problem.code for problem in caught.value.diagnostics] == ["PS001"]
    assert "≥ 1000001" in caught.value.diagnostics[0].message()
    with pytest.raises(SchemeError) as caught:
        decode(b"\xff" * 4_000_003)
    assert [problem.code for problem in caught.value.diagnostics] == ["PS019"]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("weighted", 'gallery()["weighted"]'), ("sales", "sales.scheme.yaml"), ("sale.scheme.yaml", "sales.scheme.yaml")],
)
def test_a_file_that_is_not_there_is_told_with_what_stands_near(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, meant: str
) -> None:
    """A shipped scheme is not loaded by its name alone."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sales.scheme.yaml").touch()
    with pytest.raises(FileNotFoundError) as caught:
        load(asked)
    assert "takes the path of a file" in str(caught.value)
    assert f"Did you mean {meant}?" in str(caught.value)


FRACTIONS = """
perfscheme: 1
scheme: fractions
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    errors: {unit: percent, better: lower, thresholds: {floor: 1, target: 0.5, stretch: 0.1}, curve: all-or-nothing}
"""


def test_percents_that_look_like_fractions_are_told_once() -> None:
    """Of all thresholds of an indicator together, beside the unit; a percent sign does not mean a fraction."""
    (problem,) = checks(FRACTIONS)
    assert (problem.code, problem.path[-1]) == ("PS108", "floor")
    assert [way[-1] for way in problem.also] == ["target", "stretch", "unit"]
    signed = FRACTIONS.replace("1, target: 0.5, stretch: 0.1", "1%, target: 0.5%, stretch: 0.1%")
    assert [problem.code for problem in checks(signed)] == ["PS042", "PS042", "PS042"]


def test_a_missing_policy_that_is_lacking_is_told_with_the_words_that_will_do() -> None:
    """Of whom a plan is new the three dots of a mapping say nothing."""
    (problem,) = checks(
        FRACTIONS.replace(", missing: refuse", "").replace("floor: 1, target: 0.5, stretch: 0.1", "target: 5")
    )
    assert "Write `missing: ` and a missing policy: refuse, zero or {kind: …}" in problem.message()


HEADS = """\
perfscheme: 1
scheme: heads
score:
  aggregation: {kind: sum, missing: refuse}
  children:
    a:
      unit: points
      range: [0, 50]
      curve: as-is
    b:
      aggregation: {kind: sum, missing: refuse}
      children:
        c:
          unit: points
          range: [0, 25]
          curve: as-is
    d:
      unit: points
      range: [0, 25]
      curve: as-is
sources:
  - {document: plan}
examples:
  - {name: one, values: {a: 50, c: 25, d: 25}, points: {b: 25}, total: 100}
"""


@pytest.mark.parametrize(
    ("head", "code", "instead", "line"),
    [
        ("a", "PS074", "a:", 6),
        ("b", "PS074", "b:", 10),
        ("c", "PS074", "c:", 13),
        ("d", "PS074", "d:", 17),
        ("examples", "PS074", "examples:", 23),
    ],
)
def test_a_head_that_is_missing_is_told_by_the_name_that_others_call(
    head: str, code: str, instead: str, line: int
) -> None:
    """Once: what names it elsewhere is right."""
    lines = HEADS.splitlines(keepends=True)
    (problem,) = checks("".join(one for one in lines if one.strip() != f"{head}:"))
    assert problem.span is not None
    assert (problem.code, problem.facts["instead"], problem.span.start.line + 1) == (code, instead, line)


def test_of_two_missing_heads_no_names_are_told() -> None:
    """It is open which is which."""
    lines = HEADS.splitlines(keepends=True)
    problems = checks("".join(one for one in lines if one.strip() not in ("a:", "c:")))
    assert [(found.code, found.facts["instead"]) for found in problems] == [("PS074", "…:"), ("PS074", "…:")]


def test_only_a_whole_file_repeats_itself() -> None:
    """Two keys that stand there twice are two slips, and so are three that do not begin it."""
    assert [found.code for found in checks(GOOD + GOOD)] == ["PS076"]
    assert [found.code for found in checks(GOOD + "perfscheme: 1\nscheme: sound\n")] == ["PS023", "PS023"]
    text = GOOD + "inputs: {}\nscheme: sound\n"
    assert [found.code for found in checks(text)] == ["PS023", "PS023"]


def test_an_anchor_is_noted_in_a_sound_file_alone() -> None:
    """It may be the error that keeps its name from being used."""
    text = GOOD.replace("{target: 80, floor: 60}", "&limits {target: 80, floor: 60}")
    assert [(found.code, found.severity) for found in checks(text)] == [("PS079", "note")]
    assert loads(text) == loads(GOOD)
    assert [found.code for found in checks(text.replace("linear", "linaer"))] == ["PS036"]


def test_a_key_beneath_items_that_are_no_names_is_no_neighbour_of_theirs() -> None:
    """It stands too deep; nobody is to delete the dash of a rule."""
    text = GOOD + "grades:\n  - {grade: A, from: 60}\n  - {grade: B}\n  rounding: {places: 2, mode: half-up}\n"
    assert [found.code for found in checks(text)] == ["PS013"]


def test_a_name_on_both_sides_of_a_lost_head_stands_there_once() -> None:
    """Without `measures:` its entries come under `tables:`, where one of them has the name of a table."""
    table = "      subject: agent\n      columns:\n        agent: {kind: text}\n        took: {kind: duration}\n"
    mean = "    satisfaction:\n      kind: mean\n      table: cases\n      of: took\n      decimals: 2\n"
    text = f"{GOOD}evidence:\n  tables:\n    cases:\n{table}{mean}    cases:\n      kind: count\n      table: cases\n"
    assert [found.code for found in checks(text)] == ["PS074"]
