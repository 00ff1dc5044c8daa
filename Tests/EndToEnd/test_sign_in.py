"""A1: the one-time link, the session it opens, and tokens for programs."""
import sqlite3

import pytest

from support.clients import HTML, JSON, Caller, Visitor, connect
from support.leaks import canary_contacts
from support.pages import hidden_fields
from support.sites import creator


@pytest.fixture
def server(built_site, serve):
    return serve(built_site(creators=[creator("ana", **canary_contacts(1))]))


def can_contact(visitor):
    return "canarymail1" in visitor.post("/contact", {"creator": "ana"}).text


def test_opening_the_link_only_shows_a_button(server):
    """A GET changes nothing: a mail scanner that opens the link does not use it up."""
    visitor = Visitor(server)
    for _ in range(2):
        page = visitor.get(server.sign_in_link)
        assert page.status_code == 200 and "set-cookie" not in page.headers
        assert ("token", server.sign_in_token) in hidden_fields(page.text, "sign-in")
    assert visitor.sign_in().status_code == 303


def test_the_button_opens_a_session(server):
    visitor = Visitor(server)
    assert not can_contact(visitor)
    answer = visitor.sign_in()
    assert answer.status_code == 303 and answer.headers["location"]
    assert can_contact(visitor)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(server):
    header = Visitor(server).sign_in().headers["set-cookie"]
    name, _, value = header.split(";")[0].partition("=")
    flags = {flag.strip().lower() for flag in header.split(";")[1:]}
    assert name == "plaza_session" and len(value) >= 40
    assert {"httponly", "samesite=lax", "path=/"} <= flags and not [flag for flag in flags if flag.startswith("domain")]


def test_the_link_works_once(server):
    assert Visitor(server).sign_in().status_code == 303
    late = Visitor(server)
    answer = late.sign_in()
    assert 400 <= answer.status_code < 500 and "set-cookie" not in answer.headers
    assert not can_contact(late)


@pytest.mark.parametrize("token", ["", "wrong", "x" * 43, "x" * 5000, "'; DROP TABLE session; --"])
def test_a_wrong_token_opens_nothing(server, token):
    visitor = Visitor(server)
    answer = visitor.post("/sign-in", {"token": token})
    assert 400 <= answer.status_code < 500 and "set-cookie" not in answer.headers
    assert not can_contact(visitor)
    assert Visitor(server).sign_in().status_code == 303, "the true one still works"


def test_an_expired_link_opens_nothing(server):
    """Expiry is moved into the past in the store itself."""
    with sqlite3.connect(server.site.database) as store:
        columns = [row[1] for row in store.execute("PRAGMA table_info(sign_in_link)")]
        (expiry,) = [name for name in columns if name.startswith("expire")]
        assert store.execute(f"UPDATE sign_in_link SET {expiry} = 1000").rowcount >= 1
    store.close()
    answer = Visitor(server).sign_in()
    assert 400 <= answer.status_code < 500 and "set-cookie" not in answer.headers


def test_another_sites_page_cannot_sign_anyone_in(server):
    """Signing a victim in as the attacker is an attack too."""
    visitor = Visitor(server)
    foreign = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    answer = visitor.post("/sign-in", {"token": server.sign_in_token}, foreign)
    assert answer.status_code != 303 and "set-cookie" not in answer.headers
    assert Visitor(server).sign_in().status_code == 303, "and the link is not used up"


def test_signing_out_ends_the_session_for_good(server):
    visitor = Visitor(server)
    visitor.sign_in()
    session = visitor.http.cookies["plaza_session"]
    assert visitor.post("/sign-out", {}).status_code == 303
    visitor.http.cookies.set("plaza_session", session, domain="127.0.0.1")
    assert not can_contact(visitor)


def test_a_session_outlives_the_server(server, serve):
    visitor = Visitor(server)
    visitor.sign_in()
    session = visitor.http.cookies["plaza_session"]
    server.stop()
    again = Visitor(serve(server.site))
    again.http.cookies.set("plaza_session", session, domain="127.0.0.1")
    assert can_contact(again)


@pytest.mark.parametrize("authorization", ["Bearer wrong", "Bearer", "Basic YTpi", "bearer plaza_" + "x" * 43])
def test_a_wrong_token_is_a_401_in_json(server, authorization):
    with connect(server, Authorization=authorization, **JSON) as http:
        for answer in [http.post("/contact", json={"creator": "ana"}), http.get("/invitations.json")]:
            assert answer.status_code == 401 and "canarymail" not in answer.text
            assert answer.headers["content-type"].startswith("application/problem+json")
            assert "www-authenticate" in answer.headers


def test_a_removed_member_is_out_at_once(plaza, server):
    caller = Caller(server, plaza.token(server.site))
    assert caller.contact("ana").status_code == 200
    plaza.run("member", "remove", "member@agency.example", "--site", server.site)
    assert caller.contact("ana").status_code == 401


def test_the_sign_in_page_without_a_link_explains(server):
    with connect(server, **HTML) as http:
        page = http.get("/sign-in")
        assert page.status_code == 200 and "<main" in page.text
