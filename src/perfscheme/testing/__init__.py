"""Proof for one's own schemes: Hypothesis strategies for schemes and records, and the laws that they must obey.

>>> from perfscheme.testing import check_laws
>>> check_laws("schemes/weighted.scheme.yaml", examples=50)  # doctest: +SKIP
"""

from perfscheme.testing.batches import columns, records, rows
from perfscheme.testing.compositions import schemes
from perfscheme.testing.laws import LAWS, Law, check_laws
from perfscheme.testing.violations import Violation

__all__ = ["LAWS", "Law", "Violation", "check_laws", "columns", "records", "rows", "schemes"]
