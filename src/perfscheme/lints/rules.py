"""Rules: that can never fire, that always do, that change nothing; and parts of conditions that decide nothing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfscheme.diagnostics import Text
from perfscheme.diagnostics.figures import figure
from perfscheme.diagnostics.places import Path
from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import Compare, Condition, Formula, Input
from perfscheme.formula.ranges import Range
from perfscheme.formula.text import describe
from perfscheme.lints.findings import Finding
from perfscheme.lints.surveys import Survey
from perfscheme.lints.truths import truth
from perfscheme.nouns.conditions import AllOf, AnyOf, NotThat
from perfscheme.scheme.statement import Step

NEVER = Text(zh="永远不成立", en="can never hold")
ALWAYS = Text(zh="始终成立", en="always holds")


def never(survey: Survey) -> Iterator[Finding]:
    """Rules whose condition holds for nobody: the ranges of what it compares leave no room for it."""
    for path, steps in _rules(survey).items():
        when = steps[0].when
        if when is not None and not truth(when, survey.analysis)[0]:
            yield Finding((*path, "when"), _argument(when, survey.analysis))


def always(survey: Survey) -> Iterator[Finding]:
    """Rules whose condition holds for everybody of whom everything is known."""
    for path, steps in _rules(survey).items():
        when = steps[0].when
        if when is not None and truth(when, survey.whole) == (True, False):
            yield Finding((*path, "when"), _argument(when, survey.analysis))


def needless(survey: Survey) -> Iterator[Finding]:
    """Parts of a condition that decide nothing: of `any` one that never holds, of `all` one that always does."""
    for path, steps in _rules(survey).items():
        when, noun = steps[0].when, getattr(steps[0].noun, "when", None)
        if when is not None and truth(when, survey.analysis)[0] and truth(when, survey.whole)[1]:
            yield from _needless(noun, when, (*path, "when"), survey.analysis)


def _needless(noun: object, when: Condition, path: Path, analysis: Analysis) -> Iterator[Finding]:
    match noun, when:
        case AnyOf(any_=parts), nodes.Some(conditions=conditions):
            key, decided = "any", NEVER
        case AllOf(all_=parts), nodes.Every(conditions=conditions):
            key, decided = "all", ALWAYS
        case NotThat(not_=inner), nodes.Not(condition=condition):
            yield from _needless(inner, condition, (*path, "not"), analysis)
            return
        case _:
            return
    for i, (part, condition) in enumerate(zip(parts, conditions, strict=True)):
        here: Path = (*path, key, i)
        if not truth(condition, analysis)[key == "all"]:
            yield Finding(here, {"holds": decided, **_argument(condition, analysis)})
        else:
            yield from _needless(part, condition, here, analysis)


def idle(survey: Survey) -> Iterator[Finding]:
    """Rules that leave everything as it is, fire or not."""
    for path, steps in _rules(survey).items():
        when = steps[0].when
        if when is not None and not truth(when, survey.analysis)[0]:
            continue
        if all(_same(step.after, step.before, survey.analysis) for step in steps):
            reach = survey.analysis.range(steps[0].before)
            said = _grades_said(reach, survey) if steps[0] in survey.statement.grade_steps else _said(reach)
            yield Finding(path, {"kind": steps[0].noun.kind, "reach": said})


def _grades_said(reach: Range | None, survey: Survey) -> Text:
    """From which grade to which a formula of grades goes, best first, as the file has them."""
    ladder = survey.scheme.ladder
    if reach is None or ladder is None or not isinstance(reach.low, Fraction) or not isinstance(reach.high, Fraction):
        return _said(None)
    best, worst = ladder.names[int(reach.high)], ladder.names[int(reach.low)]
    if best == worst:
        return Text(zh=f"等级 {best}", en=f"grade {best}")
    return Text(zh=f"等级 {best} 至 {worst}", en=f"grade {best} to {worst}")


def _rules(survey: Survey) -> dict[Path, list[Step]]:
    """The steps of each rule by its place: one rule may act on several children, or on points and grade."""
    found: dict[Path, list[Step]] = {}
    for step in survey.steps:
        if step.kind in ("rule", "child-rule"):
            found.setdefault(step.path, []).append(step)
    return found


def _argument(when: Condition, analysis: Analysis) -> dict[str, object]:
    """The condition in words, and what can be of the figures that it compares."""
    sides = tuple(dict.fromkeys(_sides(when)))
    spoken = tuple(
        reach
        if len(sides) == 1 and not isinstance(side, Input)  # the condition has just said which figure that is
        else Text(zh=f"{describe(side, 'zh')}：{reach.zh}", en=f"{describe(side, 'en')}: {reach.en}")
        for side in sides
        for reach in [_said(analysis.range(side))]
    )
    said = Text(zh=describe(when, "zh"), en=describe(when, "en"))
    return {"condition": said, "reach": spoken or ("-",)}


def _sides(when: Condition) -> Iterator[Formula]:
    """What a condition compares, without what goes into that."""
    match when:
        case Compare(left=left):
            yield left
        case nodes.Every(conditions=conditions) | nodes.Some(conditions=conditions):
            for condition in conditions:
                yield from _sides(condition)
        case nodes.Not(condition=condition):
            yield from _sides(condition)


def _said(reach: Range | None) -> Text:
    if reach is None:
        return Text(zh="没有数值", en="no value")
    low, high = (figure(end) if isinstance(end, Fraction) else None for end in (reach.low, reach.high))
    if low is None or high is None:
        zh = f"{low} 起" if low else f"至 {high}" if high else "任意数"
        return Text(zh=zh, en=f"from {low}" if low else f"up to {high}" if high else "any number")
    return Text(zh=f"{low} 至 {high}", en=f"{low} to {high}")


def _same(after: Formula, before: Formula, analysis: Analysis) -> bool:
    """Whether two formulas are one, as far as their form and ranges prove it."""
    if after is before:
        return True
    match after:
        case nodes.If(then=then, other=other):
            return _same(then, before, analysis) and _same(other, before, analysis)
        case nodes.Least(terms=terms) | nodes.Greatest(terms=terms):
            return _bounded(terms, before, analysis, least=isinstance(after, nodes.Least))
        case nodes.Sum(constant=constant, terms=terms):
            whole = before if isinstance(before, nodes.Sum) else nodes.Sum(Fraction(0), ((Fraction(1), before),))
            more = list(terms)
            for term in whole.terms:
                if term not in more:
                    return False
                more.remove(term)
            return constant == whole.constant and all(_fixed(term, 0, analysis) for _, term in more)
        case nodes.Product(left=left, right=right):
            return any(one is before and _fixed(two, 1, analysis) for one, two in ((left, right), (right, left)))
        case _:
            return False


def _bounded(terms: tuple[Formula, ...], before: Formula, analysis: Analysis, *, least: bool) -> bool:
    """Whether a limit never acts: one of the terms is what was there before, and the others lie beyond all of it."""
    reach = analysis.range(before)
    inner = next((term for term in terms if _same(term, before, analysis)), None)
    if reach is None or inner is None:
        return False
    for limit in terms:
        ends = analysis.range(limit)
        if limit is not inner and (
            ends is None
            or analysis.absences(limit)
            or not (ends.low >= reach.high if least else ends.high <= reach.low)
        ):
            return False
    return True


def _fixed(node: Formula, value: int, analysis: Analysis) -> bool:
    reach = analysis.range(node)
    return reach is not None and reach.low == reach.high == value and not analysis.absences(node)
