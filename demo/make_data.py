"""Write the tables of the demonstration: twelve made-up engineers and one quarter, the same at every run."""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE.parent / "build" / "demo"
SEED = 2026
FIRST, DAYS = datetime(2026, 1, 4), 82  # the last weeks of the quarter are left for the answers

# How good the quarter was, from 0 to 1, which all figures of a person lean on.
ENGINEERS: Mapping[str, float] = {
    "张伟": 0.7, "王芳": 0.75, "李娜": 0.3, "刘洋": 0.6, "陈静": 0.65, "杨帆": 0.5, "赵敏": 0.85, "欧阳修文": 0.95,
    "Alice Brown": 0.1, "David Miller": 0.45, "Emma Wilson": 0.9, "Tom Lee": 0.4,
}  # fmt: skip
NAMES = tuple(ENGINEERS)
LEVELS = ("junior", "intermediate", "senior")
SUPERIORS = ("周经理", "Grace Hall")
NEW, FEW = "Tom Lee", "陈静"  # came in March; had hardly any complaint
CRITERIA = ("communication", "analysis", "soundness")

Row = dict[str, str]
Tables = dict[str, list[Row]]


class Quarter:
    """What one engineer did, drawn from chance.

    Args:
        chance: where every draw comes from.
        name: whose quarter it is.
    """

    def __init__(self, chance: random.Random, name: str) -> None:
        self.chance = chance
        self.name = name
        self.good = ENGINEERS[name]
        self.colleagues = [other for other in NAMES if other not in (name, NEW)]
        self.customers = [f"K{NAMES.index(name) + 1:02}{i:03}" for i in range(chance.randint(180, 240))]

    def between(self, poor: float, good: float, spread: float = 0.25) -> float:
        """A figure near where the quarter lies between poor and good."""
        place = self.good + self.chance.uniform(-spread, spread)
        return poor + (good - poor) * min(1.0, max(0.0, place))

    def happens(self, poor: float, good: float) -> bool:
        """Whether something happens that is so likely in a poor quarter, and so in a good one."""
        return self.chance.random() < poor + (good - poor) * self.good

    def day(self) -> datetime:
        """A moment of office hours in the quarter."""
        first = 65 if self.name == NEW else 0
        return FIRST + timedelta(days=self.chance.randint(first, DAYS), minutes=self.chance.randint(8 * 60, 18 * 60))

    def complaints(self) -> list[Row]:
        """Complaints, with the four stages of each."""
        many = 3 if self.name in (NEW, FEW) else round(self.between(17, 7))
        rows = []
        for _ in range(many):
            reported = self.day()
            answered = reported + timedelta(hours=self.between(32, 8, 0.3))
            analysed = answered + timedelta(hours=self.between(20, 6, 0.3))
            solved = analysed + timedelta(hours=self.between(60, 20, 0.3))
            confirmed = solved + timedelta(hours=self.between(24, 3, 0.3))
            status = "solved" if self.happens(0.82, 1) else self.chance.choice(("open", "unsolved"))
            ends = [solved, confirmed] if status == "solved" else [None, None]
            rows.append({
                "complaint": "", "engineer": self.name, "customer": self.chance.choice(self.customers),
                **dict(zip(("reported", "answered", "analysed", "solved", "confirmed"),
                           map(moment, [reported, answered, analysed, *ends]))),
                "status": status, "major": "",
            })  # fmt: skip
        return sorted(rows, key=lambda row: row["reported"])

    def surveys(self) -> list[Row]:
        """What customers say of the service, out of 100."""
        many = 4 if self.name == NEW else self.chance.randint(9, 14)
        scores = [round(self.between(74, 101) / 5) * 5 for _ in range(many)]
        return [
            {"survey": "", "engineer": self.name, "returned": moment(self.day()), "score": str(score)}
            for score in scores
        ]

    def tasks(self) -> list[Row]:
        """Joint tasks: when they were due, and when they were done."""
        rows = []
        for _ in range(self.chance.randint(8, 16)):
            due = self.day()
            late = 24 if self.happens(0.14, 0.0) else -24
            done = due + timedelta(hours=late * self.chance.uniform(0.2, 3))
            rows.append({"task": "", "engineer": self.name, "due": moment(due), "done": moment(done)})
        return rows

    def training(self) -> list[Row]:
        """Examinations; who fails one tries again."""
        rows = []
        for course in self.chance.sample(range(1, 13), 0 if self.name == NEW else 8):
            examined, passed = self.day(), self.happens(0.72, 1)
            for attempt in (1,) if passed else (1, 2):
                rows.append({
                    "engineer": self.name, "course": f"P{course:02}",
                    "examined": moment(examined + timedelta(days=attempt - 1)),
                    "attempt": str(attempt), "passed": "yes" if passed or attempt == 2 else "no",
                })  # fmt: skip
        return rows

    def levels(self) -> list[Row]:
        """The levels reached over the years."""
        reached = LEVELS[: 1 + int(self.good * 2.5 + self.chance.uniform(0, 0.6))]
        return [
            {"engineer": self.name, "level": level, "reached": f"{2023 + i}-0{self.chance.randint(1, 9)}-15"}
            for i, level in enumerate(reached)
        ]

    def assessments(self) -> list[Row]:
        """The 360° assessment of plan 1."""
        raters = self.raters({"superior": 1, "peer": 4, "subordinate": self.chance.randint(0, 4), "customer": 3})
        return [self.rated(rater, relation, "collaboration") for rater, relation in [*raters, (self.name, "self")]]

    def ratings(self) -> list[Row]:
        """The ratings of plan 2: the work by three parties, the teamwork by two."""
        parties = self.raters({"superior": 1, "peer": 3, "customer": self.chance.randint(3, 4)})
        rows = [self.rated(rater, relation, item) for rater, relation in parties for item in CRITERIA]
        peers = [rater for rater, relation in parties if relation == "peer"]
        others = [(f"D{self.chance.randint(10, 99)}-{i}", "department") for i in range(1, 4)]
        return rows + [self.rated(*who, "teamwork") for who in [*((rater, "peer") for rater in peers), *others]]

    def raters(self, counts: Mapping[str, int]) -> list[tuple[str, str]]:
        """So many raters of each relation."""
        of = {
            "superior": SUPERIORS, "peer": self.colleagues, "customer": self.customers,
            "subordinate": [f"助理{i}" for i in range(1, 9)],
        }  # fmt: skip
        return [(rater, relation) for relation, n in counts.items() for rater in self.chance.sample(of[relation], n)]

    def rated(self, rater: str, relation: str, item: str) -> Row:
        """One rating, 1 to 5."""
        score = min(5, max(1, round(self.between(2.5, 5.2) + self.chance.uniform(-0.6, 0.6))))
        day = datetime(2026, 3, 23) + timedelta(days=self.chance.randint(0, 7))
        return {
            "engineer": self.name, "rater": rater, "relation": relation, "item": item,
            "rated": f"{day:%Y-%m-%d}", "score": str(score),
        }  # fmt: skip


def moment(when: datetime | None) -> str:
    """As the ticket system writes it: by the clock on the wall, without a zone."""
    return "" if when is None else f"{when:%Y-%m-%d %H:%M}"


def tables() -> Tables:
    """Everybody's quarter, with a few of the slips that real tables have."""
    chance = random.Random(SEED)
    quarters = [Quarter(chance, name) for name in ENGINEERS]
    found: Tables = {
        name: [row for quarter in quarters for row in getattr(quarter, name)()]
        for name in ("complaints", "surveys", "tasks", "training", "levels", "assessments", "ratings")
    }
    found["customers"] = [
        {"engineer": quarter.name, "customer": customer} for quarter in quarters for customer in quarter.customers
    ]
    for name, key, letter in (("complaints", "complaint", "T"), ("surveys", "survey", "S"), ("tasks", "task", "J")):
        for number, row in enumerate(found[name], 1):
            row[key] = f"{letter}{number:03}"
    slip(found)
    return found


def slip(found: Tables) -> None:
    """What goes wrong: wrong clocks, gaps, a value of another kind, a rating twice, raters who did not answer."""

    def of(table: str, name: str, **fits: str) -> list[Row]:
        return [row for row in found[table] if row["engineer"] == name and all(row[k] == v for k, v in fits.items())]

    for row in of("complaints", "王芳", status="solved")[:2]:  # the answer was booked on the day before
        row["answered"] = moment(datetime.fromisoformat(row["reported"]) - timedelta(hours=9))
    of("complaints", "赵敏")[0]["major"] = "yes"
    for row in of("surveys", "张伟")[:2]:
        row["score"] = ""
    of("surveys", "David Miller")[0]["score"] = "95%"
    of("tasks", "李娜")[-1]["done"] = ""
    ratings = found["ratings"]
    twice = of("ratings", "杨帆", relation="peer", item="teamwork")[0]
    ratings.insert(ratings.index(twice) + 1, dict(twice))
    for row in of("assessments", "刘洋", relation="peer")[2:] + of("assessments", "刘洋", relation="subordinate"):
        found["assessments"].remove(row)


def write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """The rows as CSV that spreadsheets open as UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main(folder: Path = FOLDER) -> None:
    """Write a file for each table into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables().items():
        write(folder / f"{name}.csv", rows)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
