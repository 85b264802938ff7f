"""From the text of a file to a scheme; the gallery of shipped schemes."""

from perfscheme.reading.gallery import gallery
from perfscheme.reading.load import check, checks, load, loads

__all__ = ["check", "checks", "gallery", "load", "loads"]
