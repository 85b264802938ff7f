"""The nouns of a scheme: each states its formula, and none knows of files or frames."""
