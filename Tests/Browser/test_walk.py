"""A person's way: home, market, category, page 2, creator, sign-in, contact, invitation, history."""
import re

import pytest
from playwright.sync_api import expect

from audit import faults_for_people
from kinds import MESSAGE

WAYS = [(width, script, scheme) for width in (390, 1280) for script, scheme in ((True, "dark"), (False, "light"))]


def unfold(page, link):
    """Opens the menu that holds the link, where the screen is narrow."""
    page.wait_for_load_state()  # before its style sheet is there, a menu of a wide screen is closed too
    if not link.is_visible():
        page.locator("details", has=link).locator("summary").first.click()
    return link


def large_category(page):
    """The choice of the first category that has more than a page of creators."""
    for choice in page.locator("fieldset[data-facet=category] label").all():
        if int(choice.locator("small").text_content()) > 24:
            return choice
    raise AssertionError("no category of the market has two pages")


@pytest.mark.parametrize("width, script, scheme", WAYS)
def test_from_the_front_page_to_the_history(open_page, serve_copy, shoot, width, script, scheme):
    server = serve_copy()
    page = open_page(server.url, width, script, scheme)

    def look(name):
        shoot(page, f"walk-{name}-{width}-{scheme}")
        assert not script or faults_for_people(page) == []

    page.goto(server.url)
    look("1-home")
    page.locator("main").get_by_role("link", name="Indonesia").click()
    expect(page.locator("h1")).to_contain_text("Indonesia")
    expect(page.locator("[data-creator]")).to_have_count(24)
    look("2-market")

    if script:
        unfold(page, large_category(page)).locator("input").check()
        expect(page).to_have_url(re.compile(r"/ID/\?category=[a-z0-9-]+$"))
        if page.locator(".rail[open]").count():
            page.get_by_role("button", name="Show creators").click()  # on a phone the filters lie over the list
    else:
        value = large_category(page).locator("input").get_attribute("value")
        unfold(page, page.locator(f"#unready a[href$='/ID/{value}/index.html']")).click()
    expect(page.locator("#results:not([aria-busy]) [data-creator]")).to_have_count(24)
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_url(re.compile(r"/ID/(\?category=[a-z0-9-]+&page=2$|[a-z0-9-]+/page/2/)"))
    expect(page.locator("#results:not([aria-busy])")).to_be_attached()
    look("3-category-page-2")

    card = page.locator("[data-creator]", has=page.get_by_role("button", name="Contact")).first
    username = card.get_attribute("data-creator")
    nickname = card.get_by_role("heading").text_content()
    card.get_by_role("heading").get_by_role("link").click()
    expect(page.locator("h1")).to_have_text(nickname)
    look("4-creator")
    creator_page = page.url

    page.watch.expect_status(401)
    page.get_by_role("button", name="Contact").click()
    expect(page.locator("main")).to_contain_text("Sign in")
    assert "@mail.example" not in page.locator("main").text_content()
    look("5-contact-signed-out")

    page.goto(server.sign_in_link)
    look("6-sign-in")
    page.locator("main").get_by_role("button", name="Sign in").click()
    look("7-signed-in")
    page.goto(server.url + "/invitations")
    look("8-history-empty")

    page.goto(creator_page)
    page.get_by_role("button", name="Contact").click()
    expect(page.locator("main")).to_contain_text(nickname)
    assert page.locator("main a[href^='https://wa.me/'], main a[href^='mailto:'], main a[href^='tel:']").count() >= 1
    look("9-contact")

    page.locator("main").get_by_role("link", name="Invite").click()
    assert page.url == creator_page + "#invite"
    page.get_by_label("Message").fill(MESSAGE)
    page.get_by_role("radio").first.check()
    page.get_by_label("E-mail").fill("partners@agency.example")
    page.get_by_role("button", name="Send invitation").click()
    expect(page.locator("h1")).to_contain_text(nickname)
    assert re.search(r"/invitations/[0-9a-f-]{36}\b", page.url), page.url
    expect(page.locator("main strong")).to_have_text("work with you")
    expect(page.locator("main")).to_contain_text("partners@agency.example")
    look("10-invitation")

    page.locator("main").get_by_role("link", name="History").click()
    expect(page.locator("main")).to_contain_text("@" + username)
    look("11-history")
    unfold(page, page.get_by_role("button", name="Sign out", include_hidden=True)).click()
    page.watch.expect_status(401)
    page.goto(server.url + "/invitations")
    assert username not in page.locator("main").text_content()
