"""How a list is read: as cards or rows, by keys, with every figure in full, and with the filters in a sheet on a phone."""
import pytest
from playwright.sync_api import expect

from kinds import REACHABLE


def open_list(open_page, server, query="", **options):
    page = open_page(server.url, **options)
    page.goto(f"{server.url}/ID/index.html{query}")
    return page


def shown_figures(page):
    """The names of the figures that each card shows."""
    return page.evaluate("""() => [...document.querySelectorAll('.card')].map(card =>
        [...card.querySelectorAll('.facts > div')].filter(each => each.offsetParent).map(each => each.dataset.figure))""")


@pytest.mark.parametrize("sort, figure", [("gpm_video", "gpm_video"), ("gpm_live", "gpm_live"), ("views", "video_views_avg"), ("gmv", "gmv")])
def test_the_figure_that_orders_is_on_every_card(open_page, server, sort, figure):
    page = open_list(open_page, server)
    for _ in range(2):  # chosen in place, then from an address
        page.locator("#sort").select_option(sort)
        expect(page.locator("#results:not([aria-busy])")).to_be_attached()
        figures = shown_figures(page)
        assert figures and all(len(each) == 3 and figure in each for each in figures), figures
        page.goto(f"{server.url}/ID/?sort={sort}")


@pytest.mark.parametrize("script", [True, False])
def test_rows_say_the_same_in_less_room(open_page, server, script):
    page = open_list(open_page, server, script=script)
    card = page.locator(".card").first
    tall = card.bounding_box()["height"]
    page.get_by_label("Rows").check()
    expect(card.locator(".facts > div:visible")).to_have_count(3)
    assert card.bounding_box()["height"] < tall / 3
    expect(card.get_by_role("button", name="Contact")).to_be_visible()
    if script:
        page.reload()
        expect(page.get_by_label("Rows")).to_be_checked()


@pytest.mark.parametrize("width", [390, 1280])
def test_in_rows_compare_stands_beside_the_buttons_and_nothing_is_cut_off(open_page, server, width):
    page = open_list(open_page, server, width=width)
    page.get_by_label("Rows").check()
    card = page.locator(".card").first
    invite, compare = card.locator(".go").bounding_box(), card.locator(".compare").bounding_box()
    assert compare["x"] >= invite["x"] + invite["width"]
    assert abs(compare["y"] + compare["height"] / 2 - invite["y"] - invite["height"] / 2) < 4
    assert page.evaluate("[...document.querySelectorAll('.card')].filter(card => card.scrollWidth > card.clientWidth).length") == 0


def test_the_keys_of_a_card(open_page, server):
    page = open_list(open_page, server)
    first, second = page.locator(".card h3 a").nth(0), page.locator(".card h3 a").nth(1)
    page.keyboard.press("j")
    expect(page.locator("body")).to_be_focused()  # letters do nothing elsewhere (WCAG 2.1.4)
    first.focus()
    page.keyboard.press("j")
    expect(second).to_be_focused()
    page.keyboard.press("e")
    tip = page.locator(".tip")
    expect(tip).to_contain_text("Accounts that follow the creator.")
    exact = page.locator(".card").nth(1).locator("[data-figure=followers] [title]").last.get_attribute("title")
    expect(tip).to_contain_text(exact)
    page.keyboard.press("Escape")
    expect(tip).to_be_empty()
    page.keyboard.press("k")
    expect(first).to_be_focused()
    page.keyboard.press("v")
    expect(page.get_by_label("Rows")).to_be_checked()
    page.keyboard.press("i")
    page.wait_for_url("**/creators/*.html#invite")


def test_a_tap_tells_what_a_label_means(open_page, server):
    page = open_list(open_page, server, width=390)
    label = page.locator(".badges [title]").first
    label.click()
    expect(page.locator(".tip")).to_contain_text(label.get_attribute("title"))


def test_on_a_phone_the_filters_are_a_sheet(open_page, server):
    page = open_list(open_page, server, width=390)
    summary = page.locator(".rail > summary")
    for way in ("Escape", "outside", "button"):
        summary.click()
        page.get_by_role("checkbox", name="Quick to respond").set_checked(way == "Escape")
        expect(page.locator("#results:not([aria-busy])")).to_be_attached()
        expect(page.locator("#so-far")).to_have_text(page.locator("#heading").inner_text())
        if way == "Escape":
            page.keyboard.press("Escape")
        elif way == "outside":
            page.mouse.click(195, 20)
        else:
            page.get_by_role("button", name="Show creators").click()
        expect(page.locator(".rail")).not_to_have_attribute("open", "")
        expect(summary).to_be_focused()


def test_the_sheet_hides_no_field_that_has_the_focus(open_page, server):
    """WCAG 2.4.11: its head and its foot stay in sight, and what Tab comes to stands between them."""
    page = open_list(open_page, server, width=390)
    page.locator(".rail > summary").click()
    head, foot = page.locator(".rail > summary").bounding_box(), page.locator(".apply").bounding_box()
    for _ in range(40):
        page.keyboard.press("Tab")
        box = page.evaluate("""() => { const node = document.activeElement, box = node.getBoundingClientRect();
            return node.closest('.filters') && !node.closest('.apply') ? [box.top, box.bottom] : null; }""")
        assert box is None or (box[0] >= head["y"] + head["height"] - 1 and box[1] <= foot["y"] + 1), box


def test_similar_creators_lead_on(open_page, server):
    page = open_page(server.url)
    page.goto(f"{server.url}/creators/{REACHABLE[0]}.html")
    similar = page.locator("#similar li")
    assert 1 <= similar.count() <= 4
    expect(similar.first).to_contain_text("Also in")
    name = similar.first.get_by_role("link").inner_text()
    similar.first.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text(name)


def test_picking_by_key_keeps_the_place(open_page, server, session):
    page = open_page(server.url, session=session)
    page.goto(f"{server.url}/ID/?sort=gmv")
    page.locator(".card h3 a").nth(1).focus()
    name = page.locator(".card").nth(1).get_attribute("data-creator")
    page.keyboard.press("x")
    expect(page.locator(f".card[data-creator='{name}'] button.picked")).to_be_visible()
    expect(page.locator(f".card[data-creator='{name}'] h3 a")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".card h3 a").nth(2)).to_be_focused()


def test_a_tap_beside_the_sheet_does_nothing_else(open_page, server):
    page = open_list(open_page, server, width=390)
    page.locator(".rail > summary").click()
    box = page.locator(".brand").bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(page.locator(".rail")).not_to_have_attribute("open", "")
    assert page.url.endswith("/ID/index.html")
