"""The sentences of all diagnostics, one module per part of the library."""
