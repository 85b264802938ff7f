"""What can be wrong on the command line and in examples: codes PS401 to PS499."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {}
