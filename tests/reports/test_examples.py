"""Examples in a plan: the arithmetic of one, the results of the others."""

from __future__ import annotations

import pytest

from perfscheme.reading import gallery, load, loads
from perfscheme.reports.documents import Bullets, Paragraph, Table, as_markdown
from perfscheme.reports.examples import example_blocks
from perfscheme.reports.plans import plan_document
from perfscheme.reports.scoring import Wordings

PLAN = """\
perfscheme: 1
scheme: s
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    a: {unit: points, range: [0, 100], curve: as-is}
    b: {unit: points, range: [0, 100], curve: as-is}
grades: [{grade: A, from: 60}, {grade: B}]
examples:
  - {name: absent, values: {a: null, b: 70}, no-score: true}
  - {name: usual, values: {a: 90, b: 70}, total: 80, grade: A}
  - {name: weak, values: {a: 10, b: 70}, total: 40, grade: B}
"""


def test_the_first_example_with_a_total_is_worked_through_and_the_others_come_out() -> None:
    """Each child with what it adds, then the sum and the grade."""
    said, worked, way, further, others = example_blocks(Wordings(loads(PLAN), "en"))
    assert said == Paragraph("Case: usual.")
    assert isinstance(worked, Table)
    assert worked.rows == (
        ("a", "taken as it is: 90 points", "1/2 × 90 = 45"),
        ("b", "taken as it is: 70 points", "1/2 × 70 = 35"),
    )
    assert way == Bullets(("Total: 45 + 35 = 80", "Grade A: from 60"))
    assert further == Paragraph("Further cases:")
    assert isinstance(others, Table)
    assert others.rows == (("absent", "No score", "—"), ("weak", "40", "B"))


def test_a_plan_without_examples_has_none() -> None:
    """And no head for them."""
    assert list(example_blocks(Wordings(loads(PLAN[: PLAN.index("examples")]), "en"))) == []


@pytest.mark.parametrize("name", sorted(gallery()))
def test_a_worked_example_says_nothing_twice(name: str) -> None:
    """No `90% is 90%`, no name before the sum in the row of that name, no list of what does not hold."""
    said = as_markdown(plan_document(load(gallery()[name]), "zh"))
    assert "恰为 9" not in said
    assert "| **工作质量** | 工作质量" not in said
    assert "| **客户满意度** | 客户满意度" not in said
    assert "：0；" not in said
