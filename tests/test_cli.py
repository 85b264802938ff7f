"""The door of the command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from perfscheme.cli import main


def test_main_gives_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    """0 for help, 2 for a command that is not there; messages on standard error."""
    assert main(["--help"]) == 0
    assert "check" in capsys.readouterr().out
    assert main(["chekc"]) == 2
    assert "chekc" in capsys.readouterr().err


@pytest.mark.parametrize("library", ["click", "rich"])
def test_without_the_extra_it_says_how_to_get_it(library: str) -> None:
    """One sentence in place of a traceback, exit 2."""
    code = f"import sys; sys.modules[{library!r}] = None; from perfscheme.cli import main; sys.exit(main(['--help']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "perfscheme[cli]" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_door_itself_is_light() -> None:
    """Click and rich are imported only when a command runs."""
    code = "import sys, perfscheme.cli; print(*{'click', 'rich', 'numpy', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""
