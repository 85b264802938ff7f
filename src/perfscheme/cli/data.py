"""Data: the file of a command, read as records of the scheme that it names."""

from __future__ import annotations

from collections.abc import Container, Iterable

import click

from perfscheme.cli.files import read
from perfscheme.cli.options import Command
from perfscheme.cli.sheets import Sheet, read_sheet
from perfscheme.cli.tables import with_tables
from perfscheme.cli.usage import option
from perfscheme.diagnostics import InputError, Language, render
from perfscheme.scheme import Scheme


def with_data(command: Command) -> Command:
    """Give a command the arguments and options of a scheme and its data, which may be counted from tables."""
    options = (
        click.argument("scheme", type=click.Path()),
        click.argument("data", type=click.Path(), required=False),
        option(
            "--subject-column", metavar="HEADER",
            zh="被考核人所在的列；默认为第一个不是输入项的列。",
            en="Who it is; else the first column that is no input.",
        ),
        option(
            "--ignore", "ignored", multiple=True, metavar="HEADER", zh="不使用此列。", en="Leave this column out."
        ),
    )  # fmt: skip
    command = with_tables(command)
    for decorate in reversed(options):
        command = decorate(command)
    return command


def sheet_of(
    name: str,
    scheme: Scheme,
    *,
    subject_column: str | None = None,
    ignored: Iterable[str] = (),
    counted: Container[str] = (),
) -> Sheet:
    """The data of a file as records of the scheme.

    Args:
        name: of the file.
        scheme: whose inputs are asked for.
        subject_column: as in `read_sheet`.
        ignored: as in `read_sheet`.
        counted: inputs that come from elsewhere.

    Raises:
        InputError: the file cannot be read, or its header does not fit.
    """
    data = read(name)
    inputs = [spec for spec in scheme.inputs if spec.key not in counted]
    others = [spec for spec in scheme.inputs if spec.key in counted]
    names = scheme.statement.input_names
    try:
        return read_sheet(data, inputs, names=names, subject_column=subject_column, ignored=ignored, counted=others)
    except InputError as error:
        raise InputError(error.diagnostics, name=name) from None


def noted(sheet: Sheet, name: str, lang: Language) -> Sheet:
    """The sheet, after its warnings were said on standard error."""
    for warning in sheet.warnings:
        click.echo(render(warning, name=name, lang=lang), err=True)
    return sheet
