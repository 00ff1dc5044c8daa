"""Invitations by form: the same route, answers that a person reads."""
import re

import pytest

from support.clients import PHONE
from support.pages import hidden_fields, soup, text
from support.sites import creator


@pytest.fixture(scope="module")
def server(workshop):
    return workshop.serve(workshop.built_site(creators=[creator(f"p{index}", f"Nick {index}") for index in range(12)]))


@pytest.fixture(scope="module")
def member(workshop, server):
    return workshop.member(server)


@pytest.fixture(scope="module")
def caller(workshop, server):
    return workshop.caller(server)


def fields(**changes):
    return {"creator": "p0", "purpose": "distribution", "message": "Hello **you**", **PHONE, **changes}


def test_one_sent_invitation_leads_to_its_page(member):
    answer = member.post("/invite", fields(creator="p1"))
    assert answer.status_code == 303
    assert "/invitations/" in answer.headers["location"]
    page = member.get(answer.headers["location"])
    words = text(soup(page.text).main)
    assert page.status_code == 200 and "Nick 1" in words and PHONE["whatsapp"] in words
    assert soup(page.text).find("strong", string="you"), "the message is shown as the Markdown it is"


def test_a_faulty_form_comes_back_as_it_was_filled_in(member, caller):
    typed = 'Long "text" & </textarea><script>alert(1)</script> สวัสดี\n\n\nend'
    page = member.post("/invite", fields(creator="p2", message=typed, purpose="", whatsapp="<call me>"))
    assert page.status_code == 422
    tree = soup(page.text)
    assert tree.select_one("textarea[name=message]").get_text().replace("\r\n", "\n").lstrip("\n") == typed
    assert tree.select_one("input[name=whatsapp]")["value"] == "<call me>"
    assert ("creator", "p2") in hidden_fields(page.text, "invite")
    assert not tree.find("script", string=lambda script: script and "alert" in script)
    assert caller.history(q="p2") == []


def test_each_faulty_field_is_tied_to_its_message(member):
    """WCAG 3.3.1: the field is marked, and its error is tied to it."""
    tree = soup(member.post("/invite", fields(message="", whatsapp="x")).text)
    for name in ["message", "whatsapp"]:
        field = tree.select_one(f"[name={name}]")
        assert field["aria-invalid"] == "true"
        tied = f"{field.get('aria-describedby', '')} {field.get('aria-errormessage', '')}".split()
        assert [each for each in tied if each.endswith("error") and text(tree.find(id=each))], name


def test_a_refusal_says_which_rule_and_until_when(member):
    assert member.post("/invite", fields(creator="p3")).status_code == 303
    page = member.post("/invite", fields(creator="p3"))
    assert page.status_code == 409
    words = text(soup(page.text).main)
    assert "Nick 3" in words and re.search("(7|seven) days", words) and "Possible again from" in words


def test_several_creators_give_a_page_of_results(member):
    assert member.post("/invite", fields(creator="p4")).status_code == 303
    page = member.post("/invite", fields(creator=["p4", "p5", "p6"]))
    assert page.status_code == 200
    words = text(soup(page.text).main)
    assert "Nick 4" in words and "Nick 5" in words and "Nick 6" in words


def test_the_history_lists_what_was_sent(member):
    assert member.post("/invite", fields(creator="p7")).status_code == 303
    page = member.get("/invitations")
    assert page.status_code == 200 and "Nick 7" in text(soup(page.text).main)


def test_the_form_of_a_creators_page_has_the_markets_fields(server):
    """I2: Indonesia offers WhatsApp, e-mail and phone; I1: the purpose is chosen with both roles."""
    tree = soup(server.site.creator_page("p8"))
    form = tree.find("form", action=lambda action: action and action.endswith("invite"))
    names = {field["name"] for field in form.select("[name]")}
    assert names == {"creator", "purpose", "company", "message", "whatsapp", "email", "phone"}
    assert {field["value"] for field in form.select("[name=purpose]")} == {"partnership", "distribution"}


def test_it_shows_the_company_before_sending(server):
    """I4"""
    tree = soup(server.site.creator_page("p8"))
    links = [link["href"] for link in tree.main.select("a[href]")]
    assert "Agency One" in text(tree.main) and any(link.endswith("companies/agency.html") for link in links)


@pytest.mark.parametrize("market, messenger", [
    ("ID", "whatsapp"), ("MY", "whatsapp"), ("VN", "zalo"), ("PH", "viber"), ("TH", "line"), ("GB", "whatsapp"), ("SG", "whatsapp"),
])
def test_each_market_has_its_messenger(built_site, market, messenger):
    """I2"""
    site = built_site(creators=[creator("ana", market=market)])
    form = soup(site.creator_page("ana")).find("form", action=lambda action: action and action.endswith("invite"))
    channels = [field["name"] for field in form.select("input:not([type=hidden]):not([type=radio])")]
    assert channels == [messenger, "email", "phone"]


def test_an_mcn_only_site_asks_for_no_purpose(built_site):
    site = built_site(creators=[creator("ana")], companies={"agency": {"name": "A", "roles": ["mcn"]}})
    form = soup(site.creator_page("ana")).find("form", action=lambda action: action and action.endswith("invite"))
    assert not form.select("input[type=radio]")
