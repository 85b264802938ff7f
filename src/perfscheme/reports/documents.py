"""Documents: headings, paragraphs, lists, tables and drawings, written as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import attrs

from perfscheme.diagnostics import Language
from perfscheme.diagnostics.language import COLON
from perfscheme.scheme import layout


@attrs.frozen
class Heading:
    """The title of a section; the document's own title has level 1."""

    text: str
    level: int = 2


@attrs.frozen
class Paragraph:
    """Some sentences."""

    text: str


@attrs.frozen
class Bullets:
    """Sentences side by side."""

    items: tuple[str, ...]


@attrs.frozen
class Facts:
    """Names, each with what it stands for."""

    pairs: tuple[tuple[str, str], ...]


@attrs.frozen
class Table:
    """Rows of cells.

    Args:
        head: a title for each column.
        rows: as many cells each.
        numbers: places of the columns that hold figures.
        strong: places of the rows that sum up others.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()


@attrs.frozen
class Verbatim:
    """Lines as they stand."""

    text: str


@attrs.frozen
class Drawing:
    """A drawing as SVG, and what it shows in words."""

    svg: str
    says: str


Block: TypeAlias = Heading | Paragraph | Bullets | Facts | Table | Verbatim | Drawing


@attrs.frozen
class Document:
    """A title and what stands under it.

    Args:
        title: of the whole.
        lang: of the words.
        blocks: in order.
    """

    title: str
    lang: Language
    blocks: tuple[Block, ...]


NOTHING: Final = "—"
"""What stands in a cell where nothing is to be said."""

# Signs that Markdown may take for something else, anywhere and at the beginning of a line.
_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<>&|~]")
ESCAPE: Final = r"\\\g<0>"
_FIRST: Final = re.compile(r"^([#+=-]|\d+(?=[.)](?:\s|$)))")


def as_markdown(document: Document) -> str:
    """A document as Markdown with tables; drawings are left to their words."""
    blocks: Sequence[Block] = [Heading(document.title, 1), *document.blocks]
    return "\n\n".join("\n".join(_lines(block, document.lang)) for block in blocks) + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown takes as it stands."""
    line = _ANYWHERE.sub(ESCAPE, " ".join(text.split()))
    # A figure must not begin a numbered list, a sign no other one.
    return _FIRST.sub(lambda found: f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}", line)


def closed(block: Block) -> Block:
    """A block without blanks between Chinese signs."""
    return attrs.evolve(block, **{name: _closed(value) for name, value in attrs.asdict(block, recurse=False).items()})


def filled(table: Table) -> Table:
    """A table without the columns in which nothing stands, as nobody wrote it."""
    said = [i for i in range(len(table.head)) if any(row[i] not in ("", NOTHING) for row in table.rows)]
    return attrs.evolve(
        table,
        head=tuple(table.head[i] for i in said),
        rows=tuple(tuple(row[i] for i in said) for row in table.rows),
        numbers=frozenset(place for place, i in enumerate(said) if i in table.numbers),
    )


def _closed(value: Any) -> Any:
    match value:
        case str():
            return " " * value.startswith(" ") + layout.closed(value.strip())
        case tuple():
            return tuple(map(_closed, value))
        case _:
            return value


def _lines(block: Block, lang: Language) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"{'#' * level} {_ANYWHERE.sub(ESCAPE, text)}"
        case Paragraph(text=text):
            yield escaped(text)
        case Bullets(items=items):
            yield from (f"- {escaped(item)}" for item in items)
        case Facts(pairs=pairs):
            colon = COLON.say(lang)
            yield from (f"- **{escaped(name)}**{colon}{escaped(value)}" for name, value in pairs)
        case Table():
            yield from _table(block)
        case Verbatim(text=text):
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
            yield from (f"{fence}text", *text.rstrip("\n").split("\n"), fence)
        case Drawing(says=says):
            yield escaped(says)


def _table(table: Table) -> Iterator[str]:
    yield _row(map(escaped, table.head))
    yield _row("--:" if place in table.numbers else "---" for place in range(len(table.head)))
    for place, row in enumerate(table.rows):
        cells = [escaped(cell.strip()) for cell in row]
        yield _row(
            f"**{cell}**" if place in table.strong and cell and (i == 0 or i in table.numbers) else cell
            for i, cell in enumerate(cells)
        )


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
