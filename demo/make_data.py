"""Write the two data files of the demonstration: twelve made-up engineers and one quarter, the same at every run."""

from __future__ import annotations

import csv
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).parent
SEED = 2026
MISSING = ""
NOT_APPLICABLE = "不适用"

# How good the quarter was, from 0 to 1, which all values of a person lean on.
ENGINEERS: Mapping[str, float] = {
    "张伟": 0.7, "王芳": 0.75, "李娜": 0.3, "刘洋": 0.6, "陈静": 0.65, "杨帆": 0.5, "赵敏": 0.85, "欧阳修文": 0.95,
    "Alice Brown": 0.1, "David Miller": 0.45, "Emma Wilson": 0.9, "Tom Lee": 0.4,
}  # fmt: skip
LEVELS = ("junior", "intermediate", "senior")

# Header: the value of a poor quarter, that of a good one, decimals. Headers here are the indicators' Chinese names.
TARGET: Mapping[str, tuple[float, float, int]] = {
    "满意度调查得分": (78, 99, 1),
    "客户投诉解决率": (84, 99, 1),
    "平均响应时间": (32, 10, 1),
    "问题解决时间": (110, 40, 1),
    "客诉次数": (15, 3, 0),
    "客诉率（占客户总数）": (7.5, 1.5, 1),
    "协作完成率": (86, 100, 1),
    "协作满意度": (80, 99, 1),
    "培训通过率": (70, 100, 0),
}
# Here headers are the keys of the scheme file; what both plans ask for is the same in both files.
WEIGHTED: Mapping[str, tuple[float, float, int]] = {
    "communication": (2.8, 5, 1),
    "analysis": (2.8, 5, 1),
    "soundness": (2.8, 5, 1),
    "teamwork": (2.8, 5, 1),
    "cases-handled": (18, 60, 0),
}
SHARED = {"satisfaction": "满意度调查得分", "handling-efficiency": "问题解决时间", "resolution-rate": "客户投诉解决率"}


def drawn(chance: random.Random, quarter: float, columns: Mapping[str, tuple[float, float, int]]) -> dict[str, str]:
    """One value for every column, near where the quarter lies between poor and good."""
    values = {}
    for name, (poor, good, decimals) in columns.items():
        place = min(1.0, max(0.0, quarter + chance.uniform(-0.25, 0.25)))
        values[name] = f"{poor + (good - poor) * place:.{decimals}f}"
    return values


def target_rows(chance: random.Random) -> list[dict[str, str]]:
    """The rows for the target-based plan."""
    return [
        {
            "姓名": name,
            **drawn(chance, quarter, TARGET),
            "业务知识掌握度": LEVELS[int(quarter * 2.5 + chance.uniform(0, 0.6))],
            "重大投诉次数": "0",
        }
        for name, quarter in ENGINEERS.items()
    ]


def weighted_rows(chance: random.Random, target: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """The rows for the weighted plan, of the same people in the same quarter."""
    return [
        {
            "engineer": row["姓名"],
            **{key: row[name] for key, name in SHARED.items()},
            **drawn(chance, ENGINEERS[row["姓名"]], WEIGHTED),
            "major-complaints": "0",
        }
        for row in target
    ]


def make_special(target: Sequence[dict[str, str]], weighted: Sequence[dict[str, str]]) -> None:
    """Give each file one case of all that a scheme has to treat: missing, not applicable, a veto, a wrong value."""
    by_name = {row["姓名"]: row for row in target}
    by_name["刘洋"]["协作满意度"] = MISSING
    by_name["陈静"] |= {"协作完成率": NOT_APPLICABLE, "协作满意度": NOT_APPLICABLE}
    by_name["赵敏"]["重大投诉次数"] = "1"
    by_name["Tom Lee"]["客户投诉解决率"] = "95%"
    by_name = {row["engineer"]: row for row in weighted}
    by_name["刘洋"]["analysis"] = MISSING
    by_name["陈静"]["teamwork"] = NOT_APPLICABLE
    by_name["赵敏"]["major-complaints"] = "1"
    by_name["Tom Lee"]["satisfaction"] = "0.93"


def write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """The rows as CSV that spreadsheets open as UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Write both files beside this one."""
    chance = random.Random(SEED)
    target = target_rows(chance)
    weighted = weighted_rows(chance, target)
    make_special(target, weighted)
    write(HERE / "engineers-target.csv", target)
    write(HERE / "engineers-weighted.csv", weighted)


if __name__ == "__main__":
    main()
