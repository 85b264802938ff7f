"""Generated plans for `perfscheme check`, as wide as is asked for."""

from __future__ import annotations

_HEAD = """perfscheme: 1
scheme: generated
rounding: {places: 2, before-grading: true}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
"""
_DIMENSION = """    group-{group}:
      aggregation: {{kind: weighted-mean, weights: equal, missing: refuse}}
      children:
"""
_INDICATOR = """        item-{item}:
          name: {{zh: 指标 {item}, en: Indicator {item}}}
          unit: percent
          better: higher
          range: [0, 100]
          thresholds: {{floor: 60, target: 90, stretch: 100}}
          curve: {{kind: linear, points: {{floor: 0, target: 80, stretch: 100}}}}
"""
_GRADES = "grades: [{grade: A, from: 90}, {grade: B, from: 75}, {grade: C}]\n"


def generated(count: int) -> str:
    """A plan of so many indicators, ten to a dimension, against which nothing can be said."""
    parts = [_HEAD]
    for item in range(count):
        parts += [_DIMENSION.format(group=item // 10)] if item % 10 == 0 else []
        parts.append(_INDICATOR.format(item=item))
    return "".join([*parts, _GRADES])
