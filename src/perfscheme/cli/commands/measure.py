"""`perfscheme measure`: the values of everybody's inputs, counted from tables."""

from __future__ import annotations

import click
from rich.console import Console

from perfscheme.cli.files import deliver, scheme_of
from perfscheme.cli.options import CLEAN, FINDINGS, coloured, form_of, output_option, reporting
from perfscheme.cli.tables import measured, with_tables
from perfscheme.cli.values import FORMATS, SUFFIXES, Format, values_as
from perfscheme.diagnostics import Language


@click.command("measure")
@click.argument("scheme", type=click.Path())
@with_tables
@click.option("--format", "form", type=click.Choice(FORMATS), help="By default the suffix of -o says; else table.")
@output_option
@reporting
def measure(
    scheme: str, tables: tuple[str, ...], period: str | None, form: Format | None, output: str | None, lang: Language
) -> int:
    """Count the values of the inputs from tables.

    The scheme's `evidence` says how. A value stands beside the number of rows that it is of; the CSV goes on to
    `perfscheme score`.
    """
    form = form or form_of(output, SUFFIXES, "table")
    found = measured(scheme_of(scheme), tables, period, lang)
    for line in found.told:
        click.echo(line, err=True)
    colour = coloured(output)
    console = Console(highlight=False, markup=False, emoji=False, no_color=not colour, force_terminal=colour)
    deliver(values_as(form, found.measurement, lang, console), output, spreadsheet=form == "csv")
    return FINDINGS if found.told or not found.measurement else CLEAN
