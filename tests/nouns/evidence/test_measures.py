"""Measures."""

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.evidence.measures import Count, Percentile, Ratio


def test_measures_that_cannot_be() -> None:
    """Decimals beyond reason, a minimum of none, percents beyond all rows."""
    with pytest.raises(SchemeError, match="PS611"):
        Count("n", table="t", decimals=13)
    with pytest.raises(SchemeError, match="PS611"):
        Ratio("n", of="a", to="b", decimals=-1)
    with pytest.raises(SchemeError, match="PS612"):
        Count("n", table="t", at_least=0)
    with pytest.raises(SchemeError, match="PS613"):
        Percentile("n", table="t", of="x", percent=101, method="nearest-rank")
