"""Reads the sample site as it lies there, names its faults and counts the states that its creators stand for."""

import csv
import math
import re
import sys

from places import SITE
from tables import AGES, CATEGORIES, LABELS, MARKETS, MONEY, OFTEN_MISSING, OTHER_CATEGORIES, OWNER, SECOND

# What a public text must not hold: a mail address, a handle, a number long enough to dial, a link to a messenger.
CONTACT = re.compile(r"@|\+\d|\d[\d ().-]{6,}\d|wa\.me|zalo\.me|line\.me|viber:|tel:|mailto:", re.IGNORECASE)
LINK = re.compile(r"https?://([^/\s)>]+)")
PHOTO_BYTES, SITE_BYTES = 12_000, 1_500_000


class Check:
    """Reads the site as it lies there; collects faults and counts states."""

    def __init__(self):
        self.faults, self.states, self.rows = [], {}, {}

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def count(self, state, happened=True):
        self.states[state] = self.states.get(state, 0) + bool(happened)

    def run(self):
        listed = {market: {} for market in MARKETS}
        for market in MARKETS:
            path = SITE / "creators" / f"{market.lower()}.csv"
            with path.open(encoding="utf-8", newline="") as file:
                for number, row in enumerate(csv.DictReader(file), start=2):
                    self.creator(row, f"{path.name}:{number}", market)
                    if not self.excluded(row):
                        for name in filter(None, row["categories"].split(";")):
                            listed[market][name] = listed[market].get(name, 0) + 1
        bios = [row["bio"] for row in self.rows.values() if row["bio"]]
        if len(set(bios)) != len(bios):
            self.fault("creators", "a bio stands twice")
        if sum(count > 24 for count in listed["ID"].values()) < 2:
            self.fault("id.csv", "fewer than two categories have a second page of 24")
        self.profiles()
        self.photos()
        size = sum(path.stat().st_size for path in self.files())
        if size > SITE_BYTES:
            self.fault("site", f"{size} bytes")
        self.print_states(listed, size)
        return not self.faults

    @staticmethod
    def files():
        made = {SITE / "public", SITE / "private"}
        return [path for path in sorted(SITE.rglob("*")) if path.is_file() and not made & set(path.parents)]

    @staticmethod
    def excluded(row):
        return row.get("ecommerce") == "false" or row.get("account_type") in ("official", "marketing")

    def creator(self, row, where, market):
        username = row["username"]
        if not re.fullmatch(r"[a-z0-9._]*-[a-z0-9._-]*", username):
            self.fault(where, f"'{username}' is no lower-case username with a hyphen")
        if username in self.rows:
            self.fault(where, f"'{username}' stands twice")
        self.rows[username] = row
        if row["market"] != market or not row["nickname"]:
            self.fault(where, "wrong market or no nickname")
        names = row["categories"].split(";") if row["categories"] else []
        known = [name for name, _, _ in CATEGORIES.values()] + OTHER_CATEGORIES
        if len(names) > 3 or len(set(names)) != len(names) or not set(names) <= set(known):
            self.fault(where, f"categories {names}")
        for text in (row["bio"], row["nickname"]):
            if CONTACT.search(text):
                self.fault(where, f"a contact in '{text}'")
        self.figures(row, where)
        self.addresses(row, where)
        self.tally(row, names)

    def figures(self, row, where):
        def number(column):
            return float(row[column]) if row.get(column) else None
        for column in OFTEN_MISSING + AGES + ["followers", "audience_female", "score"]:
            share = column.endswith("_rate") or column.startswith("audience")
            top = 1 if share else {"rating": 5, "score": 100}.get(column, math.inf)
            if not 0 <= (number(column) or 0) <= top:
                self.fault(where, f"{column} is {row[column]}")
        ages = [row[age] for age in AGES if row.get(age)]
        if ages and (len(ages) != 5 or round(sum(float(age) for age in ages), 6) != 1):
            self.fault(where, "the ages of the audience don't sum to 1")
        parts = (number("gmv_video") or 0) + (number("gmv_live") or 0)
        if number("gmv") is not None and number("gmv") < parts - 0.005:
            self.fault(where, "gmv is less than its parts")
        if market_has_no_cents(row) and any("." in row[column] for column in MONEY if row.get(column)):
            self.fault(where, "fractions of a currency that has none")
        if row.get("updated") and not "2026-09-28" <= row["updated"] <= "2026-10-04":
            self.fault(where, f"updated {row['updated']}")

    def addresses(self, row, where):
        if row.get("email") and not row["email"].endswith(".example"):
            self.fault(where, "a mail address outside the reserved domains")
        for column in ("whatsapp", "phone", "zalo", "viber"):
            if row.get(column) and not re.match(r"\+990 |\+44 7700 900\d{3}$|\+44 20 7946 0\d{3}$", row[column]):
                self.fault(where, f"{column} could be somebody's")

    def tally(self, row, names):
        channels = ("email", "whatsapp", "phone", "zalo", "viber", "line")
        closed = row["authorized"] == "false"
        self.count("creators")
        self.count("not authorised", closed)
        self.count("not authorised, figures in the file", closed and row.get("videos"))
        self.count("contact off", row["contact_visible"] == "false")
        self.count("no contact at all", not any(row.get(channel) for channel in channels))
        self.count("phone given", row.get("phone"))
        self.count("linked to the owner", row.get("agency") == OWNER)
        self.count("linked to the second company", row.get("agency") == SECOND)
        self.count("linked to others", row.get("agency") not in (None, "", OWNER, SECOND))
        self.count("official or marketing account", row.get("account_type"))
        self.count("no e-commerce permission", row.get("ecommerce") == "false")
        self.count("a figure missing", not closed and any(not row.get(column) for column in OFTEN_MISSING))
        self.count("lives known to be 0", row.get("lives") == "0")
        self.count("videos known to be 0", row.get("videos") == "0")
        self.count("live GMV known to be 0", row.get("gmv_live") in ("0", "0.00"))
        self.count("followers known to be 0", row.get("followers") == "0")
        self.count("followers unknown", not row.get("followers"))
        self.count("a label stated", any(row.get(label) for label in LABELS))
        self.count("score stated", row.get("score"))
        self.count("no bio", not row["bio"])
        self.count("photo", row.get("photo"))
        for amount in range(4):
            self.count(f"{amount} categories", len(names) == amount)

    def profiles(self):
        for path in sorted((SITE / "profiles").glob("*")):
            text = path.read_text(encoding="utf-8")
            if path.stem not in self.rows or path.suffix != ".md":
                self.fault(path.name, "no creator of that name")
            # Thai and Chinese put no spaces between words; about five of their characters stand for one.
            dense = len(re.findall(r"[\u0e00-\u0e7f]", text)) / 5 + len(re.findall(r"[\u4e00-\u9fff]", text)) / 1.7
            words = len(re.sub(r"[\u0e00-\u0e7f\u4e00-\u9fff]+", " ", text).split()) + dense
            if not 150 <= words <= 400:
                self.fault(path.name, f"{words:.0f} words")
            if CONTACT.search(text):
                self.fault(path.name, f"a contact: '{CONTACT.search(text).group()}'")
            if any(not re.fullmatch(r"(\w+\.)*example\.com", host) for host in LINK.findall(text)):
                self.fault(path.name, "a link outside example.com")
            self.count("long profile")
            self.count("long profile with front matter", text.startswith("---\n"))

    def photos(self):
        named = {row["photo"] for row in self.rows.values() if row.get("photo")}
        there = {path.name: path.stat().st_size for path in (SITE / "photos").glob("*")}
        for name in sorted(named ^ set(there)):
            self.fault(f"photos/{name}", "named but not there, or there but named by nobody")
        for name, size in sorted(there.items()):
            if size > PHOTO_BYTES:
                self.fault(f"photos/{name}", f"{size} bytes")

    def print_states(self, listed, size):
        for state in self.states:
            print(f"{self.states[state]:5d}  {state}")
            if not self.states[state]:
                self.fault("site", f"nobody is: {state}")
        for market, counts in listed.items():
            biggest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
            people = sum(row["market"] == market for row in self.rows.values())
            print(f"{market}: {people} creators; " + ", ".join(f"{name} {count}" for name, count in biggest))
        print(f"{size} bytes in {len(self.files())} files")
        for fault in self.faults:
            print(f"fault: {fault}", file=sys.stderr)


def market_has_no_cents(row):
    return MARKETS[row["market"]][2] == 0
