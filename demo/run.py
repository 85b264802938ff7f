"""`make demo`: both plans score the engineers, and the weighted plan explains one of them in Chinese and English."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from perfscheme.cli import main as perfscheme

TARGET = ("schemes/target-based.scheme.yaml", "demo/engineers-target.csv")
WEIGHTED = ("schemes/weighted.scheme.yaml", "demo/engineers-weighted.csv")
COMMANDS = (
    ("score", *TARGET),
    ("score", *WEIGHTED),
    ("explain", *WEIGHTED, "--subject", "王芳", "--lang", "zh"),
    ("explain", *WEIGHTED, "--subject", "王芳", "--lang", "en"),
)
# One row of each file holds a wrong value, which `score` reports with exit code 1 while it scores the others.
EXPECTED = (1, 1, 0, 0)


def main() -> int:
    """Run the commands, and fail where one ends otherwise than it should."""
    os.chdir(Path(__file__).parents[1])
    codes = []
    for command in COMMANDS:
        print(f"$ perfscheme {shlex.join(command)}", flush=True)
        codes.append(perfscheme(command))
        sys.stderr.flush()
        print(flush=True)
    return 0 if tuple(codes) == EXPECTED else 1


if __name__ == "__main__":
    sys.exit(main())
