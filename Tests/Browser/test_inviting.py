"""An agency's daily way: pick in lists, keep a template, look ahead, send to many, see what waits, come back to it."""
import pytest
from playwright.sync_api import expect

from kinds import REACHABLE


def press_to(page, target, limit=400):
    """Tabs on until the target has the focus."""
    for _ in range(limit):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab does not come to it")


def sign_in(page, server):
    """A server's own link works once; others come from the store."""
    page.goto(server.sign_in_link)
    page.get_by_role("button", name="Sign in").click()


def test_by_keyboard_alone(open_page, serve_copy, shoot):
    server = serve_copy()
    page = open_page(server.url, 1280)
    page.goto(server.sign_in_link)
    press_to(page, page.get_by_role("button", name="Sign in"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Invitation history")

    page.goto(server.url + "/templates")
    press_to(page, page.locator("#name"))
    page.keyboard.type("Warm hello")
    press_to(page, page.locator("#message"))
    page.keyboard.type("Hi {{nickname}}, this is **{{company}}**.")
    expect(page.locator("[data-preview] .prose")).to_contain_text("this is")
    press_to(page, page.get_by_role("button", name="Keep template"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Warm hello")).to_be_visible()

    page.goto(server.url + "/ID/")
    for count in (1, 2, 3):
        press_to(page, page.locator("#cards .own input[type=checkbox]").first)
        page.keyboard.press("Space")
        expect(page.locator("#cards .picked")).to_have_count(count)
    shoot(page, "inviting-1-list")
    press_to(page, page.get_by_role("link", name="Invite them"))
    page.keyboard.press("Enter")
    expect(page.locator(".sendable")).to_contain_text("3 can be invited now")
    press_to(page, page.locator("#invite-template"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#invite-message")).to_have_value("Hi {{nickname}}, this is **{{company}}**.")
    expect(page.locator("[data-words]")).to_contain_text("of 500 words")
    press_to(page, page.locator("input[name=purpose]").first)
    page.keyboard.press("Space")
    shoot(page, "inviting-2-form")
    press_to(page, page.get_by_role("button", name="Send invitation"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("3 invitations sent")

    page.goto(server.url + "/invitations")
    expect(page.locator(".log li")).to_have_count(3)
    press_to(page, page.locator(".log a").first)
    page.keyboard.press("Enter")
    press_to(page, page.get_by_role("button", name="Send it again"))
    page.watch.expect_status(409)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Not sent")
    press_to(page, page.get_by_role("button", name="Send it when that is over"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("1 invitation waits")
    page.goto(server.url + "/queue")
    shoot(page, "inviting-3-queue")
    press_to(page, page.get_by_role("button", name="Cancel"))
    page.keyboard.press("Enter")
    expect(page.locator("main").get_by_role("status")).to_contain_text("Cancelled")


@pytest.mark.parametrize("width", [390, 1280])
def test_without_script(open_page, serve_copy, shoot, width):
    server = serve_copy()
    page = open_page(server.url, width, script=False)
    sign_in(page, server)
    page.goto(server.url + "/templates")
    page.locator("#name").fill("Warm hello")
    page.locator("#message").fill("Hi {{nickname}}, this is {{company}}.")
    page.get_by_role("button", name="Keep template").click()

    page.goto(server.url + "/ID/index.html")
    for number in (0, 2):
        page.locator("#cards .own input[type=checkbox]").nth(number).check()
    page.get_by_role("button", name="Pick the ticked ones").click()
    expect(page.locator("#cards .picked")).to_have_count(2)
    page.get_by_role("link", name="Next").click()
    page.locator("#cards .own input[type=checkbox]").first.check()
    page.get_by_role("button", name="Pick the ticked ones").click()
    expect(page.get_by_role("link", name="3 creators picked")).to_be_visible()
    page.get_by_role("link", name="Invite them").click()
    page.locator("#invite-template").select_option(label="Warm hello")
    page.locator("input[name=purpose]").first.check()
    shoot(page, f"inviting-plain-{width}")
    page.get_by_role("button", name="Send invitation").click()
    expect(page.locator("h1")).to_have_text("3 invitations sent")
    expect(page.locator(".outcomes li")).to_have_count(3)
    page.get_by_role("link", name="See the invitation").first.click()
    expect(page.locator(".prose.quoted")).to_contain_text("this is")


def test_what_the_browser_counts_is_what_the_server_counts(open_page, serve_copy):
    """SPEC I5: the same number on one table of texts, Thai, Vietnamese and emoji among them."""
    server = serve_copy()
    page = open_page(server.url)
    sign_in(page, server)
    page.goto(f"{server.url}/invite?creator={REACHABLE[0]}")
    for text in WORD_TABLE:
        browser = page.evaluate("""async text => (await import("/assets/invite.js")).wordCount(text)""", text)
        program = page.evaluate(
            """async text => (await (await fetch("/message/preview", {
                method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ message: text }),
            })).json()).words""", text)
        assert browser == program > 0, text


WORD_TABLE = [
    "Hello, shall we work together?", "Don't stop: it's 3.14 and 1,000!", "one-two three_four e-mail me@example.com",
    "Halo, kami ingin bekerja sama dengan Anda.", "Chúng tôi muốn hợp tác với bạn trong tháng này.",
    "สวัสดีครับ เราอยากร่วมงานกับคุณ", "ขอบคุณมากสำหรับวิดีโอของคุณ", "Great work 👩‍👩‍👧‍👦🎉 really 🇮🇩", "我们想和你合作", "一起 work 吧",
    "ありがとうございます", "naïve café résumé", "A/B test & C++ or #1", "**bold** [link](https://example.com/a-b)",
    "नमस्ते दुनिया", "Ελληνικά και Русский", "tên tôi là Mía 😀😀", "can't won't l'ami",
]
