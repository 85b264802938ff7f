"""`python -m perfscheme`: the command line."""

import sys

from perfscheme.cli import main

sys.exit(main())
