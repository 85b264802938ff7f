"""Writing: a scheme as canonical YAML, and files brought into that form with their comments kept."""

from perfscheme.writing.dump import dump, dumps
from perfscheme.writing.formatting import formatted

__all__ = ["dump", "dumps", "formatted"]
