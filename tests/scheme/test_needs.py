"""Needs: the inputs that nobody can be scored without."""

from __future__ import annotations

import pytest

import perfscheme as ps

PLAN = """
perfscheme: 1
scheme: needs
inputs:
  role: {{kind: label, labels: [junior, senior]}}
score:
  aggregation: {{kind: weighted-mean, missing: {missing}}}
  children:
    quality: {{unit: points, range: [0, 100], weight: 70, curve: {{kind: as-is}}}}
    speed: {{unit: points, range: [0, 100], weight: 20, curve: {{kind: as-is}}, if-missing: {{points: 50}}}}
    care:
      {{unit: points, range: [0, 100], weight: 10,
       curve: {{kind: choice, by: role, cases: {{junior: {{kind: as-is}}, senior: {{kind: as-is}}}}}}}}
"""


@pytest.mark.parametrize(
    ("missing", "required"),
    [
        ("{kind: refuse}", {"role", "quality", "care"}),
        ("{kind: renormalise, coverage: 80}", {"quality"}),
        ("{kind: renormalise, coverage: 20}", set()),
        ("{kind: zero}", set()),
    ],
)
def test_an_input_is_required_where_its_absence_costs_the_score(missing: str, required: set[str]) -> None:
    """A policy that does without it, or a default, makes it optional; a label is needed for what it chooses."""
    scheme = ps.loads(PLAN.format(missing=missing))
    assert {spec.key for spec in scheme.inputs if spec.required} == required


def test_the_mark_is_no_part_of_the_scheme() -> None:
    """Neither its equality nor its hash depends on it."""
    scheme = ps.loads(PLAN.format(missing="{kind: refuse}"))
    before = scheme.hash
    assert any(spec.required for spec in scheme.inputs)
    assert ps.loads(PLAN.format(missing="{kind: refuse}")) == scheme
    assert scheme.hash == before


def test_what_some_have_a_score_without_is_not_required() -> None:
    """Below five cases two indicators do not apply, and only then is too little left without satisfaction."""
    scheme = ps.load(ps.gallery()["weighted"])
    assert not [spec.key for spec in scheme.inputs if spec.required]


RARE = """
perfscheme: 1
scheme: rare
inputs:
  tenure: {kind: number, unit: days, range: [0, 9999]}
score:
  aggregation: {kind: weighted-mean, missing: refuse}
  children:
    quality: {unit: points, range: [0, 100], weight: 70, curve: {kind: as-is}}
    team: {unit: points, range: [0, 100], weight: 30, curve: {kind: as-is}}
    extra: {unit: points, range: [0, 100], weight: 0, curve: {kind: as-is}}
  rules: [{kind: leave-out, when: {input: tenure, equals: 7, if-missing: fails}, children: [team]}]
"""


def test_what_is_rarely_spared_is_not_required() -> None:
    """It is proved for every record, not tried on some: the team's points are spared on one day."""
    scheme = ps.loads(RARE)
    assert {spec.key for spec in scheme.inputs if spec.required} == {"quality"}
    never = ps.loads(RARE.replace("children: [team]", "children: [extra]"))
    assert {spec.key for spec in never.inputs if spec.required} == {"quality", "team"}


WIDE = """
perfscheme: 1
scheme: wide
inputs:
  shared: {kind: number, unit: points, range: [0, 100]}
score:
  aggregation: {kind: weighted-mean, missing: {kind: renormalise, coverage: 60}}
  children:
    one: {unit: points, range: [0, 100], weight: 30, curve: {kind: as-is}}
    two: {unit: points, input: shared, weight: 20, curve: {kind: as-is}}
    three: {unit: points, input: shared, weight: 25, curve: {kind: as-is}}
    four: {unit: points, range: [0, 100], weight: 25, curve: {kind: as-is}}
"""


def test_an_input_that_stands_in_several_terms_is_taken_off_once_for_each() -> None:
    """Two of four children without one input are less than is needed, each other child alone is not."""
    scheme = ps.loads(WIDE)
    assert {spec.key for spec in scheme.inputs if spec.required} == {"shared"}
