"""A1: passwords, the sessions that they begin, how guessing is slowed down, and what members decide about their access."""
import concurrent.futures
import re
import sqlite3

import pytest

from support.access import PASSWORD, World
from support.clients import HTML, JSON, Visitor, connect, problem
from support.pages import soup, text

OLGA, MEMBER = "olga@agency.example", "member@agency.example"


@pytest.fixture
def world(own_workshop):
    return World(own_workshop)


@pytest.fixture
def olga(world):
    """An owner whose password is PASSWORD."""
    visitor = world.sign_in(OLGA)
    assert post(visitor, "/settings/password", {"new_password": PASSWORD}).status_code == 303
    world.owners["agency"] = visitor
    return visitor


def post(visitor, path, fields, **headers):
    return visitor.post(path, fields, {**visitor.proof, **headers})


def sign_in(server, email=OLGA, password=PASSWORD, accept=HTML, **fields):
    visitor = Visitor(server)
    answer = visitor.http.post("/sign-in", data={"email": email, "password": password, **fields},
                               headers={**visitor.proof, **accept})
    return visitor, answer


def is_in(visitor):
    return visitor.get("/settings").status_code == 200


def test_a_link_then_a_password_then_in(world, olga):
    visitor, answer = sign_in(world.server, email="OLGA@agency.example")
    assert answer.status_code == 303 and answer.headers["location"] == "./invitations"
    assert is_in(visitor)
    for password in ["nine lamps in a harbou", PASSWORD.upper(), PASSWORD + " ", " " + PASSWORD]:
        visitor, answer = sign_in(world.server, password=password)
        assert answer.status_code == 401 and "set-cookie" not in answer.headers and not is_in(visitor)


def test_unknown_and_known_addresses_get_the_same_answer(world, olga):
    answers = [sign_in(world.server, email=email, password="wrong")[1]
               for email in [OLGA, MEMBER, "nobody@agency.example", "no address", "'; DROP TABLE member; --"]]
    assert {answer.status_code for answer in answers} == {401}
    told = {re.sub(r'value="[^"]*"', "", answer.text) for answer in answers}
    assert len(told) == 1 and "not right" in told.pop()


def test_accents_typed_in_two_ways_are_one_password(world):
    visitor = world.sign_in(MEMBER)
    assert post(visitor, "/settings/password", {"new_password": "cafe\u0301 sur la plage"}).status_code == 303
    assert sign_in(world.server, MEMBER, "caf\u00e9 sur la plage")[1].status_code == 303


@pytest.mark.parametrize("password, rule", [
    ("", "password_too_short"), ("short", "password_too_short"), ("a" * 30, "password_repeating"),
    ("Password1234", "password_common"), ("member@AGENCY.example", "password_same_as_address"),
    ("ab1 " * 257, "password_too_long"),
])
def test_a_password_that_is_guessed_first_is_refused_by_rule(world, password, rule):
    visitor = world.sign_in(MEMBER)
    answer = visitor.http.post("/settings/password", json={"new_password": password}, headers={**JSON, **visitor.proof})
    assert problem(answer, 422, rule)["errors"][0]["field"] == "new_password"
    page = post(visitor, "/settings/password", {"new_password": password})
    assert page.status_code == 422
    field = soup(page.text).select_one("#new_password")
    assert field["aria-invalid"] == "true" and "new_password-error" in field["aria-describedby"]
    assert password == "" or password not in page.text.replace(MEMBER, "")


def test_the_store_holds_no_password(world, olga):
    with sqlite3.connect(world.server.site.database) as store:
        (kept,) = store.execute("SELECT hash FROM password").fetchone()
    store.close()
    assert re.fullmatch(r"\$scrypt\$ln=\d+,r=\d+,p=\d+\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}", kept)
    for file in world.server.site.database.parent.glob("plaza.sqlite*"):
        assert PASSWORD.encode() not in file.read_bytes()
    assert PASSWORD not in world.server.said()


def test_guessing_is_slowed_down_and_says_until_when(world, olga):
    for _ in range(5):
        assert sign_in(world.server, password="wrong")[1].status_code == 401
    _, answer = sign_in(world.server, accept=JSON)
    details = problem(answer, 429, "sign_in_delay")
    assert 1 <= int(answer.headers["retry-after"]) <= 30 and details["until"].endswith("Z")
    visitor, page = sign_in(world.server)
    assert page.status_code == 429 and "possible from" in page.text and "set-cookie" not in page.headers
    assert soup(page.text).select_one("#email")["value"] == OLGA
    assert is_in(olga), "who is in stays in"
    assert world.sign_in(OLGA), "and a link signs in meanwhile"
    world.server.stop()


def test_the_wait_outlives_the_server(world, olga, serve):
    for _ in range(5):
        sign_in(world.server, password="wrong")
    world.server.kill()
    assert sign_in(serve(world.server.site))[1].status_code == 429


def test_of_forty_guesses_at_once_five_are_looked_at(world, olga):
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: sign_in(world.server, password="wrong", accept=JSON)[1], range(40)))
    statuses = [answer.status_code for answer in answers]
    assert statuses.count(401) == 5 and statuses.count(429) == 35, statuses


@pytest.mark.parametrize("next, location", [
    ("settings", "./settings"), ("/settings", "./settings"), ("ID/?quick=true", "./ID/?quick=true"),
    ("//evil.example", "./invitations"), ("https://evil.example", "./invitations"), ("/\\evil.example", "./invitations"),
    ("javascript:alert(1)", "./invitations"), ("../evil", "./invitations"), ("/%2e%2e//evil.example", "./invitations"),
    ("x\r\nSet-Cookie: a=b", "./invitations"),
])
def test_signing_in_leads_to_this_server_only(world, next, location):
    visitor = Visitor(world.server)
    answer = visitor.post("/sign-in", {"token": world.link(MEMBER), "next": next})
    assert (answer.status_code, answer.headers["location"]) == (303, location)


def test_a_page_that_needs_a_member_leads_back_to_itself(world):
    with connect(world.server, **HTML) as http:
        page = http.get("/invitations?q=ana")
        assert page.status_code == 401
        (link,) = [node["href"] for node in soup(page.text).main.select("a[href*=sign-in]")]
        form = soup(http.get("/" + link).text).main.form
        assert form.select_one("[name=next]")["value"] == "invitations?q=ana"


def test_changing_the_password_asks_for_the_old_one_and_ends_other_sessions(world, olga):
    other, _ = sign_in(world.server)
    page = soup(olga.get("/settings").text)
    assert page.select_one("#current_password") and page.select_one("#new_password")
    changed = {"new_password": "ten lamps in a harbour"}
    assert post(olga, "/settings/password", changed).status_code == 422
    assert post(olga, "/settings/password", {**changed, "current_password": "wrong"}).status_code == 422
    assert is_in(other)
    assert post(olga, "/settings/password", {**changed, "current_password": PASSWORD}).status_code == 303
    assert is_in(olga) and not is_in(other)
    assert sign_in(world.server)[1].status_code == 401
    assert sign_in(world.server, password="ten lamps in a harbour")[1].status_code == 303


def test_sessions_are_listed_with_their_browser_and_ended_one_by_one(world, olga):
    phone = Visitor(world.server)
    phone.http.headers["User-Agent"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1"
    assert phone.post("/sign-in", {"token": world.link(OLGA)}).status_code == 303
    third, _ = sign_in(world.server)
    listed = world.ask("/settings.json")["sessions"]
    assert sorted(each["current"] for each in listed) == [False, False, True]
    (entry,) = [each for each in listed if each["device"] == "Safari on iPhone"]
    assert "Safari on iPhone" in text(soup(olga.get("/settings").text).main)
    assert post(olga, "/settings/sessions/end", {"session": entry["id"]}).headers["location"] == "../../settings?done=session"
    assert is_in(third) and not is_in(phone)
    assert post(olga, "/settings/sessions/end", {"session": entry["id"]}).status_code == 404
    assert post(olga, "/settings/sessions/end", {"others": "true"}).status_code == 303
    assert is_in(olga) and not is_in(third)


def test_a_token_is_shown_once_listed_with_its_use_and_revoked(world, olga):
    page = post(olga, "/settings/tokens", {"name": "till <b>"})
    secret = text(soup(page.text).select_one("#secret"))
    assert page.status_code == 201 and page.headers["cache-control"] == "no-store" and secret.startswith("plaza_")
    assert secret not in olga.get("/settings").text and secret not in world.server.said()
    with connect(world.server, Authorization=f"Bearer {secret}", **JSON) as http:
        (entry,) = [each for each in world.ask("/settings.json")["tokens"] if each["name"] == "till <b>"]
        assert "used" not in entry
        assert http.get("/settings.json").json()["email"] == OLGA
        (entry,) = [each for each in world.ask("/settings.json")["tokens"] if each["name"] == "till <b>"]
        assert entry["used"]
        for path, body in [("/settings/tokens", {"name": "x"}), ("/settings/password", {"new_password": PASSWORD + "!"}),
                           ("/company/members", {"email": "x@agency.example"}), ("/settings/sessions/end", {"others": "true"})]:
            problem(http.post(path, json=body), 403, "session_required")
        assert post(olga, "/settings/tokens/revoke", {"token": entry["id"]}).status_code == 303
        assert http.get("/settings.json").status_code == 401


def test_an_owner_adds_changes_and_removes_members(world, olga):
    page = post(olga, "/company/members", {"email": "New@agency.example", "role": "member"})
    assert page.status_code == 201
    link = text(soup(page.text).select_one("#secret"))
    assert link.startswith(world.server.url + "/sign-in?token=link_") and link.endswith("&next=settings")
    new = Visitor(world.server)
    fields = dict((each["name"], each["value"]) for each in soup(new.get(link).text).main.select("input[type=hidden]"))
    assert new.post("/sign-in", fields).headers["location"] == "./settings"
    assert "Members" not in text(soup(new.get("/company").text).main) and "members" not in new.http.get("/company.json").json()
    problem(new.http.post("/company/members/remove", json={"email": OLGA}, headers={**JSON, **new.proof}), 403, "owner_required")
    assert post(olga, "/company/members/role", {"email": "new@agency.example", "role": "owner"}).status_code == 303
    assert "new@agency.example" in new.get("/company").text
    assert post(olga, "/company/members/remove", {"email": "new@agency.example"}).status_code == 303
    assert not is_in(new)
    people = {each["email"]: each for each in world.ask("/company.json")["members"]}
    assert set(people) == {OLGA, MEMBER, "other@agency.example"} and people[OLGA]["signed_in"]


def test_what_an_owner_cannot_do_says_why(world, olga):
    def refused(path, body, status, rule):
        problem(olga.http.post(path, json=body, headers={**JSON, **olga.proof}), status, rule)

    refused("/company/members", {"email": "no address"}, 422, "no_address")
    refused("/company/members", {"email": MEMBER}, 422, "address_taken")
    refused("/company/members", {"email": "boris@second.example"}, 422, "address_taken")
    refused("/company/members", {"email": "x@agency.example", "role": "emperor"}, 422, "unknown_role")
    refused("/company/members/role", {"email": OLGA, "role": "member"}, 409, "last_owner")
    refused("/company/members/remove", {"email": OLGA}, 409, "last_owner")
    page = post(olga, "/company/members", {"email": "boris@second.example", "role": "member"})
    assert page.status_code == 422 and "second" not in text(soup(page.text).main).replace("boris@second.example", "")
    for path in ["remove", "link"]:
        assert post(olga, f"/company/members/{path}", {"email": "boris@second.example"}).status_code == 404


def test_signing_in_again_ends_the_session_before(world, olga):
    before = olga.http.cookies["plaza_session"]
    assert post(olga, "/sign-in", {"email": OLGA, "password": PASSWORD}).status_code == 303
    late = Visitor(world.server)
    late.http.cookies.set("plaza_session", before, domain="127.0.0.1")
    assert is_in(olga) and not is_in(late)


def test_the_program_tells_who_signed_in_and_when(world, olga, plaza):
    lines = plaza.run("member", "list", "--site", world.server.site).out.splitlines()
    listed = {line.split("\t")[0]: line.split("\t")[1:] for line in lines}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", listed[OLGA][2]) and listed[MEMBER] == ["agency", "member", "never"]
