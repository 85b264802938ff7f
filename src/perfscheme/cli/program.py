"""The program: its commands in one group, and how it is run."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from perfscheme.cli.commands.check import check
from perfscheme.cli.commands.docs import docs
from perfscheme.cli.commands.explain import explain
from perfscheme.cli.commands.fmt import fmt
from perfscheme.cli.commands.init import init
from perfscheme.cli.commands.rule import rule
from perfscheme.cli.commands.schema import schema
from perfscheme.cli.commands.score import score
from perfscheme.cli.commands.test import test
from perfscheme.cli.options import CLEAN, FAILED

COMMANDS = (
    check,
    docs,
    explain,
    fmt,
    init,
    rule,
    schema,
    score,
    test,
)


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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="perfscheme")
def cli() -> None:
    """Score people by a performance plan, exactly.

    SCHEME is a file, or the name of a shipped scheme. DATA is a CSV file whose headers are the inputs' keys or names;
    `-` is standard input. A blank cell is missing; n/a or 不适用 says that the value does not apply.

    Exit codes: 0 clean, 1 findings or bad rows, 2 wrong usage or a file that does not serve.
    """


for command in COMMANDS:
    cli.add_command(command)
