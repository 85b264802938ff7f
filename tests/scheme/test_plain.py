"""Plain data: everything that a card says, as JSON carries it, the same bytes for the same card (law 12)."""

from __future__ import annotations

import json
import pickle
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from evidence.conftest import scheme
from perfscheme import Scheme, loads
from perfscheme.formula.restriction import Outline
from perfscheme.scheme.plain import FORMAT, card_data
from perfscheme.testing import records, schemes


def floats(value: Any) -> bool:
    """Whether there is a float anywhere."""
    if isinstance(value, dict):
        return any(map(floats, value.values()))
    return any(map(floats, value)) if isinstance(value, list) else isinstance(value, float)


@settings(max_examples=40, phases=(Phase.explicit, Phase.generate))
@given(st.data())
def test_any_card_is_json_with_the_same_bytes_every_time(data: st.DataObject) -> None:
    """Without floats, also after a journey through pickle, also where the same record is scored again."""
    scheme = data.draw(schemes())
    record = data.draw(records(scheme))
    card = scheme.score(record, subject="E-017")
    said = json.dumps(card.to_dict())
    assert not floats(card.to_dict())
    assert (
        said
        == json.dumps(pickle.loads(pickle.dumps(card)).to_dict())
        == json.dumps(scheme.score(record, subject="E-017").to_dict())
    )


def test_the_keys_are_those_of_the_format(five: Scheme, engineer: dict[str, Any]) -> None:
    """A key that goes or changes its meaning needs a new number of the format."""
    data = five.score(engineer).to_dict()
    assert (FORMAT, data["format"]) == (1, 1)
    assert list(data) == [
        "format", "scheme", "version", "hash", "library", "name", "subject", "inputs", "total", "unrounded", "grade",
        "coefficient", "targets", "parts", "changes", "problems", "next_grade",
    ]  # fmt: skip
    assert list(data["parts"][0]) == [
        "id", "name", "kind", "parent", "value", "unit", "value_state", "state", "raw", "points", "counted", "weight",
        "effective_weight", "contribution", "share_of_total", "coverage", "thresholds", "changes",
    ]  # fmt: skip


def test_figures_are_exact_text(five: Scheme, engineer: dict[str, Any]) -> None:
    """Decimals in full, repeating ones as fractions; contributions can be added up by whoever reads them."""
    data = card_data(five.score(engineer | {"teamwork": None}))
    assert (data["total"], data["unrounded"], data["grade"], data["coefficient"]) == ("91.16", "16409/180", "A", "1.2")
    added = [part["contribution"] for part in data["parts"] if part["parent"] == "score"]
    assert added == ["187/6", "325/12", "881/45", "40/3", "0"]
    assert sum(map(Fraction, added)) == Fraction(data["unrounded"])


def test_absences_say_why(five: Scheme, engineer: dict[str, Any]) -> None:
    """None, with the reason beside it."""
    data = card_data(five.score(engineer | {"teamwork": None}))
    assert data["inputs"]["teamwork"] == {"state": "missing"}
    part = data["parts"][-1]
    assert (part["id"], part["value"], part["value_state"], part["points"], part["state"]) == (
        "teamwork", None, "missing", None, "missing",
    )  # fmt: skip


def test_a_card_without_a_score_says_why_in_both_languages(five: Scheme, engineer: dict[str, Any]) -> None:
    """Code, path and message."""
    data = card_data(five.score(dict.fromkeys(engineer)))
    assert (data["total"], data["grade"], data["next_grade"]) == (None, None, None)
    (problem,) = data["problems"]
    assert (problem["code"], problem["path"], set(problem["message"])) == ("PS311", ["score"], {"zh", "en"})


def test_the_next_grade_is_in_the_data(five: Scheme, engineer: dict[str, Any]) -> None:
    """As the explanation tells it."""
    data = card_data(five.score(engineer))
    assert data["next_grade"] == {"grade": "A", "side": "from", "bound": "90", "distance": "0.45"}


def test_data_are_made_without_a_search(
    five: Scheme, engineer: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of a thousand cards must not wait for a thousand searches that nobody reads."""
    monkeypatch.setattr(Outline, "restrict", None)
    assert card_data(five.score(engineer))["next_grade"] is not None


def test_a_row_with_a_fault_has_data_too(five: Scheme, engineer: dict[str, Any]) -> None:
    """The fault stands among the problems."""
    card = five.score_many([engineer | {"teamwork": 9}]).card(0)
    data = card_data(card)
    assert (data["total"], [problem["path"] for problem in data["problems"]]) == (None, [["teamwork"]])


def test_a_card_says_what_was_measured_and_only_then() -> None:
    """Figure, count, rows left out by reason, stages, and why there is none; as JSON, the same after a journey."""
    when = ["2026-03-02T09:00Z", "2026-03-02T08:00Z", "2026-03-02T09:00Z"]
    rows = {
        "who": ["ann", "ann", "bob"], "n": [10, 5, None], "talk": [30, 30, None],
        "at": ["2026-03-02T08:20Z", "2026-03-02T08:20Z", None], "then": when,
    }  # fmt: skip
    stages = {"kind": "mean", "of": {"stages": {"talk": "talk", "wait": {"from": "at", "to": "then"}}}, "decimals": 1}
    made = scheme({"total": {"kind": "mean", "of": "n", "decimals": 1}, "time": stages})
    board = made.measure({"t": rows}).score({"other": [50, 50]})
    data = card_data(board.card(0))
    assert data["evidence"]["time"] == {
        "name": {"zh": "time", "en": "time"},
        "kind": "mean",
        "table": {"zh": "t", "en": "t"},
        "figure": "70",
        "count": 1,
        "left_out": [{"reason": {"zh": "rule 0", "en": "rule 0"}, "count": 1}],
        "stages": [
            {"name": {"zh": "talk", "en": "talk"}, "figure": "30"},
            {"name": {"zh": "wait", "en": "wait"}, "figure": "40"},
        ],
        "operands": [],
        "panel": None,
        "lacking": None,
    }
    assert list(data)[:9][-2:] == ["inputs", "evidence"]
    assert json.dumps(data) == json.dumps(card_data(pickle.loads(pickle.dumps(board.card(0)))))
    lacking = card_data(board.card(1))["evidence"]["total"]
    assert (lacking["figure"], lacking["count"], lacking["lacking"]["code"]) == (None, 0, "PS651")
    assert "evidence" not in card_data(made.score({"total": 20, "time": 70, "other": 50}))


def test_the_evidence_of_a_ratio_has_that_of_its_measures() -> None:
    """Repeating figures as fractions, as everywhere."""
    measures = {
        "x": {"kind": "ratio", "of": "a", "to": "b", "decimals": 2},
        "a": {"kind": "count"},
        "b": {"kind": "distinct", "of": "word"},
    }
    rows = {name: ["ann"] * 3 for name in ("who", "word")} | {name: [None] * 3 for name in ("n", "at", "then")}
    found = card_data(scheme(measures).measure({"t": rows}).score({"other": [50]}).card(0))["evidence"]["x"]
    assert (found["figure"], found["table"]) == ("3", None)
    assert [(each["kind"], each["figure"]) for each in found["operands"]] == [("count", "3"), ("distinct", "1")]


def test_a_total_has_the_places_of_the_root_however_it_was_found() -> None:
    """The root rounds, the scheme does not: 39.000 by the shortcut is no 39 by the exact way."""
    plan = loads(
        "perfscheme: 1\nscheme: places\nscore:\n  aggregation: {kind: weighted-mean, missing: refuse, weights: equal}\n"
        "  rounding: {places: 3}\n  children:\n    a: {unit: points, better: higher, curve: as-is}\n"
    )
    assert [str(plan.score({"a": value}).total) for value in (39.0, "39")] == ["39.000", "39.000"]
