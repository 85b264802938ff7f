"""Named values of an indicator."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Input, State
from perfscheme.nouns.inputs import LabelInputSpec, NumberInput
from perfscheme.nouns.quantities import FromInput
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.thresholds import Threshold, ThresholdsByLabel, met, state_thresholds, threshold_set

INPUTS = {"goal": NumberInput("goal", "minutes"), "role": LabelInputSpec("role", ("junior", "senior"))}


def stated(thresholds, valid=None, **more):
    setting = Setting(INPUTS, [], unit=more.pop("unit", "hours"), **more)
    found = state_thresholds(threshold_set(thresholds), setting, valid)
    assert all("{" not in problem.message("en") + problem.message("zh") for problem in setting.problems)
    return found, [(problem.code, problem.path) for problem in setting.problems]


def test_fixed_and_per_person():
    """A target in minutes is converted into the hours of the indicator."""
    found, problems = stated({"stretch": 24, "target": FromInput("goal")}, better="lower")
    assert problems == []
    assert Evaluation({"goal": Fraction(90)})(found["target"]) == Fraction("1.5")
    assert isinstance(found["stretch"], Const)


def test_a_set_by_label():
    """Juniors and seniors have their own floor and target."""
    sets = ThresholdsByLabel(
        "role", {"senior": {"target": 90, "floor": 80}, "junior": {"floor": FromInput("goal"), "target": 80}}
    )
    found, problems = stated(sets, unit="minutes", better="higher")
    assert problems == []
    values = {"goal": Fraction(50)}
    assert [Evaluation({"role": role, **values})(found["floor"]) for role in ("junior", "senior")] == [50, 80]
    assert Evaluation({"role": State.MISSING, **values})(found["target"]) is State.MISSING


@pytest.mark.parametrize(
    ("better", "thresholds", "expected"),
    [
        ("higher", {"floor": 60, "target": 80, "stretch": 95}, []),
        ("lower", {"floor": 168, "target": 72, "stretch": 24}, []),
        ("higher", {"target": 80, "stretch": 70, "floor": 90}, [("PS132", ("target",))]),
        ("lower", {"floor": 24, "target": 72}, [("PS132", ("target",))]),
        ("lower", {"floor": 24, "target": 24}, [("PS199", ("target",))]),
        ("higher", {"floor": 9, "stretch": 1, "target": FromInput("goal")}, [("PS132", ("stretch",))]),
        (None, {"target": 5, "own": 3}, [("PS134", ("target",))]),
        (None, {"own": 3, "floor": 2, "target": 5}, [("PS134", ("floor",))]),
        (None, {"own": 3, "other": 1}, []),
    ],
)
def test_the_names_with_a_meaning_are_in_order(better, thresholds, expected):
    """Floor, target, stretch: each harder than the one before, whichever way is better."""
    assert stated(thresholds, better=better)[1] == expected


def test_order_within_each_label():
    """What is wrong in one case is told there."""
    sets = ThresholdsByLabel("role", {"junior": {"floor": 1, "target": 2}, "senior": {"floor": 3, "target": 2}})
    assert stated(sets, better="higher")[1] == [("PS132", ("cases", "senior", "target"))]


def test_labels_are_told_once():
    """Not once for each name."""
    sets = ThresholdsByLabel("role", {"junior": {"floor": 1, "target": 2}, "chief": {"floor": 1, "target": 2}})
    assert stated(sets, better="higher")[1] == [("PS126", ("cases", "chief")), ("PS127", ("cases",))]


@pytest.mark.parametrize(
    ("unit", "valid", "value", "expected"),
    [
        ("percent", None, "0.9", [("PS108", ("target",))]),
        ("percent", (Fraction(0), Fraction(100)), "0.9", []),
        ("percent", None, 105, [("PS133", ("target",))]),
        ("hours", (Fraction(1), Fraction(100)), "0.5", [("PS133", ("target",))]),
        ("points", None, -5, []),
        ("points", (None, Fraction(3)), 5, [("PS133", ("target",))]),
    ],
)
def test_a_threshold_lies_within_the_range(unit, valid, value, expected):
    """0.9 where 90 % is meant is seen in the scheme, too."""
    assert stated({"target": value}, valid, unit=unit, better="higher")[1] == expected


def test_thresholds_beyond_one_end_of_the_range_are_told_once():
    """One slip in the range puts several there; what is beyond the other end is another slip."""
    thresholds = {"floor": -1, "target": 5, "stretch": 7}
    setting = Setting(INPUTS, [], unit="points", better="higher")
    state_thresholds(threshold_set(thresholds), setting, (Fraction(0), Fraction(3)))
    assert [(problem.path, problem.also) for problem in setting.problems] == [
        (("floor",), ()),
        (("target",), (("stretch",),)),
    ]


@pytest.mark.parametrize(("better", "expected"), [("higher", [False, True, True]), ("lower", [True, True, False])])
def test_exactly_at_the_threshold_is_met(better, expected):
    """The edge belongs to the better side; what is absent is not met."""
    condition = met(Input("x"), Const(Fraction(5)), better)
    assert [Evaluation({"x": Fraction(x)}).holds(condition) for x in (4, 5, 6)] == expected
    assert not Evaluation({"x": State.MISSING}).holds(condition)


def test_sets_that_do_not_fit_together():
    """A name that one case lacks, a label twice, a name twice, no cases."""
    with pytest.raises(SchemeError) as caught:
        ThresholdsByLabel("role", [("a", {"target": 1, "floor": 0}), ("a", {"target": 2})])
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [
        ("PS122", ("cases", "a")),
        ("PS135", ("cases", "a")),
    ]
    with pytest.raises(SchemeError, match="nothing in this table"):
        ThresholdsByLabel("role", {})
    assert stated((Threshold("own", 1), Threshold("own", 2)))[1] == [("PS122", ("own",))]
