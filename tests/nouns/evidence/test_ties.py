"""Panels among tables, inputs and measures."""

from __future__ import annotations

import pytest

import perfscheme as ps

SECOND = """
    second:
      table: ratings
      rater: rater
      relation: relation
      item: item
      score: score
      relations: {peer: {weight: 30, minimum: 3, below: drop}}
      items: {helps: other}
      average: mean
      scale: [0, 100]
      decimals: 2
"""
TEAMWORK = "    teamwork: {unit: points, range: [0, 100], curve: as-is}\n"
OTHER = TEAMWORK + TEAMWORK.replace("teamwork", "other")
MEASURE = "  measures:\n    rows: {kind: count, table: ratings}\n  panels:\n"


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("score: score", "score: scor", ["PS602"]),
        ("rater: rater\n", "rater: score\n", ["PS616", "PS691"]),
        ("table: ratings", "table: rating", ["PS609"]),
        ("range: [1, 5]", "range: [1, null]", ["PS685"]),
        ("range: [1, 5]", "unit: points", ["PS685"]),
        ("{kind: number, range: [1, 5]}", "{kind: text, labels: [good]}", ["PS687", "PS688"]),
        ("scale: [0, 100]", "labels: {good: 80}", ["PS686"]),
        ("relation: text", "relation: {kind: text, labels: [peer, customer, boss, friend]}", ["PS688"]),
        ("relation: text", "relation: {kind: text, labels: [peer, boss]}", ["PS625"]),
        ("item: text", "item: {kind: text, labels: [other]}", ["PS625"]),
        ("item: text", "item: {kind: text, labels: [helps, of-another-panel]}", []),
        ("helps: teamwork", "helps: teamwerk", ["PS683"]),
        ("scale: [0, 100]", "scale: [0, 101]", ["PS684"]),
        ("range: [0, 100], curve", "range: [1, 100], curve", ["PS684"]),
        ("points, range: [0, 100]", "percent", ["PS619"]),
        ("subject: who", "subject: who\n      leave-out: [{name: bad, when: {column: score, below: 2}}]", ["PS689"]),
        ("subject: who", "subject: who\n      leave-out: [{name: gap, when: {not: {missing: score}}}]", ["PS689"]),
        ("subject: who", "subject: who\n      leave-out: [{name: own, when: {column: rater, is: robot}}]", []),
        ("subject: who", "subject: who\n      id: score", ["PS616", "PS691"]),
    ],
)
def test_what_does_not_fit(old: str, new: str, codes: list[str], whole_panel: str) -> None:
    """Columns, words, ranges and inputs are checked before a rating is read."""
    assert old in whole_panel
    found = ps.checks(whole_panel.replace(old, new, 1))
    assert sorted(problem.code for problem in found) == codes
    assert all(problem.span is not None for problem in found)


def test_words_of_scores(whole_panel: str) -> None:
    """Each word of the column has a score, and no other has."""
    words = whole_panel.replace("scale: [0, 100]", "labels: {good: 80, bad: 20}")
    assert ps.checks(words.replace("{kind: number, range: [1, 5]}", "{kind: text, labels: [good, bad]}")) == []
    assert ps.checks(words.replace("{kind: number, range: [1, 5]}", "text")) == []


def test_an_input_that_is_no_number(whole_panel: str) -> None:
    """A panel gives numbers."""
    text = whole_panel.replace("scheme: t", "scheme: t\ninputs: {level: {kind: label, labels: [a, b]}}").replace(
        "helps: teamwork", "helps: level"
    )
    assert "PS626" in [problem.code for problem in ps.checks(text)]


def test_no_measure_goes_round_a_panel(whole_panel: str) -> None:
    """A count of rows where the rater is one person and the score at least four tells that score."""
    measured = whole_panel.replace("  panels:\n", MEASURE)
    assert "PS681" in [problem.code for problem in ps.checks(measured)]


def test_no_two_panels_read_one_item(whole_panel: str) -> None:
    """Two aggregates of the same ratings differ by what one of them leaves out."""
    two = whole_panel.replace(TEAMWORK, OTHER) + SECOND
    assert [problem.code for problem in ps.checks(two)] == ["PS682"]
    assert ps.checks(two.replace("{helps: other}", "{explains: other}")) == []


def test_an_input_is_given_once(whole_panel: str) -> None:
    """By a panel or by a measure."""
    two = whole_panel.replace(
        "  tables:\n", "  tables:\n    staff: {subject: who, columns: {who: text, n: {kind: number, unit: points}}}\n"
    )
    two = two.replace("  panels:\n", "  measures:\n    teamwork: {kind: only, table: staff, of: n}\n  panels:\n")
    assert [problem.code for problem in ps.checks(two)] == ["PS690"]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("scale: [0, 100]", "scale: [0, 101]", ("panels", "quality", "scale")),
        ("      scale: [0, 100]\n", "", ("tables", "ratings", "columns", "score", "range")),
    ],
)
def test_values_beyond_an_input_are_told_once_beside_what_gives_them(
    old: str, new: str, where: tuple[str, ...], whole_panel: str
) -> None:
    """A slip in the scale, or in the range of the column, is shown with all items of which it makes too much."""
    text = whole_panel.replace(old, new, 1).replace("range: [0, 100]", "range: [2, 100]")
    text = text.replace("range: [1, 5]", "range: [1, 500]")
    (found,) = [problem for problem in ps.checks(text) if problem.code == "PS684"]
    assert ("evidence", *where) in found.also
