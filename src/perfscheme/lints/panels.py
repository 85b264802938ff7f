"""Panels: ratings that take up a small part of what the indicators that they become may be."""

from __future__ import annotations

from collections.abc import Iterator

from perfscheme.lints.findings import Finding
from perfscheme.lints.surveys import Survey
from perfscheme.nouns.inputs import NumberInput


def narrow(survey: Survey) -> Iterator[Finding]:
    """Items whose ratings cannot leave half of the range of the input that they give: they were to be converted."""
    evidence = survey.scheme.evidence
    if evidence is None:
        return
    from perfscheme.nouns.evidence.ties import ends  # a plan without evidence does without its classes

    for panel in evidence.panels:
        reach = ends(panel, evidence.table(panel.table))
        for item in panel.items:
            spec = survey.statement.inputs[item.input]
            low, high = spec.valid if isinstance(spec, NumberInput) else (None, None)
            if reach is None or low is None or high is None or 2 * (reach[1] - reach[0]) > high - low:
                continue
            facts = {"name": item.input, "low": reach[0], "high": reach[1], "least": low, "most": high}
            yield Finding(("evidence", "panels", panel.panel, "items", item.item), {**facts, "panel": panel.panel})
