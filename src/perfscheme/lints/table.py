"""The table of lints, and how a scheme is held to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from perfscheme.diagnostics import Diagnostic, Severity
from perfscheme.lints import curves, directions, grades, names, panels, rules, scales, weights
from perfscheme.lints.findings import Finding
from perfscheme.lints.surveys import Survey
from perfscheme.nouns.waivers import Waiver
from perfscheme.scheme.schemes import Scheme

if TYPE_CHECKING:
    from perfscheme.diagnostics.places import Path


@attrs.frozen
class Lint:
    """One thing that can be said against a scheme.

    Args:
        code: of its message.
        find: every place at which it applies. What it finds is proved, or shown by records that were scored.
        severity: `warning`, or `note` for advice.
        shared: a fact of its message. Findings for which it is the same come of one mistake, and are told as one.
    """

    code: str
    find: Callable[[Survey], Iterable[Finding]]
    severity: Severity = "warning"
    shared: str | None = None

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """A finding as it is reported."""
        return Diagnostic(self.code, finding.path, finding.facts, severity=self.severity)


LINTS: tuple[Lint, ...] = (
    Lint("PS501", directions.turning),
    Lint("PS502", directions.reversed_totals),
    Lint("PS503", directions.unproved, severity="note"),
    Lint("PS511", curves.constant),
    Lint("PS512", curves.beyond),
    Lint("PS513", curves.never_met),
    Lint("PS514", curves.curtailed),
    Lint("PS515", curves.fractional),
    Lint("PS521", weights.dead),
    Lint("PS522", weights.rigid),
    Lint("PS531", rules.never),
    Lint("PS532", rules.always),
    Lint("PS533", rules.idle, severity="note"),
    Lint("PS534", rules.needless),
    Lint("PS541", names.unread),
    Lint("PS542", names.unused, severity="note"),
    Lint("PS543", names.untranslated, severity="note"),
    Lint("PS544", names.unknown),
    Lint("PS545", grades.underpaid),
    Lint("PS546", grades.incomplete, shared="reach"),
    Lint("PS551", scales.outside, shared="end"),
    Lint("PS552", scales.beyond),
    Lint("PS553", scales.unreached),
    Lint("PS554", scales.unsettled, severity="note"),
    Lint("PS555", scales.incomplete),
    Lint("PS561", panels.narrow, shared="panel"),
)


def lint(scheme: Scheme) -> tuple[Diagnostic, ...]:
    """Everything that can be said against a scheme, though it scores: lints that are not waived, in their order.

    Args:
        scheme: loaded or composed; paths are those of its file.

    Raises:
        TypeError: it is no scheme.

    >>> from perfscheme.nouns.aggregations.sums import SumOfPoints
    >>> from perfscheme.nouns.curves.all_or_nothing import AllOrNothing
    >>> from perfscheme.nouns.dimensions import Dimension
    >>> from perfscheme.nouns.indicators import Indicator
    >>> from perfscheme.nouns.missing import Refuse
    >>> from perfscheme.scheme import Scheme
    >>> cases = Indicator("cases", "count", better="higher", curve=AllOrNothing(0, points=10))
    >>> [found.code for found in lint(Scheme("s", Dimension(children=[cases], aggregation=SumOfPoints(Refuse()))))]
    ['PS511']
    """
    if not isinstance(scheme, Scheme):
        raise TypeError(f"`lint` takes a Scheme, not {type(scheme).__name__}; `check` takes the path of a file")
    survey = Survey(scheme)
    found = [*scheme.statement.findings, *(each.diagnostic(finding) for each, finding in _findings(survey))]
    return tuple(_told_once(_unwaived(survey, found)))


def findings(scheme: Scheme) -> Iterator[tuple[Lint, Finding]]:
    """What each lint finds in a scheme, waived or not, with the records that show it."""
    return _findings(Survey(scheme))


def _findings(survey: Survey) -> Iterator[tuple[Lint, Finding]]:
    for each in LINTS:
        for finding in each.find(survey):
            yield each, finding


def _unwaived(survey: Survey, found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that no waiver covers, then the waivers that cover none."""
    waivers = [(path, part) for path, part in survey.once(names.everything) if isinstance(part, Waiver)]
    needed: set[Path] = set()
    for diagnostic in found:
        covering = [path for path, waiver in waivers if _covers(path, waiver, diagnostic)]
        needed.update(covering)
        if not covering:
            yield diagnostic
    for path, waiver in waivers:
        if path not in needed:
            yield Diagnostic("PS591", path, {"found": waiver.lint}, severity="warning")


def _told_once(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What is found, with the first of those that come of one mistake in place of them all."""
    shared = {each.code: each.shared for each in LINTS if each.shared is not None}
    told: dict[object, Diagnostic] = {}
    for i, diagnostic in enumerate(found):
        fact = shared.get(diagnostic.code)
        key = i if fact is None else (diagnostic.code, diagnostic.facts[fact])
        first = told.setdefault(key, diagnostic)
        if first is not diagnostic:
            told[key] = attrs.evolve(first, also=(*first.also, diagnostic.path))
    yield from told.values()


def _covers(path: Path, waiver: Waiver, diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic stands at the place of a waiver, or within it."""
    place = path[:-2]
    return waiver.lint == diagnostic.code and diagnostic.path[: len(place)] == place
