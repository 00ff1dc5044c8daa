"""A POST with a session does something only where it proves that it comes from the server's own pages."""
import pytest

from support.clients import PHONE, connect
from support.leaks import canary_contacts
from support.pages import hidden_fields
from support.sites import creator

UNPROVEN = {
    "no word of its origin": {},
    "another site": {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    "another site without fetch metadata": {"Origin": "https://evil.example"},
    "fetch metadata alone, of another site": {"Sec-Fetch-Site": "cross-site"},
    "another port of the same host": {"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"},
    "an opaque origin": {"Origin": "null"},
    "a host that begins alike": {"Origin": "http://127.0.0.1.evil.example"},
    "an own origin contradicted": {"Origin": "OWN", "Sec-Fetch-Site": "cross-site"},
    "a foreign origin contradicted": {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
}
FIELDS = {"creator": "ana", "purpose": "partnership", "message": 'Hi "there" </textarea><b>', **PHONE}


@pytest.fixture(scope="module")
def server(workshop):
    return workshop.serve(workshop.built_site(creators=[creator("ana", "Ana", **canary_contacts(1))]))


@pytest.fixture(scope="module")
def member(workshop, server):
    return workshop.member(server)


@pytest.fixture(scope="module")
def caller(workshop, server):
    return workshop.caller(server)


def headers(name, server):
    return {key: server.url if value == "OWN" else value for key, value in UNPROVEN[name].items()}


@pytest.mark.parametrize("origin", UNPROVEN)
def test_an_unproven_invitation_only_shows_the_form_filled_in(server, member, caller, origin):
    page = member.post("/invite", FIELDS, headers(origin, server))
    assert page.status_code < 500 and page.status_code != 303
    assert set(FIELDS.items()) <= set(hidden_fields(page.text, "invite"))
    assert caller.history() == []


@pytest.mark.parametrize("origin", UNPROVEN)
def test_an_unproven_contact_shows_no_contact(server, member, origin):
    page = member.post("/contact", {"creator": "ana"}, headers(origin, server))
    assert "canarymail" not in page.text and "9905" not in page.text
    assert ("creator", "ana") in hidden_fields(page.text, "contact")


@pytest.mark.parametrize("origin", UNPROVEN)
def test_an_unproven_sign_out_leaves_the_session(server, member, origin):
    member.post("/sign-out", {}, headers(origin, server))
    assert "canarymail" in member.post("/contact", {"creator": "ana"}).text


@pytest.mark.parametrize("origin", UNPROVEN)
def test_a_session_in_json_needs_proof_too(server, member, caller, origin):
    accept = {"Accept": "application/json", **headers(origin, server)}
    answer = member.http.post("/contact", json={"creator": "ana"}, headers=accept)
    assert 400 <= answer.status_code < 500 and "canarymail" not in answer.text
    assert 400 <= member.http.post("/invite", json=FIELDS, headers=accept).status_code < 500
    assert caller.history() == []


@pytest.mark.parametrize("proof", [
    {"Origin": "OWN"}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "OWN", "Sec-Fetch-Site": "same-origin"},
], ids=str)
def test_either_header_is_proof(server, member, proof):
    sent = {key: server.url if value == "OWN" else value for key, value in proof.items()}
    assert "canarymail" in member.post("/contact", {"creator": "ana"}, sent).text


def test_a_token_needs_no_proof(caller):
    assert caller.contact("ana").status_code == 200


def test_a_token_beside_another_sites_origin_is_still_a_token(server, caller):
    """Browsers do not add tokens by themselves, so there is nothing to prove."""
    assert caller.http.post("/contact", json={"creator": "ana"}, headers={"Origin": "https://evil.example"}).status_code == 200


def test_the_confirmed_form_sends(server, member, caller):
    """What the confirmation page holds is all that is needed."""
    page = member.post("/invite", FIELDS, {})
    answer = member.post("/invite", dict(hidden_fields(page.text, "invite")))
    assert answer.status_code == 303
    (sent,) = caller.history()
    assert sent["creator"] == "ana"
    assert member.get(answer.headers["location"]).status_code == 200


def test_without_a_session_nothing_is_shown_or_done(server, caller):
    with connect(server, Accept="text/html") as http:
        before = len(caller.history())
        for path, fields in [("/contact", {"creator": "ana"}), ("/invite", FIELDS)]:
            page = http.post(path, data=fields, headers={"Origin": server.url, "Sec-Fetch-Site": "same-origin"})
            assert "canarymail" not in page.text and "sign-in" in page.text, path
        assert len(caller.history()) == before
