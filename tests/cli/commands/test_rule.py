"""`perfscheme rule`, as somebody types it."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def test_rule_shows_a_page(run: Run) -> None:
    """In either case of letters, in the language asked for."""
    assert run("rule", "PS035").stdout.startswith("PS035\n")
    assert run("rule", "ps035", "--lang", "zh").stdout == run("rule", "PS035", "--lang", "zh").stdout


def test_rule_knows_a_code_by_its_number(run: Run) -> None:
    """However it is copied from a message."""
    page = run("rule", "PS035").stdout
    for written in ("035", "35", "error[PS035]", "PS-035"):
        assert run("rule", written).stdout == page


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
    assert "PS034, PS035, PS036" in result.stderr
    assert "PS503" in run("rule", "504").stderr
    assert "perfscheme rule" in result.stderr
