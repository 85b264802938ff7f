"""Laws: what holds for every scheme and every record, one entry each, for one's own schemes too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import PathLike
from pathlib import Path
from typing import TypeAlias

import attrs
from hypothesis import HealthCheck, Phase, given, settings

from perfscheme.nouns.registry import Registry
from perfscheme.reading.load import load, loads
from perfscheme.scheme import Scheme
from perfscheme.testing import doubles, proofs
from perfscheme.testing.batches import Record, rows
from perfscheme.testing.violations import Violation

Proof: TypeAlias = Callable[[Scheme, Sequence[Record]], None]


@attrs.frozen
class Law:
    """One law.

    Args:
        number: its number among the laws of the design.
        name: in one word or two.
        says: in a sentence.
        proof: raises `Violation` where the scheme breaks it with these records.
        faults: its records are to hold wrong values too.
    """

    number: int
    name: str
    says: str
    proof: Proof
    faults: bool = False

    def check(self, scheme: Scheme, records: Sequence[Record]) -> None:
        """Hold a scheme to the law.

        Raises:
            Violation: the law, the record and both answers.
        """
        try:
            self.proof(scheme, records)
        except Violation as violation:
            raise violation.of(self.number, self.name) from None


LAWS: tuple[Law, ...] = (
    Law(1, "exact", "A float is the decimal that prints it; text and Fraction of it score the same.", proofs.exact),
    Law(
        2, "one answer",
        "A batch gives every row the total, grade, coefficient, points and reasons that it has alone.",
        proofs.one_answer, faults=True,
    ),
    Law(3, "rounded once", "The total is the unrounded one, rounded as the scheme says.", proofs.rounded_once),
    Law(
        4, "missing is not zero",
        "What has no points carries no weight, the weights that count add up to 1, and no total lacks a reason.",
        proofs.missing_is_not_zero,
    ),
    Law(5, "edges", "Every total has exactly one grade, and an edge belongs to the grade that names it.", proofs.edges),
    Law(6, "direction", "A rising input moves the total only the way that analysis proves.", doubles.direction),
    Law(
        6, "better", "A better value never makes the total worse unless a rule fires, or a lint names the culprit.",
        doubles.better,
    ),
    Law(7, "order of rows", "The order of rows, columns and keys never matters.", proofs.row_order),
    Law(7, "order of children", "The order of a dimension's children never matters.", doubles.child_order),
    Law(8, "scale", "Weights times a constant, where they are normalised, change nothing.", doubles.scaled),
    Law(8, "nothing", "A child without weight, its value missing, changes no mean.", doubles.weightless),
    Law(9, "contributions", "What children contribute adds up to their dimension's points.", proofs.contributions),
    Law(11, "nothing lost", "Wrong values are reported by row and field, and the other rows score as without them.",
        proofs.nothing_lost, faults=True),
    Law(12, "replay", "The same scheme and record give the same card, also after pickling.", proofs.replay),
    Law(13, "round trip", "The content hash depends on the content, not on the order of keys.", doubles.same_content),
)  # fmt: skip
"""Laws 10 and 13 have a second half, on files, that the tests of the reader hold."""


def check_laws(
    scheme: Scheme | str | PathLike[str],
    *,
    laws: Sequence[Law] = LAWS,
    examples: int = 100,
    batch: int = 20,
    registry: Registry | None = None,
) -> None:
    """Hold a scheme to the laws, over random records that favour its own edges, ties and absences.

    Args:
        scheme: a scheme, the path of a file, or the text of one (it has a line break).
        laws: those to hold it to.
        examples: how many batches each law is tried with.
        batch: how many records each of them has.
        registry: the strategies that a file may name.

    Raises:
        Violation: an AssertionError that names the law, the record and both answers; of a small failing batch.
        SchemeError: the file is no scheme.
    """
    if not isinstance(scheme, Scheme):
        text = str(scheme)
        scheme = loads(text, registry=registry) if "\n" in text else load(Path(text), registry=registry)
    for law in laws:
        _run(law, scheme, examples, batch)


def _run(law: Law, scheme: Scheme, examples: int, batch: int) -> None:
    @settings(
        max_examples=examples, deadline=None, database=None, derandomize=True, report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink],
    )  # fmt: skip
    @given(rows(scheme, count=batch, faults=law.faults))
    def hold(found: list[Record]) -> None:
        law.check(scheme, found)

    hold()
