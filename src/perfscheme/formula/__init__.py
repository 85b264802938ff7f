"""The algebra of formulas and its interpreters; knows nothing of performance plans."""
