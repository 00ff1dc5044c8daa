"""What queries say when a build comes by, and when a table is damaged (P1, "What must never happen")."""
import concurrent.futures
import csv
import io
import json
import os
import random

import pytest

from support.clients import HTML, JSON, connect
from support.queries import Page, ask, ask_page, ask_rows
from support.sites import creator

BUILDS = 5
NAMES = [f"one{index:02d}" for index in range(40)]


def generation(number):
    """Creators who tell by every answer of which build it is: their followers, their count, their category and name."""
    category = ["Shoes", "Health"][number % 2]
    return [
        creator(name, f"Nick v{number}", followers=1000 + number, gmv=1000 + number, categories=[category])
        for name in NAMES[:30 + number]
    ]


def is_whole(records, facets, total, number):
    """Whether all of an answer is of one build."""
    category = ["shoes", "health"][number % 2]
    return (
        total == 30 + number and [record["username"] for record in records] == NAMES[:total]
        and all(
            (record["followers"], record["gmv"], record["nickname"], record["categories"])
            == (1000 + number, 1000 + number, f"Nick v{number}", [category]) for record in records
        )
        and {value["value"]: value["count"] for value in facets["category"]} == {category: total}
    )


@pytest.fixture
def site(built_site):
    return built_site(creators=generation(0), site={"markets": ["ID", "TH"]})


@pytest.fixture
def server(serve, site):
    return serve(site)


@pytest.fixture
def http(server):
    with connect(server) as client:
        yield client


def build(plaza, site, number):
    site.write_creators(generation(number))
    plaza.build(site)


def test_a_new_build_is_seen_without_a_restart(plaza, site, http):
    for number in [0, 1, 2]:
        if number:
            build(plaza, site, number)
        found = ask(http, "ID", per_page=100)
        assert is_whole(found.body["creators"], found.body["facets"], found.total, number)
        page = Page(ask_page(http, "ID", followers_min=1000 + number))
        assert page.total == 30 + number and page.counts["category"] == found.counts["category"]
        assert [row["followers"] for row in ask_rows(http, "ID")] == [str(1000 + number)] * (30 + number)
        assert ask(http, "ID", followers_max=999 + number).total == 0
        # The command line looks at the same tables.
        run = plaza.run("query", "market=ID&per_page=100", "--site", site, "--json")
        assert json.loads(run.out) == found.body


def test_the_command_line_builds_first_where_something_has_changed(plaza, site, http):
    site.write_creators(generation(3))
    run = plaza.run("query", "market=ID&per_page=100", "--site", site)
    body = json.loads(run.out)
    assert is_whole(body["creators"], body["facets"], body["total"], 3)
    assert ask(http, "ID", per_page=100).body == body


def test_creators_who_leave_or_close_are_gone_from_the_next_answer(plaza, site, http):
    changed = generation(0)[2:] + [creator(NAMES[0], followers=5, gmv=5, authorized=False)]
    site.write_creators(changed)
    plaza.build(site)
    found = ask(http, "ID", per_page=100)
    assert found.total == 29 and NAMES[1] not in found.usernames
    assert "gmv" not in found.body["creators"][-1] and ask(http, "ID", gmv_min=0).total == 28


def test_answers_during_builds_are_wholly_of_one(plaza, site, server):
    """200 requests, while five builds take each other's place."""
    done = []

    def look(number):
        """The whole answer of one request, as JSON, as a table or as a page; says what is wrong with it."""
        with connect(server) as http:
            kind = number % 3
            if kind == 0:
                found = ask(http, "ID", per_page=100).body
                whole = any(is_whole(found["creators"], found["facets"], found["total"], each) for each in range(BUILDS + 1))
                return None if whole else found
            if kind == 1:
                rows = ask_rows(http, "ID")
                states = {(row["followers"], row["gmv"], row["nickname"], row["categories"]) for row in rows}
                expected = [{(str(1000 + n), str(1000 + n), f"Nick v{n}", ["shoes", "health"][n % 2])} for n in range(BUILDS + 1)]
                return None if states in expected and len(rows) == 30 + expected.index(states) else states
            html = ask_page(http, "ID", per_page=100)
            page = Page(html)
            shown = {each for each in range(BUILDS + 1) if f">Nick v{each}<" in html}
            (category, count), = page.counts["category"].items()
            return None if shown == {page.total - 30} and count == page.total == len(page.usernames) else (page.total, shown)

    def requests():
        for number in range(70):
            done.append(look(number))

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        lookers = [pool.submit(requests) for _ in range(3)]
        for number in range(1, BUILDS + 1):
            build(plaza, site, number)
        for looker in lookers:
            looker.result()
    assert len(done) >= 200 and [fault for fault in done if fault] == []
    with connect(server) as http:
        assert ask(http, "ID").total == 30 + BUILDS


# MARK: Damage


def table(site):
    return site.folder / "private/catalogue/tables/ID.table"


def cut_short(content):
    return content[:len(content) * 2 // 3]


def cut_to_nothing(content):
    return b""


def cut_in_the_header(content):
    return content[:20]


def garbage(content):
    return random.Random(1).randbytes(len(content))


def a_table_of_nothing(content):
    return bytes(len(content))


DAMAGES = [cut_short, cut_to_nothing, cut_in_the_header, garbage, a_table_of_nothing]
ADDRESSES = ["/ID/?sort=gmv", "/ID/?q=one", "/creators.json?market=ID&category=shoes", "/creators.csv?market=ID"]


def damage(site, how, in_place, keeps_time=False):
    """Writes the damaged bytes into the same file, or puts another file in its place; with the time of the old one, a fault
    of the disk."""
    file = table(site)
    times = file.stat()
    content = how(file.read_bytes())
    if not in_place:
        file.unlink()
    file.write_bytes(content)
    if keeps_time:
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def assert_clear_problems(http, site):
    for address in ADDRESSES:
        details = http.get(address, headers=JSON)
        assert details.status_code == 500, f"{address}: {details.status_code} {details.text[:300]}"
        assert details.headers["content-type"] == "application/problem+json"
        assert details.json()["title"] and details.json()["detail"]
        page = http.get(address, headers=HTML)
        assert page.status_code == 500
        if not address.startswith("/creators.json"):
            assert "<h1>" in page.text
        for said in [details.text, page.text]:
            assert "/private" not in said and str(site.folder) not in said and ".table" not in said and "Error" not in said
    # Everything else lives on.
    assert http.get("/health").status_code == 200
    assert ask(http, "TH").total == 0
    assert http.get("/ID/index.html").status_code == 200


def assert_mended_by_a_build(plaza, site, http, *options):
    plaza.build(site, *options)
    found = ask(http, "ID", per_page=100)
    assert is_whole(found.body["creators"], found.body["facets"], found.total, 0)
    assert len(list(csv.reader(io.StringIO(http.get("/creators.csv?market=ID").text)))) == 31


@pytest.mark.parametrize("in_place", [True, False], ids=["in place", "as another file"])
@pytest.mark.parametrize("how", DAMAGES, ids=[how.__name__ for how in DAMAGES])
def test_a_damaged_table_is_a_clear_problem_until_the_next_build(plaza, site, http, how, in_place):
    assert ask(http, "ID").total == 30  # so that the server knows the table already
    damage(site, how, in_place)
    assert_clear_problems(http, site)
    if in_place:
        assert_mended_by_a_build(plaza, site, http)
    else:  # the command line sees that a table is not as it was built, and builds
        assert '"total":30' in plaza.run("query", "market=ID", "--site", site).out
        assert_mended_by_a_build(plaza, site, http)


def assert_clear_line(run):
    assert run.code == 1 and run.out == ""
    assert "index" in run.err and "--clean" in run.err and "Error" not in run.err and "Fatal" not in run.err, run.said


def test_a_deleted_table_is_a_clear_problem_until_the_next_build(plaza, site, http):
    assert ask(http, "ID").total == 30
    table(site).unlink()
    assert_clear_problems(http, site)
    assert '"total":30' in plaza.run("query", "market=ID", "--site", site).out  # it sees that a table is missing, and builds
    assert_mended_by_a_build(plaza, site, http)


@pytest.mark.parametrize("how", [garbage, a_table_of_nothing])
def test_a_fault_of_the_disk_is_a_clear_problem_until_a_clean_build(plaza, site, serve, how):
    """Neither size nor time tells of it: the checksums of the table do."""
    damage(site, how, in_place=True, keeps_time=True)
    assert_clear_line(plaza.run("query", "market=ID", "--site", site, expect=None))
    server = serve(site)
    with connect(server) as http:
        assert_clear_problems(http, site)
        assert_mended_by_a_build(plaza, site, http, "--clean")


def test_a_server_that_starts_with_a_table_that_was_changed_makes_it_anew(site, serve):
    damage(site, garbage, in_place=True)
    with connect(serve(site)) as http:
        assert ask(http, "ID").total == 30


def test_the_table_of_another_market_is_no_answer(plaza, site, http):
    table(site).write_bytes((site.folder / "private/catalogue/tables/TH.table").read_bytes())
    assert http.get("/creators.json?market=ID").status_code == 500
    assert_mended_by_a_build(plaza, site, http)


def test_a_changed_byte_anywhere_gives_an_error_or_the_right_answer(plaza, site, http):
    """Never a wrong answer, and never the end of the server."""
    content = table(site).read_bytes()
    addresses = [
        "/creators.json?market=ID&per_page=100&sort=gmv&category=shoes&followers_min=1000&q=one",
        "/creators.json?market=ID&per_page=100&sort=name&gmv_max=5000&unknown=include", "/creators.csv?market=ID", "/ID/?per_page=100",
    ]
    right = [http.get(address, headers=HTML).text for address in addresses]
    dice = random.Random(20260930)
    failed = 0
    for place in [*range(0, 64), *(dice.randrange(len(content)) for _ in range(150))]:
        changed = bytearray(content)
        changed[place] ^= 1 << dice.randrange(8)
        file = table(site)
        file.unlink()
        file.write_bytes(changed)
        for address, expected in zip(addresses, right):
            try:
                answer = http.get(address, headers=HTML)
            except Exception as error:
                # A table is sent as it is read: what is damaged further on breaks it off.
                assert "csv" in address and "incomplete" in str(error), f"byte {place}: {error}"
                failed += 1
                continue
            assert answer.status_code == 500 or answer.text == expected, f"byte {place} of {len(content)}: {address}"
            failed += answer.status_code == 500
    assert failed > 20
    assert http.get("/health").status_code == 200


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_the_command_line_never_answers_wrongly_from_a_damaged_table(plaza, site, part):
    """It builds only where the last build does not hold, which the table's own bytes don't tell."""
    right = plaza.run("query", "market=ID&per_page=100&sort=gmv&q=one", "--site", site, "--json").out
    times = table(site).stat()
    content = bytearray(table(site).read_bytes())
    for place in range(int(len(content) * part), min(len(content), int(len(content) * part) + 40)):
        content[place] ^= 0x55
    table(site).write_bytes(content)
    os.utime(table(site), ns=(times.st_atime_ns, times.st_mtime_ns))
    run = plaza.run("query", "market=ID&per_page=100&sort=gmv&q=one", "--site", site, "--json", expect=None)
    if run.code != 0:
        assert_clear_line(run)
    else:
        assert run.out == right
