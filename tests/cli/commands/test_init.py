"""`perfscheme init`, as somebody types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("kind", ["weighted", "target"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_init_asks_and_writes_a_clean_scheme(run: Run, place: Path, kind: str, lang: str) -> None:
    """`check` and `test` are content with what it wrote."""
    result = run("init", "--lang", lang, stdin=f"{kind}\nMy plan\nA，B、C, D\n".encode())
    assert result.exit_code == 0
    assert result.stdout == ""
    text = (place / "plan.scheme.yaml").read_text(encoding="utf-8")
    assert "name: My plan" in text
    assert text.count("unit: percent") == 4
    assert (place / f"perfscheme-1.{lang}.json").is_file()
    assert run("check", "plan.scheme.yaml").exit_code == 0
    assert "examples passed: 2, failed: 0" in run("test", "plan.scheme.yaml").stdout


def test_init_takes_options_in_place_of_answers(run: Run, place: Path) -> None:
    """Nothing is asked then."""
    result = run("init", "x.scheme.yaml", "--kind", "target", "--name", "N", "--indicators", "回款率,满意度")
    assert result.exit_code == 0
    assert "x.scheme.yaml is written" in result.stderr
    assert "回款率" in (place / "x.scheme.yaml").read_text(encoding="utf-8")


def test_init_overwrites_only_by_force(run: Run, place: Path) -> None:
    """Somebody's work is not lost to a slip; exit 2."""
    options = ("--kind", "target", "--name", "N", "--indicators", "a")
    before = (place / "team.scheme.yaml").read_text(encoding="utf-8")
    result = run("init", "team.scheme.yaml", *options)
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert (place / "team.scheme.yaml").read_text(encoding="utf-8") == before
    assert run("init", "team.scheme.yaml", *options, "--force").exit_code == 0
    assert (place / "team.scheme.yaml").read_text(encoding="utf-8") != before


def test_init_wants_indicators(run: Run) -> None:
    """Commas alone are none."""
    assert run("init", "--kind", "target", "--name", "N", "--indicators", ",").exit_code == 2


def test_init_gives_a_bare_name_the_suffix_by_which_schemes_are_known(run: Run, place: Path) -> None:
    """A file called `sales` was found neither by `check .` nor by an editor that completes schemes."""
    result = run("init", "sales", "--kind", "weighted", "--name", "N", "--indicators", "a")
    assert "sales.scheme.yaml is written" in result.stderr
    assert (place / "sales.scheme.yaml").is_file()
    assert not (place / "sales").exists()


def test_init_asks_again_for_a_kind_that_is_none(run: Run, place: Path) -> None:
    """In the language of the questions."""
    result = run("init", "--lang", "zh", stdin="权重\nweighted\n方案\n投诉数\n".encode())
    assert result.exit_code == 0
    assert "错误[PS447] 选项 --kind 不能是 权重" in result.stderr
    assert "better: lower" in (place / "plan.scheme.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "指标“a”：键 a 已被占用，改用 a-2；如果是重复写了，请删去一项"),
        ("en", "the key a is taken, so it has a-2"),
    ],
)
def test_init_tells_an_indicator_that_is_there_twice(run: Run, lang: str, said: str) -> None:
    """It was called `a-2` without a word."""
    result = run("init", "x", "--lang", lang, "--kind", "weighted", "--name", "N", "--indicators", "a,b,a")
    assert result.exit_code == 0
    assert said in result.stderr
    assert result.stderr.count("a-2") == 1
