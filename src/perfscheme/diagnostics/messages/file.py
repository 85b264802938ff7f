"""What can be wrong with a file before it is understood: codes PS001 to PS099."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {}
