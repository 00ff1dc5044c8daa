"""I6: many at once; what cannot go now waits, and leaves by itself, once."""
import time
import urllib.parse

import pytest

from support.clients import Caller, Visitor, problem
from support.pages import soup
from support.sites import creator


@pytest.fixture
def site(built_site):
    return built_site(creators=[creator(f"p{index:03d}") for index in range(260)])


def names(start, end):
    return [f"p{index:03d}" for index in range(start, end)]


def queue(person):
    return [entry["creator"] for entry in person.http.get("/queue.json").json()["queue"]]


def eventually(look, seconds=20):
    deadline = time.monotonic() + seconds
    while not look() and time.monotonic() < deadline:
        time.sleep(0.2)
    return look()


def test_what_is_over_the_limit_waits_and_leaves_on_the_next_days(plaza, serve, site, later):
    token = plaza.token(site)
    first = serve(site)
    person = Caller(first, token)
    answer = person.invite(*names(0, 250), queue=True)
    assert answer.status_code == 200
    outcomes = [each["outcome"] for each in answer.json()["results"]]
    assert outcomes == ["sent"] * 100 + ["queued"] * 150
    assert queue(person) == names(100, 250)
    time.sleep(2.5)
    assert len(person.history()) == 100, "nothing leaves before the limits allow it"
    first.kill()

    second = Caller(serve(site, later(hours=13)), token)
    assert eventually(lambda: len(second.history()) == 200)
    assert queue(second) == names(200, 250)
    third = Caller(serve(site, later(hours=37)), token)
    assert eventually(lambda: len(third.history()) == 250)
    assert queue(third) == []
    history = third.history()
    assert len({entry["creator"] for entry in history}) == 250
    queued = {each["invitation"] for each in answer.json()["results"]}
    assert queued == {entry["id"] for entry in history}, "each keeps the key that it was promised"


def test_a_repeated_request_sends_nothing_twice(serve, caller, site):
    person = caller(serve(site))
    person.invite(*names(0, 99))
    body = {"creator": names(99, 102), "message": "Hello", "whatsapp": "+62 812 0000 1111", "purpose": "partnership",
            "queue": "true"}
    answers = [person.http.post("/invite", json=body, headers={"Idempotency-Key": "one"}) for _ in range(3)]
    assert answers[0].json()["results"] == answers[1].json()["results"] == answers[2].json()["results"]
    assert [each["outcome"] for each in answers[0].json()["results"]] == ["sent", "queued", "queued"]
    assert len(person.history()) == 100 and queue(person) == names(100, 102)
    assert person.http.post("/invite", json=body, headers={"Idempotency-Key": "a b"}).status_code == 422


def test_one_that_waits_can_be_moved_and_cancelled(serve, caller, site):
    person = caller(serve(site))
    person.invite(*names(0, 105), queue=True)
    waiting = {entry["creator"]: entry["id"] for entry in person.http.get("/queue.json").json()["queue"]}
    assert person.http.post(f"/queue/{waiting['p104']}/move", json={"to": "first"}).status_code == 200
    assert person.http.post(f"/queue/{waiting['p101']}/cancel").status_code == 200
    assert queue(person) == ["p104", "p100", "p102", "p103"]
    problem(person.http.post(f"/queue/{waiting['p101']}/cancel"), 404)
    problem(person.http.post(f"/queue/{waiting['p104']}/move", json={"to": "away"}), 422)
    problem(person.http.post("/queue/nothing/cancel"), 404)


def test_a_limit_that_heals_can_be_waited_for_on_the_page_too(serve, site):
    """Without script: the refusal offers to queue it, and the queue shows when it will leave."""
    server = serve(site)
    visitor = Visitor(server)
    visitor.sign_in()
    form = {"creator": "p001", "message": "Hello", "whatsapp": "+62 812 0000 1111", "purpose": "partnership"}
    assert visitor.post("/invite", form).status_code == 303
    refused = visitor.post("/invite", form)
    assert refused.status_code == 409
    again = soup(refused.text).find("form", action="invite")
    fields = {field["name"]: field["value"] for field in again.find_all("input")}
    assert fields["queue"] == "true" and fields["creator"] == "p001"
    waits = visitor.post("/invite", fields)
    assert waits.status_code == 200 and "queue" in waits.text
    page = soup(visitor.get("/queue").text)
    assert "@p001" in page.text and "leaves about" in page.text
    cancel = page.find("form", action=lambda action: action.endswith("/cancel"))["action"]
    assert visitor.post("/" + cancel, {}).headers["location"] == "../../queue?done=cancelled"
    assert "Nothing waits" in visitor.get("/queue").text


def test_the_preview_sorts_picks_before_anything_is_sent(serve, caller, site):
    person = caller(serve(site))
    person.invite(*names(0, 60))
    preview = person.http.post("/invite/preview", json={"creator": [*names(50, 120), "nobody"]}).json()
    assert preview["counts"] == {
        "sendable": 40, "creator_cooldown": 10, "daily_limit": 20, "queued": 0, "opted_out": 0, "not_listed": 1}
    assert [each["outcome"] for each in preview["creators"][:11]] == ["creator_cooldown"] * 10 + ["sendable"]
    assert all("until" in each for each in preview["creators"][:10])
    assert len(person.history()) == 60
    too_many = person.http.post("/invite/preview", json={"creator": [f"n{index}" for index in range(1001)]})
    problem(too_many, 422)


def test_picks_stay_from_list_to_list(serve, site):
    server = serve(site)
    visitor = Visitor(server)
    visitor.sign_in()
    page = soup(visitor.get("/ID/").text)
    boxes = [box["value"] for box in page.find_all("input", attrs={"form": "pick", "type": "checkbox"})]
    assert len(boxes) == 24
    assert visitor.post("/picks", {"creator": boxes[:2], "back": "ID/?page=2"}).headers["location"] == "./ID/?page=2"
    visitor.post("/picks", {"creator": ["p100"]})
    other = Visitor(server)
    other.http.cookies = visitor.http.cookies
    assert "3 creators picked" in other.get("/ID/?page=2").text
    page = soup(other.get("/invite?picks=true").text)
    assert [field["value"] for field in page.find_all("input", attrs={"name": "creator", "type": "hidden"})] == [
        *boxes[:2], "p100"]
    for elsewhere in ["//evil.example", "https://evil.example", "/\\evil", "javascript:alert(1)", "../../x"]:
        assert visitor.post("/picks", {"creator": "p101", "back": elsewhere}).headers["location"] == "./picks?done=1"
    assert visitor.post("/picks", {"change": "replace"}).status_code == 303
    assert "Nobody picked yet" in visitor.get("/picks").text


def test_a_shortlist_survives_the_session(serve, plaza, site):
    server = serve(site)
    visitor = Visitor(server)
    visitor.sign_in()
    made = visitor.post("/shortlists", {"name": "Spring", "creator": names(0, 30)})
    address = made.headers["location"].removeprefix(".")
    visitor.post("/sign-out", {})
    problem(Caller(server, "plaza_" + "A" * 43).http.get(address), 401)
    person = Caller(server, plaza.token(site))
    assert person.http.get(address).json()["creators"] == names(0, 30)
    assert person.http.post(address, json={"change": "remove", "creator": names(0, 29)}).json()["creators"] == ["p029"]


def test_lists_know_shortlists_tags_and_who_was_invited(serve, plaza, site):
    server = serve(site)
    person = Caller(server, plaza.token(site))
    visitor = Visitor(server)
    visitor.sign_in()
    person.invite("p000", "p001")
    person.http.post("/tags", json={"creator": names(0, 5), "tag": "Warm"})
    key = person.http.post("/shortlists", json={"name": "Spring", "creator": names(4, 8)}).json()["id"]

    def shown(query):
        page = soup(visitor.get("/ID/?" + query).text)
        assert page.find(id="results")["data-total"] == str(len(page.select("[data-creator]")))
        return sorted(card["data-creator"] for card in page.select("[data-creator]"))

    assert shown("tag=warm") == names(0, 5)
    assert shown("tag=warm&not_invited_days=7") == names(2, 5)
    assert shown(f"shortlist={key}&tag=WARM") == ["p004"]
    assert visitor.get("/ID/?not_invited_days=0").status_code == 422
    assert visitor.get("/ID/?shortlist=x").status_code == 422
    assert Visitor(server).get("/ID/?tag=warm").status_code == 422, "only members have these filters"


def test_the_timeline_of_a_creator(serve, plaza, site):
    server = serve(site)
    person = Caller(server, plaza.token(site))
    person.invite("p003")
    person.http.post("/notes", json={"creator": "p003", "note": "Met in June"})
    person.http.post("/tags", json={"creator": "p003", "tag": "Warm"})
    timeline = person.http.get("/timeline/p003.json").json()
    assert timeline["tags"] == ["Warm"] and timeline["note"] == "Met in June"
    assert [event["kind"] for event in timeline["events"]] == ["invitation"]
    problem(person.http.get("/timeline/nobody.json"), 404)
    problem(person.http.post("/tags", json={"creator": "nobody", "tag": "Warm"}), 422)


def test_every_form_and_link_of_a_members_pages_leads_somewhere(serve, plaza, site):
    """Relative to its own page, as a browser resolves it."""
    server = serve(site)
    person = Caller(server, plaza.token(site))
    person.invite("p001")
    person.invite("p001", queue=True)
    key = person.http.post("/templates", json={"name": "Warm", "message": "Hi {{nickname}}"}).json()["id"]
    shortlist = person.http.post("/shortlists", json={"name": "Spring", "creator": ["p001"]}).json()["id"]
    person.http.post("/tags", json={"creator": "p001", "tag": "Warm"})
    sent = person.history()[0]["id"]
    visitor = Visitor(server)
    visitor.sign_in()
    pages = ["/invitations", f"/invitations/{sent}", "/queue", "/templates", f"/templates/{key}", "/picks", "/shortlists",
             f"/shortlists/{shortlist}", "/timeline/p001", "/replies", "/invite?creator=p001", "/ID/", "/settings", "/company"]
    lost = {}
    for page in pages:
        tree = soup(visitor.get(page).text)
        for node in tree.select("form[action], a[href], link[href], script[src], form[data-preview]"):
            for name in ("action", "href", "src", "data-preview"):
                target = urllib.parse.urljoin(server.url + page, node.get(name) or "")
                if not node.get(name) or not target.startswith(server.url):
                    continue
                is_post = node.name == "form" and (node.get("method") == "post" or name == "data-preview")
                path = target.removeprefix(server.url).split("#")[0]
                answer = visitor.http.request("OPTIONS" if is_post else "GET", path)
                allowed = "POST" in answer.headers.get("allow", "") if is_post else answer.status_code < 400
                if not allowed:
                    lost[page, path] = answer.status_code
    assert lost == {}


def test_a_confirmation_below_the_top_can_be_sent(serve, plaza, site):
    server = serve(site)
    key = Caller(server, plaza.token(site)).http.post("/templates", json={"name": "Warm", "message": "x"}).json()["id"]
    page = Visitor(server).post(f"/templates/{key}", {"name": "Warm", "message": "half an hour of work"})
    assert page.status_code == 401
    assert soup(page.text).find("form", method="post")["action"] == f"../templates/{key}"


def test_an_address_with_a_slash_too_many_leads_to_the_page(serve, site):
    visitor = Visitor(serve(site))
    visitor.sign_in()
    answer = visitor.get("/queue/?done=moved")
    assert answer.status_code == 308 and answer.headers["location"] == "../queue?done=moved"
