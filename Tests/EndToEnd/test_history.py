"""H1: the history, its search and its pages; A2: companies see their own only."""
import datetime

import pytest

from support.clients import Visitor, connect
from support.sites import AGENCY, NETWORK, creator

PEOPLE = [creator(f"p{index:02d}", f"Nick {index:02d}") for index in range(60)] + [
    creator("th_star", "ดาว 100%_\\", market="TH"), creator("loud", "LOUD Person"),
]


@pytest.fixture(scope="module")
def server(workshop):
    return workshop.serve(workshop.built_site(creators=PEOPLE, companies={"agency": AGENCY, "network": NETWORK}))


@pytest.fixture(scope="module")
def caller(workshop, server):
    """One whose company has invited all of them."""
    caller = workshop.caller(server)
    for person in PEOPLE:
        purpose = "distribution" if person["market"] == "TH" else "partnership"
        contacts = {"line": "our-line-id"} if person["market"] == "TH" else None
        assert caller.invite(person["username"], purpose=purpose, contacts=contacts).status_code == 200
    return caller


@pytest.fixture(scope="module")
def network(workshop, server):
    return workshop.caller(server, "mei@network.example", "network")


def names(invitations):
    return [each["creator"] for each in invitations]


def test_it_is_newest_first_and_whole_over_all_pages(caller):
    assert names(caller.history()) == [person["username"] for person in reversed(PEOPLE)]


def test_pages_follow_one_another_without_gap_or_repeat(caller):
    pages = caller.history_pages()
    assert len(pages) > 1 and all(pages)
    assert [name for page in pages for name in names(page)] == [person["username"] for person in reversed(PEOPLE)]


def test_a_later_page_keeps_the_filter(caller):
    pages = caller.history_pages(market="ID")
    assert len(pages) > 1 and {entry["market"] for page in pages for entry in page} == {"ID"}


def test_each_entry_tells_what_was_sent(caller):
    (entry,) = caller.history(q="p07")
    sent = datetime.datetime.fromisoformat(entry["sent"].replace("Z", "+00:00"))
    assert abs(datetime.datetime.now(datetime.timezone.utc) - sent) < datetime.timedelta(minutes=10)
    expected = {"creator": "p07", "nickname": "Nick 07", "purpose": "partnership", "market": "ID", "state": "sent"}
    assert entry | expected == entry and entry["id"]


@pytest.mark.parametrize("search, found", [
    ("p07", ["p07"]), ("Nick 07", ["p07"]), ("nick 5", [f"p{index}" for index in range(59, 49, -1)]),
    ("loud per", ["loud"]), ("ดาว", ["th_star"]), ("100%", ["th_star"]), ("_s", ["th_star"]), ("%", ["th_star"]), ("\\", ["th_star"]), ("zzz", []),
    ("' OR 1=1 --", []),
])
def test_search_finds_username_and_nickname_literally(caller, search, found):
    assert names(caller.history(q=search)) == found


def test_it_filters_by_purpose_market_and_state(caller):
    assert names(caller.history(purpose="distribution")) == ["th_star"]
    assert names(caller.history(market="TH")) == ["th_star"]
    assert len(caller.history(market="ID", purpose="partnership", state="sent")) == len(PEOPLE) - 1


def test_days_are_those_of_the_sites_zone_both_inclusive(server, caller):
    """The site's zone is one in which it is noon; its day is today's there."""
    zone = server.site.settings["time_zone"]
    hours = 0 if zone == "UTC" else -int(zone.removeprefix("Etc/GMT"))
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=hours))).date()
    yesterday, tomorrow = today - datetime.timedelta(days=1), today + datetime.timedelta(days=1)
    everyone = len(PEOPLE)
    assert len(caller.history(**{"from": today, "to": today})) == everyone
    assert len(caller.history(**{"from": yesterday, "to": tomorrow})) == everyone
    assert caller.history(to=yesterday) == [] and caller.history(**{"from": tomorrow}) == []


def test_instants_bound_it_too(caller):
    entries = caller.history()
    middle = entries[20]["sent"]
    later = caller.history(**{"from": middle})
    assert set(names(entries[:20])) <= set(names(later)) <= set(names(entries[:21]))


NONSENSE = [
    "from=yesterday", "to=2026-02-30", "purpose=romance", "market=XX", "state=lost", "nextt=1", "next=%00", "per_page=0",
    "after=nonsense",
]


@pytest.mark.parametrize("query", NONSENSE)
def test_what_cannot_be_understood_is_a_422_never_passed_over(caller, query):
    answer = caller.http.get(f"/invitations.json?{query}")
    assert answer.status_code == 422 and answer.headers["content-type"].startswith("application/problem+json")


def test_one_invitation_can_be_opened(caller):
    (entry,) = caller.history(q="th_star")
    answer = caller.http.get(f"/invitations/{entry['id']}")
    assert answer.status_code == 200
    whole = answer.json()
    assert whole["creator"] == "th_star" and whole["message"] and "our-line-id" in answer.text


def test_a_company_sees_nothing_of_another(caller, network):
    assert network.history() == []
    (entry,) = caller.history(q="p07")
    assert network.http.get(f"/invitations/{entry['id']}").status_code == 404
    assert network.invite("p07").json()["quota"]["used"] == 1, "nor counts what the other sent"
    assert len(caller.history(q="p07")) == 1


def test_it_is_for_members_only(server, caller):
    (entry,) = caller.history(q="p07")
    with connect(server, Accept="application/json") as http:
        for path in ["/invitations", "/invitations.json", f"/invitations/{entry['id']}"]:
            answer = http.get(path)
            assert answer.status_code == 401 and "Nick" not in answer.text, path
    page = Visitor(server).get("/invitations")
    assert "Nick" not in page.text and page.status_code in (303, 302, 401)


def test_pages_of_members_are_kept_out_of_every_cache(caller):
    for path in ["/invitations.json", "/invitations"]:
        assert "no-store" in caller.http.get(path).headers["cache-control"]
