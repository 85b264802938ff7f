"""`perfscheme init`: a first scheme to go on from."""

from __future__ import annotations

from pathlib import Path

import click

from perfscheme.cli.files import deliver
from perfscheme.cli.options import CLEAN, reporting
from perfscheme.cli.starters import INDICATORS, NAMES, Kind, starter
from perfscheme.cli.usage import OneOf, command, option
from perfscheme.diagnostics import Diagnostic, InputError, Language, Text
from perfscheme.reading.gallery import SUFFIX

MOST = 100
KINDS = ("weighted", "target")
KIND = Text(zh="计分方式（weighted 权重制，target 目标制）", en="Kind (weighted or target)")
NAME = Text(zh="方案名称", en="Name of the plan")
NAMED = Text(zh="指标（用逗号分开）", en="Indicators, with commas between them")
NEXT = Text(
    zh="已写入 {file}。接下来：perfscheme check {file}，perfscheme test {file}",
    en="{file} is written. Next: perfscheme check {file}, perfscheme test {file}",
)


@command(
    "init",
    zh="写出一个可以接着修改的初始方案。\n\n"
    "注释说明每一行的含义。选项未给出的内容会逐项询问。FILE 没有后缀时补上 .scheme.yaml，文件夹检查和编辑器"
    "以此识别方案。",
    en="Write a first scheme to go on from.\n\n"
    "Its comments say what each line means. What no option says is asked for. A FILE without a suffix gets "
    ".scheme.yaml, by which folders and editors know schemes.",
)
@click.argument("file", default="plan.scheme.yaml", type=click.Path())
@option(
    "--kind", type=OneOf(KINDS),
    zh="按权重计分，或按目标达成率计分。", en="Points by weights, or attainment of targets.",
)  # fmt: skip
@option("--name", metavar="NAME", zh="方案的名称。", en="Of the plan.")
@option("--indicators", metavar="NAME,NAME,...", zh="考核哪些指标。", en="What is measured.")
@option("--force", is_flag=True, zh="覆盖 FILE。", en="Overwrite FILE.")
@reporting
def init(file: str, kind: Kind | None, name: str | None, indicators: str | None, force: bool, lang: Language) -> int:
    """Write a first scheme to go on from."""
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
        raise InputError(Diagnostic("PS452", (), {"found": len(found), "most": MOST}))
    deliver([starter(kind, lang, name, found)], file)
    click.echo(NEXT.say(lang).format(file=file), err=True)
    return CLEAN
