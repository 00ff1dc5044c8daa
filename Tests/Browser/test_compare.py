"""Creators side by side: chosen on lists, read from their own pages, the best value marked where there is one."""
from playwright.sync_api import expect

from hosting import hosted
from kinds import CLOSED, REACHABLE


def column(page, place):
    """What the table says of one creator, by the name of the figure."""
    rows = page.locator(".comparison tbody tr")
    return {row.locator("th").inner_text(): row.locator("td").nth(place).inner_text() for row in rows.all()}


def test_choosing_survives_filters_and_pages(open_page, server):
    page = open_page(server.url)
    page.goto(f"{server.url}/ID/index.html")
    page.get_by_role("checkbox", name="Compare").first.check()
    expect(page.locator("#compare-bar")).to_contain_text("choose one more")
    page.get_by_role("link", name="Next").click()
    expect(page.locator("#results:not([aria-busy])")).to_be_attached()
    for place in (0, 3):
        page.get_by_role("checkbox", name="Compare").nth(place).check()
    page.get_by_role("link", name="Compare 3 creators").click()
    expect(page.locator(".comparison thead th")).to_have_count(3)


def test_seven_are_one_too_many(open_page, server):
    page = open_page(server.url)
    page.goto(f"{server.url}/ID/index.html")
    boxes = page.get_by_role("checkbox", name="Compare ")
    for place in range(6):
        boxes.nth(place).check()
    boxes.nth(6).click()
    expect(boxes.nth(6)).not_to_be_checked()
    expect(page.locator(".tip")).to_contain_text("Six can be compared")
    page.get_by_role("button", name="Clear", exact=True).click()
    expect(page.locator("#compare-bar")).to_be_hidden()


def test_a_static_host_compares_and_marks_the_best(open_page, sample):
    with hosted(sample.public) as address:
        page = open_page(address)
        page.goto(f"{address}/compare/?creator={REACHABLE[0]}&creator={REACHABLE[1]}&creator={CLOSED}")
        expect(page.locator(".comparison thead th")).to_have_count(3)
        columns = [column(page, place) for place in range(3)]
        numbers = page.locator(".comparison tbody tr", has_text="Followers").first
        assert numbers.locator(".best").count() <= 1
        assert any("best" in each for each in columns[0].values()) or any("best" in each for each in columns[1].values())
        assert "not shared" in columns[2].values() and not any("best" in text for name, text in columns[2].items() if "GMV" in name)
        page.locator(f"thead a[aria-label*='{CLOSED}']").click()
        expect(page.locator(".comparison thead th")).to_have_count(2)
        page.get_by_role("link", name=page.locator(".comparison thead th a").first.inner_text()).click()
        expect(page.locator("h1")).to_be_visible()


def test_what_cannot_be_compared_is_told(open_page, server):
    page = open_page(server.url)
    page.goto(f"{server.url}/compare/index.html")
    expect(page.locator("#compare-state")).to_contain_text("tick Compare")
    page.goto(f"{server.url}/compare/index.html?creator={REACHABLE[0]}&creator={REACHABLE[1]}&creator=%3Cb%3Enobody")
    expect(page.locator("#compare-state")).to_contain_text("@<b>nobody")
    expect(page.locator(".comparison thead th")).to_have_count(2)


def test_the_server_compares_without_a_script_and_says_the_same(open_page, server, sample):
    address = f"compare/?creator={REACHABLE[0]}&creator={REACHABLE[1]}&creator={CLOSED}"
    plain = open_page(server.url, script=False)
    plain.goto(f"{server.url}/{address}")
    by_server = [column(plain, place) for place in range(3)]
    with hosted(sample.public) as home:
        page = open_page(home)
        page.goto(f"{home}/{address}")
        expect(page.locator(".comparison thead th")).to_have_count(3)
        by_script = [column(page, place) for place in range(3)]
        for one, other in zip(by_server, by_script):
            assert list(one.items()) == list(other.items())
        assert page.locator(".best").count() == plain.locator(".best").count() > 0
    plain.locator(f"thead a[aria-label*='{CLOSED}']").click()
    expect(plain.locator(".comparison thead th")).to_have_count(2)


def test_who_is_taken_out_on_the_server_is_not_ticked_on_the_list(open_page, server):
    page = open_page(server.url)
    page.goto(f"{server.url}/ID/index.html")
    for place in range(3):
        page.get_by_role("checkbox", name="Compare ").nth(place).check()
    page.get_by_role("link", name="Compare 3 creators").click()
    page.locator("thead .hint").first.click()
    expect(page.locator(".comparison thead th")).to_have_count(2)
    page.goto(f"{server.url}/ID/index.html")
    expect(page.locator("input[name=compare]:checked")).to_have_count(2)
