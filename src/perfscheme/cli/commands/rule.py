"""`perfscheme rule`: what a code means, and what to write instead."""

from __future__ import annotations

import re
from typing import Final

import click

from perfscheme.cli.options import CLEAN, reporting
from perfscheme.cli.usage import command
from perfscheme.diagnostics import Diagnostic, InputError, Language
from perfscheme.diagnostics.catalogue import MESSAGES
from perfscheme.reports.codes import code_list, code_page

NEAR: Final = 3
"""Codes that are named where there is no such code."""


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
    click.echo(code_page(_meant(code), lang), nl=False)
    return CLEAN


def _meant(code: str) -> str:
    """The code that is meant by `PS503`, `ps503`, `503` or `error[PS503]`."""
    digits = re.sub("[^0-9]", "", code)
    if (found := f"PS{digits:0>3}") in MESSAGES:
        return found
    number = int(digits[:3] or 0)
    near = sorted(sorted(MESSAGES, key=lambda known: abs(int(known[2:]) - number))[:NEAR])
    raise InputError(Diagnostic("PS408", (), {"found": code, "near": tuple(near)}))
