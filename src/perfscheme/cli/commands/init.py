"""`perfscheme init`: a first scheme to go on from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from perfscheme.cli.files import deliver
from perfscheme.cli.guesses import guesses
from perfscheme.cli.options import CLEAN, reporting
from perfscheme.cli.starters import INDICATORS, NAMES, Kind, schema_name, starter
from perfscheme.cli.usage import OneOf, command, option
from perfscheme.diagnostics import Diagnostic, InputError, Language, Text, nearest, render
from perfscheme.reading.gallery import SUFFIX
from perfscheme.reference.schemas import schema_text

MOST = 100
KINDS: Final[tuple[Kind, ...]] = ("weighted", "target")
KIND = Text(zh="计分方式（weighted 权重制，target 目标制）", en="Kind (weighted or target)")
NAME = Text(zh="方案名称", en="Name of the plan")
NAMED = Text(
    zh="指标（用逗号分开；如需自定键，写 名称=键）",
    en="Indicators, with commas between them (NAME=KEY gives one a key of your own)",
)
EDITOR = Text(
    zh="已写入 {file}：支持 YAML 的编辑器据此补全和说明方案中的每个键",
    en="{file} is written: by it an editor for YAML completes and explains every key of a scheme",
)
NEXT = Text(
    zh="已写入 {file}。接下来：perfscheme check {file}，perfscheme test {file}",
    en="{file} is written. Next: perfscheme check {file}, perfscheme test {file}",
)
TAKEN = Text(
    zh="指标“{name}”：键 {taken} 已被占用，改用 {key}；如果是重复写了，请删去一项",
    en="Indicator “{name}”: the key {taken} is taken, so it has {key}; delete one of them if it was written twice",
)


@command(
    "init",
    zh="写出一个可以接着修改的初始方案。\n\n"
    "注释说明每一行的含义；单位和方向按指标名称推测，请核对。选项未给出的内容会逐项询问。FILE 没有后缀时补上 "
    ".scheme.yaml，文件夹检查和编辑器以此识别方案。",
    en="Write a first scheme to go on from.\n\n"
    "Its comments say what each line means; units and directions are guessed from the names of indicators, and to be "
    "checked. What no option says is asked for. A FILE without a suffix gets .scheme.yaml, by which folders and "
    "editors know schemes.",
)
@click.argument("file", default="plan.scheme.yaml", type=click.Path())
@option(
    "--kind", type=OneOf(KINDS),
    zh="按权重计分，或按目标达成率计分。", en="Points by weights, or attainment of targets.",
)  # fmt: skip
@option("--name", metavar="NAME", zh="方案的名称。", en="Of the plan.")
@option(
    "--indicators",
    metavar="NAME,NAME,...",
    zh="考核哪些指标；名称=键 可自定键。",
    en="What is measured; NAME=KEY gives a key.",
)
@option("--force", is_flag=True, zh="覆盖 FILE。", en="Overwrite FILE.")
@reporting
def init(file: str, kind: Kind | None, name: str | None, indicators: str | None, force: bool, lang: Language) -> int:
    """Write a first scheme to go on from."""
    file = file if Path(file).suffix else file + SUFFIX
    if Path(file).exists() and not force:
        raise InputError(Diagnostic("PS409", (), {"file": file}))
    kind = kind or _kind(lang)
    name = name or click.prompt(NAME.say(lang), default=NAMES[kind].say(lang), err=True)
    said = indicators or click.prompt(NAMED.say(lang), default=", ".join(INDICATORS[lang]), err=True)
    found = [part.strip() for part in said.replace("，", ",").replace("、", ",").split(",") if part.strip()]
    if not 0 < len(found) <= MOST:
        raise InputError(Diagnostic("PS452", (), {"found": len(found), "most": MOST}))
    deliver([starter(kind, lang, name, found)], file)
    for each in guesses(found):
        if each.taken is not None:
            click.echo(TAKEN.say(lang).format(name=each.name, taken=each.taken, key=each.key), err=True)
    click.echo(NEXT.say(lang).format(file=file), err=True)
    schema = Path(file).with_name(schema_name(lang))
    if not schema.exists():
        deliver([schema_text(lang)], str(schema))
        click.echo(EDITOR.say(lang).format(file=schema), err=True)
    return CLEAN


def _kind(lang: Language) -> Kind:
    """Ask until it is one of them."""
    while True:
        said = click.prompt(KIND.say(lang), default=KINDS[0], err=True)
        for kind in KINDS:
            if said == kind:
                return kind
        facts = {"option": "--kind", "found": said, "known": KINDS, "nearest": nearest(said, KINDS)}
        click.echo(render(Diagnostic("PS447", (), facts), lang=lang), err=True)
