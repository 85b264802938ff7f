"""A plan of three indicators that nothing can be said against, and what is said once a piece of it is changed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
import yaml

import perfscheme
from perfscheme.lints import findings
from perfscheme.scheme import Scheme

CLEAN = """
perfscheme: 1
scheme: clean
rounding: {places: 2, before-grading: true}
inputs:
  incidents: {kind: number, unit: count, range: [0, 20]}
score:
  aggregation: {kind: sum, weights: factors, missing: refuse}
  children:
    quality: {unit: percent, better: higher, weight: 0.6, curve: as-is}
    speed:
      unit: hours
      range: [0, 100]
      better: lower
      weight: 0.4
      thresholds: {stretch: 8, target: 24, floor: 72}
      curve: {kind: linear, points: {stretch: 100, target: 80, floor: 0}}
      rules: [{kind: cap, at-most: 80, when: {input: incidents, at-least: 10, if-missing: fails}}]
rules:
  - {kind: deduction, points: 5, when: {input: incidents, at-least: 3, if-missing: fails}}
grades: [{grade: A, from: 90}, {grade: B, from: 60}, {grade: C}]
"""

Changes = dict[str, Any]
Said = Callable[[Changes], list[tuple[str, str]]]


def _changed(changes: Changes) -> str:
    plan = copy.deepcopy(yaml.safe_load(CLEAN))
    for way, value in changes.items():
        *steps, last = way.split("/")
        at = plan
        for step in steps:
            at = at[int(step) if isinstance(at, list) else step]
        if isinstance(at, list):
            at.insert(int(last), value)
        elif value is None:
            del at[last]
        else:
            at[last] = value
    return yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)


@pytest.fixture
def plan() -> Callable[[Changes], Scheme]:
    """The clean plan with values put at ways such as `score/children/speed/weight`; None takes away."""
    return lambda changes: perfscheme.loads(_changed(changes))


@pytest.fixture
def said(plan: Callable[[Changes], Scheme]) -> Said:
    """Code and path of everything that the lints find in a changed plan, waived or not."""

    def found(changes: Changes) -> list[tuple[str, str]]:
        return [(lint.code, "/".join(map(str, finding.path))) for lint, finding in findings(plan(changes))]

    return found
