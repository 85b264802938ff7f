"""The program: its commands in one group, and how it is run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from perfscheme.cli.options import CLEAN, FAILED, lang_option
from perfscheme.cli.usage import SpokenGroup, SpokenOption
from perfscheme.diagnostics import Language, Text

COMMANDS = ("check", "docs", "explain", "fmt", "init", "measure", "rule", "schema", "score", "test")


class Program(SpokenGroup):
    """A group whose commands are imported when they are run: an editor that checks on each save waits for no other."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click asks
        """Every command by name."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"perfscheme.cli.commands.{cmd_name}"), cmd_name)
        return found


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


@click.group(
    "perfscheme",
    cls=Program,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
    says=Text(
        zh="按绩效方案精确计分。\n\n"
        "SCHEME 是文件，或内置方案的名称。DATA 是 CSV 文件，表头为输入项的键或名称；`-` 表示标准输入。空单元格为缺失；"
        "n/a 或“不适用”表示该值不适用。--table 指定用于统计数值的 CSV、Parquet 或 XLSX 文件。\n\n"
        "退出码：0 没有问题，1 有发现或有问题行，2 用法有误或文件不可用。",
        en="Score people by a performance plan, exactly.\n\n"
        "SCHEME is a file, or the name of a shipped scheme. DATA is a CSV file whose headers are the inputs' keys or "
        "names; `-` is standard input. A blank cell is missing; n/a or 不适用 says that the value does not apply. "
        "--table names the CSV, Parquet or XLSX files from which values are counted.\n\n"
        "Exit codes: 0 clean, 1 findings or bad rows, 2 wrong usage or a file that does not serve.",
    ),
)
@click.version_option(
    package_name="perfscheme", cls=SpokenOption, says=Text(zh="显示版本后退出。", en="Show the version and exit.")
)
@lang_option
@click.pass_context
def cli(context: click.Context, lang: Language) -> None:
    """Show what there is to ask for, where nothing is asked."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(FAILED)
