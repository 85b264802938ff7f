"""The next grade and what reaches it, in sentences."""

from __future__ import annotations

import pytest

from perfscheme.nouns.aggregations.aggregations import SumOfPoints
from perfscheme.nouns.curves.curves import AsIs
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.grades import Grade
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.missing import Refuse
from perfscheme.scheme import Scheme
from perfscheme.scheme.accounts import Account
from perfscheme.scheme.prospects import grade_prospect, improvement_prospect


def scheme(*grades: Grade) -> Scheme:
    a = Indicator("a", "points", better="higher", curve=AsIs())
    return Scheme("s", Dimension(children=[a], aggregation=SumOfPoints(missing=Refuse())), grades=grades)


@pytest.mark.parametrize(
    ("value", "said"),
    [(70, "Next grade A (from 90): 20 more points are needed."), (90, "This is the best grade.")],
)
def test_how_far_the_next_grade_is(value: int, said: str) -> None:
    """The distance to its bound, or that there is none."""
    card = scheme(Grade("A", from_=90), Grade("B")).score({"a": value})
    assert grade_prospect(Account(card, "en")) == said


def test_without_grades_there_is_no_prospect() -> None:
    """Nothing is said of what is not there."""
    assert grade_prospect(Account(scheme().score({"a": 1}), "zh")) is None


def test_an_improvement_says_whether_it_is_the_least() -> None:
    """The first is, the others stand beside it."""
    card = scheme(Grade("A", from_=90), Grade("B")).score({"a": 70})
    (found,) = card.improvements
    said = [improvement_prospect(card, found, "zh", first=first) for first in (True, False)]
    assert said[0].startswith("达到该等级的最小单项改进：a 由 70 分 到 90 分")
    assert said[1].startswith("或者：a 由 70 分 到 90 分")
