"""`perfscheme score`: the scores of everybody in a file."""

from __future__ import annotations

import click

from perfscheme.cli.data import with_data
from perfscheme.cli.files import deliver, scheme_of
from perfscheme.cli.formats import console_of
from perfscheme.cli.gathering import gather
from perfscheme.cli.options import CLEAN, FINDINGS, form_of, format_option, output_option, reporting
from perfscheme.cli.outputs import FORMATS, SUFFIXES, Format, written
from perfscheme.cli.usage import command
from perfscheme.diagnostics import Diagnostic, Language, Text, render
from perfscheme.scheme.explaining import title_of

NOT_SCORED = Text(zh="{rows} 行中有 {bad} 行未计分", en="{bad} of {rows} rows not scored")


@command(
    "score",
    zh="为 DATA 或数据表中的每个人计分。\n\n"
    "方案 `evidence` 统计的数值来自 --table；其余数值（如有）由 DATA 给出。有问题的行逐一报告，其余照常计分。",
    en="Score everybody in DATA, or in tables.\n\n"
    "Values that the scheme's `evidence` counts come from --table; DATA then has the others, if there are any. Bad "
    "rows are reported, the others scored.",
)
@with_data
@format_option(FORMATS, otherwise="table")
@output_option
@reporting
def score(
    scheme: str,
    data: str | None,
    subject_column: str | None,
    ignored: tuple[str, ...],
    tables: tuple[str, ...],
    period: str | None,
    form: Format | None,
    output: str | None,
    lang: Language,
) -> int:
    """Score everybody in DATA, or in tables."""
    form = form or form_of(output, SUFFIXES, "table")
    plan = scheme_of(scheme)
    found = gather(plan, data, tables, lang, period=period, subject_column=subject_column, ignored=ignored)
    for told in found.told:
        click.echo(told, err=True)
    deliver(
        written(found.lines, form, lang, title_of(plan, lang), console_of(output)), output, spreadsheet=form == "csv"
    )
    if not found.lines:
        nothing = Diagnostic("PS424", (), {}, severity="warning")
        click.echo(render(nothing, name=data or ", ".join(tables), lang=lang), err=True)
    bad = sum(line.total is None for line in found.lines)
    if bad:
        click.echo(NOT_SCORED.say(lang).format(rows=len(found.lines), bad=bad), err=True)
    return CLEAN if found.lines and found.clean else FINDINGS
