"""Filters on a plain static host: the same answers as a naive scan, by mouse, keyboard and address (SPEC C3 to C6, P1)."""
import gzip
import random
import re
import shutil

import pytest
from playwright.sync_api import expect

from hosting import hosted
from support.crowds import Crowd, random_query
from support.lengths import length
from support.naive import NaiveScan
from support.program import REPOSITORY
from support.queries import encoded
from support.sites import Site, creator

MARKETS = ["ID", "VN"]
SIZE = 2500
SCRIPT = REPOSITORY / "Templates" / "assets" / "filters.js"

# What the page says once its answer is final.
READ = """() => {
  const results = document.querySelector('#results');
  const counts = {};
  for (const note of document.querySelectorAll('#filters [data-count]')) {
    const field = note.closest('label').querySelector('input');
    (counts[field.name] ??= {})[field.value] = Number(note.textContent.replaceAll(',', ''));
  }
  return {total: Number(results.dataset.total), counts,
          usernames: [...results.querySelectorAll('[data-creator]')].map(card => card.dataset.creator)};
}"""


@pytest.fixture(scope="module")
def crowds():
    return {market: Crowd(20261125, market, SIZE) for market in MARKETS}


@pytest.fixture(scope="module")
def public(tmp_path_factory, plaza, crowds):
    site = Site(
        tmp_path_factory.mktemp("filters") / "site", creators=[each for crowd in crowds.values() for each in crowd.all],
        site={"markets": MARKETS})
    plaza.run("build", site, timeout=400)
    return site.public


@pytest.fixture(scope="module")
def host(public):
    with hosted(public) as address:
        yield address


def answered(page):
    expect(page.locator("#results:not([aria-busy])")).to_be_attached()
    return page.evaluate(READ)


QUERIES = length(30, long=100)  # of each seed


@pytest.mark.parametrize("seed", range(3))
def test_a_static_host_answers_as_a_naive_scan_does(open_page, host, crowds, seed):
    """300 random queries in a long run: ranges, sorts, pages, names and unknowns among them."""
    scans = {market: NaiveScan(crowd.listed) for market, crowd in crowds.items()}
    page = open_page(host)
    page.watch.expect_status(404)
    pick = random.Random(f"browser {seed}")
    wrong = []
    for _ in range(QUERIES):
        market = pick.choice(MARKETS)
        query = random_query(pick, crowds[market].listed)
        page.goto(f"{host}/{market}/?{encoded(query)}")
        found, (total, usernames, counts) = answered(page), scans[market].answer(query)
        shown = all(count == counts[name][value] for name, values in found["counts"].items() for value, count in values.items())
        if (found["total"], found["usernames"]) != (total, usernames) or not shown:
            wrong.append((market, query, found["total"], total, found["usernames"][:4], usernames[:4]))
    assert not wrong, f"{len(wrong)} of {QUERIES}, the first: {wrong[0]}"


# On a border and beside it, at both ends, beyond everybody, and such that nobody can meet.
BOUNDS = [("50", ""), ("", "50"), ("49.37", ""), ("20", "80"), ("50", "50"), ("77.7", "40"), ("-5", ""), ("", "-1"), ("100000000000", ""),
          ("", "100000000000")]


@pytest.mark.parametrize("figure", ["score", "followers"])
def test_one_bound_is_counted_from_buckets(open_page, host, crowds, figure):
    scan, page = NaiveScan(crowds["ID"].listed), open_page(host)
    for number, (low, high) in enumerate(BOUNDS):
        query = {f"{figure}_{end}": value for end, value in [("min", low), ("max", high)] if value}
        query |= [{}, {"quick": "true"}, {"unknown": "include", "type": "live"}][number % 3]
        page.goto(f"{host}/ID/?{encoded(query)}")
        found, (total, usernames, counts) = answered(page), scan.answer(query)
        assert (found["total"], found["usernames"]) == (total, usernames), query
        assert all(count == counts[name][value] for name, values in found["counts"].items() for value, count in values.items()), query


@pytest.mark.parametrize("bound, buckets", [("score_min=49.37", 1), ("score_max=49.37", 1), ("score_min=20&score_max=80.5", 2)])
def test_a_value_and_a_bound_take_heads_and_buckets_alone(open_page, host, bound, buckets):
    page, asked = open_page(host), []
    page.on("request", lambda request: asked.extend(re.findall("/index/ID/([a-z]+-[a-z]*)", request.url)))
    page.goto(f"{host}/ID/?quick=true&{bound}&sort=gpm_video")
    assert answered(page)["total"] > 24
    assert asked.count("bucket-") == buckets and asked.count("head-quick") <= 3
    assert len(asked) == buckets + asked.count("head-quick")


def test_the_address_follows_the_filters_and_leads_back(open_page, host):
    page = open_page(host)
    page.goto(host + "/ID/")
    before = page.evaluate(READ)
    page.locator("input[name=quick]").check()
    expect(page).to_have_url(host + "/ID/?quick=true")
    quick = answered(page)
    assert 0 < quick["total"] < before["total"]
    page.locator("select[name=sort]").select_option("gmv")
    expect(page).to_have_url(host + "/ID/?quick=true&sort=gmv")
    expect(page.locator("#chips")).to_contain_text("Quick to respond")
    sorted_by_gmv = answered(page)
    page.get_by_role("link", name="Remove filter: Quick to respond").click()
    expect(page).to_have_url(host + "/ID/?sort=gmv")
    answered(page)
    page.go_back()
    expect(page.locator("input[name=quick]")).to_be_checked()
    assert answered(page) == sorted_by_gmv
    page.go_back()
    assert answered(page)["usernames"] == quick["usernames"]
    expect(page.locator("#announce")).to_have_text(page.locator("#heading").text_content())


def test_filters_work_by_keyboard_alone(open_page, host):
    page = open_page(host)
    page.goto(host + "/ID/")
    page.locator("#q").focus()
    page.keyboard.type("ay")
    expect(page).to_have_url(re.compile(r"\?q=ay$"))
    named = answered(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"category=.*q=ay"))
    assert answered(page)["total"] <= named["total"]
    assert page.evaluate("document.activeElement.name") == "category"


def test_pages_of_an_answer_are_linked(open_page, host):
    page = open_page(host)
    page.goto(host + "/ID/?sort=name")
    first = answered(page)["usernames"]
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_url(host + "/ID/?sort=name&page=2")
    second = answered(page)["usernames"]
    assert len(second) == 24 and not set(first) & set(second)


@pytest.mark.parametrize("query, name", [("bogus=1", "bogus"), ("followers_min=many", "followers_min"), ("sort=rating", "sort")])
def test_what_is_unknown_is_named_and_nothing_is_shown(open_page, host, query, name):
    page = open_page(host)
    page.goto(f"{host}/ID/?{query}")
    expect(page.locator("#problem")).to_contain_text(name)
    assert page.locator("[data-creator]").count() == 0


def test_nobody_is_explained(open_page, host):
    """C5: an empty result says why."""
    page = open_page(host)
    page.goto(host + "/ID/?followers_min=999999999999")
    assert answered(page)["total"] == 0
    expect(page.locator("#empty")).to_be_visible()


def test_a_page_opened_as_a_file_says_that_its_filters_need_a_host(open_page, public):
    page = open_page(public.as_uri())
    page.goto(public.as_uri() + "/ID/index.html")
    expect(page.locator("#unready")).to_contain_text("web host")
    page.locator("#unready a").first.wait_for(state="visible")
    page.locator("#unready a[href$='/ID/shoes/index.html']").click()
    expect(page.locator("h1")).to_contain_text("Shoes")


def test_the_note_for_files_goes_where_the_script_runs(open_page, host):
    page = open_page(host)
    page.goto(host + "/ID/")
    expect(page.locator("#unready")).not_to_be_attached()


@pytest.mark.parametrize("query", ["market=ID&quick=true", "market=id&quick=true"])
def test_the_market_may_be_said_again_in_any_case(open_page, host, query):
    page = open_page(host)
    page.goto(f"{host}/ID/?quick=true")
    expected = answered(page)
    page.goto(f"{host}/ID/?{query}")
    assert answered(page) == expected
    expect(page.locator("#chips li")).to_have_count(1)


@pytest.mark.parametrize("harm", ["cut", "changed", "gone"])
def test_a_damaged_index_gives_a_message_and_no_answer(open_page, public, tmp_path, harm):
    folder = tmp_path / "public"
    shutil.copytree(public, folder)
    for file in (folder / "index" / "ID").glob("*.bin"):
        content = file.read_bytes()
        if harm == "gone":
            file.unlink()
        else:
            file.write_bytes(content[:len(content) // 2] if harm == "cut" else content[:20] + b"\x55" + content[21:])
    with hosted(folder) as address:
        page = open_page(address)
        page.watch.expect_status(404)
        page.goto(address + "/ID/?quick=true&sort=gmv")
        expect(page.locator("#problem")).to_contain_text("could not be loaded")
        assert page.locator("[data-creator]").count() == 0
        assert page.locator("#results").get_attribute("data-total") is None


def test_the_script_is_small():
    assert len(gzip.compress(SCRIPT.read_bytes(), 9, mtime=0)) < 12 * 1024


def test_the_script_speaks_in_the_words_of_the_site(open_page, plaza, tmp_path):
    site = Site(
        tmp_path / "site", creators=[creator(f"c{number}", followers=number * 10) for number in range(30)], site={"markets": ["ID"]})
    site.write("templates/phrases/wording.txt", """
        chip_from = {number} ke atas: {figure}
        chip_text = «{text}» & <teman>
        list_heading_many = {count} kreator di {market}
        script_no_filter = Tiada tapis {name}.
    """)
    site.write("templates/phrases/interface.txt", 'remove_filter = Buang "{text}"\nnext = Maju <3\npage = Laman\n')
    plaza.build(site)
    with hosted(site.public) as host:
        page = open_page(host)
        page.goto(f"{host}/ID/?followers_min=10&q=c")
        answered(page)
        assert page.locator("#chips a").all_inner_texts() == ["10 ke atas: Followers", "«c» & <teman>"]
        expect(page.get_by_role("link", name='Buang "«c» & <teman>"')).to_be_attached()
        expect(page.locator("#heading")).to_have_text("29 kreator di Indonesia")
        expect(page.locator(".pages .step")).to_have_text("Maju <3")
        expect(page.locator(".pages .unseen").first).to_have_text("Laman")
        page.goto(f"{host}/ID/?nothing=1")
        expect(page.locator("#problem")).to_have_text("Tiada tapis nothing.")
