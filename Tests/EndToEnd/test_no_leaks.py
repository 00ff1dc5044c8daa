"""K3, D1: no contact detail and no closed figure in any byte of public/."""
import json
import random
import re

import pytest

from support.leaks import CLOSED_DIGIT, canary_contacts, contact_leaks, views
from support.sites import AGENCY, creator, tree

MARKETS = ["GB", "ID", "MY", "VN", "TH", "PH", "SG"]
MONEY = ["gmv", "gmv_video", "gmv_live", "gpm_video", "gpm_live"]
COUNTS = ["units_sold", "videos", "lives", "video_views_avg", "likes_avg", "comments_avg", "live_viewers_avg"]
RATES = ["completion_rate", "engagement_rate", "response_rate", "sample_fulfilment_rate", "audience_female"]


def letters(index):
    """A name for a number, so that usernames and nicknames hold no digit."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(index))


def open_number(dice, digits):
    """A number without the digit that marks closed figures, nor one that rounds to it."""
    return int("".join(dice.choice("1234") for _ in range(digits)))


def closed_figures():
    return (
        {name: 777777777 for name in MONEY} | {name: 777777 for name in COUNTS} | {name: 0.7777 for name in RATES}
        | {"score": 77.7, "response_hours": 77.7, "quick_to_respond": True, "updated": "2017-07-17"}
    )


def open_figures(dice):
    figures = {name: open_number(dice, 9) for name in MONEY} | {name: open_number(dice, 6) for name in COUNTS}
    return figures | {name: open_number(dice, 3) / 1000 for name in RATES}


def person(index, dice):
    """A creator who writes contacts wherever they can, and closes their figures half the time."""
    contacts = canary_contacts(index)
    is_open = dice.random() < 0.5
    mail, phone = contacts["email"], contacts["phone"]
    told = [mail, phone, phone.replace("+", "00"), contacts["line"], mail.upper()]
    return creator(
        "person" + letters(index), f"Name {letters(index)}", market=MARKETS[index % 7], authorized=is_open,
        contact_visible=dice.random() < 0.5, bio=f"Daily finds. Write to {dice.choice(told)} today.",
        profile=f"**Hello** [mail](mailto:{contacts['email']}) or <{contacts['email']}>, `{contacts['phone']}`, "
        f"[chat](https://wa.me/{contacts['phone'][1:]}).\n\n- {contacts['line']}\n",
        followers=open_number(dice, 5), **contacts, **(open_figures(dice) if is_open else closed_figures()),
    )


def snapshot(creator, figures):
    """A line as an import leaves it."""
    figures = {name: value for name, value in figures.items() if name in {"followers", *MONEY, *COUNTS, *RATES}}
    row = {"username": creator["username"], "market": creator["market"], "format": "csv", "file": "a.csv", "currency": "USD", "row": "0"}
    return json.dumps({**row, **figures}) + "\n"


@pytest.fixture(scope="module")
def site(workshop):
    dice = random.Random(20260930)
    contacts = {"contacts": canary_contacts(999999), "account_manager": "Ana Lim"}
    people = [person(index, dice) for index in range(140)]
    site = workshop.make_site(
        creators=people, companies={"agency": {**AGENCY, **contacts}},
        site={"base_url": "https://plaza.example"},  # so that there are feeds, a sitemap, and addresses for search engines
    )
    closed = [each for each in people if not each["authorized"]]
    open_ones = [snapshot(each, {"followers": each["followers"]}) for each in closed]
    site.write("snapshots/2026-03-04.jsonl", "".join(open_ones))
    site.write("snapshots/2017-07-17.jsonl", "".join(snapshot(each, closed_figures()) for each in closed))
    workshop.program.build(site)
    return site


def test_no_contact_is_in_any_public_file(site):
    assert contact_leaks(tree(site.public)) == []


def test_the_private_folder_does_hold_them(site):
    """So the search above could have found something."""
    assert contact_leaks(tree(site.folder / "private"))


def test_no_closed_figure_is_in_any_public_file(site):
    run = re.compile(CLOSED_DIGIT + "{4}")
    found = [
        (name, view[max(0, hit.start() - 60):hit.end() + 20])
        for name, content in tree(site.public).items() if not name.startswith("assets/")
        for view in views(name, content) for hit in [run.search(view)] if hit
    ]
    assert found == []


def test_no_rounded_closed_figure_is_on_the_page_of_its_creator(site):
    """778M, 77.8 %, 2017-07-17: what the short forms of the closed figures would be."""
    rounded = re.compile(r"77[78]|7\.[78]|0\.7[78]|7[78](\.\d)?\s?%|2017-07")
    closed = {name: page for name, page in tree(site.public / "creators").items() if b"has not authorised" in page}
    assert len(closed) > 30
    for name, content in closed.items():
        page = re.sub(r"<(style|svg).*?</\1>", "", content.decode(), flags=re.DOTALL)
        assert not rounded.search(page), f"{name}: {rounded.search(page)}"


def test_no_day_of_closed_figures_is_told_to_robots_and_feed_readers(site):
    files = {name: content for name, content in tree(site.public).items() if name.endswith((".xml", ".txt"))}
    assert {"robots.txt", "sitemap.xml", "ID/feed.xml", "GB/feed.xml"} <= set(files)
    assert b"2026-03-04" in files["ID/feed.xml"]
    assert not [name for name, content in files.items() if b"2017-07" in content]


def test_texts_say_that_an_address_was_taken_out(site):
    """The words around it stay."""
    page = site.creator_page("person" + letters(3))
    assert "Daily finds" in page and "[contact on request]" in page
