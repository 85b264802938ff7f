"""Findings: what a lint says of one place."""

from __future__ import annotations

from perfscheme.lints import Finding


def test_a_finding_needs_no_records():
    """Where the argument is in the message."""
    assert Finding(("score",), {"name": "a"}).records == ()
