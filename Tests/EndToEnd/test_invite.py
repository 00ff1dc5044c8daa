"""I1, I2, I3: what an invitation needs, and each way in which one is refused. JSON here; forms in test_invite_form."""
import datetime

import pytest

from support.clients import PHONE, problem
from support.sites import AGENCY, NETWORK, creator

PEOPLE = [creator(f"p{index:02d}", f"Nick {index}", followers=index) for index in range(30)] + [
    creator("official", account_type="official"), creator("hidden", contact_visible=False, email="a@private.example"),
    creator("linked", agency="Another MCN"), creator("other", market="TH"),
]
NOW = datetime.datetime.now


@pytest.fixture(scope="module")
def server(workshop):
    return workshop.serve(workshop.built_site(creators=PEOPLE, companies={"agency": AGENCY, "network": NETWORK}))


@pytest.fixture(scope="module")
def caller(workshop, server):
    return workshop.caller(server)


@pytest.fixture(scope="module")
def network(workshop, server):
    return workshop.caller(server, "mei@network.example", "network")


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def test_one_invitation_is_sent_and_told(caller):
    answer = caller.invite("p01")
    assert answer.status_code == 200
    (result,) = answer.json()["results"]
    assert result["creator"] == "p01" and result["outcome"] == "sent" and result["invitation"]
    quota = answer.json()["quota"]
    assert quota["limit"] == 100 and quota["used"] >= 1
    assert datetime.timedelta(0) < instant(quota["resets"]) - NOW(datetime.timezone.utc) <= datetime.timedelta(hours=25)


def test_the_same_creator_within_168_hours_is_a_409_with_its_end(caller):
    sent = NOW(datetime.timezone.utc)
    assert caller.invite("p02").status_code == 200
    details = problem(caller.invite("p02"), 409, "creator_cooldown")
    assert abs(instant(details["until"]) - sent - datetime.timedelta(hours=168)) < datetime.timedelta(seconds=60)
    assert details["results"][0] | {"creator": "p02", "outcome": "refused", "rule": "creator_cooldown"} == details["results"][0]
    assert details["quota"]["limit"] == 100


def test_the_other_purpose_does_not_lift_the_cooldown(caller):
    """I3: counted over both roles together."""
    assert caller.invite("p03", purpose="partnership").status_code == 200
    problem(caller.invite("p03", purpose="distribution"), 409, "creator_cooldown")


def test_the_case_of_a_name_does_not_lift_the_cooldown(caller):
    assert caller.invite("p04").status_code == 200
    assert caller.invite("P04").json()["rule"] in ("creator_cooldown", "not_listed")
    assert len(caller.history(q="p04")) == 1


def test_companies_do_not_cool_each_other_down(caller, network):
    assert caller.invite("p05").status_code == 200
    assert network.invite("p05").status_code == 200


def test_a_creator_who_hides_contacts_can_be_invited(caller):
    """K2"""
    assert caller.invite("hidden").status_code == 200


@pytest.mark.parametrize("name", ["nobody", "official", "../p01"])
def test_who_is_not_listed_cannot_be_invited(caller, name):
    answer = caller.invite(name)
    assert answer.status_code in (404, 422) and answer.json()["rule"] == "not_listed"


def test_an_mcn_only_company_cannot_invite_creators_of_other_mcns(caller, network):
    """C1"""
    assert network.invite("linked").json()["rule"] == "not_listed"
    assert caller.invite("linked").status_code == 200


FAULTY = {
    "no message": ({"message": ""}, "message", "message_required"),
    "a blank message": ({"message": " \n\t\u00a0\u3000 "}, "message", "message_required"),
    "501 words": ({"message": "word " * 501}, "message", "message_too_long"),
    "501 words in lines": ({"message": "word\n" * 501}, "message", "message_too_long"),
    "600 Thai words without a gap": ({"message": "สวัสดี" * 600}, "message", "message_too_long"),
    "no contact": ({"contacts": {}}, "contact", "contact_required"),
    "empty contacts": ({"contacts": {"email": "", "whatsapp": " "}}, "contact", "contact_required"),
    "an e-mail that is none": ({"contacts": {"email": "me at home"}}, "email", "contact_required"),
    "a number that is none": ({"contacts": {"whatsapp": "call me"}}, "whatsapp", "contact_required"),
    "no purpose with both roles": ({"purpose": None}, "purpose", "purpose_not_allowed"),
    "an empty purpose with both roles": ({"purpose": ""}, "purpose", "purpose_not_allowed"),
    "an unknown purpose": ({"purpose": "romance"}, "purpose", "purpose_not_allowed"),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_faulty_field_is_a_422_that_names_it(caller, fault):
    change, field, rule = FAULTY[fault]
    details = problem(caller.invite("p10", **change), 422, rule)
    assert [(each["field"], each["rule"]) for each in details["errors"]] == [(field, rule)]
    assert details["errors"][0]["detail"]
    assert caller.history(q="p10") == []


def test_all_faulty_fields_are_named_at_once(caller):
    answer = caller.invite("p10", message="", purpose="romance", contacts={"email": "x", "whatsapp": "y"})
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == ["purpose", "message", "email", "whatsapp"]


AT_THE_LIMIT = {
    "p11": "word " * 500,
    "p12": "don't " * 500,
    "p13": "a-" * 250,
    "p14": "สวัสดี " * 400,
    "p15": "你好" * 200,
    "p16": "👩‍👩‍👧 " * 600 + "hi",
}


@pytest.mark.parametrize("name", AT_THE_LIMIT)
def test_a_message_of_500_words_is_allowed(caller, name):
    """I5: emoji and punctuation are no words, "don't" is one."""
    assert caller.invite(name, message=AT_THE_LIMIT[name]).status_code == 200


def test_a_company_with_one_role_needs_no_purpose(network):
    assert network.invite("p17", purpose=None).status_code == 200
    (sent,) = network.history(q="p17")
    assert sent["purpose"] == "partnership"


def test_a_company_with_one_role_cannot_take_the_others_purpose(network):
    problem(network.invite("p18", purpose="distribution"), 422, "purpose_not_allowed")


def test_several_creators_get_an_answer_each(caller):
    assert caller.invite("p20").status_code == 200
    answer = caller.invite("p19", "p20", "nobody", "p21")
    assert answer.status_code == 200
    results = answer.json()["results"]
    assert [(each["creator"], each["outcome"], each.get("rule")) for each in results] == [
        ("p19", "sent", None), ("p20", "refused", "creator_cooldown"),
        ("nobody", "refused", "not_listed"), ("p21", "sent", None),
    ]
    assert results[1]["until"] and len({each["invitation"] for each in results if each["outcome"] == "sent"}) == 2


def test_a_creator_named_twice_is_invited_once(caller):
    caller.invite("p22", "P22", "p22")
    assert len(caller.history(q="p22")) == 1


def test_a_faulty_message_sends_to_none_of_several(caller):
    answer = caller.invite("p23", "p24", message="")
    assert answer.status_code == 422
    assert caller.history(q="p23") == [] and caller.history(q="p24") == []


def test_no_creator_at_all_is_a_422(caller):
    answer = caller.http.post("/invite", json={"message": "Hi", "purpose": "partnership", **PHONE})
    assert answer.status_code == 422 and [each["field"] for each in answer.json()["errors"]] == ["creator"]
