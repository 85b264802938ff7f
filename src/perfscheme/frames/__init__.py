"""Data frames of pandas, Polars and PyArrow: handed in, and handed back with the scores beside them."""

from perfscheme.frames.scoring import score_frame

__all__ = ["score_frame"]
