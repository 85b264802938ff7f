"""Numbers in a file: exact from their text, and for what is nearly a number, what to write instead."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

import attrs

from perfscheme.diagnostics.figures import figure

LONGEST = 60

PLAIN = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
RATIO = re.compile(r"([-+]?(?:0|[1-9][0-9]*))/([1-9][0-9]*)")
WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")

LOOSE = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
POWER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]{1,2}")
CLOCK = re.compile(r"([-+]?)([0-9]{1,6}):([0-5]?[0-9])(?::([0-5]?[0-9]))?")
BASE = re.compile(r"[-+]?0[xob][0-9a-fA-F_]+")
GROUPS = re.compile(r"[-+]?[0-9]{1,3}(?:[,_' ][0-9]{3})+(?:\.[0-9]+)?")
UNDERSCORES = re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]+)?")
COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
ENDLESS = re.compile(r"[-+]?\.?(?:inf|infinity|nan)", re.IGNORECASE)
SIGNED = re.compile(r"(?:>=|<=|=>|=<|≥|≤|>|<|=)\s*([-+]?[0-9]+(?:\.[0-9]+)?)\s*(?:%|[^\W\d_]{0,4})")
RANGE = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(?:-|~|–|—|至|到|,|\.\.)\s*([0-9]+(?:\.[0-9]+)?)")
UNIT = re.compile(r"([^\W\d_]{0,3}|[$£€¥₩])\s*([-+]?[0-9]+(?:\.[0-9]+)?)\s*([^\W\d_]{0,8}|[$£€¥₩])")


@attrs.frozen
class Slip:
    """A scalar that is no number as it stands.

    Args:
        code: which slip.
        facts: what the message names.
        certain: it cannot have been meant as a word, such as the name of a threshold.
        meant: the number that it must have been meant as; None where that is open.
    """

    code: str
    facts: dict[str, str]
    certain: bool
    meant: Fraction | None = None


def number(text: str) -> Fraction | Slip:
    """The number that a scalar's text is: decimal digits with a point, or a ratio of whole numbers, `1/3`."""
    if len(text) > LONGEST and re.fullmatch(r"[-+0-9./]*", text):
        return Slip("PS047", {"found": text, "limit": str(LONGEST)}, True)
    if PLAIN.fullmatch(text) or RATIO.fullmatch(text):
        return Fraction(text)
    return _slip(text)


def whole(text: str) -> int | Slip:
    """The whole number that a scalar's text is."""
    if len(text) <= LONGEST and WHOLE.fullmatch(text):
        return int(text)
    found = number(text)
    if isinstance(found, Slip):
        return found if found.code != "PS040" else attrs.evolve(found, code="PS048")
    return Slip("PS048", {"found": text}, True)


def _slip(text: str) -> Slip:
    folded = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()
    if len(folded) <= LONGEST:
        for read in (_digits, _percent, _clock, _signed, _range, _unit):
            if (slip := read(text, folded)) is not None:
                return slip
    return Slip("PS040", {"found": text}, False)


def _digits(text: str, folded: str) -> Slip | None:
    """Digits in a form that other programs read in other ways: `1_000`, `1,000`, `1,5`, `010`, `.5`, `1e3`, `0x1F`."""
    bare = folded
    if GROUPS.fullmatch(folded) or UNDERSCORES.fullmatch(folded):
        bare = re.sub(r"[,_' ]", "", folded)
    elif COMMA.fullmatch(folded):
        bare = folded.replace(",", ".")
    elif BASE.fullmatch(folded):
        try:
            return _write(text, Fraction(int(folded, 0)))
        except ValueError:
            return None
    elif ENDLESS.fullmatch(folded):
        return Slip("PS044", {"found": text}, False)
    if LOOSE.fullmatch(bare) or POWER.fullmatch(bare):
        return _write(text, Fraction(bare.rstrip(".")))
    if (ratio := re.fullmatch(r"([-+]?[0-9]+)\s*/\s*([0-9]+)", bare)) and int(ratio[2]):
        return _write(text, Fraction(int(ratio[1]), int(ratio[2])))
    return None


def _percent(text: str, folded: str) -> Slip | None:
    body = folded.removesuffix("%").strip()
    if body == folded or not LOOSE.fullmatch(body):
        return None
    value = Fraction(body.rstrip("."))
    return Slip("PS042", {"found": text, "instead": figure(value), "share": figure(value / 100)}, True, value)


def _clock(text: str, folded: str) -> Slip | None:
    parts = CLOCK.fullmatch(folded)
    if parts is None:
        return None
    large = Fraction(int(parts[2])) + Fraction(int(parts[3]), 60) + Fraction(int(parts[4] or 0), 3600)
    large = -large if parts[1] == "-" else large
    return Slip("PS043", {"found": text, "instead": figure(large), "smaller": figure(large * 60)}, True)


def _signed(text: str, folded: str) -> Slip | None:
    parts = SIGNED.fullmatch(folded)
    if parts is None:
        return None
    value = Fraction(parts[1])
    return Slip("PS049", {"found": text, "instead": figure(value)}, True, value)


def _range(text: str, folded: str) -> Slip | None:
    parts = RANGE.fullmatch(folded)
    if parts is None:
        return None
    low, high = Fraction(parts[1]), Fraction(parts[2])
    return Slip("PS070", {"found": text, "low": figure(low), "high": figure(high)}, True) if low < high else None


def written_range(text: str) -> str | None:
    """The list that is meant by `0-100` or `[0, 100]` in quotes; None where it is neither."""
    parts = RANGE.fullmatch(unicodedata.normalize("NFKC", text).strip("[] "))
    return None if parts is None else f"[{parts[1]}, {parts[2]}]"


def _unit(text: str, folded: str) -> Slip | None:
    parts = UNIT.fullmatch(folded)
    if parts is None or not (parts[1] or parts[3]):
        return None
    value = Fraction(parts[2])
    facts = {"found": text, "instead": figure(value), "unit": parts[3] or parts[1]}
    return Slip("PS045", facts, False, value)


def _write(text: str, value: Fraction) -> Slip:
    instead = figure(value)
    if len(instead) > LONGEST:
        return Slip("PS047", {"found": text, "limit": str(LONGEST)}, True)
    return Slip("PS041", {"found": text, "instead": instead}, True, value)
