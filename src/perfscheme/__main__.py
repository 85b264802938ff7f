"""`python -m perfscheme`: the command line."""

import sys

from perfscheme.cli import process

sys.exit(process())
