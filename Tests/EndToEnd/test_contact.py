"""K1, K2, K3: who gets a creator's contacts, and who does not."""
import sqlite3

import pytest

from support.clients import Visitor, connect, problem
from support.leaks import canary_contacts
from support.pages import soup, text
from support.sites import AGENCY, NETWORK, creator

PEOPLE = [
    creator("ana", "Ana", **canary_contacts(1)),
    creator("line", "Lin", market="TH", email="canarymail2@private.example", line="canaryline2"),
    creator("hidden", "Hid", contact_visible=False, **canary_contacts(3)),
    creator("empty", "Emp"),
    creator("closed", "Clo", authorized=False, **canary_contacts(4)),
    creator("official", "Off", account_type="official", **canary_contacts(5)),
    creator("linked", "Lnk", agency="Another MCN", **canary_contacts(6)),
]


@pytest.fixture(scope="module")
def server(workshop):
    return workshop.serve(workshop.built_site(creators=PEOPLE, companies={"agency": AGENCY, "network": NETWORK}))


@pytest.fixture(scope="module")
def caller(workshop, server):
    return workshop.caller(server)


@pytest.fixture(scope="module")
def member(workshop, server):
    return workshop.member(server)


def test_a_member_gets_the_channels_of_the_market_first(caller):
    answer = caller.contact("line")
    assert answer.status_code == 200
    assert answer.json() == {
        "creator": "line", "nickname": "Lin",
        "channels": [
            {"channel": "line", "address": "canaryline2", "link": "https://line.me/R/ti/p/~canaryline2"},
            {"channel": "email", "address": "canarymail2@private.example", "link": "mailto:canarymail2@private.example"},
        ],
    }


def test_links_open_the_messenger(caller):
    links = {each["channel"]: each["link"] for each in caller.contact("ana").json()["channels"]}
    assert links["whatsapp"] == "https://wa.me/99055000001" and links["phone"] == "tel:+99055000001"


def test_a_form_gives_a_page(member):
    page = member.post("/contact", {"creator": "ana"})
    assert page.status_code == 200
    words = text(soup(page.text).main)
    assert "canarymail1@private.example" in words and "+99055000001" in words and "Ana" in words


def test_contacts_are_kept_out_of_every_cache(caller, member):
    for answer in [caller.contact("ana"), member.post("/contact", {"creator": "ana"})]:
        assert "no-store" in answer.headers["cache-control"]


def test_closed_figures_do_not_close_the_contact(caller):
    assert caller.contact("closed").status_code == 200


def test_a_creator_without_contacts_has_no_channels(caller):
    answer = caller.contact("empty")
    assert answer.status_code == 200 and answer.json()["channels"] == []


def test_nobody_gets_anything_without_signing_in(server):
    with connect(server, Accept="application/json") as http:
        answer = http.post("/contact", json={"creator": "ana"})
    assert answer.status_code == 401 and answer.headers["content-type"].startswith("application/problem+json")
    assert "canarymail" not in answer.text
    page = Visitor(server).post("/contact", {"creator": "ana"})
    assert "canarymail" not in page.text and "sign-in" in page.text


def test_who_turned_contact_off_shows_none_and_says_why(caller, member):
    details = problem(caller.contact("hidden"), 403, "contact_hidden")
    assert "canary" not in str(details)
    page = member.post("/contact", {"creator": "hidden"})
    assert page.status_code == 403 and "canarymail" not in page.text and "invite" in page.text.lower()


@pytest.mark.parametrize("name", ["nobody", "official", "../ana", "x" * 100])
def test_who_is_not_listed_is_a_404(caller, name):
    problem(caller.contact(name), 404, "not_listed")


def reveals(server):
    """Every logged reveal, as the store holds it."""
    store = sqlite3.connect(f"file:{server.site.database}?mode=ro", uri=True)
    try:
        return [" ".join(map(str, row)) for row in store.execute("SELECT * FROM reveal")]
    finally:
        store.close()


def test_each_reveal_is_logged_with_member_and_creator(server, caller):
    """K3: who, whose, when. What was not shown is not logged."""
    before = len(reveals(server))
    caller.contact("ana")
    caller.contact("hidden")
    caller.contact("nobody")
    logged = reveals(server)
    assert len(logged) == before + 1
    assert "ana" in logged[-1] and "member@agency.example" in logged[-1]


@pytest.mark.parametrize("body", [{}, {"creator": ""}, {"creator": []}, {"creator": "ana", "colour": "red"}])
def test_a_request_that_names_nobody_or_nonsense_is_a_422(caller, body):
    assert caller.http.post("/contact", json=body).status_code == 422


def test_an_mcn_only_company_gets_no_creators_of_other_mcns(workshop, server, caller):
    """C1, A2: the catalogue shows them, for the owner is an affiliate partner; this member's company is none."""
    assert caller.contact("linked").status_code == 200
    network = workshop.caller(server, "mei@network.example", "network")
    problem(network.contact("linked"), 404, "not_listed")
    assert network.contact("ana").status_code == 200


def test_a_get_reveals_nothing(member):
    answer = member.get("/contact?creator=ana")
    assert answer.status_code == 405 and "canarymail" not in answer.text
