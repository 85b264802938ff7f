"""`perfscheme check`: everything that is wrong with scheme files."""

from __future__ import annotations

import click

from perfscheme.cli.files import read
from perfscheme.cli.options import CLEAN, FINDINGS, reporting, told
from perfscheme.diagnostics import InputError, Language, SchemeError, Text, render
from perfscheme.reading.load import checks, decode

NO_FINDINGS = Text(zh="没有问题的文件：{files}", en="clean files: {files}")
SOME_FINDINGS = Text(zh="问题：{found}", en="problems: {found}")


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@reporting
def check(files: tuple[str, ...], lang: Language) -> int:
    """Say everything that is wrong with scheme files, with line and column."""
    worst, found = CLEAN, 0
    for name in files:
        text = None
        try:
            text = decode(read(name), name=name)
            problems = checks(text)
        except SchemeError as error:
            problems = list(error.diagnostics)
        except InputError as error:
            worst = told(error, lang)
            continue
        for problem in problems:
            click.echo(render(problem, text, name, lang))
        wrong = sum(problem.severity != "note" for problem in problems)
        found += wrong
        worst = max(worst, FINDINGS if wrong else CLEAN)
    if found:
        click.echo(SOME_FINDINGS.say(lang).format(found=found), err=True)
    elif worst == CLEAN:
        click.echo(NO_FINDINGS.say(lang).format(files=len(files)), err=True)
    return worst
