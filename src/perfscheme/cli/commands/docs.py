"""`perfscheme docs`: a whole plan as a document that people read and sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

import click

from perfscheme.cli.files import deliver, scheme_of
from perfscheme.cli.options import CLEAN, form_of, format_option, output_option, reporting
from perfscheme.cli.usage import command
from perfscheme.diagnostics import Language
from perfscheme.reports.documents import Document, as_markdown
from perfscheme.reports.pages import as_page
from perfscheme.reports.plans import plan_document

Form: TypeAlias = Literal["md", "html"]
SUFFIXES: Final[Mapping[str, Form]] = {".md": "md", ".html": "html"}
WRITERS: Final[Mapping[Form, Callable[[Document], str]]] = {"md": as_markdown, "html": as_page}


@command(
    "docs",
    zh="把整个方案写成文档。\n\n"
    "格式为 Markdown（md）或网页（html）。内容有指标与权重、各项数据如何统计、如何计分、规则、等级、计算示例、"
    "需提供哪些表格、由谁负责、依据与设定。",
    en="Write the whole plan as a document.\n\n"
    "As Markdown (md) or as a page (html). It has the indicators and weights, how each is counted and "
    "scored, rules, grades, a worked example, which tables are handed in and who answers for them, sources and "
    "assumptions.",
)
@click.argument("scheme", type=click.Path())
@format_option(tuple(WRITERS), otherwise="md")
@output_option
@reporting
def docs(scheme: str, form: Form | None, output: str | None, lang: Language) -> int:
    """Write the whole plan as a document."""
    form = form or form_of(output, SUFFIXES, "md")
    deliver([WRITERS[form](plan_document(scheme_of(scheme), lang))], output)
    return CLEAN
