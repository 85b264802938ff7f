"""The waist: a scheme and what it scores."""

from perfscheme.scheme.schemes import Scheme

__all__ = ["Scheme"]
