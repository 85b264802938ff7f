"""Weights and their totals."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.nodes import Absent, Choose, Const, Input, LabelInput, State, default
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.weights import factors, shares, total, unused

ROLE = LabelInput("role", ("junior", "senior"))


def const(value):
    return Const(Fraction(value))


def by_role(junior, senior):
    return Choose(ROLE, (const(junior), const(senior)))


def reported(weights, mode):
    problems = []
    shares(list(weights.items()), mode, Setting({}, problems, ("score",)))
    return problems


def codes(weights, mode):
    return [found.code for found in reported(weights, mode)]


def test_decimals_add_up_exactly():
    """44.9 + 51.3 + 3.8 is accepted; erpnext's float check refuses it."""
    assert codes({"a": const("44.9"), "b": const("51.3"), "c": const("3.8")}, "to-100") == []


def test_a_total_of_95_is_refused():
    """The message has the sum, the weights and the way out; the place is a weight field."""
    (found,) = reported({"a": const(30), "b": const("42.5"), "c": const("22.5")}, "to-100")
    assert found.path == ("score", "children", "a", "weight")
    assert (found.facts["found"], found.facts["rest"]) == (95, 5)
    assert found.message().startswith(
        "The weights add up to 95, not 100: a 30, b 42.5, c 22.5. Change them by 5 in all"
    )
    assert "95" in found.message("zh")


def test_weights_that_add_up_otherwise_are_shown_beside_how_they_are_written():
    """0.4 and 0.6 are of `to-1`; 95 is of nothing, and there is nothing to show."""
    (found,) = reported({"a": const("0.4"), "b": const("0.6")}, "to-100")
    assert found.facts["mode"] == "to-1"
    assert found.also[-1] == ("score", "aggregation", "weights")
    (found,) = reported({"a": const(45), "b": const(50)}, "to-100")
    assert found.also == (("score", "children", "b", "weight"),)


def test_three_thirds_need_to_be_declared():
    """3 x 33.33 is 99.99: refused as a total of 100, accepted as relative weights; 3 x 1/3 is exactly 1."""
    thirds = dict.fromkeys("abc", const("33.33"))
    assert codes(thirds, "to-100") == ["PS204"]
    assert codes(thirds, "normalised") == []
    assert codes(dict.fromkeys("abc", const("1/3")), "to-1") == []


def test_frappe_template_totals():
    """Frappe test_appraisal_template: 30 + 69.99 is an error, 30 + 70.00 is accepted."""
    assert codes({"quality": const(30), "development": const("69.99")}, "to-100") == ["PS204"]
    assert codes({"quality": const(30), "development": const("70.00")}, "to-100") == []


@pytest.mark.parametrize("mode", ["to-100", "to-1", "normalised"])
def test_negative_weights_are_refused(mode):
    """A weight below 0 is reported where it stands, and the total is left alone until it is mended."""
    found = reported({"a": const(110), "b": const(-10)}, mode)
    assert [(p.code, p.path[-2:]) for p in found] == [("PS203", ("b", "weight"))]


def test_weights_of_nothing_are_refused():
    """All weights 0 leave nothing to divide by."""
    assert codes({"a": const(0), "b": const(0)}, "normalised") == ["PS206"]


def test_every_child_needs_a_weight():
    """All children without a weight are told at once, the places of all with it, and of what might do without them."""
    (found,) = reported({"a": None, "b": const(60), "c": None}, "to-100")
    assert (found.code, found.facts["names"]) == ("PS201", ("a", "c"))
    assert [path[-1] for path in (found.path, *found.also)] == ["a", "c", "aggregation"]


def test_weights_that_nothing_uses_are_told_at_once():
    """One aggregation is one mistake, however many children it has."""
    (found,) = reported({"a": const(60), "b": None, "c": const(40)}, "equal")
    assert (found.code, found.facts["names"]) == ("PS202", ("a", "c"))


def test_equal_weights_are_written_nowhere():
    """A weight beside `equal` is reported; without one, all weigh 1."""
    assert codes({"a": const(1), "b": None}, "equal") == ["PS202"]
    found = shares([("a", None), ("b", None)], "equal", Setting({}, []))
    assert [weight.value for weight in found] == [1, 1]


def test_each_label_has_its_own_total():
    """Weights by role are summed for every role, and the message names the role that is wrong."""
    assert codes({"a": by_role(30, 60), "b": by_role(70, 40)}, "to-100") == []
    (found,) = reported({"a": by_role(30, 60), "b": by_role(70, 35)}, "to-100")
    assert (found.code, found.facts["case"], found.facts["found"]) == ("PS205", ("role = senior",), 95)


def test_labels_combine():
    """Two labels make four totals, of which each must be right."""
    site = LabelInput("site", (False, True))
    weights = {"a": by_role(30, 40), "b": Choose(site, (const(70), const(60)))}
    found = reported(weights, "to-100")
    assert [p.facts["case"] for p in found] == [("role = junior", "site = true"), ("role = senior", "site = false")]


def test_a_missing_case_is_reported_once():
    """A case that is not written stands in as absent; it makes no second problem here."""
    weight = Choose(ROLE, (const(30), Absent(State.MISSING)))
    assert codes({"a": weight, "b": const(70)}, "to-100") == []


def test_weights_per_person_cannot_promise_a_total():
    """A weight from an input is refused where a total is declared, and needs a range from 0."""
    given_, wild = Input("w", Fraction(0), Fraction(100)), Input("w")
    assert codes({"a": given_, "b": const(70)}, "to-100") == ["PS207"]
    assert codes({"a": default(given_, 5), "b": const(70)}, "normalised") == []
    assert codes({"a": wild, "b": const(70)}, "normalised") == ["PS208"]


def test_too_many_combinations_are_not_taken_on_trust():
    """Where the labels combine too often to look at all, that is said."""
    weights = {
        f"c{i}": Choose(LabelInput(f"l{i}", tuple("abcd")), (const(10),) * 4) for i in range(10)
    }  # fmt: skip
    assert codes(weights, "to-100") == ["PS209"]


def test_factors_may_be_negative():
    """A sum takes any number as a factor, but one for each child."""
    problems = []
    found = factors([("a", const(-5)), ("b", None)], Setting({}, problems))
    assert [weight.value for weight in found] == [-5, 1]
    assert [p.code for p in problems] == ["PS201"]


def test_unused_weights_say_what_does_not_use_them():
    """The message quotes the aggregation."""
    problems = []
    unused([("a", const(1)), ("b", None)], "kind: minimum", Setting({}, problems))
    assert [p.path for p in problems] == [("children", "a", "weight")]
    assert "`kind: minimum`" in problems[0].message()


def test_a_total_is_known_where_it_does_not_depend():
    """The sum of fixed weights, also where labels choose between sets of one total; else None."""
    assert total([const(30), const(70)]) == 100
    assert total([by_role(30, 60), by_role(70, 40)]) == 100
    assert total([by_role(30, 60)]) is None
    assert total([Input("w")]) is None


@given(st.lists(st.fractions(0, 100, max_denominator=1000), min_size=1, max_size=6))
def test_a_declared_total_is_decided_exactly(found):
    """Any exact weights are accepted exactly where they add up."""
    weights = {f"c{i}": Const(value) for i, value in enumerate(found)}
    assert (codes(weights, "to-1") == []) == (sum(found) == 1)
    weights["rest"] = Const(Fraction(600) - sum(found))
    assert codes(weights, "to-100") == ["PS204"]
