"""D1, D3, D4: the charts, the code and the open formulas of a creator's page, as people meet them."""
import io
import re

import pytest
import zxingcpp
from PIL import Image

from kinds import CLOSED, sample_creators
from support.program import REPOSITORY

KNOWN = next(
    row["username"] for row in sample_creators()
    if all(row[name] for name in ["gmv", "gmv_video", "gmv_live", "audience_female", "audience_age_18_24", "videos", "lives"])
    and row["authorized"] != "false" and row["account_type"] in ("", "creator") and row["ecommerce"] != "false"
    and not row["score"]
)


def with_past():
    """The username of a listed creator of Indonesia who has snapshots."""
    text = (REPOSITORY / "site/snapshots/2026-03-31.jsonl").read_text(encoding="utf-8")
    names = set(re.findall(r'"username":"([^"]+)"', text))
    return next(
        row["username"] for row in sample_creators()
        if row["username"] in names and row["authorized"] != "false" and row["account_type"] in ("", "creator")
        and row["ecommerce"] != "false" and row["gmv"]
    )


@pytest.fixture
def creator_page(open_page, server):
    def creator_page(username, **options):
        page = open_page(server.url, **options)
        page.goto(f"{server.url}/creators/{username}.html")
        return page

    return creator_page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_leads_to_the_creator_on_tiktok(creator_page, scheme):
    page = creator_page(KNOWN, scheme=scheme)
    image = Image.open(io.BytesIO(page.locator("svg.qr").screenshot()))
    found = zxingcpp.read_barcodes(image.resize((image.width * 3, image.height * 3)))
    assert [code.text for code in found] == [f"https://www.tiktok.com/@{KNOWN}"]


def test_each_chart_has_a_name_a_description_and_its_numbers(creator_page):
    page = creator_page(KNOWN)
    charts = page.locator(".chart")
    assert charts.count() >= 4
    for index in range(charts.count()):
        chart = charts.nth(index)
        svg = chart.locator("svg")
        ids = svg.get_attribute("aria-labelledby").split()
        assert svg.get_attribute("role") == "img" and len(ids) == 2
        assert all(page.locator(f"#{name}").count() == 1 for name in ids)
        assert all(page.locator(f"#{name}").text_content().strip() for name in ids)
        chart.locator("summary").click()
        assert chart.locator("tbody tr").count() >= 2 and chart.locator("thead th").count() >= 2


def test_what_is_drawn_is_what_the_table_says(creator_page):
    """The shares of the ages: labels of the bars, rows of the table, and the file."""
    page = creator_page(KNOWN)
    chart = page.locator(".chart", has=page.locator("#chart-age-t"))
    rows = [row.strip() for row in chart.locator("tbody td").all_text_contents()]
    drawn = [text for text in chart.locator("svg text").all_text_contents() if text.endswith("%")]
    told = next(row for row in sample_creators() if row["username"] == KNOWN)
    shares = [float(told[f"audience_age_{band}"]) for band in ["18_24", "25_34", "35_44", "45_54", "55_plus"]]
    assert rows == drawn and [float(text[:-1]) for text in rows] == pytest.approx([100 * share for share in shares], abs=0.051)


def test_the_past_shows_growth_in_words(creator_page):
    page = creator_page(with_past())
    growth = page.locator("#growth")
    assert growth.locator("svg").count() >= 2
    assert re.search(r"(grew|fell) by [\d.]+% between 31 March 2026 and", growth.inner_text())


def test_the_formula_adds_up_to_the_score(creator_page):
    page = creator_page(KNOWN)
    working = page.locator("#working-score")
    working.locator("summary").click()
    score = float(re.search(r"([\d.]+) of 100", working.locator("summary").inner_text()).group(1))
    parts = working.locator("tbody td:last-child").all_text_contents()
    assert sum(float(part) for part in parts if part[0].isdigit()) == pytest.approx(score, abs=0.5)
    weights = working.locator("tbody td:nth-child(4)").all_text_contents()
    assert sum(float(weight[:-1]) for weight in weights if weight[0].isdigit()) == pytest.approx(100, abs=0.5)


def test_closed_figures_make_no_chart_and_say_why(creator_page):
    page = creator_page(CLOSED)
    assert page.locator("#audience svg, #sales svg, #standing svg, #workings").count() == 0
    assert "has not authorised" in page.locator(".notice").inner_text()
    assert page.locator("#sales .closed").count() == 6


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_letters_of_charts_stay_readable(creator_page, width):
    page = creator_page(KNOWN, width=width)
    sizes = page.locator(".chart svg text").evaluate_all(
        "nodes => nodes.map(node => node.getScreenCTM().a * parseFloat(getComputedStyle(node).fontSize))")
    assert sizes and min(sizes) >= 11
    outside = page.locator(".chart svg").evaluate_all("""nodes => nodes.flatMap(svg => {
        const edge = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("text")].filter(text => {
            const box = text.getBoundingClientRect();
            return box.left < edge.left - 1 || box.right > edge.right + 1;
        }).map(text => text.textContent);
    })""")
    assert outside == []


def test_charts_are_readable_with_forced_colours(creator_page):
    page = creator_page(KNOWN)
    page.emulate_media(forced_colors="active")
    fills = set(page.locator(".chart .bar").evaluate_all("nodes => nodes.map(node => getComputedStyle(node).fill)"))
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert fills and ground not in fills
