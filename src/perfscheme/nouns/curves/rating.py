"""Rating: from one scale of ratings to another."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import Formula, linear
from perfscheme.nouns.numbers import number
from perfscheme.nouns.setting import Setting


def _scale(value: Any) -> tuple[Fraction, Fraction]:
    first, last = value
    return number(first), number(last)


@attrs.frozen
class Rating:
    """One scale of ratings laid on another: `(r - a)/(b - a) * (B - A) + A` (SAP SuccessFactors KBA 2435115).

    Args:
        from_: the ends a and b of the scale that ratings are given on; the indicator's `range` keeps within them.
        to: the ends A and B of the scale of the points. B may be below A, for a scale on which 1 is best.

    Raises:
        SchemeError: the first scale has no length.

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> curve = Rating((1, 5), ("0.25", 5))
    >>> x = Input("rating", Fraction(1), Fraction(5))
    >>> print(Evaluation({"rating": Fraction("3.4")})(curve.formula(x, Setting({}, []))))
    31/10
    """

    kind: ClassVar[str] = "rating"

    from_: tuple[Fraction, Fraction] = attrs.field(converter=_scale)
    to: tuple[Fraction, Fraction] = attrs.field(converter=_scale)

    def __attrs_post_init__(self) -> None:
        if self.from_[0] == self.from_[1]:
            raise SchemeError(Diagnostic("PS152", ("from",), {"found": self.from_[0]}))

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the rating `x`."""
        (a, b), (low, high) = self.from_, self.to
        found = Analysis().range(x)
        if found is not None and (found.low < min(a, b) or found.high > max(a, b)):
            setting.report("PS153", "from", low=min(a, b), high=max(a, b))
        slope = (high - low) / (b - a)
        return linear((slope, x), constant=low - slope * a)
