"""Commands: what `perfscheme` does, one module each, with its options and its exit code."""
