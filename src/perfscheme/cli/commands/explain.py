"""`perfscheme explain`: how one person's score came about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

import click

from perfscheme.cli.data import noted, sheet_of, with_data
from perfscheme.cli.files import deliver, scheme_of
from perfscheme.cli.lines import Line, lines_of
from perfscheme.cli.options import CLEAN, FINDINGS, form_of, output_option, reporting
from perfscheme.cli.outputs import as_json, problem_line
from perfscheme.diagnostics import InputError, Language
from perfscheme.reports.cards import card_html

Form: TypeAlias = Literal["text", "html", "json"]
SUFFIXES: Final[Mapping[str, Form]] = {".txt": "text", ".html": "html", ".json": "json"}


@click.command("explain")
@with_data
@click.option("--subject", required=True, metavar="ID", help="Whose score is explained.")
@click.option(
    "--format", "form", type=click.Choice(tuple(SUFFIXES.values())),
    help="By default the suffix of -o says; else text. html is one page, for a browser or for A4.",
)  # fmt: skip
@output_option
@reporting
def explain(
    scheme: str,
    data: str,
    subject_column: str | None,
    ignored: tuple[str, ...],
    subject: str,
    form: Form | None,
    output: str | None,
    lang: Language,
) -> int:
    """Explain one person's score, to check by hand."""
    form = form or form_of(output, SUFFIXES, "text")
    plan = scheme_of(scheme)
    sheet = noted(sheet_of(data, plan, subject_column=subject_column, ignored=ignored), data, lang)
    try:
        line = lines_of(plan, sheet.only(subject))[0]
    except InputError as error:
        raise InputError(error.diagnostics, name=data) from None
    deliver(explained(line, form, lang), output)
    for problem in line.problems:
        click.echo(problem_line(problem, lang, data), err=True)
    return FINDINGS if line.problems or sheet.warnings else CLEAN


def explained(line: Line, form: Form, lang: Language) -> list[str]:
    """One person's result in a format."""
    match form:
        case "json":
            return list(as_json([line]))
        case "html":
            return [card_html(line.card(), lang)]
        case "text":
            return [line.card().explain(lang)]
