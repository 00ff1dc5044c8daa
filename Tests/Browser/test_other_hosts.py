"""P1: the built folder works below a sub-path of a plain static host, and straight from disk; forms find the server."""
import functools
import http.server
import shutil
import threading

import pytest
from playwright.sync_api import expect

from kinds import REACHABLE, invitation


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def host(sample, tmp_path_factory):
    """The address of the folder on a static host, below a sub-path with a blank."""
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(sample.public, root / "our talent" / "catalogue")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/our%20talent/catalogue"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["a static host", "a folder on disk"])
def home(request, sample):
    return request.getfixturevalue("host") if request.param == "a static host" else sample.public.as_uri()


def styled(page):
    """Whether the style sheet was found and read."""
    return page.locator("link[rel=stylesheet]").evaluate("node => node.sheet !== null")


def pictures_are_there(page):
    return page.evaluate(
        """async () => {
            const pictures = [...document.querySelectorAll("main img")];
            pictures.forEach(picture => picture.loading = "eager");
            await Promise.allSettled(pictures.map(picture => picture.decode()));
            return pictures.every(picture => picture.naturalWidth > 0);
        }"""
    )


def test_one_can_browse_from_the_front_page_to_a_creator(open_page, home):
    page = open_page(home)
    page.goto(home + "/index.html")
    assert styled(page)
    page.locator("main").get_by_role("link", name="Indonesia").click()
    expect(page.locator("[data-creator]")).to_have_count(24)
    assert styled(page) and pictures_are_there(page)
    page.get_by_role("link", name="Next").click()
    expect(page.locator("[data-creator]")).to_have_count(24)
    nickname = page.locator("[data-creator]").first.get_by_role("heading").text_content()
    page.locator("[data-creator]").first.get_by_role("heading").get_by_role("link").click()
    expect(page.locator("h1")).to_have_text(nickname)
    assert styled(page) and pictures_are_there(page)
    page.goto(home + "/help.html")
    expect(page.locator("h1")).to_be_visible()


def test_a_form_from_elsewhere_needs_one_more_click(open_page, serve_copy):
    """The static page lives on another origin: the server shows the invitation, and a member's click there sends it."""
    server = serve_copy()
    page = open_page(server.url)
    page.goto(server.sign_in_link)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.goto("about:blank")
    fields = "".join(f'<textarea name="{name}">{value}</textarea>' for name, value in invitation(REACHABLE[6]))
    page.set_content(f'<form method="post" action="{server.url}/invite">{fields}<button>Go</button></form>')
    page.watch.expect_status(401, 403)
    page.get_by_role("button", name="Go").click()
    assert "/invitations/" not in page.url
    expect(page.locator("main")).to_contain_text("work with you")
    page.locator("main").get_by_role("button").click()
    expect(page.locator("h1")).to_contain_text("Invitation")
    assert "/invitations/" in page.url
