"""The demonstration: its data are what its script writes, and its commands end as they should."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

DEMO = Path(__file__).parents[1] / "demo"


def test_the_data_are_what_the_script_writes(tmp_path: Path) -> None:
    """Somebody who wonders where a value comes from can make it again."""
    script = tmp_path / "make_data.py"
    script.write_text((DEMO / "make_data.py").read_text(encoding="utf-8"), encoding="utf-8")
    runpy.run_path(str(script), run_name="__main__")
    for name in ("engineers-target.csv", "engineers-weighted.csv"):
        assert (tmp_path / name).read_bytes() == (DEMO / name).read_bytes()


def test_both_plans_score_and_explain() -> None:
    """Every engineer but the one with a wrong value has a total; the explanation comes in both languages."""
    done = subprocess.run(
        [sys.executable, str(DEMO / "run.py")], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("Tom Lee") == 2
    assert done.stdout.count("欧阳修文") == 2
    assert "客户满意度" in done.stdout
    assert "Customer satisfaction" in done.stdout
