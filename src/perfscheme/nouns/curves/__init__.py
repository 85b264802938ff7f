"""Curves: from the value of an indicator to its points; each states its formula."""
