"""H1, H2: sending again, exports of exactly what is filtered, reply rates."""
import csv
import io

import pytest

from support.clients import Caller, Visitor, problem
from support.sites import creator


@pytest.fixture
def site(built_site):
    return built_site(creators=[creator("ana", '=HYPERLINK("http://evil")'), *[creator(f"p{i:02d}") for i in range(60)]])


def rows(answer):
    assert answer.status_code == 200 and answer.headers["content-type"] == "text/csv; charset=utf-8"
    text = answer.content.decode("utf-8")
    assert text.count("\r\n") >= 1 and "\n" not in text.replace("\r\n", "")
    return list(csv.DictReader(io.StringIO(text)))


def test_h2_the_csv_is_what_is_filtered(serve, caller, site):
    person = caller(serve(site))
    person.invite("ana", *[f"p{i:02d}" for i in range(60)])
    assert [row["creator"] for row in rows(person.http.get("/invitations.csv"))] == [
        entry["creator"] for entry in person.history()]
    found = rows(person.http.get("/invitations.csv", params={"q": "p0"}))
    assert sorted(row["creator"] for row in found) == [f"p{i:02d}" for i in range(10)]
    ana = rows(person.http.get("/invitations.csv", params={"q": "ana"}))[0]
    assert ana["nickname"] == "'" + '=HYPERLINK("http://evil")', "a formula is plain text"
    assert rows(person.http.get("/invitations.csv", params={"state": "declined"})) == []
    problem(person.http.get("/invitations.csv", params={"after": "x"}), 422)
    problem(person.http.get("/invitations.csv", params={"state": "nowhere"}), 422)


def test_h1_an_invitation_is_sent_again_under_the_same_limits(plaza, serve, site, later):
    token = plaza.token(site)
    first = serve(site)
    person = Caller(first, token)
    sent = person.invite("p01", message="The first words").json()["results"][0]["invitation"]
    problem(person.http.post(f"/invitations/{sent}/resend"), 409, "creator_cooldown")
    waits = person.http.post(f"/invitations/{sent}/resend", json={"queue": "true"})
    assert waits.json()["results"][0]["outcome"] == "queued"
    first.stop()
    after = Caller(serve(site, later(days=8)), token)
    answers = [after.http.post(f"/invitations/{sent}/resend", headers={"Idempotency-Key": "again"}) for _ in range(2)]
    history = after.history(q="p01")
    assert len(history) == 2, "what waited left, or the repeated one went: once"
    assert all(after.http.get(f"/invitations/{entry['id']}").json()["message"] == "The first words" for entry in history)
    assert {answer.status_code for answer in answers} <= {200, 409}
    problem(after.http.post("/invitations/00000000-0000-4000-8000-000000000000/resend"), 404)


def test_h2_rates_stand_beside_their_numbers(serve, caller, site):
    server = serve(site)
    person = caller(server)
    person.invite("p01", "p02")
    person.invite("p03", purpose="distribution")
    report = person.http.get("/replies.json").json()
    assert report["purpose"] == [
        {"value": "partnership", "sent": 2, "seen": 0, "interested": 0, "declined": 0, "replies": 0},
        {"value": "distribution", "sent": 1, "seen": 0, "interested": 0, "declined": 0, "replies": 0}]
    assert [row["sent"] for row in report["market"]] == [3]
    visitor = Visitor(server)
    visitor.sign_in()
    assert "0 of 3" in visitor.get("/replies").text


def test_the_command_line_exports_the_history(plaza, serve, caller, site):
    person = caller(serve(site))
    person.invite("ana", "p01")
    run = plaza.run("export", "invitations", "--format", "csv", "--site", site)
    assert run.out.encode() == person.http.get("/invitations.csv").content
    import json
    whole = json.loads(plaza.run("export", "invitations", "--format", "json", "--site", site).out)
    assert {entry["creator"] for entry in whole["invitations"]} == {"ana", "p01"}
    assert all(entry["message"] and entry["contacts"] for entry in whole["invitations"])
