"""Gatherings: a dimension that does not add up is told with its children's points, to be checked by hand."""

from __future__ import annotations

from typing import Any

import pytest

import perfscheme as ps

PLAN = """
perfscheme: 1
scheme: gathered
score:
  aggregation: {aggregation}
  children:
    a: {{name: {{zh: 质量, en: Quality}}, unit: points, range: [-100, 100], better: higher, curve: {{kind: as-is}}}}
    b: {{name: {{zh: 速度, en: Speed}}, unit: points, range: [-100, 100], better: higher, curve: {{kind: as-is}}}}
    c: {{name: {{zh: 投入, en: Effort}}, unit: points, range: [-100, 100], better: higher, curve: {{kind: as-is}}}}
"""
ALL = "Quality 90, Speed 72.5 and Effort 80"


def told(aggregation: str, lang: str = "en", *, c: Any = 80) -> str:
    """The line of the total, on one line."""
    lines = ps.loads(PLAN.format(aggregation=aggregation)).score({"a": 90, "b": "72.5", "c": c}).explain(lang)
    paragraph = next(x for x in lines.split("\n\n") if x.startswith(("Total:", "总分：", "Missing", "Not")))
    return " ".join(line.strip() for line in paragraph.splitlines())


@pytest.mark.parametrize(
    ("aggregation", "text"),
    [
        ("{kind: minimum, missing: refuse}", f"the least of {ALL}: 72.5"),
        ("{kind: maximum, missing: refuse}", f"the greatest of {ALL}: 90"),
        ("{kind: product, whole: 100, missing: refuse}", f"of {ALL}: 90 × 72.5 ÷ 100 × 80 ÷ 100 = 52.2"),
        ("{kind: product, missing: refuse}", f"of {ALL}: 90 × 72.5 × 80 = 522000"),
        ("{kind: best, count: 2, missing: refuse}", f"the best 2 of {ALL}: (90 + 80) ÷ 2 = 85"),
        ("{kind: best, count: 2, take: sum, missing: refuse}", f"the best 2 of {ALL}: 90 + 80 = 170"),
        ("{kind: best, count: 2, better: lower, missing: refuse}", f"the lowest 2 of {ALL}: (72.5 + 80) ÷ 2 = 76.25"),
        ("{kind: trimmed, drop-highest: 1, missing: refuse}", f"of {ALL}, without Quality 90: (72.5 + 80) ÷ 2 = 76.25"),
        (
            "{kind: trimmed, drop-highest: 1, drop-lowest: 1, missing: refuse}",
            f"of {ALL}, without Quality 90 and Speed 72.5: 80",
        ),
        (
            "{kind: trimmed, drop-lowest: 1, take: sum, missing: refuse}",
            f"of {ALL}, without Speed 72.5: 90 + 80 = 170",
        ),
        (
            "{kind: formula, formula: 'if(a >= 80, c, b)', missing: refuse}",
            f"if(a >= 80, c, b), with {ALL}: Quality 90 is at least 80: 80",
        ),
        (
            "{kind: geometric-mean, weights: equal, missing: refuse}",
            f"of {ALL}: (90 × 72.5 × 80) ^ (1 ÷ 3) ≈ 80.5175",
        ),
    ],
)
def test_children_in_and_result_out(aggregation: str, text: str) -> None:
    """Every child with its points, what was dropped, the calculation."""
    if "geometric" in aggregation:
        plan = PLAN.replace("[-100, 100]", "[0, 100]").format(aggregation=aggregation)
        line = ps.loads(plan).score({"a": 90, "b": "72.5", "c": 80}).explain("en")
        assert text in " ".join(line.split())
    else:
        assert told(aggregation) == f"Total: {text}"


def test_in_chinese() -> None:
    """The same calculation."""
    trimmed = told("{kind: trimmed, drop-highest: 1, missing: refuse}", "zh")
    assert trimmed == "总分：质量 90、速度 72.5 和投入 80 中去掉质量 90：(72.5 + 80) ÷ 2 = 76.25"
    assert told("{kind: minimum, missing: refuse}", "zh") == "总分：质量 90、速度 72.5 和投入 80 中最低者：72.5"


def test_what_is_missing_enters_as_its_policy_says() -> None:
    """As 0, or not at all."""
    zero = told("{kind: minimum, missing: zero}", c=None)
    assert zero.endswith("Total: the least of Quality 90, Speed 72.5 and Effort 0: 0")
    left = told("{kind: maximum, missing: {kind: renormalise, coverage: 30}}", c=None)
    assert left.endswith("Total: the greatest of Quality 90 and Speed 72.5: 90")


def test_negative_figures_stand_in_brackets() -> None:
    """A sign is not read as an operation."""
    assert told("{kind: product, missing: refuse}", c=-2).endswith("90 × 72.5 × (-2) = -13050")
