"""The command line `perfscheme`: schemes checked, laid out, explained and scored by."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import Final

__all__ = ["main", "process"]

_ALLOCATED: Final = 100_000
"""Objects after which cycles are looked for. A command builds one large thing and ends: what is searched more often is
what stays."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what stands after `perfscheme`; by default what the process was started with.

    Returns:
        0 clean, 1 findings or bad rows, 2 wrong usage or a file that cannot be read or written.
    """
    try:
        from perfscheme.cli import program

        return program.run(arguments)  # it imports each command when that is run
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in ("click", "rich"):
            raise
        from perfscheme.cli.calls import asked
        from perfscheme.diagnostics import Diagnostic, render

        python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
        facts = {"library": library, "pip": f'{python} -m pip install "perfscheme[cli]"'}
        lang = asked(sys.argv[1:] if arguments is None else arguments)
        print(render(Diagnostic("PS454", (), facts), lang=lang), file=sys.stderr)  # noqa: T201
        return 2


def process() -> int:
    """Run the command line as a process of its own, which ends with it.

    Returns:
        As `main`.
    """
    gc.set_threshold(_ALLOCATED)
    try:
        return main()
    finally:
        gc.freeze()  # Python would look for cycles in everything before it ends, a tenth of a short command's time
