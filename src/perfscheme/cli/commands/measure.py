"""`perfscheme measure`: the values of everybody's inputs, counted from tables."""

from __future__ import annotations

import click

from perfscheme.cli.files import deliver, scheme_of
from perfscheme.cli.formats import console_of
from perfscheme.cli.options import CLEAN, FINDINGS, form_of, format_option, output_option, reporting
from perfscheme.cli.tables import measured, with_tables
from perfscheme.cli.usage import command
from perfscheme.cli.values import FORMATS, SUFFIXES, Format, values_as
from perfscheme.diagnostics import Language


@command(
    "measure",
    zh="由数据表统计各输入项的数值。\n\n"
    "统计方法由方案的 `evidence` 规定。每个数值旁列出由多少行得出；CSV 可接着交给 `perfscheme score`。",
    en="Count the values of the inputs from tables.\n\n"
    "The scheme's `evidence` says how. A value stands beside the number of rows that it is of; the CSV goes on to "
    "`perfscheme score`.",
)
@click.argument("scheme", type=click.Path())
@with_tables
@format_option(FORMATS, otherwise="table")
@output_option
@reporting
def measure(
    scheme: str, tables: tuple[str, ...], period: str | None, form: Format | None, output: str | None, lang: Language
) -> int:
    """Count the values of the inputs from tables."""
    form = form or form_of(output, SUFFIXES, "table")
    found = measured(scheme_of(scheme), tables, period, lang)
    for line in found.told:
        click.echo(line, err=True)
    deliver(values_as(form, found.measurement, lang, console_of(output)), output, spreadsheet=form == "csv")
    return FINDINGS if found.told or not found.measurement else CLEAN
