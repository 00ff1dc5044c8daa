"""Queries of the catalogue, as the server and the command line answer them, held against a naive scan (SPEC C3 to C6, P1)."""
import contextlib
import itertools
import json
import os
import random
import re
import subprocess

import pytest

from support.clients import HTML, JSON, connect
from support.crowds import CATEGORIES, CLOSED, Crowd, random_query
from support.leaks import CLOSED_DIGIT, contact_leaks, views
from support.naive import AGES, FACETS, OPEN_TO_ALL, YES_NO, NaiveScan, slug
from support.pages import quick_soup, text, total
from support.queries import Asked, Page, ask, ask_page, ask_rows, encoded
from support.sites import NETWORK, creator, tree

MARKETS = ["ID", "VN"]
SIZE = 1000
# Names in the order of the site's list, which is the platform's.
IN_ORDER = [
    "Home Supplies", "Shoes", "Beauty & Personal Care", "Food & Beverages", "Health", "Kids' Fashion", "Menswear & Underwear",
]
crowds = {market: Crowd(20260930, market, SIZE) for market in MARKETS}


@pytest.fixture(scope="module")
def site(workshop):
    return workshop.built_site(creators=[each for crowd in crowds.values() for each in crowd.all], site={"markets": MARKETS})


@pytest.fixture(scope="module")
def server(workshop, site):
    return workshop.serve(site)


@pytest.fixture(scope="module")
def http(server):
    """One connection, kept alive."""
    with connect(server) as client:
        yield client


@pytest.fixture(scope="module")
def scans():
    return {market: NaiveScan(crowd.listed) for market, crowd in crowds.items()}


def some_queries(seed, count):
    """[(market, query)] from a seed."""
    pick = random.Random(seed)
    markets = [pick.choice(MARKETS) for _ in range(count)]
    return [(market, random_query(pick, crowds[market].listed)) for market in markets]


# MARK: The naive scan


@pytest.mark.parametrize("seed", range(6))
def test_the_server_answers_as_a_naive_scan_does(http, scans, seed):
    wrong = [
        (market, query) for market, query in some_queries(seed, 250)
        if tuple(ask(http, market, query)) != scans[market].answer(query)
    ]
    assert not wrong, f"{len(wrong)} of 250, the first: {explained(http, scans, *wrong[0])}"


def explained(http, scans, market, query):
    found, expected = ask(http, market, query), scans[market].answer(query)
    return f"{market} {query}: total {found.total} for {expected[0]}; {found.usernames[:8]} for {expected[1][:8]}; " + "; ".join(
        f"{facet} {found.counts.get(facet)} for {counts}" for facet, counts in expected[2].items() if found.counts.get(facet) != counts
    )


def test_random_queries_are_worth_asking(scans):
    """Many have hits, many have none, and every filter and order is among them."""
    queries = [each for seed in range(6) for each in some_queries(seed, 250)]
    totals = [scans[market].answer(query)[0] for market, query in queries[:300]]
    assert sum(count == 0 for count in totals) > 30 and sum(0 < count < 100 for count in totals) > 60
    used = {name for _, query in queries for name in query}
    assert used >= {*FACETS, "score_min", "score_max", "gmv_max", "followers_max", "products_min", "unknown", "q", "sort", "page", "per_page"}


def test_the_pages_for_people_say_the_same(http, scans):
    for market, query in some_queries("pages", 40):
        page = Page(ask_page(http, market, query))
        expected_total, usernames, expected = scans[market].answer(query)
        assert (page.total, page.usernames) == (expected_total, usernames), query
        for facet, counts in expected.items():
            # Of yes and no only yes is offered.
            shown = {
                value: count for value, count in counts.items() if value in page.offered[facet] or facet not in YES_NO_FACETS
            }
            assert {value: count for value, count in page.counts[facet].items() if count} == shown, f"{query} {facet}"


YES_NO_FACETS = [facet for facet, values in FACETS.items() if values == YES_NO]


def test_the_command_line_gives_the_servers_answer(plaza, site, http):
    for market, query in some_queries("command line", 12):
        address = encoded({"market": market, **query})
        run = plaza.run("query", address, "--site", site, "--json")
        assert run.out == http.get("/creators.json?" + address).text, query


def test_the_command_line_takes_an_address_with_its_question_mark(plaza, site):
    run = plaza.run("query", "?market=VN&category=Kids%27+Fashion&per_page=3", "--site", site)
    assert json.loads(run.out) == json.loads(plaza.run("query", "category=kids-fashion&market=VN&per_page=3", "--site", site).out)


def test_a_terminal_gets_a_table(plaza, site, scans):
    screen, terminal = os.openpty()
    with subprocess.Popen([plaza.path, "query", "market=ID&sort=name&per_page=5&page=2", "--site", site.folder], stdout=terminal) as run:
        os.close(terminal)
        shown = b""
        with contextlib.suppress(OSError):  # the terminal is gone when the program has ended
            while part := os.read(screen, 65536):
                shown += part
        os.close(screen)
    lines = shown.decode().replace("\r\n", "\n").split("\n")
    assert run.returncode == 0 and lines[0].split()[:2] == ["username", "nickname"]
    assert [line.split()[0] for line in lines[1:6]] == scans["ID"].hits({"sort": "name"})[0][5:10]
    assert "6 to 10 of 1000" in shown.decode()


# MARK: The shape of answers


def test_facets_have_the_shape_of_the_design(http):
    body = ask(http, "ID").body
    assert list(body)[:3] == ["total", "facets", "creators"]
    assert list(body["facets"]) == list(FACETS)
    for facet, values in body["facets"].items():
        assert all(list(value) == ["value", "name", "count"] and value["name"] and value["count"] > 0 for value in values), facet
        order = [slug(name) for name in IN_ORDER] if facet == "category" else FACETS[facet]
        assert [value["value"] for value in values] == [each for each in order if each in {value["value"] for value in values}]
    assert [value["name"] for value in body["facets"]["category"]] == IN_ORDER


def test_values_that_would_give_nobody_are_left_out(http, scans):
    found = ask(http, "ID", type="live", q="ngoc anh", followers_min=1000)
    expected = scans["ID"].answer({"type": "live", "q": "ngoc anh", "followers_min": "1000"})[2]
    assert any(len(values) < len(FACETS[facet] or CATEGORIES) for facet, values in expected.items()), "everybody is of every kind"
    assert {facet: set(counts) for facet, counts in found.counts.items()} == {facet: set(counts) for facet, counts in expected.items()}


def test_a_creator_has_the_fields_of_the_json_twin(http):
    for record in ask(http, "ID", per_page=20, sort="name").body["creators"]:
        twin = http.get(f"/creators/{record['username']}.json").json()
        twin.pop("profile_html", None)
        assert record == twin


def test_the_list_of_a_market_is_json_for_who_asks_for_it(http):
    for query in ["category=shoes&sort=gmv&per_page=7", ""]:
        found, expected = http.get("/VN/?" + query, headers=JSON).json(), http.get("/creators.json?market=VN&" + query).json()
        assert found | {"next": ""} == expected | {"next": ""}


def test_an_address_without_a_query_shows_the_cards_of_the_static_page(site, http):
    """P1: byte for byte, by whomever the address is answered."""
    items = re.compile(r'<li class="card".*?</li>', re.DOTALL)
    for market in MARKETS:
        static = items.findall(site.page(f"{market}/index.html"))
        assert len(static) == 24
        assert items.findall(ask_page(http, market)) == static
        assert items.findall(http.get(f"/{market}/index.html").text) == static


def test_next_leads_through_all_pages(http, scans):
    query = {"category": ["health", "kids-fashion"], "q": "น้ำ", "per_page": "4", "unknown": "include", "followers_min": "10", "sort": "name"}
    expected = scans["ID"].hits(query)[0]
    assert len(expected) > 8
    address, found = "/creators.json?" + encoded({"market": "ID", **query}), []
    while address:
        answer = Asked(http.get(address).text)
        assert answer.total == len(expected) and 0 < len(answer.usernames) <= 4
        found += answer.usernames
        address = answer.next and str(http.base_url.join("/creators.json").join(answer.next))
    assert found == expected


def test_next_of_the_list_of_a_market_leads_on_from_there(http, scans):
    """It is relative to the address that gave it."""
    first = http.get("/ID/?per_page=5&sort=name", headers=JSON)
    second = http.get(str(first.url.join(first.json()["next"])), headers=JSON)
    assert second.status_code == 200, f"{second.url}: {second.status_code}"
    assert Asked(second.text).usernames == scans["ID"].hits({"sort": "name"})[0][5:10]


def test_pages_for_people_link_each_other_in_both_directions(http, scans):
    query = {"category": ["health", "kids-fashion"], "q": "น้ำ", "per_page": "4", "sort": "gpm_live", "gmv_min": "0"}
    expected = scans["ID"].hits(query)[0]
    url, pages = http.base_url.join("/ID/?" + encoded(query)), []
    while url:
        html = http.get(str(url), headers=HTML).text
        pages.append((url, Page(html).usernames))
        link = quick_soup(html).select_one('a[rel="next"]')
        url = link and url.join(link["href"])
    assert sum((usernames for _, usernames in pages), []) == expected and len(pages) > 2
    back = quick_soup(http.get(str(pages[-1][0]), headers=HTML).text).select_one('a[rel="prev"]')["href"]
    assert Page(http.get(str(pages[-1][0].join(back)), headers=HTML).text).usernames == pages[-2][1]


def test_the_words_of_a_name_are_shown_as_text(http):
    words = "\"><script>alert(1)</script> <b>'&amp;"
    html = ask_page(http, "ID", q=words)
    assert "<script>alert" not in html and "<b>'" not in html
    tree = quick_soup(html)
    assert tree.select_one("#q")["value"] == words and words in tree.select_one("#chips").text


def test_a_page_behind_the_last_is_empty_and_knows_the_total(http):
    found = ask(http, "ID", page=2147483647, per_page=100)
    assert (found.total, found.usernames, found.next) == (SIZE, [], None)
    assert total(ask_page(http, "ID", page=99)) == SIZE


def test_an_empty_result_says_why(http):
    """C5."""
    html = ask_page(http, "ID", q="nobody-of-that-name")
    empty = quick_soup(html).select_one("#empty")
    assert total(html) == 0 and not empty.has_attr("hidden") and "authorised" in text(empty)
    assert quick_soup(ask_page(http, "ID")).select_one("#empty").has_attr("hidden")


def test_a_chip_takes_its_filter_off_and_leaves_the_others(http, scans):
    query = {"category": "shoes", "type": "video", "followers_min": "100"}
    chips = quick_soup(ask_page(http, "ID", query)).select("#chips a")
    found = sorted(total(http.get(f"/ID/{chip['href']}", headers=HTML).text) for chip in chips)
    assert found == sorted(scans["ID"].answer({k: v for k, v in query.items() if k != left})[0] for left in query)


# MARK: Parameters


def test_categories_go_by_name_and_by_slug(http):
    by_slug = ask(http, "ID", category=["kids-fashion", "beauty-personal-care"])
    assert by_slug.total > 0
    for names in [["Kids' Fashion", "Beauty & Personal Care"], ["kids' fashion", "beauty-personal-care", "Beauty & Personal Care"]]:
        assert ask(http, "ID", category=names).body == by_slug.body


def test_empty_values_count_as_absent(http):
    """A form sends every field."""
    names = ["category", "type", "audience_age", "quick", "followers_min", "gmv_max", "unknown", "q", "sort", "page", "per_page"]
    everybody = ask(http, "ID").body
    assert ask(http, "ID", dict.fromkeys(names, "")).body == everybody
    assert ask(http, "ID", q="   ").body == everybody
    assert ask(http, "ID", type="", category=["", "shoes", ""]).body == ask(http, "ID", category="shoes").body


FAULTS = [
    ("bogus=1", "bogus"), ("Sort=gmv", "Sort"), ("units_max=5", "units_max"), ("rating_max=5", "rating_max"), ("min=5", "min"),
    ("category=nothing", "category"), ("category=shoes&category=shoos", "category"), ("type=both", "type"), ("type=Video", "type"),
    ("type=video&type=live", "type"), ("audience_age=18", "audience_age"), ("audience_gender=women", "audience_gender"),
    ("quick=yes", "quick"), ("frequent=1", "frequent"), ("reliable=TRUE", "reliable"), ("managed=agency", "managed"),
    ("score_min=high", "score_min"), ("followers_min=1%2C000", "followers_min"), ("followers_min=1.000.000", "followers_min"),
    ("followers_min=%205", "followers_min"), ("followers_max=1M", "followers_max"), ("gmv_min=0x10", "gmv_min"), ("gmv_min=NaN", "gmv_min"),
    ("gmv_max=inf", "gmv_max"), ("gmv_max=1e999", "gmv_max"), ("gmv_max=99999999999999999999", "gmv_max"), ("units_min=5..9", "units_min"),
    ("views_min=-", "views_min"), ("gpm_video_min=.5", "gpm_video_min"), ("gpm_live_min=5.", "gpm_live_min"),
    ("engagement_min=5%25", "engagement_min"), ("rating_min=1&rating_min=2", "rating_min"), ("products_min=%D9%A5", "products_min"),
    ("unknown=maybe", "unknown"), ("unknown=true", "unknown"), ("q=%21%21", "q"), ("q=a&q=b", "q"),
    ("sort=rating", "sort"), ("sort=-gmv", "sort"), ("sort=gmv&sort=name", "sort"), ("page=0", "page"), ("page=-1", "page"),
    ("page=1.5", "page"), ("page=%2B1", "page"), ("page=99999999999999999999", "page"), ("per_page=0", "per_page"),
    ("per_page=101", "per_page"), ("per_page=ten", "per_page"), ("market=VN", "market"), ("market=XX", "market"), ("market=TH", "market"),
    ("%3Cscript%3E=1", "<script>"),
]


@pytest.mark.parametrize("query, name", FAULTS, ids=[query for query, _ in FAULTS])
def test_what_is_unknown_is_refused_by_its_name(http, query, name):
    refused = http.get("/ID/?" + query, headers=JSON)
    assert refused.status_code == 422 and refused.headers["content-type"] == "application/problem+json", refused.text
    assert [error["parameter"] for error in refused.json()["errors"]] == [name]
    shown = http.get("/ID/?" + query, headers=HTML)
    assert shown.status_code == 422 and text(quick_soup(refused.json()["detail"])) in text(quick_soup(shown.text).main)
    assert "<script>'" not in shown.text


def test_a_control_character_is_named_with_the_other_faults(http):
    refused = http.get("/creators.json?market=ID&q=a%00b&sort=rating")
    assert refused.status_code == 422
    assert sorted(error["parameter"] for error in refused.json()["errors"]) == ["q", "sort"]


@pytest.mark.parametrize("path", ["/creators.json", "/creators.csv"])
@pytest.mark.parametrize("query", ["market=ID&bogus=1", "market=ID&sort=rating", "market=TH", "market=UK", "market=ID&market=VN", ""])
def test_programs_are_refused_in_the_same_way(http, path, query):
    refused = http.get(f"{path}?{query}", headers=JSON)
    assert refused.status_code == 422, refused.text
    names = [error["parameter"] for error in refused.json()["errors"]]
    assert names == [query.rpartition("&")[2].partition("=")[0] or "market"]


def test_several_faults_are_all_named(http):
    refused = http.get("/creators.json?market=ID&bogus=1&type=both&other=2&followers_min=x&page=0&category=none&audience_age=9")
    errors = refused.json()["errors"]
    assert sorted(error["parameter"] for error in errors) == [
        "audience_age", "bogus", "category", "followers_min", "other", "page", "type",
    ]
    assert all(error["detail"] and error["fix"] for error in errors)


def test_several_faults_are_all_named_where_the_market_is_one_of_them(http):
    refused = http.get("/creators.json?market=XX&bogus=1&type=both&page=0")
    assert sorted(error["parameter"] for error in refused.json()["errors"]) == ["bogus", "market", "page", "type"]


def test_the_command_line_names_every_fault(plaza, site):
    run = plaza.run("query", "market=ID&bogus=1&type=both&page=0", "--site", site, expect=1)
    assert run.out == "" and all(f"'{name}'" in run.err for name in ["bogus", "type", "page"]), run.said


def test_the_market_of_the_address_may_be_said_again(http):
    listed, asked = http.get("/ID/?market=ID&per_page=5", headers=JSON).json(), http.get("/creators.json?market=ID&per_page=5").json()
    assert listed.pop("next") == "./?page=2&per_page=5" and asked.pop("next") == "creators.json?market=ID&page=2&per_page=5"
    assert listed == asked


def test_a_market_that_is_not_served_has_no_list(http):
    for path in ["/TH/?sort=gmv", "/XX/?sort=gmv", "/ID?sort=gmv"]:
        answer = http.get(path, headers=JSON)
        assert answer.status_code in (301, 404), path


def test_a_query_that_is_no_utf_8_is_refused(http):
    for path, name in [
        ("/ID/?q=%ff", "q"), ("/creators.json?market=ID&%ff=1", "%ff"), ("/creators.csv?market=ID&q=%e0%a4", "q"),
        ("/ID/?sort=gmv&%66ollowers_min=%ff", "followers_min"),
    ]:
        refused = http.get(path, headers=JSON)
        assert refused.status_code == 422 and [error["parameter"] for error in refused.json()["errors"]] == [name], path
        if path.startswith("/ID/"):
            assert f"'{name}'" in text(quick_soup(http.get(path, headers=HTML).text).main)


# MARK: CSV


COLUMNS = [
    "username", "nickname", "market", "bio", "categories", "followers", "audience_female",
    *(f"audience_age_{age.replace('-', '_')}" for age in AGES), "agency", "authorized", "contact_visible", "rating", "products",
    "currency", "gmv", "gmv_video", "gmv_live", "gpm_video", "gpm_live", "units_sold", "videos", "lives", "video_views_avg",
    "likes_avg", "comments_avg", "shares_avg", "live_viewers_avg", "live_view_seconds_avg", "completion_rate", "engagement_rate",
    "response_rate", "sample_fulfilment_rate", "response_hours", "quick_to_respond", "posts_frequently", "reliable_with_samples",
    "score", "updated",
]


def test_a_table_has_a_header_and_ends_its_lines_with_crlf(http):
    answer = http.get("/creators.csv?market=ID")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    lines = answer.content.split(b"\r\n")
    assert lines[0].decode() == ",".join(COLUMNS)
    assert len(lines) == SIZE + 2 and lines[-1] == b"" and not any(b"\n" in line or b"\r" in line for line in lines)


def test_a_table_has_everybody_who_matches_in_order(http, scans):
    for market, query in some_queries("tables", 40):
        query = {name: value for name, value in query.items() if name not in ("page", "per_page")}
        assert [row["username"] for row in ask_rows(http, market, query)] == scans[market].hits(query)[0], query


def test_a_table_is_paged_only_where_a_page_is_asked_for(http, scans):
    everybody = scans["ID"].hits({})[0]
    for query, expected in [
        ({"page": "2"}, everybody[24:48]), ({"per_page": "5"}, everybody[:5]), ({"page": "3", "per_page": "100"}, everybody[200:300]),
        ({"page": "99"}, []), ({}, everybody), ({"page": "", "per_page": ""}, everybody),
    ]:
        assert [row["username"] for row in ask_rows(http, "ID", query)] == expected, query


def test_a_table_without_a_hit_is_its_header(http):
    assert http.get("/creators.csv?market=ID&q=nobody-of-that-name").content == ",".join(COLUMNS).encode() + b"\r\n"


def test_a_table_holds_no_formula(http):
    """What a spreadsheet would take for one stands behind an apostrophe; all else is as it was."""
    records = {record["username"]: record for crowd in crowds.values() for record in crowd.listed}
    seen = set()
    for row in itertools.chain.from_iterable(ask_rows(http, market) for market in MARKETS):
        nickname = records[row["username"]]["nickname"]
        is_formula = nickname in {"=1+1", "@here", "+cmd|' /C calc'!A0"}
        seen |= {nickname} if is_formula else set()
        # A number with a sign is none, and neutralising it does no harm.
        assert row["nickname"] == ("'" if is_formula else "") + nickname or nickname == "-2+3" and row["nickname"] == "'-2+3"
        assert not any(cell.startswith(("=", "@", "\t", "\r")) for cell in row.values())
    assert len(seen) == 3


def test_a_table_says_what_the_json_says(http):
    rows = ask_rows(http, "VN", per_page=100, sort="gmv")
    for row, record in zip(rows, ask(http, "VN", per_page=100, sort="gmv").body["creators"], strict=True):
        record["categories"] = ";".join(record.get("categories", []))
        for column in COLUMNS[2:]:
            value = record.get(column, "")
            expected = str(value).lower() if isinstance(value, bool) else str(value)
            same = row[column] == expected or row[column] and expected and float(row[column]) == float(expected)
            assert same, f"{row['username']} {column}: {row[column]!r} for {expected!r}"


# MARK: Who is there, and what is not told


def test_nobody_who_is_not_listed_is_found(http):
    """C1: no e-commerce permission, official and marketing accounts."""
    hidden = {record["username"] for crowd in crowds.values() for record in crowd.unlisted}
    for market in MARKETS:
        assert ask(http, market).total == SIZE
        assert ask(http, market, q="hidden").total == 0
        assert not hidden & {row["username"] for row in ask_rows(http, market)}


def test_no_contact_is_in_any_answer(answers):
    assert contact_leaks(answers) == []


def test_no_closed_figure_is_in_any_answer(answers):
    run = re.compile(CLOSED_DIGIT + "{4}|2017-07-17")
    found = [
        (name, view[max(0, hit.start() - 60):hit.end() + 20])
        for name, content in answers.items() for view in views(name, content) for hit in [run.search(view)] if hit
    ]
    assert found == []


def test_closed_records_have_open_fields_only(http):
    closed = {record["username"] for record in crowds["ID"].listed if record.get("authorized") is False}
    assert len(closed) > 100
    for record in ask_rows(http, "ID"):
        if record["username"] in closed:
            assert {column for column, cell in record.items() if cell} <= OPEN_TO_ALL, record
    for page in range(1, 11):
        for record in ask(http, "ID", per_page=100, page=page).body["creators"]:
            assert record["username"] not in closed or set(record) <= OPEN_TO_ALL, record


def test_cards_of_the_closed_hold_no_rounded_figure(http):
    """778K, 1.6M, 77.8 %: what the short forms of the closed figures would be."""
    rounded = re.compile(r"77[78]|7\.[78]|0\.7[78]|7[78](\.\d)?\s?%|1[.,][56]\d?\s?M")
    seen = 0
    for page in range(1, 4):
        for card in quick_soup(ask_page(http, "ID", per_page=100, page=page)).select("[data-creator]"):
            shown = [text(node) for node in card.select("dl.facts, .badges, .score")]
            if "not shared" in " ".join(shown):
                seen += 1
                assert not rounded.search(" ".join(shown)) or not is_closed(card["data-creator"]), shown
    assert seen > 30


def is_closed(username):
    return any(record["username"] == username and record.get("gmv") == 2 * CLOSED for record in crowds["ID"].listed)


@pytest.fixture(scope="module")
def answers(http):
    """{name: bytes} of everybody as JSON, as a table and on pages."""
    found = {}
    for market in MARKETS:
        found[f"{market}.csv"] = http.get(f"/creators.csv?market={market}").content
        for page in range(1, 11):
            found[f"{market} {page}.json"] = http.get(f"/creators.json?market={market}&per_page=100&page={page}").content
    for page in range(1, 4):
        found[f"{page}.html"] = http.get(f"/ID/?per_page=100&page={page}", headers=HTML).content
    return found


def test_a_query_changes_nothing(site, http):
    def state():
        return {name: content for name, content in tree(site.folder).items() if not name.startswith("private/plaza.sqlite-")}

    before = state()
    for market, query in some_queries("nothing", 5):
        ask(http, market, query), ask_page(http, market, query), ask_rows(http, market, query)
        http.head(f"/{market}/?{encoded(query)}")
    assert state() == before


@pytest.mark.parametrize(
    "path", ["/creators.json?market=ID&sort=gmv", "/creators.csv?market=ID&page=2", "/ID/?category=shoes", "/ID/?sort=x"]
)
def test_a_head_is_answered_as_a_get_without_its_body(http, path):
    head, get = http.head(path, headers=HTML), http.get(path, headers=HTML)
    assert head.status_code == get.status_code and head.content == b""
    for name in ["content-type", "cache-control", "content-disposition", "content-security-policy"]:
        assert head.headers.get(name) == get.headers.get(name), name
    # A table is sent as it is read, without its length before.
    assert head.headers["content-length"] == str(len(get.content))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_query_is_a_get(http, method):
    for path in ["/creators.json?market=ID", "/creators.csv?market=ID", "/ID/?sort=gmv"]:
        assert http.request(method, path, headers=JSON).status_code == 405, path


# MARK: Other sites


def test_a_company_that_is_only_an_mcn_sees_its_own_and_the_free(workshop):
    """C1, C3: creators of other agencies are not listed, and there is no filter `managed`."""
    site = workshop.built_site(
        creators=[
            creator("free"), creator("ours", agency="Second Network"), creator("ours2", agency="agency"),
            creator("theirs", agency="Kilau Media"),
        ],
        companies={"agency": NETWORK}, site={"markets": ["ID"]},
    )
    with connect(workshop.serve(site)) as http:
        found = ask(http, "ID")
        assert (found.total, found.usernames) == (3, ["free", "ours", "ours2"])
        assert "managed" not in found.counts and ask(http, "ID", q="theirs").total == 0
        assert [row["username"] for row in ask_rows(http, "ID")] == found.usernames
        page = Page(ask_page(http, "ID"))
        assert page.usernames == found.usernames and "managed" not in page.offered
        for query in ["managed=true", "managed=false"]:
            refused = http.get(f"/ID/?{query}", headers=JSON)
            assert refused.status_code == 422 and refused.json()["errors"][0]["parameter"] == "managed"
        # The only market need not be named.
        assert http.get("/creators.json").text == http.get("/creators.json?market=ID").text


def test_a_problem_of_a_query_says_which_parameter(http):
    refused = http.get("/creators.json?market=ID&sort=rating", headers=JSON).json()
    assert refused["status"] == 422 and refused["type"] and refused["title"]
    assert refused["errors"] == [{
        "parameter": "sort", "detail": "'rating' is no value of 'sort'.",
        "fix": "Give one of score, followers, gmv, gpm_video, gpm_live, views, name.",
    }]
