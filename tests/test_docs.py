"""Every block of README and docs runs: Python, YAML, and the command line, with what they print.

One document is one story: its blocks run in order, in one folder, with the names of the blocks before.

- ```python  runs; a ```text block after it is what it prints.
- ```python  after `<!-- needs: a library -->` is only compiled, as the library may not be installed.
- ```yaml    that begins with `perfscheme:` is a whole scheme: no findings, and its examples hold; other YAML is read.
- ```yaml    after `<!-- each line at: PLACE -->`: each line, put at this place, must make a scheme without errors.
- `<!-- part of: NAME -->` before a block: it stands so in the shipped scheme of that name.
- ```console after `<!-- log: NAME -->` runs only where the real log lies beside the repository, under that name.
- `<!-- file: NAME -->` before a block writes it to that file, for later blocks; `<!-- more of: NAME -->` adds it there.
- ```diff    after `<!-- change: NAME -->` takes lines out of a file and puts others in.
- ```console runs each `$ perfscheme ...`, which a backslash at the end of a line continues; the lines after it are what
  it prints, `…` standing for any lines.

What is called `*.zh.md` is read in a Chinese place, all else in an English one. A tutorial begins in an empty folder,
so that whoever follows it word by word gets what is printed.

After a change of words, `UPDATE_DOCS=1 pytest tests/test_docs.py` writes what is printed into ```text and ```console
blocks, except where `…` stands; read the diff.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import pkgutil
import re
import runpy
import shlex
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from click.testing import CliRunner

import perfscheme as ps
from perfscheme.cli.program import cli
from perfscheme.nouns.conditions import When
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.evidence.amounts import Between, Stages
from perfscheme.nouns.evidence.calendars import Calendar
from perfscheme.nouns.evidence.columns import Column
from perfscheme.nouns.evidence.conditions import RowCondition
from perfscheme.nouns.evidence.evidence import Evidence
from perfscheme.nouns.evidence.measures import Measure
from perfscheme.nouns.evidence.panels import Merge, Panel, Relation, TrimmedMean
from perfscheme.nouns.evidence.tables import LeaveOut, Table
from perfscheme.nouns.examples import Example
from perfscheme.nouns.grades import Grade
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.readings import Reading
from perfscheme.nouns.sources import Source
from perfscheme.reading.shapes import fields
from perfscheme.scheme import Scheme

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TUTORIALS = [ROOT / "docs" / f"tutorial.{lang}.md" for lang in ("zh", "en")]
FENCE = re.compile(
    r"^(?:<!-- (?P<mark>file|more of|change|needs|each line at|part of|log): (?P<said>.+?) -->\n+)?"
    r"```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
CONDITIONS = typing.get_args(When)
EVIDENCE = [Evidence, Table, LeaveOut, Calendar, Between, Stages, Panel, Relation, Merge, TrimmedMean]
OF_ROWS = [*typing.get_args(Measure), *typing.get_args(Column), *typing.get_args(RowCondition)]
KINDS = {"python", "text", "yaml", "csv", "console", "sh", "diff"}
LOG = ROOT.parent / "shared" / "data" / "ecommerce_csat" / "tickets.csv"
COLUMNS = "100"
UPDATE = "UPDATE_DOCS" in os.environ


@attrs.frozen
class Block:
    """A fenced block: what it is, what it says, and where."""

    kind: str
    text: str
    line: int
    mark: str | None = None
    said: str = ""

    @property
    def place(self) -> str | None:
        """Where each of its lines may stand in a scheme."""
        return self.said if self.mark == "each line at" else None


def blocks(path: Path) -> Iterator[Block]:
    text = path.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        line = text.count("\n", 0, found.start("text")) + 1
        yield Block(found["kind"], found["text"], line, found["mark"], found["said"] or "")


WHOLE = """
perfscheme: 1
scheme: whole
rounding: {places: 2, mode: half-up, before-grading: true}
inputs:
  incidents: {kind: number, unit: count}
  tenure: {kind: number, unit: days}
  own-target: {kind: number, unit: percent, range: [1, 100]}
  trainee: {kind: flag}
  role: {kind: label, labels: [junior, senior]}
score:
  aggregation: {kind: weighted-mean, missing: {kind: refuse}}
  children:
    quality: &percent
      weight: 60
      unit: percent
      better: higher
      thresholds: {floor: 60, target: 80, stretch: 100}
      curve: as-is
    speed: {<<: *percent, weight: 30}
    effort: {<<: *percent, weight: 10}
grades: [{grade: A, from: 90, coefficient: 1.2}, {grade: C, from: 60, coefficient: 1}, {grade: D, coefficient: 0.8}]
"""


def fits(line: dict[str, Any], place: str) -> bool:
    """Whether a line makes a scheme without errors in one of the surroundings that such a line can have."""
    if place in ("measure", "where"):
        return counted(line, place)
    surroundings = itertools.product(("weighed", "alike", "two alike"), ("percent", "bare", "stars"))
    return any(not wrong(line, place, *each) for each in surroundings)


def wrong(line: dict[str, Any], place: str, children: str, indicator: str) -> list[str]:
    """The errors of a scheme into which a line is put."""
    whole = yaml.safe_load(WHOLE)
    score = whole["score"]
    if children != "weighed":
        score["aggregation"]["weights"] = "equal"
        for child in score["children"].values():
            del child["weight"]
    if children == "two alike":
        del score["children"]["effort"]
    quality = score["children"]["quality"]
    if indicator != "percent":
        quality["thresholds"] = {}
    if indicator == "stars":
        quality |= {"unit": "points", "range": [1, 5]}
    rule = {"kind": "cap", "at-most": 60}
    places = {"scheme": whole, "dimension": score, "indicator": quality, "rule": rule}
    for key, value in line.items():
        kept = places[place].get(key)
        places[place][key] = kept | value if key == "inputs" else value
    if "examples" in line:
        del whole["inputs"]  # an example names every input
    if place == "rule":
        whole["rules"] = [rule]
    text = yaml.safe_dump(whole, allow_unicode=True)
    found = [problem.line() for problem in ps.checks(text) if problem.severity == "error"]
    if not found and (failed := [x for trial in ps.loads(text).check_examples() for x in trial.problems]):
        return [problem.line() for problem in failed]
    return found


MEASURED = """
perfscheme: 1
scheme: measured
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    x: {unit: number, curve: {kind: linear, points: {0: 0, 100: 100}}}
    a: {unit: count, curve: {kind: linear, points: {0: 0, 100: 100}}}
    b: {unit: count, curve: {kind: linear, points: {0: 0, 100: 100}}}
evidence:
  tables:
    tickets: {subject: who, zone: UTC, columns: {who: text, n: number, at: time, then: time, solved: flag}}
  measures:
    a: {kind: count, table: tickets}
    b: {kind: count, table: tickets}
"""


def counted(line: dict[str, Any], place: str) -> bool:
    """Whether a line makes evidence without errors: a measure, or the condition of one."""
    whole = yaml.safe_load(MEASURED)
    measures = whole["evidence"]["measures"]
    measures |= line if place == "measure" else {"x": measures["a"] | line}
    return [problem.line() for problem in ps.checks(yaml.safe_dump(whole))] == []


def lines(text: str) -> str:
    """The text without the blanks at the ends of its lines, which no reader of a document sees."""
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))


class Story:
    """A document under way: the names that its Python blocks share."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # A module of its own, as a reader would write one: annotations in its classes are looked up there.
        self.module = types.ModuleType(f"story_{path.stem}")

    def run(self, block: Block) -> str:
        """Run a block; what it prints, where it is Python or the command line."""
        said = io.StringIO()
        self.save(block)
        if block.mark == "log" and not LOG.exists():
            return block.text
        match block.kind:
            case "yaml" if block.mark == "part of":
                assert block.text in ps.gallery()[block.said].read_text(encoding="utf-8")
            case "python":
                code = compile("\n" * (block.line - 1) + block.text, str(self.path), "exec")
                if block.mark != "needs":
                    with contextlib.redirect_stdout(said):
                        exec(code, vars(self.module))
            case "yaml" if block.text.startswith("perfscheme:"):
                assert [found.line() for found in ps.checks(block.text)] == []
                trials = ps.loads(block.text).check_examples()
                assert [found.line() for trial in trials for found in trial.problems] == []
            case "yaml" if block.place is not None:
                assert [line for line in block.text.splitlines() if not fits(yaml.safe_load(line), block.place)] == []
            case "yaml":
                assert yaml.safe_load(block.text) is not None
            case "diff":
                assert block.mark == "change", block.text
            case "console":
                return "".join(self.type(block))
        return said.getvalue()

    def save(self, block: Block) -> None:
        """Do to a file what the mark of a block says; what its first line leads to is there."""
        match block.mark:
            case "file":
                Path(block.said).write_text(block.text, encoding="utf-8")
                schema = re.match(r"# yaml-language-server: \$schema=(.+)", block.text)
                assert schema is None or Path(schema[1]).exists() or (ROOT / "docs" / schema[1]).exists()
            case "log" if LOG.exists() and not Path(block.said).exists():
                Path(block.said).symlink_to(LOG)
            case "more of":
                with Path(block.said).open("a", encoding="utf-8") as file:
                    file.write(block.text)
            case "change":
                kept, made = (
                    "".join(line[1:] for line in block.text.splitlines(True) if line[0] in f" {sign}") for sign in "-+"
                )
                before = Path(block.said).read_text(encoding="utf-8")
                assert before.count(kept) == 1, f"not once in {block.said}:\n{kept}"
                Path(block.said).write_text(before.replace(kept, made), encoding="utf-8")

    def type(self, block: Block) -> Iterator[str]:
        """Type the commands; the block as it should be."""
        for command in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            line = command[: re.match(r"(.*\\\n)*.*", command).end()]  # type: ignore[union-attr]
            shown = command[len(line) + 1 :]
            name, *arguments = shlex.split(line.replace("\\\n", ""))
            assert name == "perfscheme", line
            printed = lines(CliRunner().invoke(cli, arguments, prog_name="perfscheme", catch_exceptions=False).output)
            wanted = ".*".join(map(re.escape, lines(shown).split("…")))
            right = not shown or re.fullmatch(wanted, printed, re.DOTALL)
            if not right and (UPDATE and "…" not in shown):
                shown = f"{printed}\n"
            else:
                assert right, printed
            yield f"$ {line}\n{shown}"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder in an English place."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PERFSCHEME_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", COLUMNS)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_blocks_do_what_they_show(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown below a block is what it prints."""
    tell(path, monkeypatch)


def tell(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run all blocks of a document, where it is read: in a checkout, or, a tutorial, in an empty folder."""
    story = Story(path)
    if path not in TUTORIALS:
        Path("schemes").symlink_to(ROOT / "schemes")
    if path.name == "README.md":  # which is read after `make demo`
        runpy.run_path(str(ROOT / "demo" / "make_data.py"))["main"](Path("build", "demo"))
    if path.name.endswith(".zh.md"):
        monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setitem(sys.modules, story.module.__name__, story.module)
    text, at = path.read_text(encoding="utf-8"), 0
    for block, after in itertools.pairwise([*blocks(path), None]):
        assert block is not None
        shown = block if block.kind == "console" else after
        printed = story.run(block)
        if shown is None or (block.kind, shown.kind) not in (("python", "text"), ("console", "console")):
            continue
        assert UPDATE or lines(printed) == lines(shown.text), f"{path.name}, line {shown.line}"
        at = text.index(f"```{shown.kind}\n{shown.text}```", at)
        said = f"```{shown.kind}\n{lines(printed)}\n"
        text = text[:at] + said + text[at + len(f"```{shown.kind}\n{shown.text}") :]
        at += len(said)
    if UPDATE:
        path.write_text(text, encoding="utf-8")


def test_every_recipe_has_examples() -> None:
    """A recipe without examples shows no figure that could be wrong; and each is in the list at the top."""
    text = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
    recipes = [ps.loads(block.text) for block in blocks(ROOT / "docs" / "cookbook.md")]
    assert [recipe.scheme for recipe in recipes if len(recipe.examples) < 2] == []
    assert len(recipes) == len(re.findall("^## ", text, re.MULTILINE)) == len(re.findall(r"^- \[", text, re.MULTILINE))


def test_both_tutorials_take_the_same_steps() -> None:
    """A step that is written in one language is written in the other, with the same files."""
    zh, en = ([(block.kind, block.mark, block.said) for block in blocks(path)] for path in TUTORIALS)
    assert zh == [(kind, mark, said.replace(".en.", ".zh.")) for kind, mark, said in en]


@pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.name)
def test_what_guards_a_plan_lets_the_published_one_pass(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of the pre-commit file that the tutorial ends with, over the files that it left behind."""
    tell(path, monkeypatch)
    (guarded,) = yaml.safe_load(Path(".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    for hook in guarded["hooks"]:
        files = [file.name for file in Path().iterdir() if re.search(hook["files"], file.name)]
        assert files == ["sales.scheme.yaml"]
        _, *arguments = hook["entry"].split()
        assert CliRunner().invoke(cli, [*arguments, *files]).exit_code == 0


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_block_says_what_it_is(path: Path) -> None:
    """A block of a kind that nothing runs would not be noticed; nor would a fence that is not closed."""
    text = path.read_text(encoding="utf-8")
    assert {block.kind for block in blocks(path)} <= KINDS
    assert text.count("```") == 2 * len(list(blocks(path)))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_line_begins_with_what_ends_a_sentence(path: Path) -> None:
    """A page had a line that held a full stop alone."""
    ends = tuple("。，；：、）")
    assert not [line for line in path.read_text(encoding="utf-8").splitlines() if line.lstrip().startswith(ends)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """A link into the repository names a file that is there, and a heading in it."""
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", path.read_text(encoding="utf-8"))
    assert links or path.name not in ("README.md", "design.md")
    for name, anchor in links:
        target = path.parent / name if name else path
        assert target.exists(), name
        if anchor:
            assert anchor in anchors(target), (name, anchor)


@pytest.mark.parametrize("path", [*DOCUMENTS, ROOT / "CHANGELOG.md"], ids=lambda path: path.name)
def test_every_name_of_the_library_is_there(path: Path) -> None:
    """A module that was renamed lived on in the changelog."""
    names = re.findall(r"`(perfscheme(?:\.\w+)+)", path.read_text(encoding="utf-8"))
    assert [name for name in dict.fromkeys(names) if not there(name)] == []


def test_every_module_is_on_the_map() -> None:
    """By its name, or all of its folder by that of the folder."""
    page = re.sub(r"```.*?```", "", (ROOT / "docs" / "design.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    named = {word for said in re.findall(r"`([^`]+)`", page) for word in re.findall(r"\w+/?", said)}
    paths = [path for path in (ROOT / "src").rglob("*.py") if not path.stem.startswith("__")]
    assert [str(path) for path in paths if not {path.stem, f"{path.parent.name}/"} & named] == []


def there(name: str) -> bool:
    """Whether a module, a class or what these have is called so."""
    owner, _, last = name.rpartition(".")
    try:
        pkgutil.resolve_name(name)
    except AttributeError:
        return last in pkgutil.resolve_name(owner).__annotations__  # a field without slots
    except ImportError:
        return False
    return True


def anchors(path: Path) -> set[str]:
    """The headings of a document as links name them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def words_of(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("entry", ps.Registry.standard().entries, ids=lambda entry: f"{entry.role}-{entry.kind}")
def test_every_kind_has_its_line_and_its_word(entry: Any) -> None:
    """The reference of the file shows each kind, and the glossary has it in Chinese."""
    assert re.search(rf"(kind|curve|missing): {entry.kind}\b", words_of("format.md"))
    assert f"`{entry.kind}`" in words_of("glossary.md")


@pytest.mark.parametrize("noun", OF_ROWS, ids=lambda noun: noun.__name__)
def test_every_kind_of_measure_and_column_has_its_line_and_its_word(noun: type[Any]) -> None:
    """As the strategies do."""
    if kind := getattr(noun, "kind", None):
        assert re.search(rf"\b{kind}\b", words_of("format.md"))
        assert f"`{kind}`" in words_of("glossary.md")


@pytest.mark.parametrize(
    "noun",
    [Scheme, Dimension, Indicator, Reading, Grade, Example, Source, *CONDITIONS, *EVIDENCE, *OF_ROWS],
    ids=lambda noun: noun.__name__,
)
def test_every_key_is_named(noun: type[Any]) -> None:
    """No key of the file is left out of the reference or of the glossary."""
    keys = {field.key for field in fields(noun)} - {"id", "measure", "panel"}
    assert {key for key in keys if not re.search(rf"\b{key}\b", words_of("format.md"))} == set()
    assert {key for key in keys if f"`{key}`" not in words_of("glossary.md")} == set()


@pytest.mark.parametrize(
    "text",
    [
        "```python\nprint(1)\n```\n\n```text\n2\n```\n",
        "```python\nraise ValueError\n```\n",
        "<!-- needs: nothing -->\n```python\n1 +\n```\n",
        "```yaml\nperfscheme: 1\n```\n",
        "```yaml\n{a: 1\n```\n",
        "```console\n$ perfscheme --version\nno version\n```\n",
        "<!-- file: a -->\n```yaml\na: 1\n```\n<!-- change: a -->\n```diff\n-b: 1\n+b: 2\n```\n",
        "<!-- more of: a -->\n```yaml\na: 1\na: 1\n```\n<!-- change: a -->\n```diff\n-a: 1\n+b: 2\n```\n",
        "```diff\n-a: 1\n```\n",
        "<!-- part of: weighted -->\n```yaml\nscheme: none\n```\n",
        "<!-- file: a -->\n```yaml\n# yaml-language-server: $schema=none.json\na: 1\n```\n",
    ],
)
def test_a_block_that_is_wrong_is_noticed(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests above can fail."""
    monkeypatch.setitem(globals(), "UPDATE", False)
    path = tmp_path / "wrong.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((AssertionError, ValueError, SyntaxError, yaml.YAMLError)):
        tell(path, monkeypatch)
