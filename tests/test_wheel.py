"""The wheel: what a stranger installs brings all that it needs, and works away from the repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel in it, as pip lays out one of pure Python; hatchling builds it without a network."""
    pytest.importorskip("hatchling")
    made, target = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("target")
    build = f"from hatchling.build import build_wheel; build_wheel({str(made)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = made.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(target)
    return target


def run(installed: Path, *command: str) -> str:
    """What a command prints where nothing but the wheel and its dependencies is found."""
    elsewhere = installed / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    env = {**os.environ, "PYTHONPATH": str(installed), "PERFSCHEME_LANG": "en", "PYTHONUTF8": "1"}
    found = subprocess.run(
        [sys.executable, *command], cwd=elsewhere, env=env, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return found.stdout


def test_the_wheel_has_what_stands_elsewhere_in_the_repository(installed: Path) -> None:
    """The gallery, the schema in both languages, the files with one mistake each, and the mark of a typed package."""
    package = installed / "perfscheme"
    for name in ("py.typed", "schema/perfscheme-1.en.json", "schema/perfscheme-1.zh.json", "pytest_plugin.py"):
        assert (package / name).is_file(), name
    for folder, source in (("schemes", "schemes"), ("mistakes", "tests/broken")):
        assert {path.name for path in (package / folder).glob("*.yaml")} == {
            path.name for path in (ROOT / source).glob("*.yaml")
        }
    (entries,) = installed.glob("*.dist-info/entry_points.txt")
    assert "pytest11" in entries.read_text(encoding="utf-8")


def test_the_wheel_is_what_is_run(installed: Path) -> None:
    """Else the tests below would say nothing of it."""
    said = run(installed, "-c", "import perfscheme; print(perfscheme.__file__)")
    assert Path(said.strip()).is_relative_to(installed)


def test_an_installed_wheel_explains_a_code_with_its_example(installed: Path) -> None:
    """The example is a file of the tests, which the wheel brings."""
    said = run(installed, "-m", "perfscheme", "rule", "PS204")
    assert "PS204" in said
    assert "Change them by 5 in all" in said


def test_an_installed_wheel_gives_the_schema_and_the_gallery(installed: Path) -> None:
    """Both are found beside the package."""
    assert "$defs" in json.loads(run(installed, "-m", "perfscheme", "schema"))
    said = run(installed, "-c", "from perfscheme.reading.gallery import gallery; print(*gallery().values())")
    assert all(Path(path).is_relative_to(installed) for path in said.split())
