"""`plaza serve --watch`: what is edited is built again and shown, and a fault leaves what was there."""
import time

import httpx
import pytest

from support.sites import creator

PEOPLE = [creator(f"p{number:02d}", followers=1000 * number, bio="Before") for number in range(12)]


@pytest.fixture
def site(built_site):
    return built_site(creators=[dict(each) for each in PEOPLE])


@pytest.fixture
def server(serve, site):
    return serve(site, options=["--watch"])


def until(condition, what, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.02)


def page(server, path="creators/p03.html"):
    return httpx.get(f"{server.url}/{path}").text


def edit(site, **fields):
    people = [dict(each) for each in PEOPLE]
    people[3].update(fields)
    site.write_creators(people)


def test_an_edited_creator_is_shown_and_found(server, site):
    edit(site, bio="After the edit", nickname="Zimtstern")
    until(lambda: "After the edit" in page(server), "the page is as it was")
    found = httpx.get(f"{server.url}/creators.json?market=ID&q=zimtstern").json()
    assert found["total"] == 1
    assert "built again: " in server.said()


@pytest.mark.parametrize("path, text, shown", [
    ("profiles/p03.md", "# About\n\nA **new** profile.\n", "<strong>new</strong>"),
    ("templates/phrases/interface.txt", "skip_to_content = Go straight on\n", "Go straight on"),
    ("companies/agency.md", "---\nname: Renamed Agency\nroles: [mcn, affiliate_partner]\n---\nHello.\n", "Renamed Agency"),
])
def test_other_files_count_too_also_where_their_folder_is_new(server, site, path, text, shown):
    assert shown not in page(server)
    site.write(path, text)
    until(lambda: shown in page(server), f"{path} is not seen")


def test_pages_of_the_server_follow_a_changed_template(server, site):
    assert "Who goes there" not in page(server, "sign-in")
    site.write("templates/phrases/interface.txt", "sign_in = Who goes there\n")
    until(lambda: "Who goes there" in page(server, "sign-in"), "the sign-in page is as it was")


def test_a_fault_leaves_the_old_catalogue_and_says_where(server, site):
    before = page(server)
    site.write("creators/all.jsonl", '{"username": "p03"')
    until(lambda: "mend the fault" in server.said(), "nobody said anything")
    assert "creators/all.jsonl:1:" in server.said()
    assert page(server) == before and server.process.poll() is None
    edit(site, bio="Mended")
    until(lambda: "Mended" in page(server), "the mended file is not seen")


def test_browsers_are_told_of_each_build(server, site):
    assert '<script src="/reload.js" defer></script>\n</body>' in page(server)
    assert "EventSource" in httpx.get(f"{server.url}/reload.js").text
    with httpx.stream("GET", f"{server.url}/reload", timeout=30) as stream:
        lines = stream.iter_lines()
        first = [next(lines) for _ in range(4)]
        assert first[0] == "retry: 300" and first[1] == "event: now"
        edit(site, bio="One more")
        assert next(lines) == "event: built"
        assert int(next(lines).split()[1]) == int(first[2].split()[1]) + 1


def test_without_watch_no_page_waits_and_nothing_is_built(serve, site):
    server = serve(site)
    assert "reload.js" not in page(server)
    assert httpx.get(f"{server.url}/reload").status_code == 404 == httpx.get(f"{server.url}/reload.js").status_code
    edit(site, bio="After the edit")
    time.sleep(1)
    assert "After the edit" not in page(server)


def test_it_ends_when_it_is_told_to_while_a_browser_waits(server):
    with httpx.stream("GET", f"{server.url}/reload", timeout=30) as stream:
        next(stream.iter_lines())
        server.terminate()
        assert server.process.wait(timeout=20) == 0
