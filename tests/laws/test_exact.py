"""The exact interpreter against the oracle: two ways from a scheme to a score that share nothing but its nouns."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oracle.arithmetic import Absence, NoValue, Undecidable
from oracle.scoring import BadValue, Oracle
from perfscheme.diagnostics import InputError
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Real, enclosure
from perfscheme.scheme import Scheme
from perfscheme.testing import rows, schemes

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
CLOSE = Fraction(1, 10**30)


def asked(what: Any) -> Any:
    """What the oracle says: a number, an absence as the library's state, None where there is no value."""
    try:
        found = what()
    except NoValue:
        return None
    return State(found.value) if isinstance(found, Absence) else found


def same(library: Any, oracle: Any, *, rough: bool) -> bool:
    """One answer; sixty digits of an irrational number are one with its enclosure."""
    if library is None or oracle is None or isinstance(library, State) or isinstance(oracle, State):
        return library is oracle
    if not rough and not isinstance(library, Real):
        return bool(library == oracle)
    low, high = enclosure(library, 160)
    return abs((low + high) / 2 - oracle) <= CLOSE * max(1, abs(oracle))


def compare(scheme: Scheme, record: dict[str, Any]) -> None:
    """Points of every node, the total before and after rounding, and the grade."""
    oracle, card = Oracle(scheme, record), scheme.score(record)
    for key, stated in scheme.statement.nodes.items():
        try:
            want = asked(lambda key=key: oracle.points(key))
        except Undecidable:
            continue
        found = card.exact(stated.points)
        assert same(found, want, rough=oracle.sums.rough), (
            f"points of {key}: {found} by the library, {want} by the oracle"
        )
    try:
        unrounded, total, grade = oracle.result()
    except NoValue:
        unrounded = total = grade = None
    except Undecidable:
        return
    for name, node, want in (
        ("unrounded", scheme.statement.unrounded, unrounded),
        ("total", scheme.statement.total, total),
    ):
        want = State(want.value) if isinstance(want, Absence) else want
        found = card.exact(node)
        assert same(found, want, rough=oracle.sums.rough), f"{name}: {found} by the library, {want} by the oracle"
    assert card.grade == grade


@settings(max_examples=100, suppress_health_check=SLOW)
@given(data=st.data())
def test_library_and_oracle_score_alike(data: st.DataObject) -> None:
    """Points, totals and grades follow from the words of the docstrings, computed a second time without a formula."""
    scheme = data.draw(schemes())
    for record in data.draw(rows(scheme, count=10)):
        compare(scheme, record)


@settings(max_examples=25, suppress_health_check=SLOW)
@given(data=st.data())
def test_library_and_oracle_refuse_alike(data: st.DataObject) -> None:
    """A value is wrong for both or for none."""
    scheme = data.draw(schemes(depth=0))
    for record in data.draw(rows(scheme, count=10, faults=True)):
        try:
            Oracle(scheme, record)
        except BadValue:
            with pytest.raises(InputError):
                scheme.score(record)
        else:
            scheme.score(record)
