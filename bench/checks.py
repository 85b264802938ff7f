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
          unit: percent
          better: higher
          curve: {{kind: linear, points: {{60: 0, 90: 80, 100: 100}}}}
"""
_GRADES = "grades: [{grade: A, from: 90}, {grade: B, from: 75}, {grade: C}]\n"


def generated(count: int) -> str:
    """A plan of so many indicators, ten to a dimension, against which nothing can be said."""
    parts = [_HEAD]
    for item in range(count):
        parts += [_DIMENSION.format(group=item // 10)] if item % 10 == 0 else []
        parts.append(_INDICATOR.format(item=item))
    return "".join([*parts, _GRADES])
