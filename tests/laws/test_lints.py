"""Lints: none fails over random schemes, every witness shows what it says, and each keeps what waivers promise."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from perfscheme.diagnostics import Text
from perfscheme.diagnostics.figures import figure
from perfscheme.diagnostics.places import Path as Way
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import compare
from perfscheme.lints import LINTS, findings, lint
from perfscheme.lints.surveys import Survey
from perfscheme.reading.load import checks, loads
from perfscheme.reading.mistakes import mistakes
from perfscheme.scheme import Scheme
from perfscheme.testing import schemes


def present(scheme: Scheme, record: Any) -> Any:
    """The exact total, None where there is none."""
    try:
        found = scheme.score(record).exact(scheme.statement.total)
    except Undefined:
        return None
    return None if found is None or isinstance(found, State) else found


@given(schemes())
@settings(max_examples=60)
def test_every_witness_shows_what_it_says(scheme: Scheme) -> None:
    """Scored by itself, the better record has the worse total (or fewer points)."""
    sense = Survey(scheme).sense
    for each, finding in findings(scheme):
        if each.code == "PS502":
            worse, better = (present(scheme, dict(record)) for record in finding.records)
            assert compare(better, worse) * sense < 0
        elif each.code == "PS501":
            raw = scheme.statement.nodes[str(finding.path[-2])].raw
            worse, better = (Evaluation(record)(raw) for record in finding.records)
            assert compare(worse, better) != 0  # type: ignore[arg-type]
    lint(scheme)


CODES = [each.code for each in LINTS]
FILES = [pytest.param(code, file, id=f"{code} {file.stem}") for code in CODES for file in mistakes()[code]]


def codes(plan: Any) -> list[str]:
    return [found.code for found in checks(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False))]


def waived(text: str, code: str, way: Way) -> tuple[Way, list[str]]:
    """Where a waiver may first be written on the way up from a place, and what is told then."""
    for end in range(len(way), -1, -1):
        plan = at = yaml.safe_load(text)
        for step in way[:end]:
            at = at.get(step) if isinstance(at, dict) else at[step] if isinstance(at, list) else None
        if isinstance(at, dict):
            at["waive"] = {code: {"zh": "理由", "en": "a reason"}}
            if "PS033" not in (told := codes(plan)) and not {"PS034", "PS063"} & {*told}:
                return way[:end], told
    raise AssertionError(way)


@pytest.mark.parametrize(("code", "file"), FILES)
def test_a_lint_names_what_it_is_about_in_both_languages(code: str, file: Any) -> None:
    """Its counterexample or its argument: figures, words and names that stand in the plan or follow from it."""
    text = file.read_text(encoding="utf-8")
    (found,) = [found for found in checks(text) if found.code == code]
    for lang in ("zh", "en"):
        said = [part.say(lang) if isinstance(part, Text) else str(part) for part in found.facts.values()]
        assert any(part in text for part in said), said
        assert [figure(fact) for fact in found.facts.values() if isinstance(fact, Fraction)
                and figure(fact) not in found.message(lang)] == []  # fmt: skip


@pytest.mark.parametrize(("code", "file"), FILES)
def test_a_lint_is_waived_where_it_stands(code: str, file: Any) -> None:
    """At the indicator, dimension or rule that it is of; what the whole scheme says is waived by the whole scheme."""
    text = file.read_text(encoding="utf-8")
    (found,) = [found for found in checks(text) if found.code == code]
    place, told = waived(text, code, found.path)
    assert code not in told
    assert "PS591" not in told
    assert place or found.path[0] in ("scale", "inputs"), place


@pytest.mark.parametrize("code", CODES)
def test_a_waiver_of_what_is_not_there_is_told(code: str) -> None:
    """In every file of another lint, which says nothing but its own."""
    other = CODES[CODES.index(code) - 1]
    plan = yaml.safe_load(mistakes()[other][0].read_text(encoding="utf-8"))
    plan["waive"] = {code: "a reason"}
    assert sorted(codes(plan)) == sorted([other, "PS591"])


@pytest.mark.parametrize(("code", "file"), FILES)
def test_the_records_of_a_lint_score_what_it_says(code: str, file: Any) -> None:
    """Points or total of each, scored again, are figures of its message."""
    scheme = loads(file.read_text(encoding="utf-8"))
    shown = [finding for each, finding in findings(scheme) if each.code == code]
    for finding in shown:
        told = [figure(fact) if isinstance(fact, Fraction) else fact for fact in finding.facts.values()]
        for record in finding.records:
            card = scheme.score(dict(record))
            key = str(finding.path[-2]) if "curve" in finding.path else None
            of_points = key is not None and code != "PS502"
            assert figure(Fraction(card[key].points if of_points else card.total)) in told
    assert all(finding.records for finding in shown) == (code in ("PS501", "PS502", "PS551", "PS552"))
