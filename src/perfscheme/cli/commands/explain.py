"""`perfscheme explain`: how one person's score came about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

import click

from perfscheme.cli.data import with_data
from perfscheme.cli.files import deliver, scheme_of
from perfscheme.cli.gathering import gather
from perfscheme.cli.lines import Line
from perfscheme.cli.options import CLEAN, FINDINGS, form_of, format_option, output_option, reporting
from perfscheme.cli.outputs import as_json
from perfscheme.cli.tables import Measured
from perfscheme.cli.usage import command, option
from perfscheme.diagnostics import Diagnostic, InputError, Language, Text
from perfscheme.formula.words import rounded, with_unit
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.units import SPOKEN
from perfscheme.reports.cards import card_html
from perfscheme.scheme import Scheme
from perfscheme.scheme.phrases import called

Form: TypeAlias = Literal["text", "html", "json"]
SUFFIXES: Final[Mapping[str, Form]] = {".txt": "text", ".html": "html", ".json": "json"}

ROWS = Text(zh="{key} 的数据：{count} 条", en="Rows behind {key}: {count}")
LEFT_OUT = Text(zh="不计入（{reason}）", en="left out ({reason})")


@command(
    "explain",
    zh="说明一个人的得分，可据以手工核对。\n\n--format html 写成单页，供浏览器查看或以 A4 打印。",
    en="Explain one person's score, to check by hand.\n\n--format html writes one page, for a browser or for A4.",
)
@with_data
@option("--subject", required=True, metavar="ID", zh="说明谁的得分；必填。", en="Whose score is explained; required.")
@option(
    "--rows", "listed", multiple=True, metavar="INPUT",
    zh="列出此数值背后的各行数据。",
    en="List the rows of tables behind this value.",
)  # fmt: skip
@format_option(tuple(SUFFIXES.values()), otherwise="text")
@output_option
@reporting
def explain(
    scheme: str,
    data: str | None,
    subject_column: str | None,
    ignored: tuple[str, ...],
    tables: tuple[str, ...],
    period: str | None,
    subject: str,
    listed: tuple[str, ...],
    form: Form | None,
    output: str | None,
    lang: Language,
) -> int:
    """Explain one person's score."""
    form = form or form_of(output, SUFFIXES, "text")
    plan = scheme_of(scheme)
    found = gather(
        plan, data, tables, lang,
        period=period, subject_column=subject_column, ignored=ignored, subject=subject, keep=bool(listed),
    )  # fmt: skip
    rows = [line for key in listed for line in rows_of(plan, found.measured, subject, key, lang)]
    deliver([*explained(found.lines[0], form, lang), *rows], output)
    for told in found.told:
        click.echo(told, err=True)
    return CLEAN if found.clean else FINDINGS


def rows_of(plan: Scheme, found: Measured | None, subject: str, key: str, lang: Language) -> list[str]:
    """The rows behind a value, a line each.

    Raises:
        InputError: nothing was counted.
    """
    if found is None:
        raise InputError(Diagnostic("PS451"))
    rows = found.measurement.rows(subject, key)
    lines = [ROWS.say(lang).format(key=key, count=len(rows))]
    spec = plan.statement.inputs.get(key)
    unit = called(SPOKEN, spec.unit, lang) if isinstance(spec, NumberInput) else ""
    for row in rows:
        amount = "" if row.amount is None else with_unit(rounded(row.amount), unit)
        why = "" if row.left_out is None else LEFT_OUT.say(lang).format(reason=row.left_out.say(lang))
        lines.append("  ".join(part for part in (f"    {row.name or row.row + 1}", amount, why) if part))
    return ["\n" + "\n".join(lines) + "\n"]


def explained(line: Line, form: Form, lang: Language) -> list[str]:
    """One person's result in a format."""
    match form:
        case "json":
            return list(as_json([line]))
        case "html":
            return [card_html(line.card(), lang)]
        case "text":
            return [line.card().explain(lang)]
