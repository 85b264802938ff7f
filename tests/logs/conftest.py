"""Real logs, which lie beside the repository where they are at hand; nothing of them is kept here."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs
import pytest

DATA: Final = Path(__file__).parents[2].parent / "shared" / "data"


@attrs.frozen
class Log:
    """A real log.

    Args:
        scheme: the shipped scheme that fits it.
        table: what the scheme calls it.
        file: where it lies.
        times: its columns of times.
        problems: how many cells of it are told as wrong.
    """

    scheme: str
    table: str
    file: Path
    times: tuple[str, ...]
    problems: int


SHOP: Final = Log("online-shop", "tickets", DATA / "ecommerce_csat" / "tickets.csv",
                  ("issue_reported_at", "issue_responded_at"), 0)  # fmt: skip
CALLS: Final = Log("call-centre", "calls", DATA / "call_centre_pwc" / "calls.csv", ("date",), 0)
INCIDENTS: Final = Log("service-desk", "incidents", DATA / "it_incidents" / "incidents.csv",
                       ("opened_at", "resolved_at"), 99)  # fmt: skip
LOGS: Final = (SHOP, CALLS, INCIDENTS)


@pytest.fixture(params=LOGS, ids=lambda log: log.scheme)
def log(request: pytest.FixtureRequest) -> Log:
    """Each of them; where it is not at hand the test is left out."""
    found: Log = request.param
    if not found.file.exists():
        pytest.skip("the real logs are not here")
    return found
