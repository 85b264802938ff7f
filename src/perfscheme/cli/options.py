"""Options: what several commands share, and how their findings become messages and exit codes."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import click

from perfscheme.cli.calls import LANG
from perfscheme.cli.usage import OneOf, WrongUsage, option
from perfscheme.diagnostics import (
    LANGUAGES,
    Diagnostic,
    InputError,
    Language,
    PerfschemeError,
    SchemeError,
    Severity,
    language,
    render,
)
from perfscheme.diagnostics.language import COMMA

CLEAN: Final = 0
FINDINGS: Final = 1
FAILED: Final = 2
COLOURS: Final[Mapping[str, bool | None]] = {"auto": None, "always": True, "never": False}
PAINTS: Final[Mapping[Severity, str]] = {"error": "red", "warning": "yellow", "note": "cyan"}
Command = TypeVar("Command", bound=Callable[..., Any])
Form = TypeVar("Form", bound=str)


def _spoken(context: click.Context, parameter: click.Parameter, tag: str | None) -> Language:
    if tag is None:
        return cast("Language", context.obj)
    try:
        return language(tag)
    except ValueError:
        raise WrongUsage("PS447", context, option=LANG, found=tag, known=LANGUAGES) from None


lang_option = option(
    LANG,
    metavar="[zh|en]",
    callback=_spoken,
    zh="提示和报告的语言；默认按 PERFSCHEME_LANG，其次按系统区域设置。",
    en="Language of messages and reports; by default PERFSCHEME_LANG, else the locale's.",
)


def coloured(output: str | None = None) -> bool:
    """Whether a result is to have colours: as --color says, else NO_COLOR and FORCE_COLOR, else on a terminal.

    Args:
        output: the file that it goes to, which has none; None for standard output.
    """
    said = click.get_current_context().color
    if output is not None or said is not None:
        return output is None and bool(said)
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def painted(rendered: str, severity: Severity, *, colour: bool) -> str:
    """A rendered diagnostic with its first line in the colour of its severity."""
    head, *frame = rendered.split("\n")
    return "\n".join([click.style(head, fg=PAINTS[severity], bold=True), *frame]) if colour else rendered


def reporting(command: Callable[..., int]) -> Callable[..., None]:
    """Give a command the option `--lang`; its number is the exit code, its errors are told in that language."""

    @lang_option
    @option(
        "--color",
        type=OneOf(tuple(COLOURS)),
        default="auto",
        zh="颜色；默认按 NO_COLOR 和 FORCE_COLOR，其次在终端上才有。",
        en="By default as NO_COLOR and FORCE_COLOR say, else where a terminal reads.",
    )
    @functools.wraps(command)
    def wrapped(lang: Language, color: str, **options: Any) -> None:
        click.get_current_context().color = COLOURS[color]
        try:
            code = command(lang=lang, **options)
        except PerfschemeError as error:
            code = told(error, lang)
        click.get_current_context().exit(code)

    return wrapped


def output_option(command: Command) -> Command:
    """Give a command the option `-o`."""
    zh, en = "写入此文件，而不写到标准输出。", "Write to this file instead of standard output."
    return option("-o", "--output", metavar="FILE", type=click.Path(), zh=zh, en=en)(command)


def format_option(forms: Sequence[str], *, otherwise: str) -> Callable[[Command], Command]:
    """Give a command the option `--format`, of whose absence `form_of` makes something.

    Args:
        forms: the words that it takes.
        otherwise: the one for standard output.
    """
    zh, en = f"默认按 -o 的后缀；否则为 {otherwise}。", f"By default the suffix of -o says; else {otherwise}."
    return option("--format", "form", type=OneOf(forms), zh=zh, en=en)


def form_of(output: str | None, suffixes: Mapping[str, Form], otherwise: Form) -> Form:
    """The format that the name of a file asks for.

    Args:
        output: the file; None for standard output.
        suffixes: the format by the end of a name.
        otherwise: the format of standard output.

    Raises:
        InputError: the name asks for none.
    """
    if output is None:
        return otherwise
    form = suffixes.get(Path(output).suffix.lower())
    if form is None:
        raise InputError(Diagnostic("PS448", (), {"file": output, "known": tuple(suffixes)}))
    return form


def row_line(diagnostic: Diagnostic, lang: Language, file: str | None, row: int | None, *names: str | None) -> str:
    """What is wrong with a row on a line of its own: the file, the number of the row, names of what is wrong in it."""
    number = None if row is None else f"第 {row} 行" if lang == "zh" else f"row {row}"
    where = COMMA.say(lang).join(part for part in (number, *names) if part)
    return ": ".join(part for part in (file, where, diagnostic.message(lang)) if part)


def told(error: PerfschemeError, lang: Language) -> int:
    """Say on standard error what is wrong, and give the exit code that says so too."""
    for diagnostic in error.diagnostics:
        click.echo(render(diagnostic, text=error.text, name=error.name, lang=lang), err=True)
    return FINDINGS if isinstance(error, SchemeError) else FAILED
