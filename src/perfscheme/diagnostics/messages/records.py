"""What can be wrong with records and columns of values: codes PS301 to PS399."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {}
