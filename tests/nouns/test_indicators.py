"""One thing measured, from its input to its raw points."""

import pickle
from fractions import Fraction

import attrs
import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.curves.curves import AsIs, Choice, Levels, Linear, Ratio
from perfscheme.nouns.indicators import IfMissing, Indicator
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.nouns.readings import Reading
from perfscheme.nouns.roundings import Rounding
from perfscheme.nouns.setting import Setting

SPEED = Indicator(
    "speed",
    "hours",
    weight=25,
    better="lower",
    range=(0, 2000),
    thresholds={"stretch": 24, "target": 72, "floor": 168},
    curve=Linear({"stretch": 100, "target": 80, "floor": 0}),
)
QUALITY = Indicator("quality", "points", curve=Levels({"好": 100, "中": 60}))


def state(indicator, inputs=None):
    """Setting, value and points of an indicator among declared inputs and its own."""
    own = indicator.declared_input()
    every = {**({own.key: own} if own else {}), **(inputs or {})}
    setting = indicator.within(Setting(every, []).at("score", indicator.id))
    value = indicator.value_formula(setting)
    if indicator.if_missing is not None:
        value = indicator.if_missing.value_formula(value)
    points = indicator.curve_formula(value, setting)
    if indicator.if_missing is not None:
        points = indicator.if_missing.points_formula(points)
    assert all("{" not in problem.message("en") + problem.message("zh") for problem in setting.problems)
    return setting, value, points


def problems(indicator, inputs=None):
    return [(found.code, found.path) for found in state(indicator, inputs)[0].problems]


def test_from_value_to_points():
    """48 hours are halfway from 24 (100) to 72 (80)."""
    setting, value, points = state(SPEED)
    run = Evaluation({"speed": Fraction(48)})
    assert (run(value), run(points)) == (48, 90)
    conditions = SPEED.met(value, setting)
    assert {name: run.holds(condition) for name, condition in conditions.items()} == {
        "stretch": False,
        "target": True,
        "floor": True,
    }


def test_the_input_that_an_indicator_declares():
    """A number with its unit and range; a label or a flag where the curve needs one; none where it names one."""
    assert SPEED.declared_input() == NumberInput("speed", "hours", range=(0, 2000))
    assert QUALITY.declared_input() == LabelInputSpec("quality", ("好", "中"))
    assert Indicator("done", "points", curve=Levels({True: 1, False: 0})).declared_input() == FlagInput("done")
    by_site = Choice("site", {"a": QUALITY.curve, "b": Levels({"中": 1, "差": 0})})
    assert Indicator("q", "points", curve=by_site).declared_input().labels == ("好", "中", "差")
    assert Indicator("x", "hours", input=Reading("speed"), curve=AsIs()).declared_input() is None


def test_several_indicators_read_one_input():
    """Each in its own unit."""
    inputs = {"time": NumberInput("time", "hours")}
    for unit, expected in (("hours", 36), ("days", Fraction(3, 2))):
        indicator = Indicator("a", unit, input=Reading("time"), curve=AsIs())
        assert Evaluation({"time": Fraction(36)})(state(indicator, inputs)[2]) == expected


def test_labels_have_points_and_no_number():
    """The value of an indicator that is judged by labels is the points of the label."""
    setting, value, points = state(QUALITY)
    assert points is value
    assert Evaluation({"quality": "中"})(points) == 60
    assert QUALITY.met(value, setting) == {}


@pytest.mark.parametrize(
    ("if_missing", "expected", "elsewhere"),
    [
        (IfMissing(value=72), 80, State.NOT_APPLICABLE),
        (IfMissing(points=60), 60, State.NOT_APPLICABLE),
        (IfMissing(not_applicable=True), State.NOT_APPLICABLE, State.NOT_APPLICABLE),
        (None, State.MISSING, State.NOT_APPLICABLE),
    ],
)
def test_what_takes_the_place_of_a_missing_value(if_missing, expected, elsewhere):
    """Only of a missing one: what does not apply stays so, and what is there stays."""
    _, _, points = state(attrs.evolve(SPEED, if_missing=if_missing))
    assert Evaluation({"speed": State.MISSING})(points) == expected
    assert Evaluation({"speed": State.NOT_APPLICABLE})(points) is elsewhere
    assert Evaluation({"speed": Fraction(24)})(points) == 100


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({}, ()),
        ({"value": 1, "points": 2}, ("points",)),
        ({"points": 2, "not_applicable": True}, ("not-applicable",)),
    ],
)
def test_exactly_one_thing_takes_its_place(fields, path):
    """Neither none nor several."""
    with pytest.raises(SchemeError) as caught:
        IfMissing(**fields)
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [("PS173", path)]
    assert "{" not in caught.value.say("zh")


def test_a_range_belongs_to_the_input():
    """Beside an input that is declared elsewhere, a range would be ignored."""
    with pytest.raises(SchemeError, match="declared elsewhere") as caught:
        Indicator("a", "hours", input=Reading("b"), range=(0, 1), curve=AsIs())
    assert [found.also for found in caught.value.diagnostics] == [(("input",),)]
    assert problems(SPEED, {"speed": NumberInput("speed", "hours")}) == [("PS174", ("score", "speed", "range"))]
    with pytest.raises(SchemeError, match="is empty"):
        Indicator("a", "hours", range=(3, 1), curve=AsIs())


def test_labels_are_judged_against_a_threshold_in_points():
    """Every engineer is to reach the senior level: a label meets a threshold by its points."""
    indicator = attrs.evolve(QUALITY, better="higher", thresholds={"target": 80})
    setting, value, _ = state(indicator)
    target = indicator.met(value, setting)["target"]
    assert [Evaluation({"quality": label}).holds(target) for label in ("好", "中")] == [True, False]


def test_what_has_no_meaning_for_labels():
    """Limits and rounding of a label are told, not ignored."""
    reading = Reading("word", rounding=Rounding(places=0))
    indicator = Indicator("q", "points", input=reading, curve=Levels({"a": 1, "b": 0}))
    assert problems(indicator, {"word": LabelInputSpec("word", ("a", "b"))}) == [("PS175", ("score", "q", "input"))]


def test_problems_of_its_parts_have_their_place():
    """Thresholds, curve, input and the value for a missing one, all at once."""
    indicator = Indicator(
        "rate", "percent", better="higher", thresholds={"target": "0.9"}, curve=Ratio("actual-over-target", "goal"),
        if_missing=IfMissing(value=120),
    )  # fmt: skip
    assert problems(indicator) == [
        ("PS107", ("score", "rate", "if-missing", "value")),
        ("PS108", ("score", "rate", "thresholds", "target")),
        ("PS128", ("score", "rate", "curve", "target")),
    ]
    unknown = Indicator("x", "hours", input=Reading("spede"), curve=AsIs())
    assert problems(unknown, {"speed": NumberInput("speed", "hours")}) == [("PS123", ("score", "x", "input", "input"))]


def test_thresholds_keep_to_the_range_of_a_plain_input():
    """A target outside what can be measured; not where the reading changes the scale."""
    inputs = {"time": NumberInput("time", "hours", range=(0, 100))}
    far = Indicator("a", "hours", better="lower", input=Reading("time"), thresholds={"target": 200}, curve=AsIs())
    assert problems(far, inputs) == [("PS133", ("score", "a", "thresholds", "target"))]
    other = Indicator("a", "minutes", better="lower", input=Reading("time"), thresholds={"target": 200}, curve=AsIs())
    assert problems(other, inputs) == []


def test_indicators_are_values():
    """They can be compared, hashed and pickled."""
    assert pickle.loads(pickle.dumps(SPEED)) == SPEED
    assert len({SPEED, pickle.loads(pickle.dumps(SPEED)), QUALITY}) == 2


def test_an_input_is_shared_with_everybody_else():
    """The value is the very node that others see."""
    setting, value, _ = state(SPEED)
    assert isinstance(value, Input)
    assert setting.number("speed") is value
