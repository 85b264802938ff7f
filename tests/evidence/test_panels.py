"""Panels, against a naive computation, and against those who want to know what one rater said."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.conftest import steps
from perfscheme.evidence.chunks import Chunk, row_by_row
from perfscheme.evidence.cores import MANY
from perfscheme.evidence.panels import ItemScore, PanelScores, panel_scores
from perfscheme.evidence.ratings import Ratings
from perfscheme.frames.columns import Coded
from perfscheme.nouns.evidence.columns import NumberColumn, TextColumn
from perfscheme.nouns.evidence.panels import Leniency, Merge, Panel, Relation, TrimmedMean
from perfscheme.nouns.evidence.tables import Table
from perfscheme.nouns.evidence.ties import ends
from tests.oracle import panels as oracle

NAMES = ("subject", "rater", "relation", "item")
TABLE = Table("ratings", subject="subject", columns=(*map(TextColumn, NAMES), NumberColumn("score", range=(1, 5))))
WORDS = Table("ratings", subject="subject", columns=(*map(TextColumn, NAMES), TextColumn("score")))

Row = tuple[str, str, str, str, Any]


def relation(name: str, weight: Any = 1, minimum: int = 3, below: Any = "drop") -> Relation:
    return Relation(name, weight=weight, minimum=minimum, below=below)


def panel(*relations: Relation, **changes: Any) -> Panel:
    usual: dict[str, Any] = {
        "table": "ratings", "rater": "rater", "relation": "relation", "item": "item", "score": "score",
        "relations": relations or (relation("peer"),), "items": {"a": "x", "b": "y"}, "average": "mean", "decimals": 2,
    }  # fmt: skip
    return Panel("p", **(usual | changes))


def told(
    asked: Panel, rows: Sequence[Row], parts: int = 1, table: Table = TABLE
) -> tuple[dict[tuple[str, str], ItemScore], PanelScores, list[Any]]:
    """What is told of all subjects and items, and what is wrong; the rows handed in in so many parts."""
    ratings, places, said = Ratings(asked), {row[0]: 0 for row in rows}, []
    for place, name in enumerate(places):
        places[name] = place
    size = max(1, -(-len(rows) // parts))
    for first in range(0, len(rows), size):
        part = rows[first : first + size]
        data = {name: [row[i] for row in part] for i, name in enumerate((*NAMES, "score"))}
        chunk = Chunk(table, data, first)
        ratings.add(chunk, chunk.inside(None), np.array([places[row[0]] for row in part], np.intp))
        said += row_by_row("ratings", first, chunk.problems)
    votes, twice = ratings.votes()
    said += row_by_row("ratings", 0, twice)
    reach = ends(asked, table)
    assert reach is not None
    scores = panel_scores(ratings, votes, reach, len(places))
    found = {
        (name, item.item): scores.at(place, i) for name, place in places.items() for i, item in enumerate(asked.items)
    }
    return found, scores, said


def of(group: str, scores: Iterable[Any], subject: str = "li", item: str = "a", start: int = 0) -> list[Row]:
    """Ratings of a group, a rater each."""
    return [(subject, f"{group}{i}", group, item, score) for i, score in enumerate(scores, start)]


# Against the naive computation

RELATIONS = (
    (relation("peer", 3, 3, Merge("customer")), relation("customer", 2, 4), relation("boss", 5, 1, "withhold")),
    (relation("boss", 5, 1, Merge("peer")), relation("peer", 3, 3, Merge("customer")), relation("customer", 0, 3)),
    (relation("peer", Fraction(1, 3), 3, "withhold"), relation("customer", 1, 3), relation("boss", 0, 1)),
    (relation("customer", 1, 5, Merge("peer")), relation("peer", 1, 3), relation("boss", 1, 1)),
)
PANELS = st.builds(
    lambda relations, average, decimals, lenient, own, scale: panel(
        *relations,
        average=average,
        decimals=decimals,
        leniency=lenient,
        self_=own if lenient is None else None,
        scale=scale,
    ),
    st.sampled_from(RELATIONS),
    st.sampled_from(["mean", "median", TrimmedMean(10), TrimmedMean(34)]),
    st.integers(0, 3),
    st.sampled_from([None, Leniency(at_least=2)]),
    st.sampled_from([None, "boss"]),
    st.sampled_from([None, (0, 100), ("0.25", 5), (-3, 4)]),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["li", "wu"]),
        st.sampled_from(["li", "wu", *(f"r{i}" for i in range(9))]),
        st.sampled_from(["peer", "customer", "boss"]),
        st.sampled_from(["a", "b"]),
        st.sampled_from([1, 2, 3.5, 4, 4.25, 5]),
    ),
    max_size=60,
)


def exactly(asked: Panel, rows: Sequence[Row]) -> list[oracle.Rating]:
    reach = ends(asked, TABLE)
    assert reach is not None
    low, high = reach
    return [oracle.Rating(*row[:4], (Fraction(str(row[4])) - 1) / 4 * (high - low) + low) for row in rows]


@given(PANELS, ROWS, st.integers(1, 4))
def test_as_naively(asked: Panel, rows: list[Row], parts: int) -> None:
    """Values, counts and spreads are those of fractions added one by one, in however many parts the rows come."""
    reach = ends(asked, TABLE)
    assert reach is not None
    wanted = oracle.told(asked, exactly(asked, rows), reach)
    found, scores, _ = told(asked, rows, parts)
    assert set(found) == set(wanted)
    for key, ((value, adjusted), groups) in wanted.items():
        mine = found[key]
        assert (mine.value, mine.adjusted) == (value, adjusted)
        assert {g.relations[0].relation: (g.value, g.raters, g.spread) for g in mine.groups} == groups
        assert mine.raters == sum(raters for _, raters, _ in groups.values())
        assert (mine.lacking is None) == (value is not None)
    for i, item in enumerate(asked.items):
        units, missing = scores.figures(i)
        mine_ = [None if gone else Fraction(int(x), 10**asked.decimals) for x, gone in zip(units, missing, strict=True)]
        assert mine_ == [each.value for key, each in found.items() if key[1] == item.item]


@given(PANELS, ROWS, st.randoms())
def test_the_order_of_rows_never_matters(asked: Panel, rows: list[Row], random: Any) -> None:
    """Nor in how many parts they come."""
    mixed = random.sample(rows, len(rows))
    assert told(asked, rows)[0] == told(asked, mixed, parts=3)[0]


# What others got wrong


def test_who_skips_an_item_is_not_counted_as_zero() -> None:
    """It is what bambooBSC does: it divides by all who rated anything."""
    rows = of("peer", [4, 5, 3, 4]) + of("peer", [2, 2, 2], item="b")
    found, _, _ = told(panel(), rows)
    assert found["li", "a"].value == 4
    assert (found["li", "b"].value, found["li", "b"].raters) == (2, 3)


def test_feedback_is_the_mean_of_the_raters_who_are_there() -> None:
    """Frappe's numbers: 3.85 and 3.3 give 3.575; after one of them is cancelled 3.85, where Frappe has 0."""
    asked = panel(relation("boss", 1, 1), decimals=3)
    rows = of("boss", ["3.85", "3.3"])
    assert told(asked, rows)[0]["li", "a"].value == Fraction("3.575")
    assert told(asked, rows[:1])[0]["li", "a"].value == Fraction("3.85")


def test_a_relation_that_is_absent_is_not_zero() -> None:
    """hrms#2023: 5 and 5 with an unused self-appraisal gave 3.33."""
    relations = (relation("boss", 1, 1), relation("peer", 1, 3), relation("own", 1, 1))
    rows = of("boss", [5]) + of("peer", [5, 5, 5])
    assert told(panel(*relations, self_="own"), rows)[0]["li", "a"].value == 5


@pytest.mark.parametrize(("scale", "score", "wanted"), [(("0.25", 5), "3.4", "3.1"), ((0, 100), 2, 25)])
def test_scales_are_converted(scale: Any, score: Any, wanted: Any) -> None:
    """SAP's number: 3.4 of 1 to 5 is 3.1 of 0.25 to 5."""
    rows = of("boss", [score])
    assert told(panel(relation("boss", 1, 1), scale=scale), rows)[0]["li", "a"].value == Fraction(wanted)


def test_words_have_scores() -> None:
    """And what is no word of the scale is told without quoting it."""
    asked = panel(relation("boss", 1, 1), labels={"优": 95, "良": 85})
    found, _, said = told(asked, [*of("boss", ["优", "良"]), ("li", "x", "boss", "a", "secret")], table=WORDS)
    assert found["li", "a"].value == 90
    assert [(x.row, x.diagnostic.code) for x in said] == [(2, "PS692")]
    assert "secret" not in repr(said)


def test_the_subjects_say_of_themselves() -> None:
    """It is left out unless the panel has a relation for it."""
    rows = [*of("peer", [4, 4, 4]), ("li", "li", "peer", "a", 5)]
    assert told(panel(), rows)[0]["li", "a"].raters == 3
    asked = panel(relation("peer"), relation("own", 0, 1), self_="own")
    found, _, said = told(asked, [*rows, ("li", "li", "own", "b", 5), ("wu", "li", "own", "b", 5)])
    assert [(x.row, x.diagnostic.code) for x in said] == [(3, "PS695"), (5, "PS696")]
    (own,) = found["li", "b"].groups
    assert (own.value, found["li", "b"].value) == (5, None)


def test_who_says_a_thing_twice() -> None:
    """Alike it counts once; differing not at all; in two relations not at all. No message quotes a score."""
    rows = [
        *of("peer", [2, 3, 4]), ("li", "peer0", "peer", "a", 2), ("li", "x", "peer", "a", 5),
        ("li", "x", "peer", "a", 1), ("li", "y", "peer", "a", 5), ("li", "y", "boss", "a", 5),
    ]  # fmt: skip
    found, _, said = told(panel(relation("peer"), relation("boss", 1, 1)), rows)
    assert (found["li", "a"].value, found["li", "a"].raters) == (3, 3)
    assert [(x.row, x.diagnostic.code, x.diagnostic.facts["row"]) for x in said] == [
        (3, "PS698", 0), (5, "PS699", 4), (7, "PS699", 6),
    ]  # fmt: skip


def test_rows_that_say_nothing_of_the_panel() -> None:
    """Unknown relations and items, nobody as rater, an impossible score; an unanswered item is none of these."""
    rows: list[Row] = [
        ("li", "x", "pear", "a", 4), ("li", "x", "peer", "aa", 4), ("li", None, "peer", "a", 4),  # type: ignore[list-item]
        ("li", "x", "peer", "a", 4.75001e9), ("li", "x", "peer", "a", None), ("li", "x", None, "a", 4),  # type: ignore[list-item]
    ]  # fmt: skip
    _, _, said = told(panel(), rows)
    assert sorted((x.row, x.diagnostic.code) for x in said) == [
        (0, "PS693"), (1, "PS693"), (2, "PS694"), (3, "PS692"), (5, "PS694"),
    ]  # fmt: skip
    assert "4750" not in repr(said)
    assert said[0].diagnostic.facts["nearest"] == "peer"


def test_how_it_is_said() -> None:
    """Groups with their raters, and who is not told."""
    relations = (relation("peer", 1, 3, Merge("customer")), relation("customer"), relation("boss", 1, 1), relation("x"))
    found, scores, _ = told(panel(*relations), of("peer", [4, 5]) + of("customer", [3]) + of("boss", [5]))
    assert found["li", "a"].say() == "customer and peer 4 (3; weight 2), boss 5 (1; weight 1), x too few to be told"
    assert found["li", "a"].say("zh") == "customer与peer 4（3 人，权重 2），boss 5（1 人，权重 1），x人数不足、不计"
    assert found["li", "b"].say().endswith("ask more of them.")
    assert repr(scores) == "<PanelScores panel='p' subjects=1>"


# What an attacker learns


@given(PANELS, ROWS, st.data())
def test_what_is_not_told_changes_nothing(asked: Panel, rows: list[Row], data: Any) -> None:
    """Everything told, to the last byte, is the same whatever those said who may not be told."""
    found, _, _ = told(asked, rows)
    hidden = []
    kept = oracle.counting(asked, exactly(asked, rows))
    for (subject, item), each in found.items():
        open_ = {x.relation for group in each.groups for x in group.relations}
        hidden += [x[:4] for x in kept if (x.subject, x.item) == (subject, item) and x.relation not in open_]
    changed = [
        (*row[:4], data.draw(st.sampled_from([1, 2, 3.5, 4, 4.25, 5]))) if row[:4] in hidden else row
        for row in {row[:4]: row for row in rows if row[:4] in hidden}.values()
    ]
    others = [row for row in rows if row[:4] not in hidden]
    rows_then, rows_now = [*others, *{r[:4]: r for r in rows if r[:4] in hidden}.values()], [*others, *changed]
    then, now = told(asked, rows_then), told(asked, rows_now)
    assert then[0] == now[0]
    assert [x.line() for x in then[2]] == [x.line() for x in now[2]]
    assert repr(published(then[1])) == repr(published(now[1]))


def published(scores: PanelScores) -> Any:
    """All that is in a result, as plain values."""

    def plain(x: Any) -> Any:
        if isinstance(x, np.ndarray):
            return x.tolist()
        return {k: plain(v) for k, v in vars_of(x).items()} if hasattr(x, "__attrs_attrs__") else x

    def vars_of(x: Any) -> dict[str, Any]:
        return {field.name: getattr(x, field.name) for field in x.__attrs_attrs__}

    return {key: plain(value) for key, value in vars_of(scores).items() if key != "panel"}


SMALL = (
    # one peer and three customers: dropped, so that the total is the customers'
    (panel(relation("peer", 1, 3), relation("customer")), {"peer": 1, "customer": 3}),
    # two peers are merged into three customers
    (panel(relation("peer", 1, 3, Merge("customer")), relation("customer")), {"peer": 2, "customer": 3}),
    # a known superior beside two peers
    (panel(relation("boss", 1, 1), relation("peer", 1, 3, "withhold")), {"boss": 1, "peer": 2}),
    # both too small, and too small together
    (panel(relation("peer", 1, 3, Merge("customer")), relation("customer"), relation("boss", 1, 1)),
     {"peer": 1, "customer": 1, "boss": 1}),
    (panel(relation("peer", 1, 3), relation("customer"), relation("boss", 1, 1), average="median",
           leniency=Leniency(at_least=2)), {"peer": 2, "customer": 3, "boss": 1}),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "raters"), SMALL)
def test_an_attacker_who_tries_every_table_of_ratings(asked: Panel, raters: dict[str, int]) -> None:
    """Who knows who rated whom, and all that is told, finds no score of those below the minimum: of every table that
    leads to the same words and figures, each of their scores may be any.
    """
    people = [(group, i) for group, n in raters.items() for i in range(n)]
    by_told: dict[str, list[tuple[int, ...]]] = {}
    told_groups: set[str] = set()
    for scores in itertools.product((1, 3, 5), repeat=len(people)):
        rows = [("li", f"{group}{i}", group, "a", score) for (group, i), score in zip(people, scores, strict=True)]
        found, result, said = told(asked, rows)
        everything = (published(result), {k: (repr(v), v.say(), v.say("zh")) for k, v in found.items()}, repr(said))
        by_told.setdefault(repr(everything), []).append(scores)
        told_groups |= {x.relation for each in found.values() for group in each.groups for x in group.relations}
    hidden = [place for place, (group, _) in enumerate(people) if group not in told_groups]
    merged = [place for place, (group, _) in enumerate(people) if group == "peer" and group in told_groups]
    assert hidden or merged
    for tables in by_told.values():
        for place in hidden:
            assert {table[place] for table in tables} == {1, 3, 5}
    # Those who are told together are unlike only where all of them said the same.
    for tables in by_told.values():
        for place in merged:
            known = {table[place] for table in tables}
            assert len(known) > 1 or len(set(tables[0])) == 1


def test_a_spread_tells_no_score_that_the_mean_leaves_open() -> None:
    """Six raters: where the mean alone would allow another score of somebody, so does the mean with the spread."""
    by_mean: dict[Any, list[tuple[int, ...]]] = {}
    by_both: dict[Any, list[tuple[int, ...]]] = {}
    for scores in itertools.product((1, 3, 5), repeat=6):
        (group,) = told(panel(items={"a": "x"}), of("peer", scores))[0]["li", "a"].groups
        assert group.spread is not None
        by_mean.setdefault(group.value, []).append(scores)
        by_both.setdefault((group.value, group.spread, group.agreement), []).append(scores)
    for (mean, *_), tables in by_both.items():
        for place in range(6):
            if len({table[place] for table in by_mean[mean]}) > 1:
                assert len({table[place] for table in tables}) > 1


def test_a_spread_needs_twice_the_minimum() -> None:
    """Of five raters, of whom one knows the own score, the mean and the spread tell more than three may."""
    (five,) = told(panel(items={"a": "x"}), of("peer", [1, 2, 3, 4, 5]))[0]["li", "a"].groups
    (six,) = told(panel(items={"a": "x"}), of("peer", [1, 1, 1, 5, 5, 5]))[0]["li", "a"].groups
    assert (five.spread, five.agreement) == (None, None)
    assert (six.spread, six.agreement) == (2, 0)


def test_a_total_is_not_finer_than_its_groups() -> None:
    """The overall value less what is told of the relations leaves nothing of those who are not told."""
    asked = panel(relation("boss", 1, 1), relation("peer", 1, 3), decimals=6)
    alone = told(asked, of("boss", [4]))[0]["li", "a"]
    with_two = told(asked, of("boss", [4]) + of("peer", [1, 5]))[0]["li", "a"]
    assert alone == with_two


def test_nothing_is_done_rating_by_rating() -> None:
    """Four times the ratings take little more of the interpreter."""
    counts = []
    for rows in (MANY, 4 * MANY):
        number = np.arange(rows)
        subjects = rows // 400 + 1
        data = {
            "subject": Coded(tuple(f"subject {i}" for i in range(subjects)), number // 400),
            "rater": Coded(tuple(f"rater {i}" for i in range(200)), number // 2 % 200),
            "relation": Coded(("peer",), number * 0),
            "item": Coded(("a", "b"), number % 2),
            "score": number % 5 + 1,
        }
        counts.append(steps(lambda data=data, subjects=subjects: rated(data, subjects)))
    assert counts[1] - counts[0] < MANY / 4


def rated(data: dict[str, Any], subjects: int) -> None:
    """Measure the ratings of a panel."""
    ratings, chunk = Ratings(panel()), Chunk(TABLE, data)
    ratings.add(chunk, chunk.inside(None), np.asarray(data["subject"].codes, np.intp))
    votes, _ = ratings.votes()
    reach = ends(panel(), TABLE)
    assert reach is not None
    assert panel_scores(ratings, votes, reach, subjects).subjects == subjects
