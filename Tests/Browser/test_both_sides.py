"""N1-N3, H2: member and creator side by side, each in a browser of their own: the ways of yes, no and never again."""
import contextlib
import os
import pathlib
import re

import pytest
from playwright.sync_api import expect

from audit import faults_for_people
from test_valid_html import validate
from watching import Watch

PICTURES = os.environ.get("PLAZA_PICTURES")  # a folder for pictures of the way
MESSAGE = "Halo **Dewi**, kami suka kontenmu. Mau bekerja sama selama tiga bulan?\n\n- Komisi 12 %\n- Sampel gratis"


@pytest.fixture
def sides(chromium, serve_copy):
    """(member's page, a way to open the creator's phone, server)"""
    server = serve_copy()
    with contextlib.ExitStack() as stack:
        desk = stack.enter_context(contextlib.closing(chromium.new_context(viewport={"width": 1280, "height": 900})))
        phone = stack.enter_context(contextlib.closing(
            chromium.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)))
        member = desk.new_page()
        member.goto(server.sign_in_link)
        member.click("main button")
        member.wait_for_url("**/invitations")
        yield member, phone, server


def picture(page, name, full=False):
    if PICTURES:
        page.screenshot(path=str(pathlib.Path(PICTURES) / f"{name}.png"), full_page=full)


def send(member, server, creator):
    """Invites through the pages; gives the link to the inbox that the member gets to deliver."""
    member.goto(f"{server.url}/invite?creator={creator}")
    form = member.locator("form[action$='invite']").first
    if form.locator("input[type=radio][name=purpose]").count():
        form.locator("input[type=radio][name=purpose]").first.check()
    form.locator("textarea[name=message]").fill(MESSAGE)
    form.locator("input[name=email]").fill("deals@northlight.example")
    form.locator("button.go, button[type=submit]").last.click()
    member.wait_for_url(re.compile(r"/invitations/[0-9a-f-]{36}"))
    return member.locator("a.inbox-link").get_attribute("href")


def state_of(member, text):
    expect(member.locator("[data-state-of]").first).to_have_text(text, timeout=15000)


def test_yes(sides):
    member, phone, server = sides
    link = send(member, server, "dewi-ayuning")
    picture(member, "inbox-1-member-delivers")
    creator = phone.new_page()
    creator.goto(link)
    assert creator.locator("html").get_attribute("lang") == "id"
    assert creator.locator("article.letter > .quoted strong").inner_text() == "Dewi"
    assert "deals@northlight.example" not in creator.content()
    picture(creator, "inbox-2-creator-reads", full=True)
    state_of(member, "Seen")
    creator.click("text=Saya tertarik")
    creator.wait_for_selector(".ways-to")
    assert creator.locator(".ways-to a[href='mailto:deals@northlight.example']").count() == 1
    picture(creator, "inbox-3-creator-is-interested")
    state_of(member, "Interested")
    badge = member.locator(".count-badge")
    expect(badge).to_have_attribute("data-count", "1")
    picture(member, "inbox-4-member-sees-it")
    member.goto(f"{server.url}/invitations")
    expect(badge).to_have_attribute("data-count", "0", timeout=15000)


def test_no_and_never_again(sides):
    member, phone, server = sides
    link = send(member, server, "dewi-ayuning")
    creator = phone.new_page()
    creator.goto(link)
    creator.click("summary:has-text('Tidak, terima kasih')")
    creator.select_option("select[name=reason]", "busy")
    creator.click("button:has-text('Tolak')")
    state_of(member, "Declined")
    creator.click("button:has-text('Hentikan semua undangan')")
    creator.wait_for_selector("text=Anda tidak lagi menerima undangan")
    picture(creator, "inbox-5-creator-stops")
    member.goto(f"{server.url}/invite?creator=dewi-ayuning")
    assert "do not want invitations" in member.content()


def test_the_creator_chooses_a_language_and_no_script_is_needed(sides, chromium):
    member, phone, server = sides
    link = send(member, server, "dewi-ayuning")
    with contextlib.closing(chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)) as plain:
        page = plain.new_page()
        for code, words in [("th", "ฉันสนใจ"), ("vi", "Tôi quan tâm"), ("fil", "Interesado ako"), ("ms", "Saya berminat"), ("en", "I'm interested")]:
            page.goto(link)
            page.click(f"a[hreflang={code}]")
            assert page.locator("html").get_attribute("lang") == code
            assert page.locator("button.big").inner_text() == words
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= 390, f"{code} is {width} wide"
            if code == "th":
                picture(page, "inbox-6-in-thai")
        page.click("button.big")
        page.wait_for_selector(".ways-to")
        assert page.locator("html").get_attribute("lang") == "en"


def test_the_creators_pages_are_valid_and_within_reach_of_everyone(sides, tmp_path):
    """The validator of the W3C, and axe with the rules of WCAG 2.2 AA, on a phone, in light and dark, before and after an answer."""
    member, phone, server = sides
    link = send(member, server, "dewi-ayuning")
    page = phone.new_page()
    page.watch = Watch(page, server.url)
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, path in enumerate(["", "?lang=th", "/data", "?lang=en"]):
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            answer = page.goto(link + path)
            found = faults_for_people(page)
            assert found == [], found
        (pages / f"{number}.html").write_bytes(answer.body())
        if path == "/data":
            page.goto(link)
            page.click("button.big")
            page.wait_for_selector(".ways-to")
    assert page.watch.faults == []
    validate(pages)
