"""Scheme files as tests of whoever keeps them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = (ROOT / "schemes" / "weighted.scheme.yaml").read_text(encoding="utf-8")
PLUGIN = "perfscheme.pytest_plugin"
SMALL = """\
perfscheme: 1
scheme: small
version: "1"
score:
  aggregation: {kind: weighted-mean, missing: refuse}
  children:
    met:
      {weight: 100, unit: percent, better: higher, curve: {kind: linear, points: {50: 0, 100: 100}}}
examples:
  - {name: {zh: 一半. 的, en: half. way}, values: {met: 75}, total: 50}
  - {name: {zh: 错的, en: wrong one}, values: {met: 80}, total: 61}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run pytest over files in an empty folder, in a process of its own."""
    monkeypatch.setenv("PERFSCHEME_LANG", "en")
    monkeypatch.setenv("PYTHONUTF8", "1")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # it may be installed besides

    def start(*options: str, **files: str) -> tuple[int, str]:
        for name, text in files.items():
            (tmp_path / name.replace("__", ".")).write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-p", PLUGIN, "-p", "no:cacheprovider", *options]
        found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
        return found.returncode, found.stdout + found.stderr

    return start


def test_a_file_is_one_test_and_each_example_another(run) -> None:
    """Names of examples are names of tests."""
    code, told = run("--collect-only", "-q", small__scheme__yaml=SMALL)
    assert code == 0, told
    assert told.splitlines()[:3] == [
        "small.scheme.yaml::check", "small.scheme.yaml::half. way", "small.scheme.yaml::wrong one",
    ]  # fmt: skip


def test_the_shipped_scheme_passes(run) -> None:
    """Every example of a plan that is in use."""
    code, told = run("-q", "--strict-markers", "-W", "error", plan__scheme__yml=SHIPPED)
    assert code == 0, told


def test_a_failing_example_shows_line_figures_and_explanation(run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The frame of the expectation, and how the score came about; no traceback."""
    code, told = run("-q", small__scheme__yaml=SMALL)
    assert code == 1
    assert "small.scheme.yaml:11:" in told
    assert "61" in told
    assert "Traceback" not in told
    assert "runtest" not in told
    assert "1 failed, 2 passed" in told
    monkeypatch.setenv("PERFSCHEME_LANG", "zh")
    assert "错的" in run("-q")[1]


def test_only_the_check_of_a_broken_file_fails(run) -> None:
    """Every mistake is told; examples of what cannot be loaded are not there."""
    code, told = run("-q", small__scheme__yaml=SMALL.replace("better: higher", "beter: higher"))
    assert code == 1
    assert "small.scheme.yaml:8:" in told
    assert "1 failed" in told
    assert "passed" not in told


def test_a_file_that_is_no_text_fails_its_check(run, tmp_path: Path) -> None:
    """Bytes of another encoding are a finding, not an error of pytest."""
    (tmp_path / "old.scheme.yaml").write_bytes("scheme: 客诉".encode("utf-16"))
    code, told = run("-q")
    assert code == 1
    assert "1 failed" in told
    assert "INTERNALERROR" not in told


def test_other_files_are_left_alone(run) -> None:
    """Other YAML, and every file once the setting says so."""
    files = {"other__yaml": "a: [", "pytest__ini": "[pytest]\nperfscheme_collect = false\n", "small__scheme__yaml": "a"}
    code, told = run("-q", **files)
    assert code == pytest.ExitCode.NO_TESTS_COLLECTED, told


def test_it_loads_nothing_until_it_is_needed() -> None:
    """A project whose tests have no schemes pays for a small module only."""
    heavy = {"attrs", "numpy", "yaml", "perfscheme.scheme"}
    script = f"import sys, {PLUGIN}; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"


def test_pytest_is_told_of_it() -> None:
    """By the name of the library, which whoever does without writes: `-p no:perfscheme`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"perfscheme": PLUGIN}


def test_the_hook_installs_what_the_command_line_needs() -> None:
    """Every package of the extra, as it is bounded there, stands in the definition of each hook."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8").split("- id: ")[1:]
    assert [hook.splitlines()[0] for hook in hooks] == ["perfscheme-check", "perfscheme-test", "perfscheme-fmt"]
    for needed in project["optional-dependencies"]["cli"]:
        assert all(f'"{needed}"' in hook for hook in hooks)
