"""Hostile input: a diagnostic in under two seconds and 200 MB, in a process of its own, whatever the file is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BASE = """\
perfscheme: 1
scheme: hostile
inputs:
  major: {kind: number, unit: count}
score:
  aggregation: {kind: weighted-mean, missing: refuse}
  children:
    a: {unit: points, weight: 100, curve: as-is}
rules:
  - {kind: cap, at: 90, when: {input: major, at-least: 1, if-missing: fails}}
"""
HEAD = BASE.split("    a:")[0]
CONDITION = "{input: major, at-least: 1, if-missing: fails}"
FILES = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 50_000,
    "dashes": "- " * 50_000,
    "alias bomb": "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)),
    "self-reference": "&a [*a]",
    "tags": "!!python/object/apply:os.system [x]\n" + "- !!int 1\n" * 10_000,
    "merge keys": "x: &x {a: 1}\n" + "".join(f"k{i}: {{<<: *x}}\n" for i in range(5_000)),
    "50 MB": "a: 1\n" * 10_000_000,
    "100,000 indicators": HEAD
    + "".join(f"    i{i}: {{unit: points, weight: 1, curve: as-is}}\n" for i in range(10**5)),
    "many indicators": HEAD + "".join(f"    i{i}: {{unit: points, weight: 1, curve: as-is}}\n" for i in range(15_000)),
    "a scalar of 10 MB": "a: " + "x" * 10_000_000,
    "100,000 digits": BASE.replace("100,", "9" * 100_000 + ","),
    "100,000 decimals": BASE.replace("100,", "1." + "9" * 100_000 + ","),
    "a huge exponent": BASE.replace("100,", "1e999999999,"),
    "huge places": BASE + "rounding: {places: 99999999999, mode: half-up, before-grading: true}\n",
    "deep conditions": BASE.replace(CONDITION, "{not: " * 40 + CONDITION + "}" * 40),
    "wide conditions": BASE.replace(CONDITION, "{all: [" + ", ".join([CONDITION] * 9_000) + "]}"),
    "a deep formula": BASE.replace("as-is", "{kind: formula, formula: " + "(" * 50_000 + "value" + ")" * 50_000 + "}"),
    "a long formula": BASE.replace("as-is", "{kind: formula, formula: value" + "+value" * 100_000 + "}"),
    "a tower of powers": BASE.replace("as-is", "{kind: formula, formula: 9^9^9^9^9}"),
    "full-width colons": "a：1\n" * 150_000,
    "indentation": " " * 900_000 + "a：1",
    "tabs": "a:\n" + "\t" * 900_000,
    "open quotes": 'a: "x\n' * 100_000,
    "spaces that are none": "a: " + "\u00a0" * 900_000 + "b",
    "number signs": "a: b: " + " #" * 400_000,
    "underscores": BASE.replace("100,", "1_" * 400_000 + ","),
    "backslashes": 'a: "' + "\\\\" * 400_000 + "\n: [",
    "documents": "---\na: 1\n" * 60_000,
    "unknown keys": HEAD.replace("score:", "".join(f"scor{i}: 1\n" for i in range(12_000)) + "score:"),
    "unknown aliases": "x: &abcdefgh 1\n" + "".join(f"a{i}: *abcdefg{i % 10}\n" for i in range(20_000)),
    "line breaks": "\n" * 990_000,
    "NUL": "a: \x00\n",
}
PROGRAM = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from pathlib import Path
from perfscheme.diagnostics import render
from perfscheme.reading.load import check
path = Path(sys.argv[1])
begun = time.process_time()
found = check(path)
text = path.read_bytes().decode()
shown = [render(problem, text=text, name="f", lang=lang) for problem in found[:20] for lang in ("zh", "en")]
assert found and all(shown)
# Linux hands the peak of the process that started this one down in ru_maxrss, so its own peak is looked up.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peak = [line.split()[1] for line in lines if line.startswith("VmHWM")]
print(time.process_time() - begun, int(peak[0] if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are told by POSIX systems only")
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_met_with_a_diagnostic(name: str, tmp_path: Path) -> None:
    """Twice the time that is promised is allowed: the machine may be busy."""
    path = tmp_path / "hostile.scheme.yaml"
    path.write_text(FILES[name], encoding="utf-8", newline="")
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    seconds, megabytes = map(float, run.stdout.split())
    assert seconds < 4
    assert megabytes < 200
