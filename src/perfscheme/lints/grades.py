"""Grades: coefficients that pay a better grade less, and grades that only those get of whom something is missing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

from perfscheme.formula.ranges import Range
from perfscheme.lints.curves import curtailed
from perfscheme.lints.findings import Finding
from perfscheme.lints.surveys import Survey
from perfscheme.nouns.grades import Ladder


def underpaid(survey: Survey) -> Iterator[Finding]:
    """Grades whose coefficient is below that of the next worse one."""
    ladder = survey.scheme.ladder
    for i, (better, worse) in enumerate(itertools.pairwise(ladder.grades if ladder is not None else ())):
        if better.coefficient is not None and worse.coefficient is not None and better.coefficient < worse.coefficient:
            facts = {"name": better.grade, "found": better.coefficient, "other": worse.grade, "more": worse.coefficient}
            yield Finding(("grades", i, "coefficient"), facts)


def incomplete(survey: Survey) -> Iterator[Finding]:
    """Grades that totals have, and none of those of whom everything is there: these are all worse."""
    ladder, graded = survey.scheme.ladder, survey.statement.graded
    if ladder is not None and not any(True for _ in curtailed(survey)):  # its mending mends this
        nobodys = _beyond(ladder, survey.analysis.range(graded))
        for name, (i, reach) in _beyond(ladder, survey.whole.range(graded)).items():
            if name not in nobodys:
                yield Finding(("grades", i), {"name": name, "reach": reach})


def _beyond(ladder: Ladder, reach: Range | None) -> dict[str, tuple[int, Fraction]]:
    """The grades that begin beyond the best total, with their places; and that total."""
    best = None if reach is None else reach.high if ladder.better == "higher" else reach.low
    if not isinstance(best, Fraction):
        return {}
    found = ladder.unreachable(*((None, best) if ladder.better == "higher" else (best, None)))
    return {ladder.grades[i].grade: (i, best) for _, i in (problem.path for problem in found) if isinstance(i, int)}
