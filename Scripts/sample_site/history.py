"""Dated snapshots of earlier months, as imports of then would have kept them: site/snapshots/DAY.jsonl."""

import csv
import json
import random

from places import SITE
from tables import MARKETS

DAYS = ["2026-03-31", "2026-05-31", "2026-07-31"]
CURRENCY = {"GB": "GBP", "ID": "IDR", "MY": "MYR", "VN": "VND", "TH": "THB", "PH": "PHP", "SG": "SGD"}
# One creator in three had been in the agency's lists before.
SHARE = 1 / 3


def number(text):
    value = float(text)
    return int(value) if value == int(value) else round(value, 2)


def line(row, factors):
    """One line of a snapshot: the figures as they were, each at its factor of today's."""
    record = {
        "username": row["username"], "market": row["market"], "format": "csv", "file": "list.csv",
        "currency": CURRENCY[row["market"]], "row": "0",
    }
    for name in ["followers", "gmv", "video_views_avg"]:
        if row[name] and ".." not in row[name]:
            value = number(row[name]) * factors[name]
            record[name] = round(value) if name != "gmv" or value > 1000 else round(value, 2)
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def write_snapshots():
    rows = []
    for market in MARKETS:
        with open(SITE / "creators" / f"{market.lower()}.csv", encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    folder = SITE / "snapshots"
    folder.mkdir(exist_ok=True)
    lines = {day: [] for day in DAYS}
    for row in sorted(rows, key=lambda row: row["username"].lower().encode()):
        rng = random.Random("history " + row["username"])
        if rng.random() > SHARE or not row["followers"]:
            continue
        factors = {"followers": 1.0, "gmv": 1.0, "video_views_avg": 1.0}
        for day in reversed(DAYS):
            # Followers come and stay; sales and views go up and down.
            for name, (least, most) in {"followers": (0.78, 0.99), "gmv": (0.6, 1.3), "video_views_avg": (0.7, 1.25)}.items():
                factors[name] *= rng.uniform(least, most)
            lines[day].append(line(row, factors))
    for day, told in lines.items():
        (folder / f"{day}.jsonl").write_text("".join(each + "\n" for each in told), encoding="utf-8")
