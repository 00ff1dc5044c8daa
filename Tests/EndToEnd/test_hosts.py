"""What a catalogue needs of its host: told before anything is written, and written in the forms that hosts hand out."""
import gzip
import json
import subprocess

import httpx
import pytest

from support.edits import made_from_nothing
from support.sites import creator, tree

PEOPLE = [creator(f"p{number:02d}", followers=1000 * number, categories=["Health"]) for number in range(30)]


def test_a_plan_tells_what_a_build_then_writes_and_writes_nothing(plaza, make_site):
    site = make_site(creators=PEOPLE)
    plan = json.loads(plaza.build(site, "--plan", "--json").out)
    assert not site.public.exists() and not (site.folder / "private/catalogue/creators.jsonl").exists()
    built = json.loads(plaza.build(site, "--json").out)
    assert (plan["files"], plan["bytes"], plan["written"]) == (built["files"], built["bytes"], built["written"])
    files = {path: len(content) for path, content in tree(site.public).items()}
    assert files[plan["largest"]["path"]] == plan["largest"]["bytes"] == max(files.values())
    assert plan["fullest"]["files"] == max(sum(1 for path in files if path.rpartition("/")[0] == folder) for folder in {path.rpartition("/")[0] for path in files})


def test_a_plan_of_an_edit_tells_what_changes(plaza, built_site):
    site = built_site(creators=PEOPLE)
    people = [dict(each) for each in PEOPLE]
    people[3]["bio"] = "Another text"
    del people[9]
    site.write_creators(people)
    before = tree(site.public)
    plan = json.loads(plaza.build(site, "--plan", "--json").out)
    assert tree(site.public) == before
    built = json.loads(plaza.build(site, "--json").out)
    assert plan["written"] == built["written"] > 0 and plan["removed"] == built["removed"] > 0


def test_a_plan_tells_which_hosts_take_it(plaza, make_site):
    site = make_site(creators=PEOPLE)
    said = plaza.build(site, "--plan").out
    assert "Netlify: takes it" in said and "GitHub Pages: takes it" in said
    # Above the 25 MiB that Cloudflare Pages takes of a file.
    site.write("templates/assets/film.bin", bytes(26 << 20))
    said = plaza.build(site, "--plan").out
    assert "Cloudflare Pages, free: too large: 27262976 bytes in assets/film.bin, 26214400 allowed" in said
    assert "GitHub Pages: takes it" in said
    hosts = {host["name"]: host for host in json.loads(plaza.build(site, "--plan", "--json").out)["hosts"]}
    assert all(host["source"].startswith("https://") for host in hosts.values())
    assert hosts["Netlify"]["too_large"] == [] != hosts["Cloudflare Pages, paid"]["too_large"]


@pytest.fixture
def packed(built_site):
    return built_site(creators=PEOPLE, site={"precompress": ["br", "gz"]})


def test_texts_stand_there_compressed_too(packed, tmp_path):
    files = tree(packed.public)
    plain = {path: content for path, content in files.items() if not path.endswith((".gz", ".br"))}
    texts = {path for path, content in plain.items() if path.endswith((".html", ".css", ".js", ".svg", ".xml", ".json")) and len(content) >= 1024}
    assert len(texts) > 40
    for path in texts:
        assert gzip.decompress(files[path + ".gz"]) == plain[path]
        assert len(files[path + ".br"]) < len(plain[path])
    assert {path for path in files if path.endswith(".gz")} == {path + ".gz" for path in texts}, "an index is compressed by itself"
    (tmp_path / "page.html.br").write_bytes(files["creators/p03.html.br"])
    subprocess.run(["brotli", "-d", tmp_path / "page.html.br"], check=True)
    assert (tmp_path / "page.html").read_bytes() == plain["creators/p03.html"]


def test_the_server_hands_them_out(packed, serve):
    url = serve(packed).url + "/creators/p03.html"
    plain = httpx.get(url, headers={"Accept-Encoding": "identity"})
    for coding in ["gzip", "br"]:
        answer = httpx.get(url, headers={"Accept-Encoding": coding})
        assert answer.headers["content-encoding"] == coding and "Accept-Encoding" in answer.headers["vary"]
        if coding == "gzip":
            assert answer.content == plain.content


def test_an_edit_changes_the_compressed_ones_with_it_and_none_stays_behind(plaza, packed, tmp_path):
    people = [dict(each) for each in PEOPLE]
    people[3]["bio"] = "Another text"
    packed.write_creators(people)
    plaza.build(packed)
    assert b"Another text" in gzip.decompress((packed.public / "creators/p03.html.gz").read_bytes())
    assert tree(packed.public) == made_from_nothing(plaza, packed, tmp_path / "clean")
    packed.settings["precompress"] = ["gz"]
    packed.write("site.yaml", "".join(f"{key}: {json.dumps(value)}\n" for key, value in packed.settings.items()))
    plaza.build(packed)
    assert not [path for path in tree(packed.public) if path.endswith(".br")]
    assert tree(packed.public) == made_from_nothing(plaza, packed, tmp_path / "clean")


def test_another_ending_is_told_with_what_was_meant(plaza, make_site):
    site = make_site(creators=PEOPLE, site={"precompress": ["gzip"]})
    said = plaza.build(site, expect=1).err
    assert "'gzip' is no ending of compressed files" in said and "gz" in said
