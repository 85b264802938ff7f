"""Pages: a document as one HTML file that needs nothing else: no scripts, no network; it prints on A4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

from perfscheme.diagnostics import Language
from perfscheme.reports.documents import (
    Block,
    Bullets,
    Document,
    Drawing,
    Facts,
    Heading,
    Paragraph,
    Table,
    Verbatim,
)

TONGUES: Final[Mapping[Language, str]] = {"zh": "zh-CN", "en": "en"}
STYLE: Final = """\
:root { --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --shade: #f6f8fa; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 15px/1.65 system-ui, "PingFang SC", "Microsoft YaHei",
  "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
main { max-width: 50rem; margin: 2rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
h4 { font-size: .95rem; margin: 1.2rem 0 .4rem; }
p, ul, dl, pre, table, figure { margin: .5rem 0 1rem; }
ul { padding-left: 1.3rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; }
dt { color: var(--soft); }
dd { margin: 0; font-weight: 500; }
table { border-collapse: collapse; width: 100%; font-size: .93em; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--soft); font-weight: 600; background: var(--shade); }
.wide, figure { overflow-x: auto; }
td:first-child { min-width: 6.5em; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.strong td:first-child, .strong .number { font-weight: 600; }
.in { padding-left: 1.8rem; }
pre { padding: .8rem 1rem; overflow-x: auto; background: var(--shade);
  font: .8rem/1.5 "Sarasa Mono SC", "Noto Sans Mono CJK SC", ui-monospace, Consolas, monospace; }
figure svg { display: block; width: 100%; height: auto; font: 12px system-ui, "PingFang SC", "Microsoft YaHei",
  "Noto Sans CJK SC", sans-serif; }
@media (max-width: 40rem) {
  main { margin: 1rem auto; padding: 0 .8rem; }
  th, td { padding: .3rem .4rem; }
  .in { padding-left: 1rem; }
  figure svg { min-width: 34rem; }
}
@page { size: A4; margin: 16mm 15mm; }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; margin: 0; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  pre { white-space: pre-wrap; font-size: 8pt; }
  th, pre, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def as_page(document: Document) -> str:
    """A document as HTML, which is well-formed XML too; every text in it is escaped."""
    body = "\n".join(line for block in document.blocks for line in _lines(block))
    title = escape(document.title)
    return f"""\
<!DOCTYPE html>
<html lang="{TONGUES[document.lang]}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{title}</title>
<style>
{STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(text=text):
            yield f"<p>{escape(text)}</p>"
        case Bullets(items=items):
            yield "<ul>"
            yield from (f"<li>{escape(item)}</li>" for item in items)
            yield "</ul>"
        case Facts(pairs=pairs):
            yield "<dl>"
            yield from (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in pairs)
            yield "</dl>"
        case Table():
            yield from _table(block)
        case Verbatim(text=text):
            yield f"<pre>{escape(text.rstrip())}</pre>"
        case Drawing(svg=svg):
            yield f"<figure>{svg}</figure>"


def _table(table: Table) -> Iterator[str]:
    yield '<div class="wide"><table>'
    yield "<thead>" + _row("th", table.head, table) + "</thead>"
    yield "<tbody>"
    for place, row in enumerate(table.rows):
        yield _row("td", row, table, "strong" if place in table.strong else "")
    yield "</tbody>"
    yield "</table></div>"


def _row(tag: str, cells: tuple[str, ...], table: Table, kind: str = "") -> str:
    written = "".join(_cell(tag, cell, number=place in table.numbers) for place, cell in enumerate(cells))
    return f'<tr class="{kind}">{written}</tr>' if kind else f"<tr>{written}</tr>"


def _cell(tag: str, cell: str, *, number: bool) -> str:
    # A cell that begins with a blank stands under the one above.
    kind = ' class="number"' if number else ' class="in"' if cell.startswith(" ") else ""
    return f"<{tag}{kind}>{escape(cell.strip())}</{tag}>"
