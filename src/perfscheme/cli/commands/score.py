"""`perfscheme score`: the scores of everybody in a file."""

from __future__ import annotations

import click
from rich.console import Console

from perfscheme.cli.data import noted, sheet_of, with_data
from perfscheme.cli.files import deliver, scheme_of
from perfscheme.cli.lines import lines_of
from perfscheme.cli.options import CLEAN, FINDINGS, coloured, form_of, output_option, reporting
from perfscheme.cli.outputs import FORMATS, SUFFIXES, Format, problem_line, written
from perfscheme.diagnostics import Diagnostic, Language, Text, render
from perfscheme.scheme import Scheme

NOT_SCORED = Text(zh="{rows} 行中有 {bad} 行未计分", en="{bad} of {rows} rows not scored")


@click.command("score")
@with_data
@click.option("--format", "form", type=click.Choice(FORMATS), help="By default the suffix of -o says; else table.")
@output_option
@reporting
def score(
    scheme: str,
    data: str,
    subject_column: str | None,
    ignored: tuple[str, ...],
    form: Format | None,
    output: str | None,
    lang: Language,
) -> int:
    """Score everybody in DATA.

    Bad rows are reported, the others scored.
    """
    form = form or form_of(output, SUFFIXES, "table")
    plan = scheme_of(scheme)
    sheet = noted(sheet_of(data, plan, subject_column=subject_column, ignored=ignored), data, lang)
    lines = lines_of(plan, sheet)
    for line in lines:
        for problem in line.problems:
            click.echo(problem_line(problem, lang, data), err=True)
    colour = coloured(output)
    console = Console(highlight=False, markup=False, emoji=False, no_color=not colour, force_terminal=colour)
    deliver(written(lines, form, lang, title_of(plan, lang), console), output, spreadsheet=form == "csv")
    if not lines:
        click.echo(render(Diagnostic("PS424", (), {}, severity="warning"), None, data, lang), err=True)
    bad = sum(line.total is None for line in lines)
    if bad:
        click.echo(NOT_SCORED.say(lang).format(rows=len(lines), bad=bad), err=True)
    return FINDINGS if not lines or sheet.warnings or any(line.problems for line in lines) else CLEAN


def title_of(scheme: Scheme, lang: Language) -> str:
    """The scheme's name and version."""
    name = scheme.name.say(lang) if scheme.name is not None else scheme.scheme
    return f"{name} {scheme.version}" if scheme.version else name
