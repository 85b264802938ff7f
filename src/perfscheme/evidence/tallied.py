"""Tallied: the values of a measurement that are counted from tables, exact and in the units of their inputs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.evidence.figures import Figures, figures_of
from perfscheme.evidence.measuring import Measuring
from perfscheme.evidence.tallies import Counted
from perfscheme.evidence.wholes import Mask, Quotients, product, times
from perfscheme.nouns.evidence.measures import Measure, Ratio
from perfscheme.nouns.evidence.results import divisor_unit, unit_of
from perfscheme.nouns.evidence.results import times as unit_times
from perfscheme.nouns.inputs import InputSpec, NumberInput
from perfscheme.nouns.units import UNITS, factor


class Tallied:
    """What measures give, by name.

    Args:
        measuring: chunks that were taken in.
        inputs: those that are measured, by key.
        size: how many subjects there are.
    """

    def __init__(self, measuring: Measuring, inputs: Mapping[str, InputSpec], size: int) -> None:
        self.counted = {key: tally.figures(size) for key, tally in measuring.tallies.items()}
        self._measuring = measuring
        self._evidence = measuring.evidence
        self._inputs = inputs
        self._size = size
        self._exact: dict[str, Quotients] = {}
        self._rounded: dict[str, Figures] = {}

    def codes(self, key: str) -> NDArray[np.int64]:
        """Of a measure that gives words or flags the places of these; -1 where there is none."""
        counted = self.counted[key]
        assert counted.codes is not None, "asked of words only"
        return np.where(self._few(self._evidence.measure(key), counted), -1, counted.codes)

    def _few(self, measure: Measure, counted: Counted) -> Mask:
        """Where too few rows were measured, or the table could not be read."""
        if self._measuring.tallies[measure.measure].lacking is not None:
            return np.ones(self._size, np.bool_)
        if measure.at_least is None:
            return np.zeros(self._size, np.bool_)
        return np.asarray(counted.n < measure.at_least, np.bool_)

    def quotients(self, key: str) -> Quotients:
        """The exact numbers of a measure, in the unit in which it counts."""
        if key not in self._exact:
            self._exact[key] = self._worked_out(self._evidence.measure(key))
        return self._exact[key]

    def _worked_out(self, measure: Measure) -> Quotients:
        if not isinstance(measure, Ratio):
            counted = self.counted[measure.measure]
            assert counted.numbers is not None, "asked of numbers only"
            few = self._few(measure, counted)
            return attrs.evolve(counted.numbers, missing=counted.numbers.missing | few)
        a, b = self.quotients(measure.of), self.divisor(measure)
        missing = a.missing | b.missing | np.asarray(b.over == 0, np.bool_)
        if measure.at_least is not None:
            least = measure.at_least
            missing = missing | np.asarray(times(b.over, least.denominator) < times(b.under, least.numerator), np.bool_)
        over, under = product(a.over, b.under), product(a.under, b.over)
        # The sign stands above the line; where the divisor is nothing, nothing is divided.
        under = np.where(missing, 1, under)
        found = Quotients(np.where(under < 0, -over, over), np.abs(under), missing)
        units = [unit_of(self._evidence.measure(name), self._evidence) for name in (measure.of, measure.to)]
        kinds = [UNITS[unit] for unit in units if unit is not None]
        return found if kinds[0].kind != kinds[1].kind else found.scaled(kinds[0].factor / kinds[1].factor)

    def divisor(self, ratio: Ratio) -> Quotients:
        """What a ratio divides by, in the unit in which it does."""
        counted, taken = unit_of(self._evidence.measure(ratio.to), self._evidence), divisor_unit(ratio, self._evidence)
        assert counted is not None, "checked when evidence is made"
        assert taken is not None, "checked when evidence is made"
        return self.quotients(ratio.to).scaled(factor(counted, taken) or Fraction(1))

    def scale(self, key: str) -> Fraction:
        """How many of the input's unit one of the unit is in which a measure counts; 1 where only ratios read it."""
        spec, unit = self._inputs.get(key), unit_of(self._evidence.measure(key), self._evidence)
        times = unit_times(unit, spec.unit) if unit is not None and isinstance(spec, NumberInput) else None
        return Fraction(1) if times is None else times

    def figures(self, key: str) -> Figures:
        """The values of a measure, in the unit of its input."""
        if key not in self._rounded:
            exact = self.quotients(key).scaled(self.scale(key))
            self._rounded[key] = figures_of(exact, self._evidence.measure(key).decimals)
        return self._rounded[key]
