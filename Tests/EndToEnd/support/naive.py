"""Queries answered by looking at every creator in turn, word by word as DESIGN.md has it ("What a query means, exactly").

Takes native records. Score and labels are taken as stated: records must state them, or lack what they are derived from.
"""
import collections
import decimal
import unicodedata

# Parameter and native column of each figure that bounds can be set for; those with an upper bound; those in money.
FIGURES = {
    "score": "score", "followers": "followers", "gmv": "gmv", "units": "units_sold", "views": "video_views_avg",
    "gpm_video": "gpm_video", "gpm_live": "gpm_live", "engagement": "engagement_rate", "rating": "rating", "products": "products",
}
BOTH_ENDS = ["score", "followers", "gmv"]
MONEY = ["gmv", "gpm_video", "gpm_live"]
SORTS = ["score", "followers", "gmv", "gpm_video", "gpm_live", "views", "name"]

AGES = ["18-24", "25-34", "35-44", "45-54", "55-plus"]
LABELS = {"quick": "quick_to_respond", "frequent": "posts_frequently", "reliable": "reliable_with_samples"}
YES_NO = ["true", "false"]
# The values of each facet in the order in which they are shown; the category's are the site's.
FACETS = {
    "category": [], "type": ["video", "live"], "audience_age": AGES, "audience_gender": ["female", "male"], "quick": YES_NO,
    "frequent": YES_NO, "reliable": YES_NO, "managed": YES_NO,
}
# What stays open of a creator who has authorised nothing.
OPEN_TO_ALL = {
    "username", "nickname", "market", "photo", "bio", "profile", "categories", "agency", "followers", "rating", "products",
    "authorized", "contact_visible", "currency", "ecommerce", "account_type",
}
CURRENCIES = {"GB": "GBP", "ID": "IDR", "MY": "MYR", "VN": "VND", "TH": "THB", "PH": "PHP", "SG": "SGD"}


def slug(name):
    """Lower case, every run of other characters one hyphen, apostrophes vanish."""
    kept = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in name.lower().replace("'", ""))
    return "-".join(kept.split())


def millionths(number):
    """As numbers are read everywhere: six places, rounded half to even."""
    return int((decimal.Decimal(str(number)) * 10**6).to_integral_value(decimal.ROUND_HALF_EVEN))


def ends(text):
    """(from, to) of a native figure in millionths; `to` is None where a range is open. None where nothing is known."""
    if text is None or text == "closed":
        return None
    low, dots, high = str(text).partition("..")
    return millionths(low), millionths(high or low) if high or not dots else None


PLAIN_LETTERS = {"ς": "σ", "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}


def name_key(name):
    """What nicknames are ordered by: every code point in upper, then in lower case."""
    return "".join(upper.lower() for letter in name for upper in letter.upper())


def words(name):
    """The runs of letters, marks and numbers of a name without case and accents."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not 0x300 <= ord(letter) <= 0x36F)
    plain = unicodedata.normalize("NFKC", "".join(PLAIN_LETTERS.get(letter, letter) for letter in name_key(bare)))
    return "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in plain).split()


def is_named_by(asked, names):
    """Every word begins a word of the names or, from three letters, stands in one."""
    return all(any(name.startswith(word) or len(word) >= 3 and word in name for name in names) for word in asked)


class Seen:
    """A creator as everyone may see them."""

    def __init__(self, record, currency):
        is_open = record.get("authorized") is not False
        self.record = record if is_open else {key: value for key, value in record.items() if key in OPEN_TO_ALL}
        self.username = record["username"]
        self.name_key = name_key(record["nickname"]).encode()
        self.names = words(self.username) + words(record["nickname"])
        is_comparable = record.get("currency", currency) == currency
        self.figures = {
            figure: ends(self.record.get(column)) if is_comparable or figure not in MONEY else None
            for figure, column in FIGURES.items()
        }
        self.values = {facet: [value] if value else [] for facet, value in self.choices()}
        self.values["category"] = [slug(name) for name in record.get("categories", [])]

    def choices(self):
        record = self.record
        video, live = record.get("gmv_video"), record.get("gmv_live")
        yield "type", None if None in (video, live) else "video" if video >= live else "live"
        shares = [record.get("audience_age_" + age.replace("-", "_")) for age in AGES]
        yield "audience_age", None if None in shares else AGES[shares.index(max(shares))]
        female = record.get("audience_female")
        yield "audience_gender", None if female is None else "female" if female > 0.5 else "male"
        for facet, column in LABELS.items():
            yield facet, {True: "true", False: "false", None: None}[record.get(column)]
        yield "managed", "true" if "agency" in record else "false"

    def meets(self, bounds, takes_unknown):
        """Whether all of [(figure, end, millionths)] hold."""
        return all(
            takes_unknown if holds is None else holds
            for holds in (satisfies(self.figures[figure], end, bound) for figure, end, bound in bounds)
        )


def bounds_of(query):
    return [
        (figure, end, millionths(query[f"{figure}_{end}"])) for figure in FIGURES for end in ["min", "max"]
        if f"{figure}_{end}" in query
    ]


def satisfies(known, end, bound):
    """Whether a figure holds against one end of a bound; None where that cannot be said."""
    if known is None:
        return None
    low, high = known
    if end == "min":
        return True if low >= bound else False if high is not None and high < bound else None
    return True if high is not None and high <= bound else False if low > bound else None


class NaiveScan:
    """The listed creators of one market."""

    def __init__(self, records, currency=None):
        self.creators = sorted(
            (Seen(record, currency or CURRENCIES[record["market"]]) for record in records),
            key=lambda creator: creator.username.encode(),
        )

    def answer(self, query):
        """(total, usernames of the page, {facet: Counter of values}) of {parameter: value, or list of values}."""
        hits, counts = self.hits(query)
        size = int(query.get("per_page", 24))
        start = (int(query.get("page", 1)) - 1) * size
        return len(hits), hits[start:start + size], counts

    def hits(self, query):
        """(usernames of all who match in their order, counts)."""
        chosen = {facet: [query[facet]] if isinstance(query[facet], str) else query[facet] for facet in FACETS if facet in query}
        counts = {facet: collections.Counter() for facet in FACETS}
        bounds, asked, takes_unknown = bounds_of(query), words(query.get("q", "")), query.get("unknown") == "include"
        hits = []
        for creator in self.creators:
            if not creator.meets(bounds, takes_unknown) or not is_named_by(asked, creator.names):
                continue
            failed = [facet for facet, values in chosen.items() if not set(values) & set(creator.values[facet])]
            if not failed:
                hits.append(creator)
            for facet, values in creator.values.items():
                if failed in ([], [facet]):
                    counts[facet].update(values)
        sort = query.get("sort", "followers")
        # Creators stand by username, and sorting is stable.
        if sort == "name":
            hits.sort(key=lambda creator: creator.name_key)
        else:
            hits.sort(key=lambda creator: (creator.figures[sort] is None, -(creator.figures[sort] or [0])[0]))
        return [creator.username for creator in hits], counts
