"""Commands: what `perfscheme` does, each with its options and its exit code."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

from perfscheme.cli.files import deliver, path_of, read, scheme_of, sheet_of
from perfscheme.cli.lines import lines_of
from perfscheme.cli.outputs import FORMATS, SUFFIXES, Format, problem_line, written
from perfscheme.cli.sheets import Sheet
from perfscheme.diagnostics import Diagnostic, InputError, Language, PerfschemeError, SchemeError, Text, render
from perfscheme.reading.load import checks, decode, locate
from perfscheme.scheme import Scheme

CLEAN, FINDINGS, FAILED = 0, 1, 2
NO_FINDINGS = Text(zh="没有问题的文件：{files}", en="clean files: {files}")
SOME_FINDINGS = Text(zh="问题：{found}", en="problems: {found}")
NOT_SCORED = Text(zh="{rows} 行中有 {bad} 行未计分", en="{bad} of {rows} rows not scored")
EXAMPLES = Text(
    zh="{name}：示例通过 {passed} 个，未通过 {failed} 个", en="{name}: {passed} examples pass, {failed} fail"
)
Command = TypeVar("Command", bound=Callable[..., Any])


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe in an old encoding must not stop a report for one sign that it lacks.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        found = cli.main(arguments if arguments is None else list(arguments), "perfscheme", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return FAILED
    except click.Abort:
        return 130
    return found if isinstance(found, int) else CLEAN


def language() -> Language:
    """The language of the place: of LC_ALL, LC_MESSAGES or LANG; English where these say nothing."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next((name for name in names if name), "").lower().startswith("zh") else "en"


def reporting(command: Callable[..., int]) -> Callable[..., None]:
    """Give a command the option `--lang`; its number is the exit code, its errors are told in that language."""

    @click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        envvar="PERFSCHEME_LANG",
        default=language,
        help="Language of messages and reports; by default PERFSCHEME_LANG, else the locale's.",
    )
    @functools.wraps(command)
    def wrapped(lang: Language, **options: Any) -> None:
        try:
            code = command(lang=lang, **options)
        except PerfschemeError as error:
            code = told(error, lang)
        click.get_current_context().exit(code)

    return wrapped


def with_data(command: Command) -> Command:
    """Give a command the arguments and options of a scheme and its data."""
    options = (
        click.argument("scheme"),
        click.argument("data"),
        click.option("--subject-column", metavar="HEADER", help="Who it is; else the first column that is no input."),
        click.option("--ignore", "ignored", multiple=True, metavar="HEADER", help="Leave this column out."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="perfscheme")
def cli() -> None:
    """Score people by a performance plan, exactly.

    SCHEME is a file, or the name of a shipped scheme. DATA is a CSV file whose headers are the inputs' keys or names;
    `-` is standard input. A blank cell is missing; n/a or 不适用 says that the value does not apply.

    Exit codes: 0 clean, 1 findings or bad rows, 2 wrong usage or a file that does not serve.
    """


@cli.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@reporting
def check_command(files: tuple[str, ...], lang: Language) -> int:
    """Say everything that is wrong with scheme files, with line and column."""
    worst, found = CLEAN, 0
    for name in files:
        text = None
        try:
            text = decode(read(name), name=name)
            problems = checks(text)
        except SchemeError as error:
            problems = list(error.diagnostics)
        except InputError as error:
            worst = told(error, lang)
            continue
        for problem in problems:
            click.echo(render(problem, text, name, lang))
        wrong = sum(problem.severity != "note" for problem in problems)
        found += wrong
        worst = max(worst, FINDINGS if wrong else CLEAN)
    if found:
        click.echo(SOME_FINDINGS.say(lang).format(found=found), err=True)
    elif worst == CLEAN:
        click.echo(NO_FINDINGS.say(lang).format(files=len(files)), err=True)
    return worst


@cli.command("score")
@with_data
@click.option("--format", "form", type=click.Choice(FORMATS), help="By default the suffix of -o says; else table.")
@click.option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")
@reporting
def score_command(
    scheme: str,
    data: str,
    subject_column: str | None,
    ignored: tuple[str, ...],
    form: Format | None,
    output: str | None,
    lang: Language,
) -> int:
    """Score everybody in DATA; bad rows are reported, the others scored."""
    form = form or form_of(output)
    plan = scheme_of(scheme)
    sheet = noted(sheet_of(data, plan, subject_column=subject_column, ignored=ignored), data, lang)
    lines = lines_of(plan, sheet)
    for line in lines:
        for problem in line.problems:
            click.echo(problem_line(problem, lang, data), err=True)
    console = Console(highlight=False, markup=False, emoji=False, no_color=True if output else None)
    deliver(written(lines, form, lang, title_of(plan, lang), console), output, spreadsheet=form == "csv")
    bad = sum(bool(line.problems) for line in lines)
    if bad:
        click.echo(NOT_SCORED.say(lang).format(rows=len(lines), bad=bad), err=True)
    return FINDINGS if bad or sheet.warnings else CLEAN


@cli.command("explain")
@with_data
@click.option("--subject", required=True, metavar="ID", help="Whose score is explained.")
@reporting
def explain_command(
    scheme: str, data: str, subject_column: str | None, ignored: tuple[str, ...], subject: str, lang: Language
) -> int:
    """Explain one person's score so that it can be checked by hand."""
    plan = scheme_of(scheme)
    sheet = noted(sheet_of(data, plan, subject_column=subject_column, ignored=ignored), data, lang)
    try:
        line = lines_of(plan, sheet.only(subject))[0]
    except InputError as error:
        raise InputError(error.diagnostics, name=data) from None
    if line.card is not None:
        click.echo(line.card().explain(lang=lang).rstrip("\n"))
    for problem in line.problems:
        click.echo(problem_line(problem, lang, data), err=True)
    return FINDINGS if line.problems or sheet.warnings else CLEAN


@cli.command("test")
@click.argument("schemes", nargs=-1, required=True, metavar="SCHEME...")
@reporting
def test_command(schemes: tuple[str, ...], lang: Language) -> int:
    """Run the examples that stand in scheme files."""
    worst = CLEAN
    for name in schemes:
        try:
            results = scheme_of(name).check_examples()
        except PerfschemeError as error:
            worst = max(worst, told(error, lang))
            continue
        if not results:
            note = Diagnostic("PS431", ("examples",), severity="note")
            click.echo(f"{name}: {note.label}{note.message(lang)}", err=True)
        failing = [result for result in results if not result.passed]
        text = decode(read(str(path_of(name))), name=name) if failing else ""
        for result in failing:
            for problem in locate(result.problems, text):
                head, *frame = render(problem, text, name, lang).split("\n")
                click.echo("\n".join([f"{head} ({result.example.name.say(lang)})", *frame]))
        passed = len(results) - len(failing)
        click.echo(EXAMPLES.say(lang).format(name=name, passed=passed, failed=len(failing)))
        worst = max(worst, FINDINGS if failing else CLEAN)
    return worst


def told(error: PerfschemeError, lang: Language) -> int:
    """Say on standard error what is wrong, and give the exit code that says so too."""
    for diagnostic in error.diagnostics:
        click.echo(render(diagnostic, error.text, error.name, lang), err=True)
    return FINDINGS if isinstance(error, SchemeError) else FAILED


def noted(sheet: Sheet, name: str, lang: Language) -> Sheet:
    """The sheet, after its warnings were said on standard error."""
    for warning in sheet.warnings:
        click.echo(render(warning, None, name, lang), err=True)
    return sheet


def form_of(output: str | None) -> Format:
    """The format that the name of a file asks for.

    Raises:
        click.UsageError: it asks for none.
    """
    if output is None:
        return "table"
    form = SUFFIXES.get(Path(output).suffix.lower())
    if form is None:
        raise click.UsageError(f"{output} tells no format: end it in {', '.join(SUFFIXES)}, or write --format.")
    return form


def title_of(scheme: Scheme, lang: Language) -> str:
    """The scheme's name and version."""
    name = scheme.name.say(lang) if scheme.name is not None else scheme.scheme
    return f"{name} {scheme.version}" if scheme.version else name
