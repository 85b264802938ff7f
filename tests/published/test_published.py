"""Published scoring schemes of other fields: the nouns can state them in YAML alone, and score them as published."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from perfscheme.reading.load import checks, load
from perfscheme.scheme import Scheme

HOME = Path(__file__).parent
FILES = sorted(HOME.glob("*.scheme.yaml"))


@pytest.fixture(scope="module", params=FILES, ids=[path.name.removesuffix(".scheme.yaml") for path in FILES])
def path(request: pytest.FixtureRequest) -> Path:
    """The file of a published scheme."""
    found: Path = request.param
    return found


@pytest.fixture(scope="module")
def scheme(path: Path) -> Scheme:
    """The scheme."""
    return load(path)


def test_a_published_scheme_gives_the_published_figures(scheme: Scheme) -> None:
    """Every example comes out to the last digit."""
    trials = scheme.check_examples()
    assert trials
    assert [problem.message() for trial in trials for problem in trial.problems] == []


def test_a_published_scheme_names_its_publication(scheme: Scheme) -> None:
    """A figure without a source could have been made to fit."""
    assert any(source.document is not None for source in scheme.sources)


def test_a_published_scheme_is_exact(scheme: Scheme) -> None:
    """No example is forgiven a tolerance."""
    assert [example.name for example in scheme.examples if example.tolerance] == []


def test_a_batch_gives_the_published_figures_too(scheme: Scheme) -> None:
    """The examples as one batch have the totals and grades of the single cards."""
    cards = [trial.card for trial in scheme.check_examples() if trial.card is not None]
    board = scheme.score_many([dict(card.inputs) for card in cards])
    totals = [None if math.isnan(total) else total for total in board.total.tolist()]
    assert totals == [None if card.total is None else float(card.total) for card in cards]
    assert [board.card(i).grade for i in range(len(cards))] == [card.grade for card in cards]
    if scheme.grades:
        assert board.grade.tolist() == [card.grade for card in cards]


def test_nothing_can_be_said_against_a_published_scheme(path: Path) -> None:
    """No error, no warning, no note."""
    assert [(found.code, found.path) for found in checks(path.read_text(encoding="utf-8"))] == []
