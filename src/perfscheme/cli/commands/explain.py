"""`perfscheme explain`: how one person's score came about."""

from __future__ import annotations

import click

from perfscheme.cli.files import scheme_of, sheet_of
from perfscheme.cli.lines import lines_of
from perfscheme.cli.options import CLEAN, FINDINGS, noted, reporting, with_data
from perfscheme.cli.outputs import problem_line
from perfscheme.diagnostics import InputError, Language


@click.command("explain")
@with_data
@click.option("--subject", required=True, metavar="ID", help="Whose score is explained.")
@reporting
def explain(
    scheme: str, data: str, subject_column: str | None, ignored: tuple[str, ...], subject: str, lang: Language
) -> int:
    """Explain one person's score so that it can be checked by hand."""
    plan = scheme_of(scheme)
    sheet = noted(sheet_of(data, plan, subject_column=subject_column, ignored=ignored), data, lang)
    try:
        line = lines_of(plan, sheet.only(subject))[0]
    except InputError as error:
        raise InputError(error.diagnostics, name=data) from None
    if not line.card().faults:
        click.echo(line.card().explain(lang=lang).rstrip("\n"))
    for problem in line.problems:
        click.echo(problem_line(problem, lang, data), err=True)
    return FINDINGS if line.problems or sheet.warnings else CLEAN
