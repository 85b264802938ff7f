"""`perfscheme test`: the examples that stand in scheme files."""

from __future__ import annotations

import textwrap

import click

from perfscheme.cli.files import path_of, read, scheme_files, scheme_of
from perfscheme.cli.options import CLEAN, FINDINGS, coloured, painted, reporting, told
from perfscheme.cli.usage import command
from perfscheme.diagnostics import Diagnostic, Language, PerfschemeError, Text, render
from perfscheme.reading.load import decode, locate

OF_EXAMPLE = Text(zh="{head}（{name}）", en="{head} ({name})")
EXAMPLES = Text(
    zh="{name}：示例通过 {passed} 个，未通过 {failed} 个", en="{name}: examples passed: {passed}, failed: {failed}"
)


@command(
    "test",
    zh="运行方案文件中的示例。\n\nSCHEME 是文件、内置方案的名称，或文件夹（运行其中的每个 *.scheme.yaml）。",
    en="Run the examples that stand in scheme files.\n\n"
    "SCHEME is a file, the name of a shipped scheme, or a folder (then every *.scheme.yaml below it).",
)
@click.argument("schemes", nargs=-1, required=True, metavar="SCHEME...", type=click.Path())
@reporting
def test(schemes: tuple[str, ...], lang: Language) -> int:
    """Run the examples that stand in scheme files."""
    worst, colour = CLEAN, coloured()
    for name in scheme_files(schemes):
        try:
            results = scheme_of(name).check_examples()
        except PerfschemeError as error:
            worst = max(worst, told(error, lang))
            continue
        if not results:
            note = Diagnostic("PS431", ("examples",), severity="note")
            click.echo(f"{name}: {note.label(lang)}{note.message(lang)}", err=True)
        failing = [result for result in results if not result.passed]
        text = decode(read(str(path_of(name))), name=name) if failing else ""
        for result in failing:
            for problem in locate(result.problems, text):
                head, *frame = render(problem, text=text, name=name, lang=lang).split("\n")
                first = OF_EXAMPLE.say(lang).format(head=head, name=result.example.name.say(lang))
                said = "\n".join([first, *frame])
                click.echo(painted(said, problem.severity, colour=colour), color=True)
            click.echo(textwrap.indent(result.card.explain(lang), "    "))
        passed = len(results) - len(failing)
        click.echo(EXAMPLES.say(lang).format(name=name, passed=passed, failed=len(failing)))
        worst = max(worst, FINDINGS if failing else CLEAN)
    return worst
