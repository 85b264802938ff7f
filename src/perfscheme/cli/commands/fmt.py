"""`perfscheme fmt`: scheme files in canonical layout, with their comments."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Final

import click

from perfscheme.cli.files import STANDARD, deliver, failure, read, scheme_files
from perfscheme.cli.options import CLEAN, FINDINGS, reporting, told
from perfscheme.diagnostics import InputError, Language, SchemeError, Text
from perfscheme.reading.load import decode
from perfscheme.writing import formatted

CHANGED: Final = Text(zh="已重新排版：{name}", en="laid out anew: {name}")
WOULD_CHANGE: Final = Text(zh="需要重新排版：{name}", en="not in canonical layout: {name}")


@click.command("fmt")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a file is not in canonical layout.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change. Exit codes as with --check.")
@reporting
def fmt(files: tuple[str, ...], check: bool, diff: bool, lang: Language) -> int:
    """Lay out scheme files in the one canonical way: order of keys, indents, brackets, quotation marks.

    Comments, anchors and figures are kept as they are written. A file with errors is left alone, and they are told.
    FILE is a file, a folder (then every *.scheme.yaml below it), or `-`: from standard input to standard output.
    """
    worst = CLEAN
    for name in scheme_files(files):
        try:
            before = decode(read(name), name=name)
            after = formatted(before, name=name)
            if name == STANDARD and not (check or diff):
                deliver([after], None)
            elif before != after:
                worst = max(worst, _changed(name, before, after, check, diff, lang))
        except (InputError, SchemeError) as error:
            worst = max(worst, told(error, lang))
    return worst


def _changed(name: str, before: str, after: str, check: bool, diff: bool, lang: Language) -> int:
    if diff:
        lines = difflib.unified_diff(before.splitlines(True), after.splitlines(True), name, name)
        deliver([line if line.endswith("\n") else f"{line}\n" for line in lines], None)
    if check or diff:
        click.echo(WOULD_CHANGE.say(lang).format(name=name), err=True)
        return FINDINGS
    try:
        Path(name).write_text(after, encoding="utf-8", newline="\n")
    except OSError as error:
        raise failure("PS402", name, error) from None
    click.echo(CHANGED.say(lang).format(name=name), err=True)
    return CLEAN
