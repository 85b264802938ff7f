"""`perfscheme rule`: what a code means, and what to write instead."""

from __future__ import annotations

import click

from perfscheme.cli.options import CLEAN, reporting
from perfscheme.cli.usage import command
from perfscheme.diagnostics import Diagnostic, InputError, Language, nearest
from perfscheme.diagnostics.catalogue import MESSAGES
from perfscheme.reports.codes import code_list, code_page


@command(
    "rule",
    zh="说明提示代码的含义。\n\n附有会得到该提示的错误写法；不写 CODE 时列出全部代码。",
    en="Say what a code of a message means.\n\nWith a mistake that gives it; without CODE all codes are listed.",
)
@click.argument("code", required=False)
@reporting
def rule(code: str | None, lang: Language) -> int:
    """Say what a code of a message means."""
    if code is None:
        click.echo(code_list(lang), nl=False)
        return CLEAN
    if code.upper() not in MESSAGES:
        raise InputError(Diagnostic("PS408", (), {"found": code, "nearest": nearest(code.upper(), list(MESSAGES))}))
    click.echo(code_page(code.upper(), lang), nl=False)
    return CLEAN
