"""A generated catalogue, and queries answered by looking at each of its creators, word by word as DESIGN.md has it."""
import decimal
import random
import unicodedata

CATEGORIES = [
    "Health", "Beauty & Personal Care", "Food & Beverages", "Kids' Fashion", "Shoes", "Home Supplies", "Sports & Outdoor",
    "Automotive", "Luggage & Bags", "Collectibles", "Never Used",
]
# A score of few values and stars of fewer, so that ties are common.
FIGURES = {
    "score": "score", "followers": "followers", "gmv": "gmv", "units": "units_sold", "views": "video_views_avg",
    "gpm_video": "gpm_video", "gpm_live": "gpm_live", "engagement": "engagement_rate", "rating": "rating", "products": "products",
}
MONEY = {"gmv", "gpm_video", "gpm_live"}
BOTH_ENDS = {"score", "followers", "gmv"}
SORTS = ["score", "followers", "gmv", "gpm_video", "gpm_live", "views", "name"]
AGES = ["18-24", "25-34", "35-44", "45-54", "55-plus"]
LABELS = {"quick": "quick_to_respond", "frequent": "posts_frequently", "reliable": "reliable_with_samples"}
YES_NO = ["true", "false"]
FACETS = {
    "category": [], "type": ["video", "live"], "audience_age": AGES, "audience_gender": ["female", "male"], "quick": YES_NO,
    "frequent": YES_NO, "reliable": YES_NO, "managed": YES_NO,
}
OPEN_TO_ALL = {"followers", "rating", "products"}
NICKNAMES = [
    "Ayu Lestari", "AYU", "ayu beauty", "Nguyễn Thị Hoa", "Đặng Văn Đức", "สมชาย ใจดี", "Zoë O’Neill", "子轩 Tan", "José Dela-Cruz",
    "Straße & Söhne", "STRASSE", "Łukasz <live>", "Æon \"Fine\"", "budi's shop", "Budi Santoso", "İpek", "ΣΊΣΥΦΟΣ", "🛍️ Shop 24",
]
STEMS = ["ayu", "Ayu", "linh.style", "the_shop", "x-ray", "live", "budi", "zoe24"]


def slug(name):
    """Lower case, every run of other characters one hyphen, apostrophes vanish."""
    kept = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in name.lower().replace("'", ""))
    return "-".join(kept.split())


SLUGS = [slug(name) for name in CATEGORIES]


class Generator:
    """Creators as native records, with every kind of gap: absent, closed, a range only, another currency."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.taken = set()

    def creators(self, market, count):
        return [self.creator(market) for _ in range(count)]

    def creator(self, market):
        pick = self.random
        record = {
            "username": self.username(), "nickname": pick.choice(NICKNAMES), "market": market,
            "categories": pick.sample(CATEGORIES[:-1], pick.choice([0, 1, 1, 2, 3])) if pick.random() < 0.9 else ["Health"],
        }
        if pick.random() < 0.15:
            record["authorized"] = False
        if pick.random() < 0.2:
            record["agency"] = "Kilau Media"
        if pick.random() < 0.05:
            record["currency"] = "USD"
        if pick.random() < 0.8:
            record |= {"gmv_video": pick.randrange(4) / 10**6, "gmv_live": pick.randrange(3) / 10**6}
        if pick.random() < 0.8:
            cuts = [0, *sorted(pick.choices(range(11), k=4)), 10]
            shares = [(end - start) / 10 for start, end in zip(cuts, cuts[1:])]
            record |= {f"audience_age_{age.replace('-', '_')}": share for age, share in zip(AGES, shares) if pick.random() < 0.97}
        if pick.random() < 0.8:
            record["audience_female"] = pick.choice([0.2, 0.5, 0.500001, 0.8])
        record |= {label: pick.random() < 0.4 for label in LABELS.values() if pick.random() < 0.7}
        for figure, column in FIGURES.items():
            text = self.figure(figure)
            if text is not None:
                record[column] = text
        return record

    def username(self):
        while True:
            name = self.random.choice(STEMS) + self.random.choice(["", ".", "_"]) + str(self.random.randrange(10**6))
            if name.lower() not in self.taken:
                self.taken.add(name.lower())
                return name

    def figure(self, figure):
        pick = self.random
        kind = pick.random()
        if kind < 0.12:
            return None
        if kind < 0.15 and figure not in OPEN_TO_ALL:
            return "closed"
        if figure == "score":
            return pick.randrange(0, 101, 4)
        if figure == "rating":
            return pick.randrange(0, 11) / 2
        if figure == "engagement":
            return pick.choice([0, 0.0125, 0.05, 0.123456, 0.3])
        value = pick.choice([0, 5000, 10000, 2 ** pick.randrange(24), pick.randrange(10**pick.randrange(1, 9))])
        if figure == "gmv" and pick.random() < 0.05:
            # Neighbours that a double cannot tell apart once they are counted in millionths.
            return pick.choice(["9007199254.740992", "9007199254.740993", "9007199254.740994"])
        if figure in {"views", "gpm_live"} and pick.random() < 0.2:
            return f"{value}.{pick.choice([5, 25, 125])}"
        if figure in {"units", "gpm_video", "gmv"} and pick.random() < 0.08:
            return f"{value}.." if pick.random() < 0.3 else f"{value}..{value + pick.choice([1, 4000, 10**6])}"
        return value


def millionths(number):
    """As numbers are read everywhere: six places, rounded half to even."""
    return int((decimal.Decimal(str(number)) * 10**6).to_integral_value(decimal.ROUND_HALF_EVEN))


def figure_of(text):
    """The ends of what is known, in millionths; an open range ends at None. None where nothing is known."""
    if text is None or text == "closed":
        return None
    low, dots, high = str(text).partition("..")
    return millionths(low), millionths(high) if high else None if dots else millionths(low)


def words(name):
    """The runs of letters, marks and digits of a name without case and accents."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not 0x300 <= ord(each) <= 0x36F)
    plain = plain.upper().lower()
    for letter, other in {"ς": "σ", "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}.items():
        plain = plain.replace(letter, other)
    plain = unicodedata.normalize("NFKC", plain)
    return "".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in plain).split()


def known(record, *columns):
    values = [record.get(column) for column in columns]
    return None if record.get("authorized") is False or None in values else values


class Creator:
    """A record as everyone may see it."""

    def __init__(self, record):
        self.username = record["username"]
        self.name_key = "".join(upper.lower() for letter in record["nickname"] for upper in letter.upper()).encode()
        self.words = words(self.username) + words(record["nickname"])
        is_open = record.get("authorized") is not False
        self.figures = {
            figure: figure_of(record.get(column)) if is_open or figure in OPEN_TO_ALL else None
            for figure, column in FIGURES.items()
        }
        if "currency" in record:
            self.figures |= dict.fromkeys(MONEY)
        self.facets = {"category": [slug(name) for name in record["categories"]], "managed": ["true" if "agency" in record else "false"]}
        sales = known(record, "gmv_video", "gmv_live")
        self.facets["type"] = ["video" if sales[0] >= sales[1] else "live"] if sales else []
        shares = known(record, *(f"audience_age_{age.replace('-', '_')}" for age in AGES))
        self.facets["audience_age"] = [AGES[shares.index(max(shares))]] if shares else []
        female = known(record, "audience_female")
        self.facets["audience_gender"] = ["female" if female[0] > 0.5 else "male"] if female else []
        for facet, column in LABELS.items():
            stated = known(record, column)
            self.facets[facet] = [str(stated[0]).lower()] if stated else []

    def satisfies(self, query):
        """Whether all but facets hold."""
        for figure in FIGURES:
            low, high = (millionths(query[name]) if (name := f"{figure}_{end}") in query else None for end in ["min", "max"])
            if low is None and high is None:
                continue
            holds = self.is_within(figure, low, high)
            if holds is False or holds is None and query.get("unknown") != "include":
                return False
        return all(
            any(each.startswith(word) or len(word) >= 3 and word in each for each in self.words)
            for word in words(query.get("q", ""))
        )

    def is_within(self, figure, low, high):
        """None where that is not known."""
        if self.figures[figure] is None:
            return None
        start, end = self.figures[figure]
        if low is not None and end is not None and end < low or high is not None and start > high:
            return False
        is_above = low is None or start >= low
        is_below = high is None or end is not None and end <= high
        return True if is_above and is_below else None


class NaiveScan:
    """All listed creators of a market."""

    def __init__(self, records):
        self.creators = sorted(map(Creator, records), key=lambda creator: creator.username.encode())

    def answer(self, query):
        """(total, usernames of the page, {facet: {value: count}}) of {parameter: value or values}."""
        chosen = {facet: query[facet] if isinstance(query[facet], list) else [query[facet]] for facet in FACETS if facet in query}
        counts = {facet: dict.fromkeys(SLUGS if facet == "category" else values, 0) for facet, values in FACETS.items()}
        hits = []
        for creator in self.creators:
            if not creator.satisfies(query):
                continue
            failed = [facet for facet, values in chosen.items() if not set(values) & set(creator.facets[facet])]
            if not failed:
                hits.append(creator)
            for facet, values in creator.facets.items():
                if not failed or failed == [facet]:
                    for value in values:
                        counts[facet][value] += 1
        sort = query.get("sort", "followers")
        hits.sort(key=lambda creator: creator.name_key if sort == "name" else -(creator.figures[sort] or [-1])[0])
        size = int(query.get("per_page", 24))
        start = (int(query.get("page", 1)) - 1) * size
        return len(hits), [creator.username for creator in hits[start:start + size]], counts


def bounds(pick, figure):
    """Some ends, met exactly, missed narrowly, round or not."""
    ends = {
        "score": ["0", "40", "50.5", "100"], "rating": ["1", "3.5", "4.999999"], "engagement": ["0.05", "0.0125001", "2e-1"],
        "gmv": ["0", "10000", "65536", "9007199254.740992", "9007199254.740993", "9007199254.740994", "400000"],
    }.get(figure, ["0", "1", "5000", "5000.5", "1e4", "16384", "777777", "4000000", "900000000"])
    result = {f"{figure}_min": pick.choice(ends)} if figure not in BOTH_ENDS or pick.random() < 0.7 else {}
    if figure in BOTH_ENDS and (not result or pick.random() < 0.4):
        result[f"{figure}_max"] = pick.choice(ends)
    return result


def random_query(pick):
    """{parameter: value or values}: few filters or many, that give thousands or nobody."""
    query = {}
    if pick.random() < 0.45:
        query["category"] = sorted(set(pick.choices(SLUGS, k=pick.choice([1, 1, 1, 2, 3]))))
    chance = pick.choice([0.05, 0.15, 0.3])
    for facet, values in FACETS.items():
        if facet != "category" and pick.random() < chance:
            query[facet] = sorted(set(pick.choices(values, k=pick.choice([1, 1, 2])))) if facet == "audience_age" else pick.choice(values)
    for figure in FIGURES:
        if pick.random() < pick.choice([0, 0.1, 0.2]):
            query |= bounds(pick, figure)
    if pick.random() < 0.3:
        query["unknown"] = "include"
    if pick.random() < 0.12:
        query["q"] = pick.choice([
            "a", "ay", "ayu", "AYU beauty", "hoa", "dang duc", "ใจ", "มชา", "strasse", "live", "Zoe", "子", "zzz", "shop 24", "σίσυφος",
            "ipek", "12", "345", "æon",
        ])
    if pick.random() < 0.7:
        query["sort"] = pick.choice(SORTS)
    if pick.random() < 0.35:
        query["page"] = str(pick.choice([2, 3, 5, 12, 40]))
    if pick.random() < 0.3:
        query["per_page"] = str(pick.choice([1, 7, 50, 100]))
    return query
