"""One row for each creator, put together from the cast, the figures and the contacts; and the file of a market."""

import csv
import datetime
import io

from cast import cast
from contacts import agency_of, contacts_of
from draws import chooser, clamp
from figures import activity_of, audience_of, followers_of, manners_of, sales_of
from photos import PHOTOS, photo_file
from tables import AGES, CATEGORIES, COLUMNS, LABELS, OFTEN_MISSING


def blanked(row, person):
    """The row with what nobody told left out."""
    marks, rng = person["marks"], chooser(person["username"], "blanks")
    odds = 0.55 if "sparse" in marks else 0.0 if "full" in marks else 0.05
    for column in OFTEN_MISSING:
        if rng.random() < odds:
            row.pop(column, None)
    if rng.random() < 1.5 * odds:
        for column in ["audience_female"] + AGES:
            row.pop(column, None)
    if rng.random() < odds:
        row.pop("updated", None)
    if "unknown" in marks:
        row.pop("followers", None)
    return row


def record(person, market, number):
    """One creator's row: column to text, missing ones left out."""
    username, marks = person["username"], person["marks"]
    row = {"username": username, "nickname": person["nickname"], "market": market, "bio": person["bio"],
           "categories": ";".join(CATEGORIES[short][0] for short in person["categories"])}
    if username in PHOTOS:
        row["photo"] = photo_file(username)
    states = chooser(username, "states")
    is_creator = not marks & {"official", "marketing"}
    closed = states.random() < 0.165 and is_creator and not marks & {"new", "full"}
    row["authorized"] = "false" if closed else "true"
    row["contact_visible"] = "false" if states.random() < 0.15 else "true"
    if "noshop" in marks:
        row["ecommerce"] = "false"
    if not is_creator:
        row["account_type"] = "official" if "official" in marks else "marketing"
    elif not marks & {"noshop", "new"}:
        row["agency"] = agency_of(username, market)
    row.update(contacts_of(username, market, number, chooser(username, "contacts")))

    followers = 0 if "new" in marks else followers_of(person, chooser(username, "followers"))
    row["followers"] = followers
    row["updated"] = str(datetime.date(2026, 9, 28) + datetime.timedelta(days=states.randrange(7)))
    if "new" in marks:
        row.update(dict.fromkeys(["products", "gmv", "gmv_video", "gmv_live", "units_sold", "videos", "lives"], 0))
        return row
    activity = activity_of(person, followers, chooser(username, "activity"))
    sales = sales_of(person, market, activity, chooser(username, "sales"))
    if closed and states.random() < 0.5:
        # The agency itself may know nothing of a creator who authorised nothing; of the others it does, and the
        # marketplace must keep it to itself.
        row.update({name: sales[name] for name in ("products", "rating") if name in sales})
        return row
    row.update(audience_of(person, chooser(username, "audience")))
    row.update(activity)
    row.update(manners_of(chooser(username, "manners")))
    if "noshop" not in marks:
        row.update(sales)
    labels = chooser(username, "labels")
    row.update({label: labels.choice(["true", "false"]) for label in LABELS if labels.random() < 0.1})
    if market == "ID" and labels.random() < 0.3:
        row["score"] = round(clamp(labels.gauss(63, 17), 8, 98), 1)
    return blanked(row, person)


def creators_csv(market):
    """The market's file, with those of the columns that somebody in it fills."""
    rows = [record(person, market, number) for number, person in enumerate(cast(market))]
    used = [column for column in COLUMNS if any(str(row.get(column, "")) for row in rows)]
    text = io.StringIO()
    writer = csv.DictWriter(text, used, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
