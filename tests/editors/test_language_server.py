"""The schemas in a real editor's server: it completes, explains in Chinese or English, and underlines.

The server is a program of its own. `npm install --no-save --no-package-lock yaml-language-server` in this repository
brings it; or a variable YAML_LANGUAGE_SERVER names its script.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from editors.language_server import VARIABLE, Client, command, server

ROOT = Path(__file__).parents[2]
SERVER = command()
pytestmark = pytest.mark.skipif(
    SERVER is None, reason=f"needs node and yaml-language-server, in node_modules or named by {VARIABLE}"
)
HEAD = "# yaml-language-server: $schema=../schema/perfscheme-1.{lang}.json\n"
# `|` stands where somebody asks what to write, `^` before what the pointer rests on.
SCHEME = """\
perfscheme: 1
scheme: trial
^period: |quarter
score:
  aggregation: {kind: ^weighted-mean, missing: refuse, ^weights: equal}
  children:
    quality:
      unit: |^percent
      weight: 40%
      bettr: higher
      thresholds: {^target: 80}
      curve:
        kind: |linear
        points: {target: 100, floor: 1:30}
        |
    speed:
      |
rules:
  - kind: cpa
  - kind: veto
    grade: C
    when:
      |
  - kind: deduction
    name: late
    |
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schemas, as a checkout has them."""
    folder = tmp_path_factory.mktemp("editor")
    shutil.copytree(ROOT / "schema", folder / "schema")
    shutil.copytree(ROOT / "schemes", folder / "schemes")
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Client]:
    """A server at work."""
    assert SERVER is not None
    with server(SERVER, folder) as client:
        yield client


class Trial:
    """The scheme above in an editor, with what it shows at each mark."""

    def __init__(self, client: Client, path: Path, lang: str) -> None:
        lines, asked, pointed = HEAD.format(lang=lang).splitlines(), [], []
        for line in SCHEME.splitlines():
            text = ""
            for sign in line:
                if sign == "|":
                    asked.append((len(lines), len(text)))
                elif sign == "^":
                    pointed.append((len(lines), len(text) + 1))
                else:
                    text += sign
            lines.append(text)
        path.write_text("\n".join(lines), encoding="utf-8")
        self.lines = lines
        self.underlined = client.open(path)
        self.offered = [client.complete(path, *place) for place in asked]
        self.shown = [client.hover(path, *place) for place in pointed]


@pytest.fixture(scope="module", params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    """The language of the schema."""
    return str(request.param)


@pytest.fixture(scope="module")
def trial(client: Client, folder: Path, lang: str) -> Trial:
    """What an editor shows."""
    return Trial(client, folder / "schemes" / f"{lang}.scheme.yaml", lang)


def test_keys_and_words_are_offered(trial: Trial) -> None:
    """At each mark what may stand there and is not there yet: of a mapping that is still empty, the keys that lead."""
    periods, units, curves, of_linear, of_a_child, of_when, of_deduction = map(set, trial.offered)
    assert {"month", "quarter", "half-year", "year"} <= periods
    assert {"percent", "hours", "currency"} <= units
    assert {"linear", "tiers", "choice", "as-is"} <= curves
    assert of_linear == {"below", "above"}
    assert {"children", "unit", "weight", "name"} <= of_a_child
    assert of_when == {
        "input", "points", "total", "met", "count-met", "missing", "not-applicable", "all", "any", "not",
    }  # fmt: skip
    assert {"points", "per", "at-most", "when", "sources"} <= of_deduction
    assert "name" not in of_deduction


SHOWN = {
    "zh": (
        ("一份得分对应的考核周期。", "* `half-year`: 半年"),
        ("加权平均", "各子项的分按权重平均；好的可以弥补差的。"),
        ("权重怎么写。不写时为 to-100。", "合计必须正好 100"),
        ("数值、门槛值和有效范围的单位。", "* `hours`: 小时"),
        ("数值，单位同指标；可因人而异或按标签而定。",),
    ),
    "en": (
        ("What one score is for.", "* `half-year`: half a year"),
        ("Weighted mean", "a good child makes up for a poor one."),
        ("How weights are written. Without it: to-100.", "they must add up to exactly 100"),
        ("Unit of its values, thresholds and range.", "* `hours`: hours"),
        ("Its value in the indicator's unit;",),
    ),
}


def test_what_the_pointer_rests_on_is_explained(trial: Trial, lang: str) -> None:
    """In the language of the schema: what it means, the words that it may be, what holds without it."""
    for shown, wanted in zip(trial.shown, SHOWN[lang], strict=True):
        plain = shown.replace("\\", "")
        assert [words for words in wanted if words not in plain] == [], shown


def test_faults_are_underlined(trial: Trial, lang: str) -> None:
    """Each in its line, and nothing else; what is no number in the words of the schema."""
    found = {(trial.lines[line].split(":")[0].strip(" -"), message) for line, message in trial.underlined}
    lines = {trial.lines[line].strip() for line, _ in trial.underlined}
    assert {"weight: 40%", "bettr: higher", "- kind: cpa"} <= lines
    assert ("weight", {"zh": "不是数字", "en": "This is no number"}[lang]) in {
        (key, said[: 4 if lang == "zh" else 17]) for key, said in found
    }
    assert ("bettr", "Property bettr is not allowed.") in found
    assert not lines & {
        "scheme: trial",
        "aggregation: {kind: weighted-mean, missing: refuse, weights: equal}",
        "kind: linear",
    }


def test_nothing_is_underlined_in_a_shipped_scheme(client: Client, folder: Path) -> None:
    """By the schema that its own first line names."""
    for path in sorted((ROOT / "schemes").glob("*.yaml")):
        assert client.open(folder / "schemes" / path.name) == []
