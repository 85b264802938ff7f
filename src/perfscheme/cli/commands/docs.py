"""`perfscheme docs`: a whole plan as a document that people read and sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

import click

from perfscheme.cli.files import deliver, scheme_of
from perfscheme.cli.options import CLEAN, form_of, output_option, reporting
from perfscheme.diagnostics import Language
from perfscheme.reports.documents import Document, as_markdown
from perfscheme.reports.pages import as_page
from perfscheme.reports.plans import plan_document

Form: TypeAlias = Literal["md", "html"]
SUFFIXES: Final[Mapping[str, Form]] = {".md": "md", ".html": "html"}
WRITERS: Final[Mapping[Form, Callable[[Document], str]]] = {"md": as_markdown, "html": as_page}


@click.command("docs")
@click.argument("scheme", type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(tuple(WRITERS)), help="By default the suffix of -o says; else md, Markdown."
)
@output_option
@reporting
def docs(scheme: str, form: Form | None, output: str | None, lang: Language) -> int:
    """Write the whole plan as a document.

    It has the indicators and weights, how each is scored, rules, grades, a worked example, who answers for which
    data, sources and assumptions.
    """
    form = form or form_of(output, SUFFIXES, "md")
    deliver([WRITERS[form](plan_document(scheme_of(scheme), lang))], output)
    return CLEAN
