"""A site's own look, in a real browser: taken over by every page, and readable."""
import pytest

from audit import faults_for_people
from hosting import hosted
from support.sites import Site, creator

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30z" fill="#a0a"/></svg>'


@pytest.fixture(scope="module")
def home(tmp_path_factory, plaza):
    people = [creator("ana", followers=9, categories=["Health"]), creator("ben", authorized=False)]
    look = {"accent": "#ffd500", "radius": 0, "logo": "mark.svg"}
    site = Site(tmp_path_factory.mktemp("look") / "site", creators=people, site={"look": look})
    site.write("templates/assets/mark.svg", SVG)
    plaza.build(site)
    with hosted(site.public) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["index.html", "ID/index.html", "creators/ana.html", "styleguide.html"])
def test_a_loud_accent_breaks_no_rule_of_accessibility(open_page, home, path, scheme):
    page = open_page(home, scheme=scheme)
    page.goto(f"{home}/{path}")
    assert faults_for_people(page) == []


def test_the_logo_stands_beside_the_name_and_corners_are_square(open_page, home):
    page = open_page(home)
    with page.expect_response("**/assets/mark.svg") as answer:
        page.goto(f"{home}/ID/index.html")
    assert answer.value.status == 200
    mark = page.locator(".brand").evaluate(
        "node => (style => [style.backgroundImage, parseFloat(style.width) / parseFloat(style.height)])(getComputedStyle(node, '::before'))")
    assert "mark.svg" in mark[0] and abs(mark[1] - 3) < 0.1
    assert page.locator(".card").first.evaluate("node => getComputedStyle(node).borderRadius") == "0px"


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_pages_fade_into_each_other_unless_less_motion_is_asked_for(open_page, home, motion):
    page = open_page(home)
    page.add_init_script("addEventListener('pagereveal', event => { window.fades = Boolean(event.viewTransition); });")
    page.emulate_media(reduced_motion=motion)
    page.goto(f"{home}/ID/index.html")
    page.get_by_role("link", name="ana").first.click()
    page.wait_for_url("**/creators/ana.html")
    page.wait_for_function("'fades' in window")
    assert page.evaluate("window.fades") == (motion == "no-preference")
