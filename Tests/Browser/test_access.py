"""A1 in a browser: the first sign-in, a password, sessions, tokens and members; by keyboard alone, and without script."""
import re

import pytest
from playwright.sync_api import expect

from audit import faults_for_people
from test_keyboard import FOCUSED
from test_walk import unfold

PASSWORD = "nine lamps in a harbour"


def tab_to(page, name, limit=60):
    """Presses Tab until what holds the focus has this name, or leads there; the focus shows at every stop."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            continue
        assert stop["ring"], stop
        if name in (stop["field"], stop["href"]) or stop["name"].startswith(name):
            return
    raise AssertionError(f"Tab never comes to {name}")


def press(page, name):
    tab_to(page, name)
    page.keyboard.press("Enter")


def write(page, field, text):
    tab_to(page, field)
    page.keyboard.type(text)


def look(page, script):
    assert not script or faults_for_people(page) == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_by_keyboard_from_the_link_to_a_password_and_back(open_page, serve_copy, script):
    server = serve_copy()
    page = open_page(server.url, 1280, script)
    page.goto(server.sign_in_link)
    press(page, "Sign in")  # in the menu
    expect(page.get_by_label("Password")).to_be_visible()
    page.goto(server.sign_in_link)
    look(page, script)
    page.locator("main").get_by_role("button", name="Sign in").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/invitations$"))

    press(page, "settings")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    look(page, script)
    page.watch.expect_status(422)
    write(page, "new_password", "password1234")
    press(page, "Set password")
    expect(page.locator("#new_password")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("alert")).to_contain_text("tried first")
    look(page, script)
    write(page, "new_password", PASSWORD)
    press(page, "Set password")
    expect(page.locator("main").get_by_role("status")).to_contain_text("password is set")
    expect(page.get_by_label("Current password")).to_be_visible()

    press(page, "Sign out")
    expect(page.get_by_role("navigation", name="Site").get_by_role("link", name="Sign in")).to_be_visible()
    press(page, "Sign in")
    expect(page.get_by_label("Password")).to_be_visible()
    page.watch.expect_status(401)
    write(page, "email", "hello@northlight.example")
    write(page, "password", "wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("not right")
    expect(page.get_by_label("E-mail")).to_have_value("hello@northlight.example")
    look(page, script)
    write(page, "password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/invitations$"))


@pytest.mark.parametrize("width, script, scheme", [(390, True, "dark"), (1280, True, "light"), (1280, False, "light")])
def test_sessions_tokens_and_members(open_page, serve_copy, shoot, width, script, scheme):
    server = serve_copy()
    page = open_page(server.url, width, script, scheme)
    page.goto(server.sign_in_link)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.goto(server.url + "/settings")

    page.get_by_label("Name of a new token").fill("Newsletter <b>script</b>")
    page.get_by_role("button", name="Make a token").click()
    expect(page.get_by_label("Token")).to_have_value(re.compile("^plaza_[A-Za-z0-9_-]{43}$"))
    shoot(page, f"access-token-{width}-{scheme}")
    look(page, script)
    page.get_by_role("link", name="Back to settings").click()
    expect(page.locator("main")).to_contain_text("Newsletter <b>script</b>")

    unfold(page, page.get_by_role("link", name="Company", include_hidden=True)).click()
    page.get_by_label("E-mail").fill("new@northlight.example")
    page.get_by_role("button", name="Add and make a link").click()
    link = page.get_by_label("Sign-in link").input_value()
    shoot(page, f"access-link-{width}-{scheme}")
    look(page, script)
    page.get_by_role("link", name="Back to the company").click()
    shoot(page, f"access-company-{width}-{scheme}")
    look(page, script)

    other = open_page(server.url, width, script, scheme)
    other.goto(link)
    other.locator("main").get_by_role("button", name="Sign in").click()
    expect(other).to_have_url(server.url + "/settings")
    other.get_by_label("New password").fill(PASSWORD)
    other.get_by_role("button", name="Set password").click()
    expect(other.locator("main").get_by_role("status")).to_contain_text("password is set")
    unfold(other, other.get_by_role("link", name="Company", include_hidden=True)).click()
    expect(other.locator("h1")).to_have_text("Northlight Partners")
    assert other.get_by_role("heading", name="Members").count() == 0
    look(other, script)

    page.get_by_role("button", name="Make an owner of new@northlight.example").click()
    expect(page.locator("main").get_by_role("status")).to_contain_text("role is changed")
    row = page.locator("main li", has_text="new@northlight.example")
    expect(row).to_contain_text("Owner")
    row.locator("summary").click()
    look(page, script)
    row.get_by_role("button", name="Remove new@northlight.example").click()
    expect(page.locator("main").get_by_role("status")).to_contain_text("removed")
    other.watch.expect_status(401)
    other.reload()
    expect(other.locator("h1")).to_have_text("Sign in first")

    page.goto(server.url + "/settings")
    shoot(page, f"access-settings-{width}-{scheme}")
    look(page, script)
    page.get_by_role("button", name="Revoke the token").click()
    expect(page.locator("main").get_by_role("status")).to_contain_text("revoked")
