"""How a creator can be reached, and by which agency they are represented."""

from draws import chooser
from tables import MARKETS, OWNER, SECOND, SECOND_MARKETS


def contacts_of(username, market, number, rng):
    """Addresses that can't be anybody's: reserved domains (RFC 2606), numbers that the British regulator keeps for
    drama, and elsewhere the unassigned country code +990."""
    messenger, row = MARKETS[market][3], {}
    if rng.random() < 0.05:
        return row
    def fictitious(series):
        if market == "GB":
            return f"+44 7700 900{number:03d}" if series == 1 else f"+44 20 7946 0{number:03d}"
        return f"+990 {series}{sorted(MARKETS).index(market)} 0550 {1000 + number}"
    if rng.random() < 0.9:
        row["email"] = username + "@mail.example"
    if rng.random() < 0.78:
        row[messenger] = username.replace("-", ".") + ".example" if messenger == "line" else fictitious(1)
    if rng.random() < 0.35:
        row["phone"] = fictitious(2)
    return row


def agency_of(username, market):
    rng = chooser(username, "agency")
    draw = rng.random()
    if draw < 0.07:
        return OWNER
    if draw < 0.14 and market in SECOND_MARKETS:
        return SECOND
    return rng.choice(MARKETS[market][4]) if draw > 0.86 else ""
