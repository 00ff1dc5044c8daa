"""A catalogue of more creators than a host takes files: their pages stand many in a file, and nothing else changes."""
import json
import re
import shutil

import pytest

from support.clients import HTML
from support.inboxes import inbox_of
from support.leaks import canary_contacts, contact_leaks
from support.sites import creator, tree
from support.wire import page_chunks

CHUNKS = {"creator_pages": "chunks"}
PEOPLE = [
    creator(f"p{number:03d}", followers=1000 * number, gmv=5_000_000 + number, categories=["Health"], bio=f"Call {canary_contacts(number)['phone']}", **canary_contacts(number))
    for number in range(1, 150)
] + [creator("Index", followers=7), creator("index.html", followers=8)]


@pytest.fixture
def site(built_site):
    return built_site(creators=PEOPLE, site=CHUNKS)


def retold(page):
    """A page with its links to creators as a catalogue of single files has them."""
    return re.sub(rb"creators/index\.html\?name=([\w.-]+)", rb"creators/\1.html", page)


def chunk_of(name, files):
    return next(path for path, content in files.items() if name in page_chunks({path: content}))


def test_each_page_is_the_one_that_it_would_be_in_a_file_of_its_own(built_site, plaza):
    for base in ({}, {"base_url": "https://catalogue.example"}):
        site = built_site(creators=PEOPLE, site={**CHUNKS, **base})
        chunked = tree(site.public)
        pages = page_chunks(chunked)
        assert sorted(pages) == sorted(each["username"] for each in PEOPLE)
        site.settings = {**site.settings, "creator_pages": "files"}
        site.write("site.yaml", "".join(f"{key}: {json.dumps(value)}\n" for key, value in site.settings.items()))
        plaza.build(site)
        single = tree(site.public)
        assert {name: retold(page) for name, page in pages.items()} == {
            path[len("creators/"):-len(".html")]: page for path, page in single.items() if path.startswith("creators/")}
        assert len([path for path in chunked if path.startswith("creators/")]) == 8 + 1


def test_lists_cards_and_feeds_lead_to_the_page_of_all(site):
    files = tree(site.public)
    assert b'href="../creators/index.html?name=p149"' in files["ID/index.html"]
    assert b'href="../creators/index.html?name=p149#invite"' in files["ID/index.html"]
    assert b"creators/p149.html" not in b"".join(files.values())
    assert b'data-chunks="8"' in files["creators/index.html"] and b'data-chunks="8"' in files["compare/index.html"]


def test_no_contact_is_in_a_page_of_a_chunk(site):
    files = tree(site.public)
    pages = {f"{name}.html": page for name, page in page_chunks(files).items()}
    assert contact_leaks(pages) == [] and len(pages) == len(PEOPLE)


def test_an_edit_changes_few_files_and_gives_what_a_clean_build_gives(site, plaza):
    people = [dict(each) for each in PEOPLE]
    people[70]["nickname"] = "Another"
    site.write_creators(people)
    run = plaza.build(site, "--json", "--explain", f"creators/{people[70]['username']}.html")
    assert f"{chunk_of(people[70]['username'], tree(site.public))}: made, and written: the creator's record or photo changed" in run.err
    said = json.loads(run.out)
    after = tree(site.public)
    assert b"Another" in page_chunks(after)[people[70]["username"]]
    assert plaza.run("build", site, "--clean") and tree(site.public) == after
    assert 1 <= said["written"] < said["files"]


def test_a_mode_that_there_is_not_is_told(make_site, plaza):
    site = make_site(creators=[creator("ana")], site={"creator_pages": "one"})
    run = plaza.run("build", site, expect=1)
    assert "site.yaml:" in run.err and "'creator_pages' holds 'one'" in run.err and "'chunks'" in run.err


def test_the_server_gives_a_page_without_script(site, serve, caller, plaza):
    server = serve(site)
    http = caller(server).http
    page = page_chunks(tree(site.public))["p007"]
    for path in ["/creators/index.html?name=p007", "/creators/?name=P007", "/creators/p007.html"]:
        answer = http.get(path, headers=HTML, follow_redirects=True)
        assert answer.status_code == 200 and answer.content == page, path
    # Names that are also the name of the file of all.
    assert "@Index" in http.get("/creators/index.html?name=Index").text and "@index.html" in http.get("/creators/index.html?name=index.html").text
    for path in ["/creators/index.html?name=nobody", "/creators/nobody.html"]:
        assert http.get(path).status_code == 404, path
    for path in ["/creators/index.html", "/creators/index.html?name=", "/creators/index.html?name=%2e%2e%2fx"]:
        answer = http.get(path)
        assert answer.status_code == 200 and "creator-shell" in answer.text, path
    for path in ["/creators/chunks/8/00008.bin", "/creators/chunks/../../site.yaml"]:
        assert http.get(path).status_code == 404, path


def test_what_a_creator_switches_off_is_in_no_chunk_of_the_server(site, serve, caller):
    server = serve(site)
    member = caller(server)
    before = tree(site.public)
    path = chunk_of("p007", before)
    assert member.http.get("/" + path).content == before[path]
    inbox = inbox_of(server, member.invite("p007", message="Come and sell with us."))
    inbox.do("authorisation", on="false")
    pages = page_chunks({path: member.http.get("/" + path).content})
    assert b"5000007" not in pages["p007"] and b"has not authorised" in pages["p007"]
    assert sorted(pages) == sorted(page_chunks({path: before[path]}))
    assert "5000007" not in member.http.get("/creators/index.html?name=p007").text


def test_who_is_erased_is_in_no_chunk_of_the_server(site, serve, caller, plaza, tmp_path):
    server = serve(site)
    path = chunk_of("p008", tree(site.public))
    places = [site.public, site.folder / "private/catalogue"]
    for place in places:
        shutil.copytree(place, tmp_path / place.name)
    plaza.run("erase", "p008", "--site", site)
    assert "p008" not in page_chunks(tree(site.public))
    # A catalogue that names them still, as from a backup: the store alone knows better.
    for place in places:
        shutil.rmtree(place)
        shutil.copytree(tmp_path / place.name, place)
    assert "p008" in page_chunks({path: (site.public / path).read_bytes()})
    http = caller(server).http
    assert "p008" not in page_chunks({path: http.get("/" + path).content})
    assert http.get("/creators/index.html?name=p008").status_code == 404
