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


def line(row, factor):
    """One line of a snapshot: the figures as they were at `factor` of today's."""
    record = {
        "username": row["username"], "market": row["market"], "format": "csv", "file": "list.csv",
        "currency": CURRENCY[row["market"]], "row": "0",
    }
    for name in ["followers", "gmv", "video_views_avg"]:
        if row[name] and ".." not in row[name]:
            value = number(row[name]) * factor
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
        factor = 1.0
        for day in reversed(DAYS):
            factor *= rng.uniform(0.72, 1.04)
            lines[day].append(line(row, factor))
    for day, told in lines.items():
        (folder / f"{day}.jsonl").write_text("".join(each + "\n" for each in told), encoding="utf-8")
