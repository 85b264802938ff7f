"""What a noun may refer to."""

from fractions import Fraction

from perfscheme.diagnostics import Text
from perfscheme.formula.nodes import Absent, Always, Choose, Const, LabelInput
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.nouns.setting import Setting, label_text

INPUTS = {
    "speed": NumberInput("speed", "hours"),
    "role": LabelInputSpec("role", ("junior", "senior")),
    "veto": FlagInput("veto"),
}


def told(setting):
    for problem in setting.problems:
        assert "{" not in problem.message("en") + problem.message("zh")
    return [(problem.code, problem.path, problem.facts.get("nearest")) for problem in setting.problems]


def test_an_input_is_one_node():
    """Asked for twice, or from deeper in the file, it is the same node: it is evaluated once."""
    setting = Setting(INPUTS, [])
    assert setting.number("speed") is setting.at("score", "a").number("speed")
    assert setting.label("veto") == LabelInput("veto", (False, True))
    assert setting.problems == []


def test_all_that_is_unknown_is_reported_in_its_place():
    """One pass finds everything; the stand-ins do no harm."""
    setting = Setting(INPUTS, [], thresholds={"target": Const(Fraction(1))}, met_of={"csat": {"target": Always(True)}})
    deep = setting.at("score", "children")
    assert isinstance(deep.number("spede", "input"), Absent)
    assert isinstance(deep.number("role", "input"), Absent)
    assert deep.label("rle", "by").labels == ()
    assert deep.label("speed", "by").labels == ()
    assert isinstance(deep.level("targt", "curve", 0), Absent)
    assert isinstance(deep.points("csta"), Absent)
    assert deep.met("csat", "floor").value is False
    assert deep.met("csta", "target").value is False
    assert isinstance(deep.total("when"), Absent)
    where = ("score", "children")
    assert told(setting) == [
        ("PS123", (*where, "input"), "speed"),
        ("PS124", (*where, "input"), None),
        ("PS123", (*where, "by"), "role"),
        ("PS125", (*where, "by"), None),
        ("PS128", (*where, "curve", 0), "target"),
        ("PS129", where, None),
        ("PS128", where, None),
        ("PS129", where, "csat"),
        ("PS130", (*where, "when"), None),
    ]


def test_an_indicator_is_found_by_what_people_call_it():
    """Its id is what conditions name; who writes the words of the other languages is told it."""
    called = {"csat": Text(zh="客户满意度", en="Satisfaction"), "speed": Text(zh="速度")}
    setting = Setting(INPUTS, [], called=called, points_of={"csat": Const(Fraction(1))})
    for name in ("客户满意度", "客户满意", "satisfaction"):
        setting.points(name)
    setting.number("客户满意度")
    assert [near for _, _, near in told(setting)] == ["csat", "csat", "csat", None]


def test_what_is_known_is_handed_out():
    """Levels, points, conditions and the total, as they were given."""
    one, met = Const(Fraction(1)), Always(True)
    setting = Setting(
        {}, [], thresholds={"target": one}, points_of={"a": one}, met_of={"a": {"target": met}}, total_of=one
    )
    assert setting.level("target") is setting.points("a") is setting.total() is one
    assert setting.met("a", "target") is met
    assert setting.level(Fraction(3)).value == 3


def test_cases_follow_the_labels():
    """Whatever the order in which cases are written."""
    junior, senior = Const(Fraction(1)), Const(Fraction(2))
    found = Setting(INPUTS, []).choose("role", [("senior", senior), ("junior", junior)])
    assert isinstance(found, Choose)
    assert found.cases == (junior, senior)


def test_a_problem_may_be_a_warning():
    """The severity goes with the report."""
    setting = Setting({}, [])
    setting.report("PS148", "points", severity="warning", what="x")
    assert [problem.severity for problem in setting.problems] == ["warning"]


def test_labels_as_the_file_writes_them():
    """A flag is written true or false."""
    assert [label_text(label) for label in (True, False, "A")] == ["true", "false", "A"]
