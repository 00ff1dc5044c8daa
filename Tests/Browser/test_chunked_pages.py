"""Creators whose pages stand many in a file: one page shows each of them, on any static host."""
import shutil

import pytest
from playwright.sync_api import expect

from audit import faults_for_people
from conftest import Sample
from hosting import hosted
from kinds import CLOSED, REACHABLE
from test_valid_html import validate


@pytest.fixture(scope="module")
def chunked(tmp_path_factory, plaza, sample):
    folder = tmp_path_factory.mktemp("chunked") / "site"
    shutil.copytree(sample.folder, folder, ignore=shutil.ignore_patterns("public", "private"))
    with open(folder / "site.yaml", "a", encoding="utf-8") as file:
        file.write("creator_pages: chunks\n")
    plaza.build(folder)
    return Sample(folder)


@pytest.fixture
def address(chunked):
    with hosted(chunked.public) as address:
        yield address


def main_of(page):
    """What a creator's page says, without where its links lead."""
    return page.locator("main").evaluate(
        """node => { const copy = node.cloneNode(true);
            for (const link of copy.querySelectorAll("a")) link.removeAttribute("href");
            return copy.outerHTML; }""")


@pytest.mark.parametrize("width, scheme", [(320, "light"), (1280, "dark")])
def test_a_creator_looks_as_in_a_file_of_their_own(open_page, address, sample, width, scheme):
    page, own = open_page(address, width=width, scheme=scheme), None
    with hosted(sample.public) as other:
        own = open_page(other, width=width, scheme=scheme)
        for name in [REACHABLE[0], CLOSED]:
            page.goto(f"{address}/creators/index.html?name={name}")
            own.goto(f"{other}/creators/{name}.html")
            expect(page.locator("article.creator")).to_be_visible()
            assert main_of(page) == main_of(own) and page.title() == own.title()
            assert page.locator(".top").inner_text() == own.locator(".top").inner_text()
            assert faults_for_people(page) == []


def test_one_comes_to_a_creator_from_a_list_and_back(open_page, address):
    page = open_page(address)
    page.goto(f"{address}/ID/index.html")
    expect(page.locator("#results:not([aria-busy])")).to_be_attached()
    link = page.locator("[data-creator] a[href*='creators/index.html?name=']").first
    name = page.locator("[data-creator]").first.get_attribute("data-creator")
    link.click()
    expect(page.locator(".handle")).to_contain_text(f"@{name}")
    page.locator("#similar a").first.click()
    expect(page.locator("article.creator")).to_be_visible()
    expect(page.locator(".handle")).not_to_contain_text(f"@{name} ")
    page.go_back()
    expect(page.locator(".handle")).to_contain_text(f"@{name}")
    page.go_back()
    expect(page.locator("[data-creator]").first).to_be_visible()


def test_the_part_that_the_address_names_comes_into_sight(open_page, address):
    page = open_page(address)
    page.goto(f"{address}/creators/index.html?name={REACHABLE[0]}#invite")
    expect(page.locator("#invite")).to_be_in_viewport()
    expect(page.locator("#invite textarea")).to_be_attached()


@pytest.mark.parametrize("query, told", [("?name=nobody.%3Cb%3E%24%26", "no creator @nobody.<b>$&"), ("", "names no creator"), ("?name=", "names no creator")])
def test_who_is_not_there_is_told(open_page, address, query, told):
    page = open_page(address)
    page.goto(f"{address}/creators/index.html{query}")
    expect(page.get_by_role("status")).to_contain_text(told)
    assert faults_for_people(page) == []
    page.get_by_role("link", name="Indonesia").last.click()
    expect(page.locator("[data-creator]").first).to_be_visible()


def test_a_page_that_cannot_be_fetched_is_told(open_page, address):
    page = open_page(address)
    for body, status in [(b"x\x9c damaged", 200), (b"", 500)]:
        page.route("**/creators/chunks/**", lambda route: route.fulfill(status=status, body=body))
        with page.watch.looking_away():
            page.goto(f"{address}/creators/index.html?name={REACHABLE[0]}")
            expect(page.get_by_role("status")).to_contain_text("could not be loaded")
        page.unroute("**/creators/chunks/**")


def test_without_script_the_reason_is_told_and_the_lists_are_offered(open_page, address):
    page = open_page(address, script=False)
    page.goto(f"{address}/creators/index.html?name={REACHABLE[0]}")
    expect(page.locator("#creator-unready")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Indonesia")).to_be_visible()


def test_creators_are_compared(open_page, address):
    page = open_page(address)
    page.goto(f"{address}/compare/?creator={REACHABLE[0]}&creator={REACHABLE[1].upper()}&creator=nobody")
    expect(page.locator(".comparison thead th")).to_have_count(2)
    expect(page.locator("#compare-state")).to_contain_text("@nobody")
    page.locator(".comparison thead a").first.click()
    expect(page.locator("article.creator")).to_be_visible()


def test_the_pages_are_valid(chunked):
    validate(chunked.public)
