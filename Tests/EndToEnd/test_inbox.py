"""N1-N3: the creator's inbox, from the link to the last switch."""
import re
import sqlite3

import pytest

from support.clients import HTML, JSON, Caller, connect, problem
from support.inboxes import Inbox, inbox_of
from support.leaks import canary_contacts
from support.sites import creator

CONTACTS = {"whatsapp": "+62 812 5555 1234", "email": "deals@agency.example"}
COMPANIES = {
    "agency": {
        "name": "Agency One", "roles": ["mcn", "affiliate_partner"], "service": "Live coaching", "category": "Beauty & Personal Care",
        "address": "Jl. Contoh 5, Jakarta", "contacts": {"email": "office@agency.example"}, "introduction": "We **work** with creators.",
    },
    "network": {"name": "Second Network", "roles": ["mcn"]},
}
LINKED = [creator(f"linked{number}", followers=number * 1000, agency="agency") for number in range(1, 6)]


@pytest.fixture
def server(built_site, serve):
    creators = [creator("ana", gmv=5_000_000, gmv_video=4_000_000, gmv_live=1_000_000, followers=900, **canary_contacts(1)), *LINKED]
    return serve(built_site(creators=creators, companies=COMPANIES))


@pytest.fixture
def caller(own_workshop, server):
    return own_workshop.caller(server)


@pytest.fixture
def inbox(server, caller):
    return inbox_of(server, caller.invite("ana", message="Come and *sell* with us.", contacts=CONTACTS))


def state(caller, number=0):
    return caller.history()[number]["state"]


def test_the_answer_of_an_invitation_and_its_page_carry_the_link(server, caller, inbox):
    sent = caller.history()[0]["id"]
    assert caller.http.get(f"/invitations/{sent}").json()["inbox"] == inbox.link
    page = caller.http.get(f"/invitations/{sent}", headers=HTML).text
    assert inbox.link in page and "https://wa.me/?text=" in page
    assert "canarymail1" not in page and "99055" not in page


def test_the_inbox_says_who_asks_and_why(inbox):
    read = inbox.read()
    assert [one["state"] for one in read["invitations"]] == ["sent"]
    company = inbox.first()["company"]
    assert company["name"] == "Agency One" and company["service"] == "Live coaching"
    assert company["category"] and company["address"] == "Jl. Contoh 5, Jakarta"
    assert "<strong>work</strong>" in company["introduction_html"]
    assert company["linked_creators"] == 5
    assert [one["username"] for one in company["top_creators"]] == ["linked5", "linked4", "linked3"]
    page = inbox.page()
    assert "<em>sell</em>" in page and "Live coaching" in page
    assert re.findall(r'data-creator="(\w+)"', page) == ["linked5", "linked4", "linked3"]


def test_contacts_are_released_to_who_is_interested_and_only_then(caller, inbox):
    for text in [inbox.page(), inbox.http.get(inbox.path, headers=JSON).text]:
        assert "5555" not in text and "deals@" not in text and "office@" not in text
    answer = inbox.do("interested", invitation=inbox.first()["id"])
    assert answer.status_code == 200 and answer.json()["state"] == "interested"
    links = {one["channel"]: one["link"] for one in inbox.first()["contacts"]}
    assert links == {"whatsapp": "https://wa.me/6281255551234", "email": "mailto:deals@agency.example"}
    assert "https://wa.me/6281255551234" in inbox.page()
    assert state(caller) == "interested"
    # Who changes their mind no longer sees them.
    assert inbox.do("decline", reason="busy").json()["state"] == "declined"
    assert "contacts" not in inbox.first() and "5555" not in inbox.page()


def test_declining_tells_why_and_each_state_has_its_time(caller, inbox):
    inbox.do("seen")
    assert state(caller) == "seen"
    inbox.do("decline", reason="terms", note="Komisi terlalu kecil")
    sent = caller.history()[0]
    history = caller.http.get(f"/invitations/{sent['id']}").json()["history"]
    assert [event["state"] for event in history] == ["seen", "declined"]
    assert history[1]["reason"] == "terms: Komisi terlalu kecil" and all(event["at"] for event in history)
    assert "The terms do not suit: Komisi terlalu kecil" in caller.http.get(f"/invitations/{sent['id']}", headers=HTML).text


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_preview_robot_changes_nothing(server, caller, inbox, method):
    before = dump(server)
    for path in ["", "?lang=th", "/data", "/data.json", "/unsubscribe/agency", "/seen", "/interested", "/decline", "/stop", "/erase"]:
        inbox.http.request(method, inbox.path + path, headers={"User-Agent": "WhatsApp/2.23 (preview)"})
    assert dump(server) == before and state(caller) == "sent"


def dump(server):
    with sqlite3.connect(server.site.database) as database:
        return [line for line in database.iterdump()]


def test_stopping_one_company_or_all_takes_effect_at_once(own_workshop, server, caller, inbox):
    other = own_workshop.caller(server, email="nina@network.example", company="network")
    assert inbox.do("stop", company="agency").json()["stopped"] == {"all": False, "companies": ["agency"]}
    problem(caller.invite("ana"), 422, "opted_out")
    assert other.invite("ana").status_code == 200
    inbox.do("allow", company="agency")
    problem(caller.invite("ana"), 409, "creator_cooldown")
    assert inbox.do("stop", scope="all").json()["stopped"]["all"] is True
    problem(caller.invite("ana"), 422, "opted_out")
    problem(other.invite("ana"), 422, "opted_out")
    assert inbox.do("allow", scope="all").json()["stopped"] == {"all": False, "companies": []}


def test_one_click_unsubscribe_needs_nothing_but_the_address(server, caller, inbox):
    """RFC 8058 §3.1: no cookie, no origin, either type of form."""
    for kind, body in [
        ("application/x-www-form-urlencoded", b"List-Unsubscribe=One-Click"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'),
    ]:
        answer = inbox.http.post(f"{inbox.path}/unsubscribe/agency", content=body, headers={"Content-Type": kind})
        assert answer.status_code == 200, answer.text
    problem(caller.invite("ana"), 422, "opted_out")


def test_switching_the_contact_off_takes_effect_at_once(server, caller, inbox):
    assert caller.contact("ana").status_code == 200
    assert inbox.do("contact-display", on="false").json()["contact_visible"] is False
    refused = problem(caller.contact("ana"), 403, "contact_hidden")
    assert "does not show contact details" in refused["detail"]
    public = caller.http.get("/creators/ana.json").json()
    assert public["contact_visible"] is False
    inbox.do("contact-display", on="true")
    assert caller.contact("ana").status_code == 200


def test_switching_the_figures_off_closes_them_everywhere_here_at_once(server, caller, inbox):
    assert caller.http.get("/creators/ana.json").json()["gmv"] == 5000000
    assert inbox.do("authorisation", on="false").json()["authorized"] is False
    places = [
        "/creators/ana.json", "/creators/ana.html", "/creators.json?market=ID", "/creators.csv?market=ID", "/ID/?market=ID".split("?")[0],
        "/creators.json?market=ID&sort=gmv", "/creators.json?market=ID&gmv_min=1&unknown=include",
    ]
    for place in places:
        text = caller.http.get(place, headers=HTML if place.endswith(("/", "html")) else JSON).text
        assert "ana" in text, place
        for figure in ["5000000", "4000000", "Rp"]:
            assert figure not in text, (place, figure)
    filtered = caller.http.get("/creators.json?market=ID&gmv_min=1").json()
    assert "ana" not in [one["username"] for one in filtered["creators"]]
    for query in ["type=video", "gmv_min=1"]:
        assert caller.http.get(f"/creators.json?market=ID&{query}").json()["total"] == 0
    types = caller.http.get("/creators.json?market=ID").json()["facets"].get("type", [])
    assert sum(value["count"] for value in types) == 0


def test_switches_hold_in_the_next_build(plaza, server, inbox):
    inbox.do("contact-display", on="false")
    inbox.do("authorisation", on="false")
    plaza.build(server.site)
    page = server.site.creator_page("ana")
    assert "has not authorised" in page and "Rp" not in page and "Contact hidden" in page


def test_the_link_alone_opens_it_and_nothing_else_does(server, caller, inbox):
    """Guessing: every changed character is a closed door, and all closed doors look the same."""
    visitor = connect(server, **JSON)
    doors = set()
    for place in range(len(inbox.token)):
        other = "A" if inbox.token[place] != "A" else "B"
        token = inbox.token[:place] + other + inbox.token[place + 1:]
        answer = visitor.get(f"/inbox/{token}")
        doors.add((answer.status_code, answer.text))
    for token in ["x", inbox.token[:-1], inbox.token + "A", inbox.token.lower(), "%00", "a" * 44, "a" * 5000]:
        answer = visitor.get(f"/inbox/{token}")
        assert answer.status_code == 404
    assert len(doors) == 1 and next(iter(doors))[0] == 404
    for action in ["seen", "interested", "decline", "stop", "allow", "contact-display", "authorisation", "erase"]:
        assert visitor.post(f"/inbox/{'A' * 44}/{action}").status_code == 404
    assert state(caller) == "sent"


def test_the_store_alone_gives_no_link_away(server, inbox):
    with sqlite3.connect(server.site.database) as database:
        text = "\n".join(database.iterdump())
    assert inbox.token not in text and inbox.token[12:] not in text and inbox.token[:12] in text
    key = server.site.folder / "private" / "inbox.key"
    assert key.stat().st_mode & 0o777 == 0o600


def test_a_replayed_answer_is_one_answer(caller, inbox):
    for _ in range(3):
        assert inbox.do("interested").status_code == 200
    for _ in range(3):
        inbox.do("seen")
    history = caller.http.get(f"/invitations/{caller.history()[0]['id']}").json()["history"]
    assert [event["state"] for event in history] == ["seen", "interested"]


def test_a_shared_link_is_replaced_by_a_new_one(plaza, server, caller, inbox):
    said = plaza.run("inbox", "ana", "--revoke", "--site", server.site).out.strip()
    assert inbox.http.get(inbox.path, headers=JSON).status_code == 404
    fresh = Inbox(server, said)
    assert fresh.token[:12] == inbox.token[:12] and fresh.first()["state"] == "sent"
    sent = caller.history()[0]["id"]
    assert caller.http.get(f"/invitations/{sent}").json()["inbox"].endswith(fresh.token)


def test_an_inbox_is_not_kept_not_indexed_and_tells_no_other_host(server, inbox):
    for path in ["", "/data", "/nowhere"]:
        headers = inbox.http.get(inbox.path + path, headers=HTML).headers
        assert headers["referrer-policy"] == "no-referrer" and headers["cache-control"] == "no-store"
        assert "noindex" in headers["x-robots-tag"]


def test_no_link_stands_in_the_log(built_site, own_workshop, plaza, tmp_path):
    site = built_site(creators=[creator("ana")])
    token = plaza.token(site)
    server = own_workshop.serve(site)
    inbox = inbox_of(server, Caller(server, token).invite("ana"))
    inbox.read(), inbox.do("seen"), inbox.do("erase")
    server.stop()
    assert inbox.token not in server.said() and inbox.token[12:] not in server.said()


def test_one_creator_sees_nothing_of_another(server, caller, inbox):
    other = inbox_of(server, caller.invite("linked1"))
    mine = inbox.first()["id"]
    for action in ["interested", "decline"]:
        assert other.do(action, invitation=mine).status_code == 404
    other.do("seen", invitation=mine)
    assert inbox.first()["state"] == "sent"


def test_the_creator_sees_everything_that_is_held(caller, inbox):
    caller.contact("ana")
    inbox.do("contact-display", on="false")
    answer = inbox.http.get(f"{inbox.path}/data.json", headers=JSON)
    assert "attachment" in answer.headers["content-disposition"]
    held = answer.json()
    assert held["record"]["email"] == "canarymail1@private.example" and held["record"]["gmv"] == 5000000
    assert [one["company"] for one in held["reveals"]] == ["Agency One"]
    assert {one["kind"] for one in held["ledger"]} >= {"revealed", "contact_display"}
    contact = {one["channel"]: one for one in held["contacts"]}["email"]
    assert contact["address"] == "canarymail1@private.example" and contact["source"] and contact["basis"]
    page = inbox.http.get(f"{inbox.path}/data", headers=HTML).text
    assert "canarymail1@private.example" in page and "Agency One" in page


def test_asking_for_erasure_hides_and_stops_at_once(plaza, server, caller, inbox):
    read = inbox.do("erase").json()
    assert read["erasure_requested"] and read["stopped"]["all"] and not read["contact_visible"] and not read["authorized"]
    problem(caller.contact("ana"), 403, "contact_hidden")
    problem(caller.invite("ana"), 422, "opted_out")
    assert plaza.run("erase", "--site", server.site).out.startswith("ana\t")


def test_unanswered_invitations_expire(built_site, serve, own_workshop):
    site = built_site(creators=[creator("ana")], site={"invitation_days": 2})
    server = serve(site)
    caller = own_workshop.caller(server)
    inbox = inbox_of(server, caller.invite("ana"))
    server.stop()
    with sqlite3.connect(site.database) as database:
        database.execute("UPDATE invitation SET sent = sent - 3 * 86400000")
    again = own_workshop.serve(site)
    inbox = Inbox(again, again.url + inbox.path)
    for _ in range(50):
        if inbox.first()["state"] == "expired":
            break
    assert inbox.first()["state"] == "expired" and [event["state"] for event in inbox.first()["history"]] == ["expired"]
    assert problem(inbox.do("interested"), 409, "expired")
