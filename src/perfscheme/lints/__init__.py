"""Lints: what can be said against a scheme that is right in form, each with its proof or its witness."""

from perfscheme.lints.findings import Finding
from perfscheme.lints.table import LINTS, Lint, findings, lint

__all__ = ["LINTS", "Finding", "Lint", "findings", "lint"]
