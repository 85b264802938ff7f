"""Power: points that grow faster or slower the further a value is from an origin."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Formula, greatest, linear, power, product
from perfscheme.nouns.numbers import number
from perfscheme.nouns.setting import Setting


@attrs.frozen
class PowerLaw:
    """`a * (distance from the origin) ** c`, and 0 on the other side of the origin, as in the decathlon tables.

    Args:
        coefficient: a, in points.
        origin: b, where the points are 0, in the indicator's unit.
        exponent: c, above 0.
        side: where points are given: `above` the origin (x - b, throws and jumps) or `below` it (b - x, runs).

    Raises:
        SchemeError: the exponent is not above 0, or the coefficient is 0.

    100 metres of the decathlon: 25.4347 * (18 - T) ** 1.81; World Athletics rounds the points down.

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> curve = PowerLaw("25.4347", 18, "1.81", "below")
    >>> formula = curve.formula(Input("time"), Setting({}, []))
    >>> int(float(Evaluation({"time": Fraction("10.395")})(formula)))
    1000
    """

    kind: ClassVar[str] = "power"

    coefficient: Fraction = attrs.field(converter=number)
    origin: Fraction = attrs.field(converter=number)
    exponent: Fraction = attrs.field(converter=number)
    side: Literal["above", "below"]

    def __attrs_post_init__(self) -> None:
        problems = []
        if self.coefficient == 0:
            problems.append(Diagnostic("PS156", ("coefficient",), {"found": self.coefficient}))
        if self.exponent <= 0:
            problems.append(Diagnostic("PS156", ("exponent",), {"found": self.exponent}))
        if problems:
            raise SchemeError(problems)

    def formula(self, x: Formula, setting: Setting) -> Formula:  # noqa: ARG002 - every curve takes its setting
        """Points of the value `x`."""
        sign = 1 if self.side == "above" else -1
        distance = greatest(linear((sign, x), constant=-sign * self.origin), 0)
        return product(self.coefficient, power(distance, self.exponent))
