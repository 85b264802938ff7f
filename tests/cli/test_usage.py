"""Help, and what is wrong with a call, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from perfscheme.cli.program import COMMANDS, cli
from perfscheme.cli.usage import SpokenOption
from perfscheme.diagnostics.widths import columns

Run = Callable[..., Result]
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("command", [None, *COMMANDS])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_is_in_the_language_asked_for(run: Run, command: str | None, lang: str) -> None:
    """Every paragraph, every option, every command, in lines that a terminal takes."""
    shown = run(*([command] if command else []), "--help", "--lang", lang).stdout
    assert max(columns(line) for line in shown.splitlines()) <= 80
    if lang == "zh":
        assert shown.startswith("用法：perfscheme")
        assert "显示此帮助后退出。" in shown
        assert not re.search(r"Usage|Options|Commands|Show|OPTIONS|COMMAND\b", shown)
        assert re.search(r"^  [^-]*[\u4e00-\u9fff]", shown, re.MULTILINE)
    else:
        assert shown.startswith("Usage: perfscheme")
        assert CHINESE.search(shown.replace("不适用", "")) is None


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for_in_both_languages(name: str) -> None:
    """One that click made would say it in English alone; its own help apart."""
    context = click.Context(cli, obj="en")
    command = cli.get_command(context, name)
    assert command is not None
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert all(isinstance(option, SpokenOption) and option.says.zh and option.says.en for option in options)


WRONG = {
    ("chek",): ("PS441", "check"),
    ("check", "team.scheme.yaml", "--fomat", "json"): ("PS442", "--format"),
    ("check",): ("PS443", "FILE..."),
    ("explain", "team.scheme.yaml", "team.csv"): ("PS443", "--subject"),
    ("check", "team.scheme.yaml", "--format"): ("PS444", "--format"),
    ("fmt", "team.scheme.yaml", "--check=1"): ("PS445", "--check"),
    ("score", "team.scheme.yaml", "team.csv", "more.csv"): ("PS446", "more.csv"),
    ("check", "team.scheme.yaml", "--fail-on", "eror"): ("PS447", "error"),
    ("score", "team.scheme.yaml", "team.csv", "-o", "x.doc"): ("PS448", "x.doc"),
    ("score", "team.scheme.yaml", "--table", "tickets"): ("PS449", "NAME=FILE"),
    ("score", "team.scheme.yaml"): ("PS450", "--table"),
    ("explain", "team.scheme.yaml", "team.csv", "--subject", "E1", "--rows", "hours"): ("PS451", "--rows"),
    ("init", "new", "--kind", "target", "--name", "N", "--indicators", ","): ("PS452", "100"),
}


@pytest.mark.parametrize("arguments", WRONG)
@pytest.mark.parametrize(("lang", "head"), [("zh", "错误"), ("en", "error")])
def test_wrong_usage_is_told_in_the_language_asked_for(
    run: Run, place: Path, arguments: tuple[str, ...], lang: str, head: str
) -> None:
    """With its code and with what to write instead, exit 2, and nothing on standard output."""
    if arguments[-1] == "tickets":
        text = (place / "team.scheme.yaml").read_text(encoding="utf-8")
        evidence = """\
evidence:
  tables:
    tickets: {subject: engineer, columns: {engineer: text, took: {kind: duration, unit: hours}}}
  measures:
    hours: {kind: mean, table: tickets, of: took, decimals: 2}
"""
        (place / "team.scheme.yaml").write_text(text + evidence, encoding="utf-8")
    code, words = WRONG[arguments]
    result = run("--lang", lang, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{head}[{code}] " in result.stderr
    assert words in result.stderr
    assert bool(CHINESE.search(result.stderr)) == (lang == "zh")


def test_a_call_without_a_command_shows_help_as_wrong_usage(run: Run) -> None:
    """Also where options are given."""
    for arguments in ((), ("--lang", "zh")):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "check" in result.stderr
