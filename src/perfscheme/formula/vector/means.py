"""Weighted means of whole numbers, over the terms that are there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from perfscheme.formula.vector.operations import LIMIT, Operation, TooLarge, added
from perfscheme.formula.vector.tiles import (
    MISSING,
    NOT_APPLICABLE,
    Floats,
    Masks,
    States,
    Tile,
    Value,
)


def weighted_mean(
    weights: Sequence[Operation], fixed: Sequence[Fraction] | None, terms: Sequence[Operation], coverage: Fraction
) -> Operation:
    """Mean over the terms that are there.

    Args:
        weights: one operation a term; used where the weights are not fixed.
        fixed: the weights themselves, where they are the same for every row.
        terms: the terms.
        coverage: the least share of the applicable weight.
    """
    if fixed is not None and any(fixed):
        return _fixed_mean(fixed, terms, coverage)
    return _varying_mean(weights, terms, coverage)


def _fixed_mean(fixed: Sequence[Fraction], terms: Sequence[Operation], coverage: Fraction) -> Operation:
    scale = math.lcm(*(w.denominator for w in fixed))
    whole = [int(w * scale) for w in fixed]
    shared = math.gcd(*whole)
    whole = [w // shared for w in whole]
    everything = sum(whole)
    q = math.lcm(*(x.q for x in terms))
    factors = [w * (q // x.q) for w, x in zip(whole, terms)]
    bound, d_bound = 0, 1
    for k, x in zip(factors, terms):
        bound = bound * x.d_bound + k * x.bound * d_bound
        d_bound *= x.d_bound
    if max(bound, everything * coverage.denominator) >= LIMIT:
        raise TooLarge
    runs = [x.times(k) for k, x in zip(factors, terms)]

    def run(tile: Tile) -> Value:
        total = Value(0.0)
        here = _Presence(tile, float(everything))
        for part, w in zip(runs, whole):
            value = part(tile)
            if value.state is not None:
                value = here.leave_out(value, float(w))
            total = added(tile, total, value)
        d, state = here.settle(coverage)
        return Value(total.n, total.d * d, state, owned=total.owned)

    return Operation(run, q, bound, d_bound * everything)


class _Presence:
    """How much weight is there and how much applies, while the terms of a mean come in."""

    __slots__ = ("_outside", "applies", "tile", "weighs")

    def __init__(self, tile: Tile, everything: Floats | float) -> None:
        self.tile = tile
        self._outside: Masks | None = None
        self.weighs: Floats | float = everything
        self.applies: Floats | float = everything

    def leave_out(self, value: Value, weight: Floats | float) -> Value:
        """Take the absent rows of a term out of the weights; returns the term with zeros there."""
        state = value.state
        assert state is not None
        gone = np.flatnonzero(state != 0)
        n = self.tile.writable(value)
        n[gone] = 0.0
        d = value.d
        if isinstance(d, np.ndarray):
            d = d.copy()
            d[gone] = 1.0
        lost = weight[gone] if isinstance(weight, np.ndarray) else weight
        if not isinstance(self.weighs, np.ndarray):
            self.weighs = np.full(self.tile.rows, self.weighs)
        self.weighs[gone] -= lost
        if np.count_nonzero(outside_mask := state == NOT_APPLICABLE):
            outside = np.flatnonzero(outside_mask)
            if not isinstance(self.applies, np.ndarray):
                self.applies = np.full(self.tile.rows, self.applies)
            self.applies[outside] -= weight[outside] if isinstance(weight, np.ndarray) else weight
            self._outside = outside_mask if self._outside is None else self._outside | outside_mask
        return Value(n, d, owned=True)

    def settle(self, coverage: Fraction) -> tuple[Floats | float, States | None]:
        """The denominator, and the state of the mean."""
        weighs = self.weighs
        if not isinstance(weighs, np.ndarray):
            return weighs, None
        few = weighs * float(coverage.denominator) < self.applies * float(coverage.numerator)
        few |= weighs == 0
        if not few.any():
            return weighs, None
        # Terms without weight change nothing: where no other applies, the mean does not.
        nothing: Masks | bool = False if self._outside is None else self._outside & (np.asarray(self.applies) == 0)
        state = np.where(few, np.where(nothing, NOT_APPLICABLE, MISSING), 0).astype(np.int8)
        return np.where(weighs == 0, 1.0, weighs), state


def _varying_mean(weights: Sequence[Operation], terms: Sequence[Operation], coverage: Fraction) -> Operation:
    if any(x.d_bound > 1 or w.d_bound > 1 for w, x in zip(weights, terms)):
        raise TooLarge
    q, scale = math.lcm(*(x.q for x in terms)), math.lcm(*(w.q for w in weights))
    terms_run = [x.times(q // x.q) for x in terms]
    weights_run = [w.times(scale // w.q) for w in weights]
    everything = sum(w.bound * (scale // w.q) for w in weights)
    bound = sum(w.bound * (scale // w.q) * x.bound * (q // x.q) for w, x in zip(weights, terms))
    if max(bound, everything * coverage.denominator) >= LIMIT:
        raise TooLarge

    def run(tile: Tile) -> Value:
        here = _Presence(tile, np.zeros(tile.rows))
        total = Value(0.0)
        lost: States | None = None
        for weight_run, term_run in zip(weights_run, terms_run):
            weight, value = weight_run(tile), term_run(tile)
            share = np.broadcast_to(weight.n, tile.rows).copy()
            tile.drop(weight)
            if weight.state is not None:
                # A weight that is absent loses the mean only where its term applies.
                applies = weight.state if value.state is None else weight.state * (value.state != NOT_APPLICABLE)
                lost = applies if lost is None else np.maximum(lost, applies)
                share[weight.state != 0] = 0.0
            here.weighs = here.weighs + share
            here.applies = here.applies + share
            if value.state is not None:
                value = here.leave_out(value, share)
            n = tile.writable(value)
            np.multiply(n, share, out=n)
            total = added(tile, total, Value(n, owned=True))
        d, state = here.settle(coverage)
        if lost is not None:
            state = lost.astype(np.int8) if state is None else np.where(lost != 0, lost, state).astype(np.int8)
        return Value(total.n, d, state, owned=total.owned)

    return Operation(run, q, bound, everything)
