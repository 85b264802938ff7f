"""Points for each label."""

from fractions import Fraction

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Absent, State
from perfscheme.nouns.curves.curves import Levels
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec
from perfscheme.nouns.setting import Setting

FIVE = Levels({"L5": "1.5", "L4": "1.2", "L3": 1, "L2": "0.8", "L1": "0.5"})
X = Absent(State.MISSING)


def test_five_levels_of_a_chinese_system():
    """L5..L1 are worth 1.5, 1.2, 1.0, 0.8, 0.5; the order of the input's labels does not matter."""
    label = LabelInputSpec("level", ("L1", "L2", "L3", "L4", "L5")).node()
    formula = FIVE.formula(X, Setting({}, [], own_label=label))
    found = [Evaluation({"level": level})(formula) for level in label.labels]
    assert found == [Fraction(value) for value in ("0.5", "0.8", "1", "1.2", "1.5")]


def test_absences_stay_what_they_are():
    """No label is no points, and not applicable is not missing."""
    formula = FIVE.formula(X, Setting({}, [], own_label=LabelInputSpec("level", FIVE.labels).node()))
    for state in (State.MISSING, State.NOT_APPLICABLE):
        assert Evaluation({"level": state})(formula) is state


def test_a_flag_has_levels_too():
    """`true` and `false` are the labels of a flag."""
    formula = Levels({True: 100, False: 0}).formula(X, Setting({}, [], own_label=FlagInput("done").node()))
    assert [Evaluation({"done": flag})(formula) for flag in (True, False)] == [100, 0]


def test_labels_that_do_not_fit_the_input(problems):
    """An unknown label and one that is left out are both told; an unknown level never becomes a middle one."""
    label = LabelInputSpec("level", ("L1", "L2", "L3", "L4", "L6")).node()
    assert problems(FIVE, own_label=label) == [("PS126", ("levels", "L5")), ("PS127", ("levels",))]


def test_an_indicator_that_reads_a_number(problems):
    """Levels need a label."""
    assert problems(FIVE) == [("PS151", ("levels",))]


def test_no_labels_and_labels_twice(refused):
    """A table of labels has each of them once."""
    assert refused(lambda: Levels({})) == [("PS120", ("levels",))]
    assert refused(lambda: Levels([("A", 1), ("A", 2)])) == [("PS122", ("levels", "A"))]
