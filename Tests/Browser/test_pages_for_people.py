"""P3: WCAG 2.2 AA by axe-core, reflow, light and dark, on each kind of page."""
import pytest

from audit import faults_for_people
from kinds import SERVED, STATIC

SCREENS = [(320, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]


@pytest.mark.parametrize("width, scheme", SCREENS)
@pytest.mark.parametrize("kind", STATIC)
def test_a_static_page(open_page, server, shoot, kind, width, scheme):
    page = open_page(server.url, width, scheme=scheme)
    page.goto(f"{server.url}/{STATIC[kind]}")
    shoot(page, f"{kind}-{width}-{scheme}".replace(" ", "-"))
    assert faults_for_people(page) == []


@pytest.mark.parametrize("width, scheme", [(390, "dark"), (1280, "light")])
def test_the_pages_of_a_member(open_page, serve_copy, shoot, width, scheme):
    server = serve_copy()
    page = open_page(server.url, width, scheme=scheme)
    page.goto(server.sign_in_link)
    page.locator("main").get_by_role("button", name="Sign in").click()
    found = {}
    for kind, go in SERVED.items():
        go(page, server)
        shoot(page, f"{kind}-{width}-{scheme}".replace(" ", "-"))
        found[kind] = faults_for_people(page)
    assert found == {kind: [] for kind in SERVED}


def test_dark_is_dark_and_light_is_light(open_page, server):
    def brightness(scheme):
        page = open_page(server.url, scheme=scheme)
        page.goto(server.url)
        canvas = """() => {
            const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
            for (const node of [document.documentElement, document.body]) {
                canvas.fillStyle = getComputedStyle(node).backgroundColor;
                canvas.fillRect(0, 0, 1, 1);
            }
            return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b) / 3;
        }"""
        return page.evaluate(canvas)

    assert brightness("light") > 200 and brightness("dark") < 60


def test_on_paper_there_are_no_buttons(open_page, server):
    page = open_page(server.url)
    page.goto(f"{server.url}/ID/index.html")
    page.emulate_media(media="print")
    assert page.locator("[data-creator]").first.is_visible()
    assert not page.get_by_role("link", name="Invite").first.is_visible()
