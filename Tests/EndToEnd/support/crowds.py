"""Made-up creators with every kind of gap, and queries that meet them.

Nothing that a build derives is needed to know what they are: score and labels are stated, or there is nothing to derive
them from. Closed figures consist of `leaks.CLOSED_DIGIT`, open ones are without it.
"""
import random

from support.leaks import canary_contacts
from support.naive import AGES, BOTH_ENDS, CURRENCIES, FACETS, FIGURES, LABELS, SORTS, slug

CATEGORIES = ["Health", "Beauty & Personal Care", "Food & Beverages", "Kids' Fashion", "Shoes", "Home Supplies", "Menswear & Underwear"]
NICKNAMES = [
    "Ayu Lestari", "AYU", "ayu beauty", "Nguyễn Thị Hoa", "Đặng Văn Đức", "Trần Ngọc Ánh", "สมชาย ใจดี", "น้ำฝน รีวิว", "ครูแป้ง",
    "Zoë O’Neill", "José Dela-Cruz", "Straße & Söhne", "STRASSE", "Łukasz <live>", "Æon \"Fine\"", "budi's shop", "Budi Santoso",
    "İpek", "ΣΊΣΥΦΟΣ", "子轩 Tan", "🛍️ Shop 24", "=1+1", "@here", "+cmd|' /C calc'!A0", "-2+3", "comma, \"quotes\"",
]
STEMS = ["ayu", "Ayu", "linh.style", "the_shop", "x-ray", "live", "budi", "zoe24"]
ASKED_NAMES = [
    "a", "ay", "ayu", "AYU beauty", "hoa", "dang duc", "nguyen", "ngoc anh", "Đức", "ใจ", "มชา", "น้ำ", "แป้ง", "strasse", "STRAẞE",
    "Zoe", "oneill", "cruz jose", "子", "zzz", "shop 24", "σίσυφος", "ipek", "12", "345", "æon", "eon", "s", "ve", "iv", "sto ant",
]
CLOSED = 777777


class Crowd:
    """Creators of one market as native records, from a seed."""

    def __init__(self, seed, market, count):
        self.random = random.Random(f"{seed} {market}")
        self.market = market
        self.number = 0
        self.listed = [self.creator(f"{self.random.choice(STEMS)}{self.random.choice(['', '.', '_'])}") for _ in range(count)]
        # Not listed: no e-commerce permission, official and marketing accounts.
        self.unlisted = [
            self.creator("ayu-hidden") | fields
            for fields in [{"ecommerce": False}, {"account_type": "official"}, {"account_type": "marketing"}] * 4
        ]

    @property
    def all(self):
        return [*self.listed, *self.unlisted]

    def creator(self, stem):
        pick = self.random
        self.number += 1
        record = {
            "username": f"{stem}{self.number_without_seven(4)}{self.market.lower()}{self.number}", "nickname": pick.choice(NICKNAMES),
            "market": self.market, **canary_contacts(self.number + 10**5 * list(CURRENCIES).index(self.market)), "contact_visible": pick.random() < 0.8,
        }
        if pick.random() < 0.9:
            record["categories"] = pick.sample(CATEGORIES, pick.choice([1, 1, 2, 3]))
        if pick.random() < 0.2:
            record["agency"] = pick.choice(["Kilau Media", "Agency One"])
        if pick.random() < 0.08:
            record["currency"] = "USD"
        return record | (self.closed_figures() if pick.random() < 0.15 else self.figures())

    def closed_figures(self):
        """All that is known of someone who has not authorised it."""
        record = dict.fromkeys([column for column in FIGURES.values() if column not in ["score", "engagement_rate"]], CLOSED)
        record |= {"gmv": 2 * CLOSED, "gmv_video": CLOSED, "gmv_live": CLOSED, "score": 77.777777, "engagement_rate": 0.777777}
        record |= {"audience_female": 0.777777, "rating": 3, "updated": "2017-07-17", "authorized": False}
        record |= dict.fromkeys(LABELS.values(), True) | {"audience_age_18_24": 0.777777}
        return record | {"followers": self.number_without_seven(4), "products": self.random.randrange(4)}

    def figures(self):
        pick = self.random
        record = {label: pick.random() < 0.5 for label in LABELS.values() if pick.random() < 0.75}
        if pick.random() < 0.75:
            record |= {"gmv_video": pick.randrange(3) / 10**6, "gmv_live": pick.randrange(3) / 10**6}
        if pick.random() < 0.75:
            cuts = [0, *sorted(pick.choices(range(7), k=4)), 6]
            shares = [(end - start) / 6 for start, end in zip(cuts, cuts[1:])]
            record |= {
                f"audience_age_{age.replace('-', '_')}": round(share, 2) for age, share in zip(AGES, shares) if pick.random() < 0.97
            }
        if pick.random() < 0.75:
            record["audience_female"] = pick.choice([0.2, 0.5, 0.500001, 0.8])
        figures = {column: self.figure(figure) for figure, column in FIGURES.items()}
        return record | {column: text for column, text in figures.items() if text is not None}

    def figure(self, figure):
        pick = self.random
        kind = pick.random()
        if kind < 0.12:
            return None
        if kind < 0.15 and figure not in ["followers", "rating", "products"]:
            return "closed"
        if figure == "score":
            return pick.choice([0, 12.5, 40, 40.000001, 60, 88, 100])
        if figure == "rating":
            return pick.randrange(0, 11) / 2
        if figure == "engagement":
            return pick.choice([0, 0.0125, 0.05, 0.123456, 0.3])
        value = pick.choice([0, 5000, 10000, 2 ** pick.choice([5, 11, 13, 18]), self.number_without_seven(pick.randrange(1, 9))])
        if kind > 0.85 and figure in ["followers", "gmv", "units", "views", "gpm_video"]:
            return f"{value}.." if pick.random() < 0.3 else f"{value}..{value + pick.choice([1, 4000, 10**6])}"
        if figure == "gmv" and kind > 0.8:
            # Neighbours that a double cannot tell apart once they are counted in millionths.
            return pick.choice(["9001199254.140992", "9001199254.140993", "9001199254.140994"])
        if figure in ["views", "gpm_live"] and kind > 0.75:
            return f"{value}.{pick.choice([5, 25, 125])}"
        return value

    def number_without_seven(self, digits):
        return int("".join(self.random.choice("01234568") for _ in range(digits)))


def random_query(pick, records):
    """{parameter: value, or list of values}: few filters or many, bounds beside the figures of some creator."""
    query = {}
    if pick.random() < 0.4:
        query["category"] = sorted({slug(name) for name in pick.choices(CATEGORIES, k=pick.choice([1, 1, 2, 3]))})
    chance = pick.choice([0.05, 0.15, 0.3])
    for facet, values in FACETS.items():
        if facet != "category" and pick.random() < chance:
            query[facet] = sorted(set(pick.choices(values, k=2))) if facet == "audience_age" else pick.choice(values)
    for figure in FIGURES:
        if pick.random() < pick.choice([0, 0, 0.1, 0.25]):
            query |= bounds(pick, figure, records)
    if pick.random() < 0.35:
        query["unknown"] = pick.choice(["include", "include", "exclude"])
    if pick.random() < 0.2:
        query["q"] = pick.choice(ASKED_NAMES)
    if pick.random() < 0.7:
        query["sort"] = pick.choice(SORTS)
    if pick.random() < 0.35:
        query["page"] = str(pick.choice([1, 2, 3, 5, 12, 40]))
    if pick.random() < 0.3:
        query["per_page"] = str(pick.choice([1, 5, 50, 100]))
    return query


def bounds(pick, figure, records):
    """A lower bound, an upper one, or both."""
    names = [f"{figure}_{end}" for end in (["min", "max"] if figure in BOTH_ENDS else ["min"])]
    return {name: bound(pick, figure, records) for name in pick.sample(names, pick.randint(1, len(names)))}


def bound(pick, figure, records):
    """A round number, or an end of some creator's figure, met or missed by the least."""
    known = str(pick.choice(records).get(FIGURES[figure], ""))
    text = pick.choice([end for end in known.split("..") if end] or ["0"])
    if text == "closed" or pick.random() < 0.3:
        return pick.choice({"score": ["50", "0"], "rating": ["4.5"], "engagement": ["0.05", "2e-1"]}.get(figure, ["1000", "1e4"]))
    return pick.choice([text, text, f"{text}{'001' if '.' in text else '.000001'}"])
