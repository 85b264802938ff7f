"""Widths: how many columns text takes on a terminal, where a Chinese sign takes two."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """Columns of a text: two for wide signs, none for those that combine with the sign before or are not drawn.

    >>> columns("hours 小时")
    10
    """
    return sum(_one(sign) for sign in text)


def _one(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
