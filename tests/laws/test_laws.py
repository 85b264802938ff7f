"""The laws of the house, each held over random whole schemes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfscheme.testing import LAWS, Law, rows, schemes

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: f"{law.number}-{law.name.replace(' ', '-')}")
@settings(max_examples=25, suppress_health_check=SLOW)
@given(data=st.data())
def test_law(law: Law, data: st.DataObject) -> None:
    """Every law holds for every scheme that can be written, over batches rich in ties, edges and absences."""
    scheme = data.draw(schemes())
    law.check(scheme, data.draw(rows(scheme, count=10, faults=law.faults)))
