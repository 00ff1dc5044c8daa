"""A2: each route lets through whom docs/access.md lets through, and whatever is refused changes nothing."""
import re

import pytest

from support.access import BODIES, LOOKS, OPEN, ROLES, World, posts, send, table
from support.clients import HTML, JSON, Visitor, connect

FOREIGN = {
    "no word of its origin": {},
    "another site": {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    "another port of the host": {"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"},
    "an opaque origin": {"Origin": "null"},
}


@pytest.fixture(scope="module")
def world(workshop):
    return World(workshop)


def proof(world):
    return {"Origin": world.server.url, "Sec-Fetch-Site": "same-origin"}


def address(route):
    return re.sub(r"\{\w+\}", "00000000-0000-0000-0000-000000000000", route.split(" ")[1]).replace("**", "index.html")


@pytest.mark.parametrize("role", ROLES)
def test_every_route_lets_through_whom_the_table_says(world, role):
    client = world.client(role)
    wrong = {}
    for route, expected in table().items():
        method = route.split(" ")[0]
        for accept in (JSON, HTML):
            headers = {**accept, **(proof(world) if method != "GET" else {})}
            http = world.client(role) if route == "POST /sign-out" else client
            with http.stream(method, address(route), headers=headers) as answer:  # /events has no end
                status = answer.status_code
            refused = status in (401, 403)
            fits = not refused and status < 500 if expected[role] == "yes" else str(status) == expected[role]
            if not fits:
                wrong[route, accept["Accept"]] = status
    assert wrong == {}


def test_every_post_has_a_body_to_try():
    assert set(BODIES) == set(posts()), "add a body to Tests/EndToEnd/support/access.py"


@pytest.mark.parametrize("route", BODIES)
@pytest.mark.parametrize("form", [True, False], ids=["form", "json"])
def test_nobody_changes_nothing(world, route, form):
    body = BODIES[route](world)
    if route in OPEN:
        return
    before = world.rows()
    with connect(world.server) as http:
        answer = send(http, route, body, form, **proof(world))
    assert world.rows() == before, answer.text
    assert answer.status_code < 500 and "ana@mail" not in answer.text and "9905" not in answer.text


@pytest.mark.parametrize("route", BODIES)
@pytest.mark.parametrize("origin", FOREIGN)
@pytest.mark.parametrize("form", [True, False], ids=["form", "json"])
def test_another_sites_page_changes_nothing(world, route, origin, form):
    """With the cookie of an owner, which browsers of another day may send along."""
    if route in OPEN and not FOREIGN[origin]:
        return  # a program may sign in without a browser's word
    body = BODIES[route](world)
    before = world.rows()
    answer = send(world.owners["agency"].http, route, body, form, **FOREIGN[origin])
    assert world.rows() == before, answer.text
    assert answer.status_code < 500 and "ana@mail" not in answer.text and "9905" not in answer.text


@pytest.mark.parametrize("route", BODIES)
def test_a_dead_token_changes_nothing(world, route):
    owner = world.owners["agency"]
    dead = world.make_token(owner, "dead")
    (entry,) = [each for each in world.ask("/settings.json")["tokens"] if each["name"] == "dead"]
    assert send(owner.http, "POST /settings/tokens/revoke", {"token": entry["id"]}, **owner.proof).status_code == 303
    body = BODIES[route](world)
    if route in OPEN:
        return
    before = world.rows()
    for token in (dead, "plaza_" + "A" * 43, "nonsense"):
        with connect(world.server, Authorization=f"Bearer {token}") as http:
            answer = send(http, route, body, form=False)
        assert world.rows() == before, answer.text
        assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("route", BODIES)
def test_a_session_that_ended_changes_nothing(world, route):
    visitor = world.sign_in("olga@agency.example")
    session = visitor.http.cookies["plaza_session"]
    assert visitor.post("/sign-out", {}).status_code == 303
    visitor.http.cookies.set("plaza_session", session, domain="127.0.0.1")
    body = BODIES[route](world)
    if route in OPEN:
        return
    before = world.rows()
    answer = send(visitor.http, route, body, **proof(world))
    assert world.rows() == before, answer.text
    assert "ana@mail" not in answer.text


@pytest.mark.parametrize("route", [route for route in BODIES if route not in OPEN])
def test_another_companys_owner_changes_nothing_of_this_one(world, route):
    """They may do the same in their own company; ids and addresses of this one are unknown to them."""
    boris = world.sign_in("boris@second.example")
    body = BODIES[route](world)
    before = world.rows_of_first_company()
    answer = send(boris.http, route, body, form=False, **boris.proof)
    if route == "POST /settings/password":
        world.owners["second"] = boris  # his other sessions ended with it
    assert world.rows_of_first_company() == before, answer.text
    assert answer.status_code < 500


def test_each_body_does_something_where_it_may(own_workshop):
    """Else the tests above would say nothing."""
    world = World(own_workshop)
    idle = []
    for route in BODIES:
        owner = Visitor(world.server) if route in OPEN else world.sign_in("olga@agency.example")
        body = BODIES[route](world)
        before = world.rows()
        answer = send(owner.http, route, body, **owner.proof)
        assert answer.status_code < 400, (route, answer.text)
        if route == "POST /settings/password":
            world.owners["agency"] = owner  # her other sessions ended with it
        if world.rows() == before:
            idle.append(route)
    assert set(idle) == LOOKS
