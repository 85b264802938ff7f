"""A folder with a scheme and its data, and the command line as somebody types it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from perfscheme.cli.program import cli

SCHEME = """\
perfscheme: 1
scheme: team
version: "2"
name: {zh: 客诉组方案, en: Complaints team}
rounding: {places: 2, mode: half-up, before-grading: true}
score:
  aggregation: {kind: weighted-mean, missing: {kind: refuse}}
  children:
    satisfaction:
      name: {zh: 客户满意度, en: Customer satisfaction}
      weight: 60
      unit: percent
      better: higher
      curve: {kind: linear, points: {80: 0, 100: 100}}
    hours:
      name: {zh: 处理时长, en: Handling time}
      weight: 40
      unit: hours
      better: lower
      curve: {kind: linear, points: {24: 100, 72: 0}}
grades:
  - {grade: A, from: 60, coefficient: 1.2}
  - {grade: B, coefficient: 1}
examples:
  - {name: half of both, values: {satisfaction: 90, hours: 48}, total: 50, grade: B}
"""
DATA = """\
工号,客户满意度,Handling time
E1,90,48
E2,100,24
E3,95%,24
E4,100,
E5,90.001,n/a
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a scheme and its data, in which the command runs."""
    (tmp_path / "team.scheme.yaml").write_text(SCHEME, encoding="utf-8")
    (tmp_path / "team.csv").write_text(DATA, encoding="gb18030")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PERFSCHEME_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


@pytest.fixture
def scheme_text() -> str:
    """The scheme in the folder."""
    return SCHEME


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command line in this process; anything but an exit is a failure."""

    def runs(*arguments: str, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(cli, arguments, input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runs


@pytest.fixture
def process() -> Callable[..., subprocess.Popen[bytes]]:
    """Start the command line in a process of its own, with further variables of the environment."""

    def started(*arguments: str, **variables: str) -> subprocess.Popen[bytes]:
        code = "import sys; from perfscheme.cli import main; sys.exit(main())"
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **variables},
        )

    return started
