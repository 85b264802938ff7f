"""Directions: where a better value gives fewer points, or lowers the total though no rule fires."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfscheme.diagnostics import Text
from perfscheme.diagnostics.places import Path, path_text
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.directions import DOWN, UP
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Const, Formula, State
from perfscheme.formula.reals import compare
from perfscheme.lints.findings import Finding, Record, shown, values_shown
from perfscheme.lints.samples import Trace
from perfscheme.lints.surveys import Survey, name_of
from perfscheme.nouns.indicators import Indicator
from perfscheme.scheme.statement import NodeStatement

_MOST_NODES = 2_000_000
"""How much of formulas is tried out before a direction is left unproved."""

CURVE = Text(zh="计分曲线", en="its curve")
RULE = Text(zh="该规则", en="this rule")
WEIGHT = Text(zh="该权重", en="this weight")
AGGREGATION = Text(zh="该汇总方式", en="this aggregation")


def turning(survey: Survey) -> Iterator[Finding]:
    """Indicators whose points both rise and fall as the value gets better, with two values that show it."""
    return iter(survey.once(_turnings))


def _turnings(survey: Survey) -> list[Finding]:
    found = []
    for key, group in survey.judged.items():
        for stated in group:
            if survey.analysis.directions(stated.raw).get(key, 0) != UP | DOWN:
                continue
            for trace in survey.samples.traces(stated.raw, key):
                if (pair := trace.worst_fall(1 if survey.way(key) == UP else -1, _counted(survey, stated))) is not None:
                    found.append(_told(survey, stated, trace, pair))
                    break
    return found


def _counted(survey: Survey, stated: NodeStatement) -> int:
    """1 where more points of an indicator are meant to be better, -1 where they count against somebody."""
    sense = survey.sense
    while stated.parent is not None:
        if isinstance(stated.weight, Const) and stated.weight.value < 0:
            sense = -sense
        stated = survey.statement.nodes[stated.parent]
    return sense


def _told(survey: Survey, stated: NodeStatement, trace: Trace, pair: tuple[Fraction, Fraction]) -> Finding:
    results = dict(trace.points)
    assert isinstance(stated.noun, Indicator)
    facts = {
        "name": name_of(stated), "better": stated.noun.better, "input": trace.key,
        "worse": pair[0], "fewer": shown(results[pair[1]]), "value": pair[1], "points": shown(results[pair[0]]),
    }  # fmt: skip
    return Finding((*stated.path, "curve"), facts, (trace.at(pair[0]), trace.at(pair[1])))


def reversed_totals(survey: Survey) -> Iterator[Finding]:
    """Places that turn a better value into a worse total, each with two records that show it."""
    return iter(_judgement(survey)[0])


def unproved(survey: Survey) -> Iterator[Finding]:
    """Indicators of which it can be neither proved nor disproved that a better value never lowers the total."""
    return iter(_judgement(survey)[1])


def _judgement(survey: Survey) -> tuple[list[Finding], list[Finding]]:
    return survey.once(_judge)


def _judge(survey: Survey) -> tuple[list[Finding], list[Finding]]:
    turned = {finding.path[:-1] for finding in survey.once(_turnings)}
    culprits: dict[Path, Finding] = {}
    left: list[Finding] = []
    budget = _MOST_NODES
    for key in survey.judged:
        if _proved(survey, key) or any(stated.path in turned for stated in survey.judged[key]):
            continue
        finding = None
        if budget > 0:
            budget -= survey.size * len(survey.samples.records)
            finding = _witness(survey, key)
        if finding is not None:
            culprits.setdefault(finding.path, finding)
        else:
            stated = survey.judged[key][0]
            place = path_text(_doubt(survey, stated, key))
            left.append(Finding(stated.path, {"name": name_of(stated), "input": key, "place": place}))
    return list(culprits.values()), left


def _doubt(survey: Survey, stated: NodeStatement, key: str) -> Path:
    """The first place on the way from the value to the total from which on no direction is proved."""
    ways = Analysis()
    stages = [(path, survey.quieted(node)) for path, _, node in _stages(survey, stated)]
    lost = (path for path, node in stages if ways.directions(node).get(key) == UP | DOWN)
    return next(lost, stages[-1][0])


def _proved(survey: Survey, key: str) -> bool:
    wanted = survey.way(key) if survey.sense > 0 else (UP | DOWN) ^ survey.way(key)
    return not survey.quiet_analysis.directions(survey.quiet).get(key, 0) & ~wanted


def _witness(survey: Survey, key: str) -> Finding | None:
    way = 1 if survey.way(key) == UP else -1
    for trace in survey.samples.traces(survey.quiet, key):
        pair = trace.worst_fall(way, survey.sense)
        if pair is not None and not all(survey.silent(trace.at(value)) for value in pair):
            kept = tuple(point for point in trace.points if survey.silent(trace.at(point[0])))
            pair = Trace(trace.record, key, kept).worst_fall(way, survey.sense)
        if pair is not None:
            found = _accused(survey, key, trace.at(pair[0]), trace.at(pair[1]))
            if found is not None:
                return found
    return None


def _accused(survey: Survey, key: str, worse: Record, better: Record) -> Finding | None:
    """What turns the total round, of two records that differ in one value; None where the total hides it."""
    total = survey.statement.total
    before, after = Evaluation(worse)(total), Evaluation(better)(total)
    if isinstance(before, State) or isinstance(after, State) or compare(after, before) * survey.sense >= 0:
        return None
    path, culprit = _culprit(survey, key, Evaluation(worse), Evaluation(better))
    facts = {
        "name": name_of(survey.judged[key][0]), "worse": worse[key], "before": shown(before), "value": better[key],
        "after": shown(after), "culprit": culprit, "record": values_shown(better, better.keys() - {key}),
    }  # fmt: skip
    return Finding(path, facts, (worse, better))


def _culprit(survey: Survey, key: str, one: Evaluation, two: Evaluation) -> tuple[Path, Text]:
    """The last place on the way from the value to the total at which good becomes bad."""
    for stated in survey.judged[key]:
        good, found = True, None
        for path, what, node in _stages(survey, stated):
            moved = _moved(node, one, two) * survey.sense
            if moved < 0 and good:
                found = path, what
            good = good if moved == 0 else moved > 0
        if found is not None and not good:
            return found
    return survey.judged[key][0].path, AGGREGATION


def _moved(node: Formula, one: Evaluation, two: Evaluation) -> int:
    try:
        before, after = one(node), two(node)
    except Undefined:
        return 0
    return 0 if isinstance(before, State) or isinstance(after, State) else compare(after, before)


def _stages(survey: Survey, stated: NodeStatement) -> Iterator[tuple[Path, Text, Formula]]:
    """What becomes of an indicator's value, step by step, up to the total."""
    nodes = survey.statement.nodes
    yield (*stated.path, "curve"), CURVE, stated.raw
    while True:
        for step in stated.steps:
            if step.kind != "child-rule":
                yield step.path, RULE, step.after
        if stated.parent is None:
            break
        parent = nodes[stated.parent]
        taken = parent.terms[parent.children.index(stated.noun.id)]
        rules = [step for step in parent.steps if step.after is taken]
        yield rules[-1].path if rules else stated.path, RULE, taken
        weighed = isinstance(stated.weight, Const) and stated.weight.value < 0
        place: Path = (*stated.path, "weight") if weighed else (*parent.path, "aggregation")
        yield place, WEIGHT if weighed else AGGREGATION, parent.raw
        stated = parent
    for step in survey.statement.total_steps:
        yield step.path, RULE, step.after
