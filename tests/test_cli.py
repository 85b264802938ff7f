"""The door of the command line."""

from __future__ import annotations

import os
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
@pytest.mark.parametrize(("lang", "head"), [("zh", "错误[PS454]"), ("en", "error[PS454]")])
def test_without_the_extra_it_says_how_to_get_it(library: str, lang: str, head: str) -> None:
    """One sentence in place of a traceback, with the command for this very Python, exit 2."""
    code = "import sys, runpy; sys.modules[sys.argv.pop()] = None; runpy.run_module('perfscheme', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", code, "--help", "--lang", lang, library],
        capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(head)
    assert f'{sys.executable} -m pip install "perfscheme[cli]"' in done.stderr
    assert "Traceback" not in done.stderr


def test_the_door_itself_is_light() -> None:
    """Click and rich are imported only when a command runs."""
    code = "import sys, perfscheme.cli; print(*{'click', 'rich', 'numpy', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""
