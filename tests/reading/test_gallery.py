"""The gallery of shipped schemes."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from perfscheme.diagnostics import Text
from perfscheme.formula.nodes import State
from perfscheme.nouns.indicators import Indicator
from perfscheme.reading.gallery import SUFFIX, gallery
from perfscheme.reading.load import checks, load, loads

HOME = Path(__file__).parents[2] / "schemes"


def test_the_gallery_names_every_shipped_scheme() -> None:
    """By the name of its file, without the ending."""
    assert dict(gallery()) == {path.name.removesuffix(SUFFIX): path for path in HOME.glob(f"*{SUFFIX}")}


def test_every_anchor_is_repeated_somewhere() -> None:
    """Editors underline one that is not."""
    for path in HOME.glob(f"*{SUFFIX}"):
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r" &([\w-]+)", text)) == set(re.findall(r" \*([\w-]+)", text)), path.name


def test_the_gallery_cannot_be_changed() -> None:
    """It is what was shipped."""
    with pytest.raises(TypeError):
        gallery()["mine"] = Path("mine")  # type: ignore[index]


@pytest.mark.parametrize("inside", [True, False])
def test_a_wheel_has_it_inside_and_a_checkout_at_the_top(
    inside: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both layouts are found; the wheel's own comes first."""
    package = tmp_path / "src" / "perfscheme"
    folder = (package if inside else tmp_path) / "schemes"
    (package / "reading").mkdir(parents=True)
    folder.mkdir()
    file = folder / f"a{SUFFIX}"
    file.touch()
    (folder / "notes.txt").touch()
    monkeypatch.setitem(gallery.__globals__, "__file__", str(package / "reading" / "gallery.py"))
    assert dict(gallery()) == {"a": file}


def test_a_gallery_may_be_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host may leave the files out."""
    monkeypatch.setitem(gallery.__globals__, "__file__", str(tmp_path / "src/perfscheme/reading/gallery.py"))
    assert dict(gallery()) == {}


@pytest.fixture(params=sorted(gallery()))
def shipped(request: pytest.FixtureRequest) -> Path:
    """The file of a shipped scheme."""
    path: Path = gallery()[request.param]
    return path


@pytest.fixture(params=["target-based", "weighted"])
def plan(request: pytest.FixtureRequest) -> Path:
    """The file of a plan of the source document."""
    return gallery()[request.param]


def test_nothing_can_be_said_against_a_shipped_scheme(shipped: Path) -> None:
    """No errors, no warnings, no notes."""
    assert checks(shipped.read_text(encoding="utf-8")) == []


def test_the_worked_examples_of_a_shipped_scheme_come_out(shipped: Path) -> None:
    """At least five, one of them without a score, and one on the edge of the best grade."""
    scheme = load(shipped)
    trials = scheme.check_examples()
    assert [problem.message() for trial in trials for problem in trial.problems] == []
    cards = [trial.card for trial in trials if trial.card is not None]
    assert len(cards) == len(trials) >= 5
    assert any(card.total is None for card in cards)
    assert scheme.grades[0].from_ in {card.unrounded for card in cards}


def test_the_examples_of_a_plan_show_what_its_rules_do(plan: Path) -> None:
    """One of them is a veto, one has a missing and one an inapplicable value."""
    cards = [trial.card for trial in load(plan).check_examples() if trial.card is not None]
    assert any(change.strategy == "veto" for card in cards for change in card.fired)
    assert {State.MISSING, State.NOT_APPLICABLE} <= {part.state for card in cards for part in card.values()}


def test_the_examples_of_a_plan_stand_on_an_edge_and_on_a_tie(plan: Path) -> None:
    """A total that is a cut-off without rounding, and one that half-up rounding lifts over a cut-off."""
    scheme = load(plan)
    assert scheme.rounding is not None
    cuts = {grade.from_ for grade in scheme.grades}
    found = [trial.card.unrounded for trial in scheme.check_examples() if trial.card is not None]
    assert cuts & set(found)
    assert cuts & {total + scheme.rounding.unit / 2 for total in found if isinstance(total, Fraction)}


def test_every_figure_of_a_shipped_scheme_has_a_source_or_a_reason(shipped: Path) -> None:
    """Indicators, dimensions and the scheme itself say where their figures come from; what is assumed says why."""
    for noun in (load(shipped), *nodes(shipped)):
        assert noun.sources, noun
        assert all(source.clause for source in noun.sources if source.document is not None), noun
        assert any(source.document is not None for source in noun.sources) or all(
            source.assumed and source.reason is not None for source in noun.sources
        )


def test_every_threshold_without_a_clause_of_its_own_is_marked_as_assumed() -> None:
    """The document gives four targets of plan 1, and the senior level; all others are somebody's choice."""
    chosen = {
        node.id
        for node in nodes(gallery()["target-based"])
        if isinstance(node, Indicator) and any(source.assumed for source in node.sources)
    }
    assert chosen == {
        "resolution-rate", "complaint-count", "joint-tasks", "partner-satisfaction", "training-passed",
        "subject-command",
    }  # fmt: skip


def test_every_name_of_a_shipped_scheme_is_in_both_languages(shipped: Path) -> None:
    """Names, descriptions, reasons: whatever people read."""
    scheme = load(shipped)
    nouns: list[Any] = [*nodes(shipped), *scheme.inputs, *scheme.grades, *scheme.examples]
    texts = [scheme.name, scheme.description, *(noun.name for noun in nouns)]
    texts += [noun.description for noun in nodes(shipped) if noun.description is not None]
    texts += [source.reason for noun in (scheme, *nodes(shipped)) for source in noun.sources if source.reason]
    for text in texts:
        assert isinstance(text, Text)
        assert text.zh
        assert text.en
        assert text.zh != text.en


def test_the_targets_of_plan_1_are_the_documents() -> None:
    """90 % satisfied, an answer in 24 hours, a solution in 72, complaints of 5 %: clauses 二.1 to 二.3."""
    found = {node.id: node for node in nodes(gallery()["target-based"]) if isinstance(node, Indicator)}
    assert len(found) == 10
    wanted = {
        "survey-score": (90, "percent", "higher", "二.1"),
        "response-time": (24, "hours", "lower", "二.2"),
        "resolution-time": (72, "hours", "lower", "二.2"),
        "complaint-rate": (5, "percent", "lower", "二.3"),
    }
    for key, (target, unit, better, clause) in wanted.items():
        (threshold,) = found[key].thresholds
        (source,) = found[key].sources
        assert (threshold.name, threshold.value) == ("target", target)
        assert (found[key].unit, found[key].better, source.clause) == (unit, better, clause)


def test_an_example_of_a_plan_stands_just_below_its_best_grade(plan: Path) -> None:
    """Without it the best cut-off could be lowered, and no example would show it."""
    scheme = load(plan)
    best = scheme.grades[0].from_
    assert best is not None
    totals = [trial.card.total for trial in scheme.check_examples() if trial.card is not None]
    assert any(total is not None and 0 < best - Fraction(total) <= Fraction(5, 100) for total in totals)


def test_the_weights_of_plan_2_are_the_documents() -> None:
    """30, 25, 20, 15 and 10: clauses 三.1 to 三.5."""
    root, *_ = nodes(gallery()["weighted"])
    found = [(child.weight, child.sources[0].clause) for child in root.children]
    assert found == [(30, "三.1"), (25, "三.2"), (20, "三.3"), (15, "三.4"), (10, "三.5")]


def test_the_share_of_targets_met_is_one_line_away() -> None:
    """The line that the file offers in a comment scores 7 of 10 targets as 70."""
    text = gallery()["target-based"].read_text(encoding="utf-8")
    offered = re.findall(r"^ *# +(aggregation: .*)$", text, re.MULTILINE)
    written = re.findall(r"^ +(aggregation: &within-a-dimension .*)$", text, re.MULTILINE)
    assert len(offered) == len(written) == 1
    scheme = loads(text.replace(written[0], offered[0]))
    met = {value.input: value.value for value in scheme.examples[1].values}
    seven = met | {"response-time": 25, "joint-tasks": 94, "subject-command": "intermediate"}
    card = scheme.score(seven)
    assert (card.targets, card.total) == ((7, 10), 70)


def nodes(path: Path) -> list[Any]:
    """Every dimension and indicator of a scheme, the root first."""
    return [stated.noun for stated in load(path).statement.nodes.values()]


def test_every_input_of_a_shipped_scheme_is_counted_or_rated(shipped: Path) -> None:
    """So that nobody has to work out a value by hand; and whatever people read of it is in both languages."""
    scheme = load(shipped)
    assert scheme.evidence is not None
    assert {spec.key for spec in scheme.inputs} <= set(scheme.evidence.given)
    evidence = scheme.evidence
    of_measures = [rule.name for measure in evidence.measures for rule in getattr(measure, "leave_out", ())]
    of_tables = [name for table in evidence.tables for name in (table.name, *(rule.name for rule in table.leave_out))]
    of_panels = [name for panel in evidence.panels for name in (panel.name, *(each.name for each in panel.relations))]
    for name in (*of_measures, *of_tables, *of_panels):
        assert name is not None
        assert name.zh != name.en
    assert all(noun.sources for noun in (*evidence.measures, *evidence.panels))


def test_working_hours_are_a_few_lines_away() -> None:
    """The calendar that the file offers in a comment makes of a night and a weekend what is worked in them."""
    text = gallery()["target-based"].read_text(encoding="utf-8")
    start, end = text.index("  # calendars:"), text.index("\n  measures:")
    offered = re.sub(r"^  # ", "  ", text[start:end], flags=re.MULTILINE)
    working = text[:start] + offered + text[end:]
    for column in ("answered", "solved"):
        working = working.replace(f"to: {column}}}", f"to: {column}, calendar: office}}")
    assert checks(working) == []
    row = {"engineer": "张伟", "status": "solved", "major": "no", "reported": "2026-03-06 17:00"}
    rows = [row | {"complaint": str(i), "answered": "2026-03-09 10:00", "solved": "2026-03-09 14:00"} for i in range(5)]
    found = [loads(each).measure({"complaints": rows})["张伟"] for each in (text, working)]
    assert [(record["response-time"], record["resolution-time"]) for record in found] == [(65, 69), (2, 5)]


def test_a_complaint_that_was_answered_too_early_is_counted_all_the_same() -> None:
    """It has no response time, and is no reason to count one complaint less, in either plan."""
    row = {"engineer": "张伟", "status": "open", "major": "yes", "reported": "2026-03-06 17:00", "complaint": "1"}
    rows = {"complaints": [row | {"answered": "2026-03-05 17:00", "solved": None, "analysed": None, "confirmed": None}]}
    target = load(gallery()["target-based"]).measure(rows)
    assert (target["张伟"]["complaint-count"], target["张伟"]["major-complaints"]) == (1, 1)
    ((reason, _),) = target.evidence("张伟")["response-time"].left_out
    assert reason.en == "answered before reported"
    weighted = load(gallery()["weighted"]).measure(rows)
    assert (weighted["张伟"]["cases-handled"], weighted["张伟"]["major-complaints"]) == (1, 1)


def test_the_stages_of_plan_2_are_the_documents() -> None:
    """Receiving, analysing, handling and feedback, clause 三.2; the card has the mean of each."""
    times = dict(zip(("reported", "answered", "analysed", "solved", "confirmed"), (0, 1, 3, 6, 10)))
    row = {key: f"2026-03-06 {hour:02}:00" for key, hour in times.items()}
    rows = [row | {"engineer": "张伟", "status": "solved", "major": "no", "complaint": "1"}]
    trail = load(gallery()["weighted"]).measure({"complaints": rows}).evidence("张伟")["handling-efficiency"]
    assert [(name.zh, figure) for name, figure in trail.stages] == [("接收", 1), ("分析", 2), ("处理", 3), ("反馈", 4)]
    assert trail.figure == 10


def test_a_team_has_the_share_of_its_people_who_reached_the_senior_level() -> None:
    """Clause 二.5: once is enough, each person counts once, and who reached no level yet counts, too."""
    rows = [
        ("一组", "张伟", "junior"), ("一组", "张伟", "senior"), ("一组", "王芳", "senior"), ("一组", "李娜", "junior"),
        ("一组", "李娜", "intermediate"), ("一组", "陈静", None), ("二组", "刘洋", "senior"),
    ]  # fmt: skip
    levels = [dict(zip(("team", "engineer", "level"), row)) for row in rows]
    found = load(gallery()["team-goals"]).measure({"levels": levels})
    assert {team: record["senior-share"] for team, record in found.items()} == {"一组": 50, "二组": 100}
