"""`perfscheme fmt`: scheme files in canonical layout, with their comments."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Final

import click

from perfscheme.cli.files import STANDARD, deliver, failure, read, scheme_files
from perfscheme.cli.options import CLEAN, FINDINGS, reporting, told
from perfscheme.cli.usage import command, option
from perfscheme.diagnostics import InputError, Language, SchemeError, Text
from perfscheme.reading.load import decode
from perfscheme.writing import formatted

CHANGED: Final = Text(zh="已重新排版：{name}", en="laid out anew: {name}")
WOULD_CHANGE: Final = Text(zh="需要重新排版：{name}", en="not in canonical layout: {name}")


@command(
    "fmt",
    zh="把方案文件排成唯一的规范版式：键的顺序、缩进、括号、引号。\n\n"
    "注释、锚点和数字的写法保持不变。有错误的文件不改动，只列出错误。FILE 是文件、文件夹（处理其中的每个 "
    "*.scheme.yaml），或 `-`：从标准输入到标准输出。",
    en="Lay out scheme files in the one canonical way: order of keys, indents, brackets, quotation marks.\n\n"
    "Comments, anchors and figures are kept as they are written. A file with errors is left alone, and they are told. "
    "FILE is a file, a folder (then every *.scheme.yaml below it), or `-`: from standard input to standard output.",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@option(
    "--check", is_flag=True,
    zh="不写文件；有文件不合规范版式时退出码为 1。",
    en="Write nothing; exit 1 where a file is not in canonical layout.",
)  # fmt: skip
@option(
    "--diff", is_flag=True,
    zh="不写文件；显示将要改动之处。退出码与 --check 相同。",
    en="Write nothing; show what would change. Exit codes as with --check.",
)  # fmt: skip
@reporting
def fmt(files: tuple[str, ...], check: bool, diff: bool, lang: Language) -> int:
    """Lay out scheme files in the one canonical way."""
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
