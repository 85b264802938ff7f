"""`perfscheme rule`, as somebody types it."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def test_rule_shows_a_page(run: Run) -> None:
    """In either case of letters, in the language asked for."""
    assert run("rule", "PS035").stdout.startswith("PS035\n")
    assert run("rule", "ps035", "--lang", "zh").stdout == run("rule", "PS035", "--lang", "zh").stdout


def test_rule_lists_every_code(run: Run) -> None:
    """One after the other, the first sentence first."""
    lines = [line for line in run("rule").stdout.splitlines() if line.startswith("PS")]
    assert len(lines) > 200
    assert lines == sorted(lines)


def test_rule_names_the_nearest_code(run: Run) -> None:
    """There is none of that name: exit 2."""
    result = run("rule", "PS0355")
    assert result.exit_code == 2
    assert "PS0355" in result.stderr
    assert "perfscheme rule" in result.stderr
