"""What can be wrong with aggregations, missing policies, rules, conditions, grades, the tree: codes PS201 to PS299."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {}
