"""Plans that the tests of results share: five indicators with rules, and a tree of many aggregations."""

from __future__ import annotations

import pytest

import perfscheme

FIVE = """
perfscheme: 1
scheme: complaint-engineer-weighted
version: "1.0"
name: {zh: 客诉工程师绩效方案, en: "Complaint engineers, weighted plan"}
rounding: {places: 2, mode: half-up, before-grading: true}
inputs:
  major-complaints: {kind: number, unit: count, name: {zh: 重大投诉, en: major complaints}}
score:
  aggregation: {kind: weighted-mean, missing: {kind: renormalise, coverage: 60}}
  children:
    satisfaction:
      name: {zh: 客户满意度, en: Customer satisfaction}
      weight: 30
      unit: percent
      better: higher
      thresholds: {floor: 60, target: 90}
      curve: {kind: linear, points: {60: 0, target: 90, 100: 100}}
    handling-efficiency:
      name: {zh: 投诉处理效率, en: Handling efficiency}
      weight: 25
      unit: hours
      better: lower
      range: [0, 2000]
      thresholds: {stretch: 24, target: 72, floor: 168}
      curve: {kind: linear, points: {stretch: 100, target: 80, floor: 0}}
    resolution-rate:
      name: {zh: 投诉解决率, en: Resolution rate}
      weight: 20
      unit: percent
      better: higher
      curve: {kind: as-is}
    quality:
      name: {zh: 工作质量, en: Quality of work}
      weight: 15
      unit: points
      curve: {kind: levels, levels: {优秀: 100, 良好: 80, 合格: 60, 不合格: 0}}
    teamwork:
      name: {zh: 团队协作, en: Teamwork}
      weight: 10
      unit: points
      range: [1, 5]
      better: higher
      curve: {kind: rating, from: [1, 5], to: [0, 100]}
rules:
  - {kind: deduction, per: {input: major-complaints, each: 1, points: 2, steps: whole}}
  - {kind: veto, when: {input: major-complaints, at-least: 2, if-missing: fails}, grade-at-most: C}
grades:
  - {grade: A, from: 90, coefficient: "1.2"}
  - {grade: B, from: 80, coefficient: 1}
  - {grade: C, from: 60, coefficient: "0.8"}
  - {grade: D, coefficient: 0}
"""

TREE = """
perfscheme: 1
scheme: complaint-engineer-targets
version: "2"
name: {zh: 客诉工程师目标制方案, en: "Complaint engineers, target plan"}
rounding: {places: 1, mode: half-up, before-grading: false}
inputs:
  own-target: {kind: number, unit: hours, range: [1, 190], name: {zh: 个人时限, en: own target}}
  role: {kind: label, labels: [junior, senior], name: {zh: 职级, en: role}}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: renormalise, coverage: 50}}
  children:
    customers:
      name: {zh: 客户, en: Customers}
      aggregation: {kind: weighted-mean, weights: equal, missing: {kind: zero}}
      children:
        survey:
          unit: percent
          better: higher
          thresholds: {target: 90}
          curve: {kind: ratio, form: actual-over-target, at-most: 100}
        resolved:
          unit: percent
          better: higher
          thresholds: {target: 95}
          curve: {kind: ratio, form: actual-over-target, at-most: 100}
    speed:
      name: {zh: 速度, en: Speed}
      aggregation: {kind: minimum, missing: {kind: renormalise, coverage: 50}}
      rounding: {places: 0}
      rules:
        - {kind: base-points, when: {met: response, threshold: target, if-missing: fails}, base: 95}
      children:
        response:
          unit: hours
          better: lower
          range: [0, 1000]
          thresholds: {target: 24}
          curve: {kind: ratio, form: two-minus-ratio, at-most: 100}
        resolution:
          name: {zh: 解决时间, en: Resolution time}
          unit: hours
          better: lower
          range: [0.5, 1000]
          thresholds: {target: {input: own-target}}
          curve: {kind: linear, points: {target: 100, 200: 0}}
    learning:
      name: {zh: 学习, en: Learning}
      aggregation: {kind: geometric-mean, weights: to-1, missing: {kind: refuse}}
      children:
        training: {weight: 0.4, unit: percent, better: higher, thresholds: {target: 100}, curve: {kind: as-is}}
        cases:
          weight: 0.6
          unit: count
          better: higher
          thresholds: {target: {by: role, cases: {junior: 5, senior: 8}}}
          curve: {kind: linear, points: {0: 0, 10: 100}}
    shared:
      name: {zh: 协作, en: Collaboration}
      aggregation: {kind: share-met, missing: {kind: refuse}}
      children:
        joint: {unit: percent, better: higher, thresholds: {target: 80}, curve: {kind: as-is}}
        partners:
          unit: points
          range: [0, 100]
          better: higher
          thresholds: {target: 85}
          curve: {kind: as-is}
          if-missing: {value: 60}
grades:
  - {grade: Excellent, from: 95}
  - {grade: Good, above: 80}
  - {grade: Poor}
"""

ENGINEER = {
    "satisfaction": 93.5,
    "handling-efficiency": 30,
    "resolution-rate": "88.1",
    "quality": "良好",
    "teamwork": 4,
    "major-complaints": 0,
}
MEMBER = {
    "survey": 88,
    "resolved": 97,
    "response": 30,
    "resolution": "60.5",
    "own-target": 48,
    "training": 90,
    "cases": 6,
    "role": "senior",
    "joint": 82.5,
    "partners": 85,
}


@pytest.fixture(scope="session")
def five() -> perfscheme.Scheme:
    """Five weighted indicators, a deduction, a veto on the grade, four grades."""
    return perfscheme.loads(FIVE)


@pytest.fixture(scope="session")
def tree() -> perfscheme.Scheme:
    """Mean, minimum, geometric mean and share of targets met under one mean; a target per person."""
    return perfscheme.loads(TREE)


@pytest.fixture
def engineer() -> dict[str, object]:
    """A record for `five`: a total of 89.545 before rounding, grade B."""
    return dict(ENGINEER)


@pytest.fixture
def member() -> dict[str, object]:
    """A record for `tree`."""
    return dict(MEMBER)
