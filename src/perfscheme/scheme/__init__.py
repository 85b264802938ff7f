"""The waist: a scheme and what it scores."""

from perfscheme.scheme.cards import Change, Part, Scorecard, ThresholdResult
from perfscheme.scheme.schemes import Scheme

__all__ = ["Change", "Part", "Scheme", "Scorecard", "ThresholdResult"]
