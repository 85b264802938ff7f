"""What can be wrong with curves, units, inputs, thresholds and indicators: codes PS101 to PS199."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {}
