"""As is: the value is the points."""

from __future__ import annotations

from typing import ClassVar

import attrs

from perfscheme.formula.nodes import Formula
from perfscheme.nouns.setting import Setting


@attrs.frozen
class AsIs:
    """The value, taken as points: a rating that is given in points already.

    >>> from perfscheme.formula.nodes import Input
    >>> x = Input("rating")
    >>> AsIs().formula(x, Setting({}, [])) is x
    True
    """

    kind: ClassVar[str] = "as-is"

    def formula(self, x: Formula, setting: Setting) -> Formula:  # noqa: ARG002 - every curve takes its setting
        """Points of the value `x`."""
        return x
