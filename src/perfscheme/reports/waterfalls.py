"""Waterfalls: from nothing to the total, what each part and each rule added, drawn as SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Final, TypeAlias

import attrs

from perfscheme.diagnostics.widths import columns

WIDTH: Final = 720
LABEL: Final = 170
RIGHT: Final = 70
ROW: Final = 28
HEAD: Final = 26
FOOT: Final = 8
LONGEST: Final = 24
COLOURS: Final = {"more": "#2f7d5b", "less": "#b5483a", "whole": "#35526f"}

_Scale: TypeAlias = Callable[[float], float]


@attrs.frozen
class Bar:
    """One step.

    Args:
        name: what it is.
        start, end: the sum before and after it.
        figure: what it adds, in figures.
        whole: it stands for the sum itself.
    """

    name: str
    start: float
    end: float
    figure: str
    whole: bool = False


@attrs.frozen
class Mark:
    """A line across all bars, such as where a grade begins."""

    name: str
    at: float


def waterfall(bars: Sequence[Bar], marks: Iterable[Mark], title: str) -> str:
    """An SVG element with a row for each bar; `title` says what is seen to those who do not see it."""
    low = min(0.0, *(min(bar.start, bar.end) for bar in bars))
    high = max(0.0, *(max(bar.start, bar.end) for bar in bars))
    seen = [mark for mark in marks if low <= mark.at <= high * 1.25]
    high = max([high, *(mark.at for mark in seen)])
    span = (high - low) or 1.0
    height = HEAD + ROW * len(bars) + FOOT

    def x(value: float) -> float:
        return LABEL + (value - low) / span * (WIDTH - LABEL - RIGHT)

    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title>",
        *_marks(seen, x, height),
        f'<line x1="{x(0):.1f}" y1="{HEAD}" x2="{x(0):.1f}" y2="{height - FOOT}" stroke="#8b949e"/>',
    ]
    for place, bar in enumerate(bars):
        parts += _bar(bar, x(bar.start), x(bar.end), HEAD + ROW * place)
        if place + 1 < len(bars):
            top = HEAD + ROW * (place + 1)
            parts.append(
                f'<line x1="{x(bar.end):.1f}" y1="{top - 5}" x2="{x(bar.end):.1f}" y2="{top + 5}" stroke="#8b949e"/>'
            )
    return "\n".join([*parts, "</svg>"])


def _marks(marks: Sequence[Mark], x: _Scale, height: int) -> Iterator[str]:
    for mark in marks:
        at = f"{x(mark.at):.1f}"
        yield (
            f'<line x1="{at}" y1="{HEAD - 6}" x2="{at}" y2="{height - FOOT}" stroke="#c9a227" stroke-dasharray="4 3"/>'
        )
        yield f'<text x="{at}" y="{HEAD - 10}" text-anchor="middle" fill="#7a6210">{escape(mark.name)}</text>'


def _bar(bar: Bar, start: float, end: float, top: int) -> Iterator[str]:
    colour = COLOURS["whole" if bar.whole else "more" if end >= start else "less"]
    left, width = min(start, end), max(abs(end - start), 1.0)
    name = _short(bar.name)
    told = f"<title>{escape(bar.name)}</title>" if name != bar.name else ""
    weight = ' font-weight="600"' if bar.whole else ""
    base = top + ROW // 2 + 4
    yield f'<text x="{LABEL - 10}" y="{base}" text-anchor="end"{weight}>{told}{escape(name)}</text>'
    yield f'<rect x="{left:.1f}" y="{top + 5}" width="{width:.1f}" height="{ROW - 10}" fill="{colour}"/>'
    yield f'<text x="{left + width + 6:.1f}" y="{base}"{weight}>{escape(bar.figure)}</text>'


def _short(name: str) -> str:
    """A name that fits beside its bar."""
    if columns(name) <= LONGEST:
        return name
    kept = name
    while columns(kept) > LONGEST - 1:
        kept = kept[:-1]
    return kept + "…"
