"""A build makes only what has changed, and what stands there then is what a build from nothing would make."""
import json
import os
import pathlib
import random
import signal
import subprocess
import time

import pytest

from support.edits import EditedSite, everything, folders, made_from_nothing
from support.lengths import length
from support.sites import creator, tree

EDIT_COUNT = length(24, 1000)
KILL_COUNT = length(8, 200)
PARTS = 4


@pytest.mark.timeout(length(300, 3600))
@pytest.mark.parametrize("part", range(PARTS))
def test_after_every_edit_the_catalogue_is_that_of_a_clean_build(plaza, make_site, tmp_path, part):
    site = make_site(creators=[])
    edited = EditedSite(site, seed=part)
    plaza.build(site)
    for _ in range(EDIT_COUNT // PARTS):
        for _ in range(edited.random.choice([1, 1, 3])):
            edited.step()
        plaza.build(site)
        clean = made_from_nothing(plaza, site, tmp_path / "clean", of=everything)
        here = everything(site.folder)
        different = sorted(path for path in here.keys() | clean.keys() if here.get(path) != clean.get(path))
        assert not different, f"{different[:5]} after {edited.log[-4:]}"
    empty = [each for each in folders(site.public) if not any((site.public / each).iterdir())]
    assert not empty


def counts(run):
    """{written, unchanged, removed} of what a build says."""
    words = run.out.replace(",", "").split()
    return {name: int(words[words.index(name) - 1]) for name in ["written", "unchanged", "removed"] if name in words}


@pytest.fixture
def sites_of_two_markets(built_site):
    people = [creator(f"p{number:02d}", market=market, followers=1000 * number, categories=["Health"])
              for number, market in enumerate(["ID", "VN"] * 20)]
    return built_site(creators=people, site={"markets": ["ID", "VN"]}), people


def test_a_build_says_what_it_did(plaza, sites_of_two_markets):
    site, people = sites_of_two_markets
    before = tree(site.public)
    again = counts(plaza.build(site))
    assert again == {"written": 0, "unchanged": len(before) - 1}  # the mark of the folder itself is no page
    people[0]["bio"] = "Another text"
    site.write_creators(people)
    one = counts(plaza.build(site))
    after = tree(site.public)
    assert one["written"] == len([path for path in after if before.get(path) != after[path]])
    del people[1]
    site.write_creators(people)
    assert counts(plaza.build(site))["removed"] > 0
    assert "creators/p01.html" not in tree(site.public)


def test_one_changed_text_writes_nothing_of_another_market(plaza, sites_of_two_markets):
    site, people = sites_of_two_markets
    times = {path: (site.public / path).stat().st_mtime_ns for path in tree(site.public)}
    people[0]["bio"] = "Another text"
    site.write_creators(people)
    plaza.build(site)
    changed = {path for path in times if (site.public / path).exists() and (site.public / path).stat().st_mtime_ns != times[path]}
    assert "creators/p00.html" in changed
    pages = {path for path in changed if path.startswith("creators/")}
    neighbours = {path for path in pages if "p00" in site.page(path)}
    assert pages == neighbours, "only pages that name the creator"
    assert not [path for path in changed if path.startswith(("VN/", "index/VN/"))]


@pytest.mark.parametrize("field, value", [
    ("nickname", "Renamed"), ("followers", 90_000), ("gmv", 10**7), ("categories", ["Shoes"]), ("market", "VN"), ("authorized", False),
])
def test_what_other_pages_show_of_a_creator_follows_an_edit(plaza, sites_of_two_markets, tmp_path, field, value):
    site, people = sites_of_two_markets
    people[8][field] = value
    site.write_creators(people)
    plaza.build(site)
    if field == "nickname":
        assert [path for path in tree(site.public) if path.startswith("creators/") and "Renamed" in site.page(path)] != ["creators/p08.html"]
    assert tree(site.public) == made_from_nothing(plaza, site, tmp_path / "clean")


def test_a_snapshot_shows_on_the_page_of_its_creator(plaza, sites_of_two_markets, tmp_path):
    site, _ = sites_of_two_markets
    before = site.creator_page("p08")
    for day, followers in [("2026-06-30", 100), ("2026-07-31", 900)]:
        line = {"username": "p08", "market": "ID", "format": "csv", "file": "list.csv", "currency": "IDR", "row": "0", "followers": followers}
        site.write(f"snapshots/{day}.jsonl", json.dumps(line) + "\n")
    plaza.build(site)
    assert site.creator_page("p08") != before
    assert tree(site.public) == made_from_nothing(plaza, site, tmp_path / "clean")


def test_the_same_bytes_with_another_time_write_nothing(plaza, sites_of_two_markets):
    site, _ = sites_of_two_markets
    for path in ["site.yaml", "creators/all.jsonl", "companies/agency.md"]:
        (site.folder / path).touch()
    assert counts(plaza.build(site))["written"] == 0


@pytest.mark.parametrize("path, reason", [
    ("creators/p00.html", "made, and written: the creator's record or photo changed"),
    ("creators/p01.html", "not made: nothing that it is made from has changed"),
    ("robots.txt", "made, and not written, as its bytes are the same: it is made by every build, and compared"),
    ("help.html", "not made: nothing that it is made from has changed"),
    ("VN/index.html", "not made: nothing that it is made from has changed"),
    ("creators/nobody.html", "there is no such file in the catalogue; name it as it stands below public/"),
])
def test_a_build_explains_a_page(plaza, sites_of_two_markets, path, reason):
    site, people = sites_of_two_markets
    people[0]["bio"] = "Another text"
    site.write_creators(people)
    assert f"{path}: {reason}" in plaza.build(site, "--explain", path).err


def test_a_changed_template_is_told_as_the_reason(plaza, sites_of_two_markets):
    site, _ = sites_of_two_markets
    site.write("templates/phrases/interface.txt", "skip_to_content = Go on\n")
    said = plaza.build(site, "--explain", "creators/p00.html").err
    assert "creators/p00.html: made, and written: a template, phrase or asset changed" in said
    assert "Go on" in site.creator_page("p00")


@pytest.mark.parametrize("how", ["edited", "cut", "deleted", "index", "folder"])
def test_what_somebody_did_to_the_catalogue_is_mended(plaza, sites_of_two_markets, how):
    site, _ = sites_of_two_markets
    (site.folder / "site.yaml").touch()
    plaza.build(site)  # from here on a copy for the next build is kept
    before = tree(site.public)
    page = site.public / "creators/p00.html"
    if how == "edited":
        page.write_bytes(page.read_bytes().replace(b"Nick", b"Mick"))
    elif how == "cut":
        page.write_bytes(b"")
    elif how == "deleted":
        page.unlink()
    elif how == "index":
        chunk = sorted((site.public / "index/ID").iterdir())[0]
        chunk.write_bytes(bytes(len(chunk.read_bytes())))
    else:
        for file in (site.public / "creators").iterdir():
            file.unlink()
        (site.public / "creators").rmdir()
    assert tree(site.public) != before
    plaza.build(site)
    assert tree(site.public) == before


@pytest.mark.parametrize("what", ["memory cut", "memory gone", "copy gone", "copy edited", "all gone", "public gone", "clean"])
def test_what_a_build_remembers_may_be_lost(plaza, sites_of_two_markets, tmp_path, what):
    site, people = sites_of_two_markets
    people[3]["bio"] = "First"
    site.write_creators(people)
    plaza.build(site)
    derived = site.folder / "private/catalogue"
    if what == "memory cut":
        memory = derived / "build.memory"
        memory.write_bytes(memory.read_bytes()[:-40])
    elif what == "memory gone":
        (derived / "build.memory").unlink()
    elif what == "copy edited":
        page = derived / "next/creators/p05.html"
        text = page.read_bytes()
        page.unlink()
        page.write_bytes(text.replace(b"Nick", b"Mick"))
    elif what in ["copy gone", "all gone"]:
        subprocess.run(["rm", "-r", derived / "next" if what == "copy gone" else derived], check=True)
    elif what == "public gone":
        subprocess.run(["rm", "-r", site.public], check=True)
    people[0]["bio"] = "Another text"
    site.write_creators(people)
    plaza.build(site, *(["--clean"] if what == "clean" else []))
    assert tree(site.public) == made_from_nothing(plaza, site, tmp_path / "clean")


@pytest.mark.parametrize("how", ["flipped", "cut"])
def test_damage_of_the_directory_is_not_copied(plaza, sites_of_two_markets, tmp_path, how):
    site, people = sites_of_two_markets
    directory = site.folder / "private/catalogue/creators.jsonl"
    stat, content = directory.stat(), directory.read_bytes()
    damaged = content.replace(b'"nickname":"', b'"nickname":"!', 1)[:len(content)] if how == "flipped" else content[:len(content) // 2]
    with open(directory, "r+b") as file:
        file.write(damaged)
        file.truncate()
    os.utime(directory, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    people[5]["bio"] = "Another text"
    site.write_creators(people)
    plaza.build(site)
    assert directory.read_bytes() == made_from_nothing(plaza, site, tmp_path / "clean", of=everything)["directory"]


def test_what_was_read_is_kept_or_told(plaza, sites_of_two_markets):
    site, people = sites_of_two_markets
    memory = site.folder / "private/catalogue/lines.memory"
    memory.unlink()
    memory.mkdir()  # nothing can take its place
    people[0]["bio"] = "Another text"
    site.write_creators(people)
    assert "could not be kept, so the next build reads all of it" in plaza.build(site).err
    assert not (memory.parent / "lines.memory.new").exists()
    assert "Another text" in site.creator_page("p00")


def test_a_server_that_built_holds_no_records(serve, make_site):
    server = serve(make_site(creators=[creator(f"p{number:02d}", profile="A text of its own. " * 40) for number in range(40)]))
    opened = [os.readlink(each) for each in pathlib.Path(f"/proc/{server.process.pid}/fd").iterdir() if each.is_symlink()]
    assert opened and not [each for each in opened if "(deleted)" in each or "lines.memory" in each]


def test_two_places_in_turn_are_each_whole(plaza, sites_of_two_markets, tmp_path):
    site, people = sites_of_two_markets
    for number, place in enumerate([tmp_path / "elsewhere", None, tmp_path / "elsewhere", None]):
        people[0]["bio"] = f"Text {number}"
        site.write_creators(people)
        plaza.build(site, *(["--output", place] if place else []))
        assert tree(place or site.public) == made_from_nothing(plaza, site, tmp_path / "clean")


def test_what_was_a_file_may_become_a_folder(plaza, sites_of_two_markets, tmp_path):
    site, _ = sites_of_two_markets
    site.write("templates/assets/own", "a file")
    plaza.build(site)
    (site.folder / "templates/assets/own").unlink()
    site.write("templates/assets/own/inside.css", "a{}")
    plaza.build(site)
    assert tree(site.public) == made_from_nothing(plaza, site, tmp_path / "clean")


@pytest.mark.timeout(length(300, 3600))
def test_a_killed_build_leaves_the_old_catalogue_or_the_new(plaza, sites_of_two_markets, tmp_path):
    """SIGKILL at random moments: what is served is whole, and the next build completes."""
    site, people = sites_of_two_markets
    chance = random.Random(5)
    start = time.monotonic()
    people[0]["bio"] = "How long it takes"
    site.write_creators(people)
    plaza.build(site)
    usual = time.monotonic() - start
    left = {"old": 0, "new": 0}
    for number in range(KILL_COUNT):
        old = tree(site.public)
        people[chance.randrange(len(people))]["bio"] = f"Text {number}"
        if number % 5 == 4:
            people.append(creator(f"late{number}", market="ID", followers=number))
        if number % 7 == 6:
            people.pop(0)
        site.write_creators(people)
        if number % 3 == 0:
            (site.folder / "private/catalogue/build.memory").unlink(missing_ok=True)  # that build makes everything
        new = made_from_nothing(plaza, site, tmp_path / "clean")
        build = subprocess.Popen([plaza.path, "build", site], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, usual * 1.1) if number else 0)
        os.kill(build.pid, signal.SIGKILL)
        build.wait()
        here = tree(site.public)
        assert here in (old, new), f"a mix after kill {number}"
        left["new" if here == new else "old"] += 1
        if number % 2:
            plaza.build(site)
            assert tree(site.public) == new
    plaza.build(site)
    assert tree(site.public) == made_from_nothing(plaza, site, tmp_path / "clean")
    assert left["old"] > 0
