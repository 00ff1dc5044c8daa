"""The hand-written part of the sample's creators: a module with a table for each market.

username | nickname | categories, the main one first | marks | bio

Marks: `video` and `live` lean to one content type, `quiet` never went live, `top` sells far above the average and
`star` above that, `full` has every figure, `sparse` few of them, `unknown` hides the number of followers, `new` has
zero of everything, `nobio`, `noshop` (no e-commerce permission), `official`, `marketing`.

A hyphen stands in every username because TikTok allows none: no link of the sample site leads to a real account.
"""

from . import britain, indonesia, malaysia, philippines, singapore, thailand, vietnam

TABLES = {
    "GB": britain.TABLE, "ID": indonesia.TABLE, "MY": malaysia.TABLE, "VN": vietnam.TABLE, "TH": thailand.TABLE,
    "PH": philippines.TABLE, "SG": singapore.TABLE,
}


def cast(market):
    """The hand-written part of a market's creators, in the order of the file."""
    for line in TABLES[market].strip().splitlines():
        username, nickname, categories, marks, bio = (part.strip() for part in line.split("|"))
        yield {"username": username, "nickname": nickname, "categories": categories.split(),
               "marks": set(marks.split()), "bio": "" if "nobio" in marks.split() else bio}
