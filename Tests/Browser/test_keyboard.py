"""Everything that can be done can be done by keyboard, and one sees where one is (WCAG 2.1.1, 2.4.7)."""
import pytest

from kinds import REACHABLE

# What holds the focus, and whether that shows.
FOCUSED = """() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    const around = getComputedStyle(node.closest("label") || node);
    const outlined = each => each.outlineStyle !== "none" && parseFloat(each.outlineWidth) > 0;
    const rings = [style, around].some(each => outlined(each) || each.boxShadow !== "none");
    return {
        name: (node.getAttribute("aria-label") || node.innerText || node.name || "").trim(),
        field: node.name || "", href: node.getAttribute("href") || "", ring: rings, seen: box.width > 1 && box.height > 1,
    };
}"""


def tab_through(page, limit=400):
    """Everything that Tab comes to, in order."""
    stops = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError("Tab never comes to an end")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_list_can_be_walked_through(open_page, server, width):
    page = open_page(server.url, width)
    page.goto(f"{server.url}/ID/index.html")
    stops = tab_through(page)
    assert stops[0]["href"] == "#main", "the first stop skips to the content"
    assert [stop for stop in stops if not (stop["ring"] and stop["seen"])] == []
    names = [stop["name"] for stop in stops]
    cards = page.locator("[data-creator]").count()
    assert len([name for name in names if name.startswith("Invite")]) == cards
    assert len([name for name in names if name.startswith("Contact")]) == cards
    assert any(name.startswith("Next") for name in names)


def test_the_skip_link_skips(open_page, server):
    page = open_page(server.url)
    page.goto(f"{server.url}/ID/index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert inside


@pytest.mark.parametrize("width", [390, 1280])
def test_an_invitation_can_be_filled_in_and_sent(open_page, server, width):
    page = open_page(server.url, width)
    page.goto(f"{server.url}/creators/{REACHABLE[5]}.html")
    stops = tab_through(page)
    assert [stop for stop in stops if not (stop["ring"] and stop["seen"])] == []
    fields = [stop["field"] for stop in stops]
    for field in ["purpose", "message", "whatsapp", "email", "phone"]:
        assert field in fields, field
    assert "Send invitation" in [stop["name"] for stop in stops]
    assert fields.index("message") < fields.index("whatsapp")


def test_menus_open_by_keyboard_on_a_phone(open_page, server):
    page = open_page(server.url, 390)
    page.goto(f"{server.url}/index.html")
    summary = page.locator("summary", has_text="Market").first
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')")
    assert page.get_by_role("navigation", name="Markets").is_visible()
