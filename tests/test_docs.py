"""Every block of README and docs runs: Python, YAML, and the command line, with what they print.

One document is one story: its blocks run in order, in one folder, with the names of the blocks before.

- ```python  runs; a ```text block after it is what it prints.
- ```python  after `<!-- needs: a library -->` is only compiled, as the library may not be installed.
- ```yaml    that begins with `perfscheme:` is a whole scheme and must have no findings; any other one must be YAML.
- `<!-- file: NAME -->` before a block writes it to that file, for later blocks.
- ```console runs each `$ perfscheme ...`; the lines after it are what it prints, `…` standing for any lines.

After a change of words, `UPDATE_DOCS=1 pytest tests/test_docs.py` writes what Python prints into the ```text blocks;
read the diff.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import re
import shlex
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
import yaml
from click.testing import CliRunner

import perfscheme as ps
from perfscheme.cli.commands import cli

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(
    r"^(?:<!-- (?P<mark>file|needs): (?P<said>.+?) -->\n+)?```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
KINDS = {"python", "text", "yaml", "csv", "console", "sh"}


@attrs.frozen
class Block:
    """A fenced block: what it is, what it says, and where."""

    kind: str
    text: str
    line: int
    file: str | None = None
    needs: str | None = None


def blocks(path: Path) -> Iterator[Block]:
    text = path.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        marks = {found["mark"]: found["said"]} if found["mark"] else {}
        line = text.count("\n", 0, found.start("text")) + 1
        yield Block(found["kind"], found["text"], line, marks.get("file"), marks.get("needs"))


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
        """Run a block; what it prints, where it is Python."""
        said = io.StringIO()
        if block.file is not None:
            Path(block.file).write_text(block.text, encoding="utf-8")
        match block.kind:
            case "python":
                code = compile("\n" * (block.line - 1) + block.text, str(self.path), "exec")
                if block.needs is None:
                    with contextlib.redirect_stdout(said):
                        exec(code, vars(self.module))
            case "yaml" if block.text.startswith("perfscheme:"):
                assert [found.line() for found in ps.check(block.text)] == []
            case "yaml":
                assert yaml.safe_load(block.text) is not None
            case "console":
                self.type(block)
        return said.getvalue()

    def type(self, block: Block) -> None:
        for command in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            line, _, shown = command.partition("\n")
            name, *arguments = shlex.split(line)
            assert name == "perfscheme", line
            printed = CliRunner().invoke(cli, arguments, catch_exceptions=False).output
            if shown:
                wanted = ".*".join(map(re.escape, lines(shown).split("…")))
                assert re.fullmatch(wanted, lines(printed), re.DOTALL), printed


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a checkout's schemes and demonstration data, and an English place."""
    for name in ("schemes", "demo"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PERFSCHEME_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_blocks_do_what_they_show(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown below a block is what it prints."""
    tell(path, monkeypatch)


def tell(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run all blocks of a document."""
    story = Story(path)
    monkeypatch.setitem(sys.modules, story.module.__name__, story.module)
    text = path.read_text(encoding="utf-8")
    for block, after in itertools.pairwise([*blocks(path), None]):
        assert block is not None
        wanted = after.text if after is not None and after.kind == "text" else None
        printed = story.run(block)
        if wanted is None or block.kind != "python":
            continue
        if "UPDATE_DOCS" in os.environ:
            text = text.replace(f"```text\n{wanted}```", f"```text\n{lines(printed)}\n```")
        else:
            assert lines(printed) == lines(wanted), f"{path.name}, line {after.line if after else 0}"
    if "UPDATE_DOCS" in os.environ:
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_block_says_what_it_is(path: Path) -> None:
    """A block of a kind that nothing runs would not be noticed; nor would a fence that is not closed."""
    text = path.read_text(encoding="utf-8")
    assert {block.kind for block in blocks(path)} <= KINDS
    assert text.count("```") == 2 * len(list(blocks(path)))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """A link to a file of the repository names one that is there."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize(
    "text",
    [
        "```python\nprint(1)\n```\n\n```text\n2\n```\n",
        "```python\nraise ValueError\n```\n",
        "<!-- needs: nothing -->\n```python\n1 +\n```\n",
        "```yaml\nperfscheme: 1\n```\n",
        "```yaml\n{a: 1\n```\n",
        "```console\n$ perfscheme --version\nno version\n```\n",
    ],
)
def test_a_block_that_is_wrong_is_noticed(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests above can fail."""
    path = tmp_path / "wrong.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((AssertionError, ValueError, SyntaxError, yaml.YAMLError)):
        tell(path, monkeypatch)
