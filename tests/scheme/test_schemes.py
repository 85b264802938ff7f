"""Schemes: what a host holds and calls."""

from __future__ import annotations

import copy
import math
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import attrs
import numpy as np
import pytest

from perfscheme import NOT_APPLICABLE, Dimension, Grade, Indicator, Scheme, SchemeError
from perfscheme.diagnostics import InputError
from perfscheme.nouns.aggregations.aggregations import SumOfPoints, WeightedMean
from perfscheme.nouns.curves.curves import AsIs
from perfscheme.nouns.missing import Refuse, Renormalise
from perfscheme.nouns.roundings import TotalRounding
from perfscheme.reading import gallery, load


def plan(*weights: str, rounding: TotalRounding | None = None, grades: Any = ()) -> Scheme:
    children = [
        Indicator(f"i{n}", "points", weight=weight, range=(0, 1000), curve=AsIs()) for n, weight in enumerate(weights)
    ]
    root = Dimension(children=children, aggregation=WeightedMean(Refuse()))
    return Scheme("plan", root, rounding=rounding, grades=grades)


def test_weights_that_floats_do_not_add_up() -> None:
    """ERPNext refused 44.9 + 51.3 + 3.8, which is 99.99999999999999 in floats."""
    assert plan("44.9", "51.3", "3.8").score({"i0": 100, "i1": 100, "i2": 100}).total == 100


def test_a_component_that_was_not_used_is_left_out() -> None:
    """hrms#2023: goals 5, feedback 5, self-appraisal unused is 5, not 3.33."""
    root = Dimension(
        children=[Indicator(name, "points", range=(0, 5), curve=AsIs()) for name in ("goals", "feedback", "self")],
        aggregation=WeightedMean(Renormalise(50), weights="equal"),
    )
    scheme = Scheme("hrms-2023", root, rounding=TotalRounding(2, before_grading=True))
    assert scheme.score({"goals": 5, "feedback": 5, "self": NOT_APPLICABLE}).total == 5
    assert scheme.score({"goals": 5, "feedback": 5, "self": 0}).total == Decimal("3.33")


@pytest.mark.parametrize(
    ("total", "grade"), [("74.91", "D"), ("84.5", "B"), ("100", "A"), ("105", "A"), ("0", "D"), ("75", "C")]
)
def test_totals_that_fall_between_bands_elsewhere(total: str, grade: str) -> None:
    """Evaluated#817 has no grade for 74.91, a supplier scorecard none for 100, an engineer of 105 became a D."""
    grades = [Grade("A", from_=85), Grade("B", from_=80), Grade("C", from_=75), Grade("D")]
    assert plan("100", grades=grades).score({"i0": total}).grade == grade


@pytest.mark.parametrize("before", [True, False])
def test_rounding_before_or_after_grading(before: bool) -> None:
    """89.995 is shown as 90.00 either way, and is an A only where the rounded total is graded."""
    scheme = plan("100", rounding=TotalRounding(2, before_grading=before), grades=[Grade("A", from_=90), Grade("B")])
    card = scheme.score({"i0": "89.995"})
    assert (str(card.total), card.grade) == ("90.00", "A" if before else "B")
    assert card.unrounded == Fraction("89.995")


@pytest.mark.parametrize(
    "value", [93.5, "93.5", Decimal("93.5"), Fraction(187, 2), np.float64(93.5), np.float32(93.5), np.array([93.5])[0]]
)
def test_numbers_of_every_kind_score_alike(value: Any, five: Scheme, engineer: dict[str, Any]) -> None:
    """A float is the decimal that prints it."""
    assert five.score({**engineer, "satisfaction": value}).total == five.score(engineer).total


@pytest.mark.parametrize("value", ["95%", "９５", " ", True, 1j, math.inf, 0.9, 105, [93], b"93"])
def test_values_that_are_no_number(value: Any, five: Scheme, engineer: dict[str, Any]) -> None:
    """Are a clear error, never a silent score: also 0.9, which is 90 % as a fraction."""
    with pytest.raises(InputError) as caught:
        five.score({**engineer, "satisfaction": value})
    assert caught.value.diagnostics[0].path == ("satisfaction",)


def test_durations(five: Scheme, engineer: dict[str, Any]) -> None:
    """A timedelta is a time in any unit."""
    assert five.score({**engineer, "handling-efficiency": timedelta(hours=30)}).total == five.score(engineer).total


def test_records_of_every_shape(five: Scheme, engineer: dict[str, Any]) -> None:
    """Objects with attributes, keys with underscores, keys of the host's own beside them."""
    named = {key.replace("-", "_"): value for key, value in engineer.items()}
    want = five.score(engineer).total
    assert five.score(named).total == five.score(SimpleNamespace(**named)).total == want
    assert five.score({**engineer, "department": "A"}).total == want


def test_everything_wrong_with_a_record_at_once(five: Scheme, engineer: dict[str, Any]) -> None:
    """Faults of values and keys that are not there."""
    record = {key: value for key, value in engineer.items() if key != "quality"}
    with pytest.raises(InputError) as caught:
        five.score({**record, "teamwork": 9, "satisfaction": "x"})
    assert {problem.path for problem in caught.value.diagnostics} == {("quality",), ("teamwork",), ("satisfaction",)}


def test_everything_wrong_with_a_scheme_at_once() -> None:
    """From different children, each at its place."""
    children = [
        Indicator("a", "percent", weight=60, better="higher", curve=AsIs(), thresholds={"target": 120}),
        Indicator("b", "percent", weight=60, better="higher", curve=AsIs(), thresholds={"floor": 90, "target": 80}),
    ]
    with pytest.raises(SchemeError) as caught:
        Scheme("bad", Dimension(children=children, aggregation=WeightedMean(Refuse())))
    assert {problem.code for problem in caught.value.diagnostics} == {"PS133", "PS132", "PS204"}


def test_inputs_that_a_form_asks_for(five: Scheme) -> None:
    """In the order of declaration, with unit and range."""
    assert [spec.key for spec in five.inputs][:2] == ["major-complaints", "satisfaction"]
    assert {spec.key for spec in five.inputs} >= {"teamwork", "quality"}


def test_a_scheme_is_a_value(five: Scheme) -> None:
    """Immutable, hashable, equal to what says the same, and what its repr says."""
    again: Scheme = pickle.loads(pickle.dumps(five))
    assert again == five
    assert hash(again) == hash(five)
    assert again.hash == five.hash == copy.deepcopy(five).hash
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        five.version = "2"  # type: ignore[misc]
    assert repr(five).startswith("Scheme(scheme='complaint-engineer-weighted'")


def test_many_threads_score_alike(five: Scheme, engineer: dict[str, Any]) -> None:
    """The first calls at once make what they share."""
    fresh: Scheme = pickle.loads(pickle.dumps(five))
    records = [{**engineer, "satisfaction": 60 + n / 4} for n in range(160)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda record: fresh.score(record).total, records))
    assert found == [five.score(record).total for record in records]


def test_a_dict_that_changes_later_changes_no_card(five: Scheme, engineer: dict[str, Any]) -> None:
    """A card keeps the record as it was."""
    card = five.score(engineer)
    before = five.score(dict(engineer))["teamwork"].points
    engineer["teamwork"] = 1
    assert card["teamwork"].points == before


def test_the_total_in_units_of_its_rounding() -> None:
    """Places show their zeros; a step is what it is."""
    assert str(plan("100", rounding=TotalRounding(2, before_grading=True)).score({"i0": 5}).total) == "5.00"
    assert str(plan("100", rounding=TotalRounding(step=5, before_grading=True)).score({"i0": 13}).total) == "15"


def test_a_sum_without_rounding_is_exact() -> None:
    """Ten times a tenth is one."""
    children = [Indicator(f"i{n}", "points", curve=AsIs()) for n in range(10)]
    scheme = Scheme("tenths", Dimension(children=children, aggregation=SumOfPoints(Refuse())))
    assert scheme.score({f"i{n}": 0.1 for n in range(10)}).total == 1


@pytest.mark.parametrize("tables", [None, "tickets.csv", [{"who": "ann"}]])
def test_tables_that_come_by_no_name_are_refused(tables):
    """Even where there is one only: the scheme says which it reads."""
    with pytest.raises(TypeError, match=f"a mapping by their names in the scheme, not {type(tables).__name__}"):
        load(gallery()["service-desk"]).measure(tables)
