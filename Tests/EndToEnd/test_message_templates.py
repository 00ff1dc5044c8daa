"""I7, I5: templates with variables, and the preview that is exactly what the creator sees."""
import pytest

from support.clients import Caller, Visitor, problem
from support.sites import creator


@pytest.fixture
def server(built_site, serve):
    people = [creator("ana", "Ana *Star*", categories=["Health"]), creator("budi", "Budi"), creator("cita", "Cita")]
    return serve(built_site(creators=people))


@pytest.fixture
def person(server, caller):
    return caller(server)


def message_of(person, invitation):
    return person.http.get(f"/invitations/{invitation}").json()["message"]


def test_a_template_speaks_to_each_creator(person):
    kept = person.http.post("/templates", json={"name": "Warm", "message": "Hi {{nickname}}, this is {{company}}."})
    assert kept.status_code == 200
    answer = person.invite("ana", "budi", message="", template=kept.json()["id"])
    ana, budi = [each["invitation"] for each in answer.json()["results"]]
    assert message_of(person, ana).startswith(r"Hi Ana \*Star\*, this is ")
    assert message_of(person, budi).startswith("Hi Budi, this is ")
    assert {entry["template"] for entry in person.history()} == {"Warm"}
    assert len(person.history(template="Warm")) == 2 and person.history(template="Cold") == []


def test_i7_a_variable_without_a_value_blocks_that_creator_only(person):
    answer = person.invite("ana", "budi", message="You are strong in {{category}}")
    first, second = answer.json()["results"]
    assert first["outcome"] == "sent" and (second["outcome"], second["rule"]) == ("refused", "variable_unresolved")
    problem(person.invite("cita", message="You are strong in {{category}}"), 422, "variable_unresolved")


def test_i7_an_unknown_variable_blocks_everybody(person):
    details = problem(person.invite("ana", "budi", message="Hi {{nickame}}"), 422, "variable_unresolved")
    assert "{{nickame}}" in details["detail"] and "{{nickname}}" in details["detail"]
    assert person.history() == []
    problem(person.http.post("/templates", json={"name": "Bad", "message": "Hi {{nobody}}"}), 422)
    assert person.invite("ana", message="The sum is {{7*7}}").status_code == 200, "no variable, so it is text"


def test_faults_of_a_template_are_named(person):
    for body in [{"message": "x"}, {"name": "A"}, {"name": "A" * 81, "message": "x"},
                 {"name": "A", "message": "x", "market": "ZZ"}, {"name": "A", "message": "x", "language": "no such"}]:
        details = problem(person.http.post("/templates", json=body), 422)
        assert details["errors"], body
    key = person.http.post("/templates", json={"name": "A", "message": "x"}).json()["id"]
    problem(person.http.post("/templates", json={"name": "a", "message": "y"}), 422)
    assert person.http.post(f"/templates/{key}", json={"name": "a", "message": "y"}).json()["message"] == "y"
    assert person.http.post(f"/templates/{key}/delete").status_code == 200
    problem(person.http.post(f"/templates/{key}", json={"name": "a", "message": "y"}), 404)
    problem(person.invite("ana", message="", template=key), 422)


def test_the_preview_is_what_the_creator_sees(person, server):
    text = "# Hi {{nickname}}\n\n<script>alert(1)</script> **yes** [x](javascript:alert(1))"
    preview = person.http.post("/message/preview", json={"message": text, "creator": "ana"}).json()
    assert "<script" not in preview["html"] and "href" not in preview["html"] and "Ana *Star*" in preview["html"]
    sent = person.invite("ana", message=text).json()["results"][0]["invitation"]
    visitor = Visitor(server)
    visitor.sign_in()
    assert preview["html"].strip() in visitor.get(f"/invitations/{sent}").text
    assert preview["limit"] == 500 and preview["words"] > 3


def test_a_preview_is_for_members_only(server):
    assert Visitor(server).post("/message/preview", {"message": "x"}).status_code == 401
