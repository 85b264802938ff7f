"""Words of evidence in documents."""

from __future__ import annotations

import typing

from perfscheme.nouns.evidence.measures import Measure
from perfscheme.nouns.evidence.row_measures import RowMeasure
from perfscheme.reports.tellings import TELLINGS


def test_every_kind_of_measure_is_told_by_what_it_reads() -> None:
    """Each thing that it reads, at its key, and the rows."""
    written = {"of": "a", "by": "b", "having": "c", "percent": 1, "method": "nearest-rank"}
    for noun in typing.get_args(Measure):
        if issubclass(noun, RowMeasure):
            own = {field.name: written[field.name] for field in noun.__attrs_attrs__ if field.name in written}  # type: ignore[attr-defined]
            for words in TELLINGS[f"counted-{noun.kind}"].values():
                assert all(f"{{{key}}}" in words for key in ("rows", *own)), words
