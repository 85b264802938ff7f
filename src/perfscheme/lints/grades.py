"""Grades: coefficients that pay a better grade less."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from perfscheme.lints.findings import Finding
from perfscheme.lints.surveys import Survey


def underpaid(survey: Survey) -> Iterator[Finding]:
    """Grades whose coefficient is below that of the next worse one."""
    ladder = survey.scheme.ladder
    for i, (better, worse) in enumerate(itertools.pairwise(ladder.grades if ladder is not None else ())):
        if better.coefficient is not None and worse.coefficient is not None and better.coefficient < worse.coefficient:
            facts = {"name": better.grade, "found": better.coefficient, "other": worse.grade, "more": worse.coefficient}
            yield Finding(("grades", i, "coefficient"), facts)
