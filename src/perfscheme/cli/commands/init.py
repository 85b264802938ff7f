"""`perfscheme init`: a first scheme to go on from."""

from __future__ import annotations

from pathlib import Path

import click

from perfscheme.cli.files import deliver
from perfscheme.cli.options import CLEAN, reporting
from perfscheme.cli.starters import INDICATORS, NAMES, Kind, starter
from perfscheme.diagnostics import Diagnostic, InputError, Language, Text
from perfscheme.reading.gallery import SUFFIX

MOST = 100
KIND = Text(zh="计分方式（weighted 权重制，target 目标制）", en="Kind (weighted or target)")
NAME = Text(zh="方案名称", en="Name of the plan")
NAMED = Text(zh="指标（用逗号分开）", en="Indicators, with commas between them")
NEXT = Text(
    zh="已写入 {file}。接下来：perfscheme check {file}，perfscheme test {file}",
    en="{file} is written. Next: perfscheme check {file}, perfscheme test {file}",
)


@click.command("init")
@click.argument("file", default="plan.scheme.yaml", type=click.Path())
@click.option("--kind", type=click.Choice(("weighted", "target")), help="Points by weights, or attainment of targets.")
@click.option("--name", help="Of the plan.")
@click.option("--indicators", metavar="NAME,NAME,...", help="What is measured.")
@click.option("--force", is_flag=True, help="Overwrite FILE.")
@reporting
def init(file: str, kind: Kind | None, name: str | None, indicators: str | None, force: bool, lang: Language) -> int:
    """Write a first scheme to go on from.

    Its comments say what each line means. What no option says is asked for.
    A FILE without a suffix gets .scheme.yaml, by which folders and editors
    know schemes.
    """
    file = file if Path(file).suffix else file + SUFFIX
    if Path(file).exists() and not force:
        raise InputError(Diagnostic("PS409", (), {"file": file}))
    kind = kind or click.prompt(
        KIND.say(lang), type=click.Choice(("weighted", "target")), default="weighted", show_choices=False, err=True
    )
    assert kind is not None
    name = name or click.prompt(NAME.say(lang), default=NAMES[kind].say(lang), err=True)
    said = indicators or click.prompt(NAMED.say(lang), default=", ".join(INDICATORS[lang]), err=True)
    found = [part.strip() for part in said.replace("，", ",").replace("、", ",").split(",") if part.strip()]
    if not 0 < len(found) <= MOST:
        raise click.UsageError(f"--indicators: name 1 to {MOST} indicators.")
    deliver([starter(kind, lang, name, found)], file)
    click.echo(NEXT.say(lang).format(file=file), err=True)
    return CLEAN
