"""`perfscheme check`: everything that is wrong with scheme files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import click

from perfscheme.cli.files import STANDARD, deliver, read, scheme_files
from perfscheme.cli.options import CLEAN, FINDINGS, coloured, output_option, painted, reporting, told
from perfscheme.cli.usage import OneOf, command, option
from perfscheme.diagnostics import SEVERITIES, InputError, Language, SchemeError, Severity, Text, render
from perfscheme.diagnostics.language import COMMA
from perfscheme.reading.load import checks, decode
from perfscheme.reports.problems import FileProblem, as_github, as_json, as_sarif

CLEAN_FILES: Final = Text(zh="没有问题的文件：{files}", en="clean files: {files}")
COUNTED: Final[Mapping[Severity, Text]] = {
    "error": Text(zh="错误 {found} 个", en="errors: {found}"),
    "warning": Text(zh="警告 {found} 个", en="warnings: {found}"),
    "note": Text(zh="提示 {found} 个", en="notes: {found}"),
}
WRITERS: Final[Mapping[str, Callable[[Sequence[FileProblem], Language], str]]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
FROM_STANDARD: Final = "<stdin>"


@command(
    "check",
    zh="列出方案文件中的所有问题。\n\n"
    "每个问题都指出行、列和应改写成什么。FILE 是文件、表示标准输入的 `-`，或文件夹：检查其中的每个 *.scheme.yaml。",
    en="Say everything that is wrong with scheme files.\n\n"
    "Each finding has its line, its column and what to write instead. FILE is a file, `-` for standard input, or a "
    "folder: then every *.scheme.yaml below it.",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@option(
    "--format", "form", type=OneOf(["text", *WRITERS]), default="text",
    zh="结果的格式：供人阅读（text，默认）、供程序读取、GitHub 标注或代码扫描。",
    en="Of what is found: for people (text, the default), programs, annotations of GitHub, or code scanning.",
)  # fmt: skip
@option(
    "--fail-on", type=OneOf(list(SEVERITIES)), default="warning",
    zh="达到此严重程度时退出码为 1；默认 warning。",
    en="The least severity that makes the exit code 1; by default warning.",
)  # fmt: skip
@output_option
@reporting
def check(files: tuple[str, ...], form: str, fail_on: Severity, output: str | None, lang: Language) -> int:
    """Say everything that is wrong with scheme files."""
    worst = CLEAN
    findings: list[FileProblem] = []
    frames: list[str] = []
    names = scheme_files(files)
    for name in names:
        called = FROM_STANDARD if name == STANDARD else name
        text = None
        try:
            text = decode(read(name), name=called)
            problems = checks(text)
        except SchemeError as error:
            problems, text = list(error.diagnostics), error.text
        except InputError as error:
            worst = told(error, lang)
            continue
        findings += [FileProblem(called, problem) for problem in problems]
        if form == "text":
            colour = coloured(output)
            frames += [
                painted(render(problem, text=text, name=called, lang=lang), problem.severity, colour=colour) + "\n"
                for problem in problems
            ]
    deliver([WRITERS[form](findings, lang)] if form in WRITERS else frames, output)
    found = [finding.diagnostic.severity for finding in findings]
    counted = [words.say(lang).format(found=found.count(name)) for name, words in COUNTED.items() if name in found]
    if counted:
        click.echo(COMMA.say(lang).join(counted), err=True)
    elif worst == CLEAN:
        click.echo(CLEAN_FILES.say(lang).format(files=len(names)), err=True)
    gravest = list(SEVERITIES)
    failing = gravest[: gravest.index(fail_on) + 1]
    return max(worst, FINDINGS if any(severity in failing for severity in found) else CLEAN)
