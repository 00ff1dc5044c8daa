"""What search engines, previews and feed readers get of a site."""
import json
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zlib

import pytest

from support.pages import quick_soup
from support.sites import creator, tree

BASE = "https://plaza.example/talent"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"


def people():
    return [
        creator("ana", "Ana", followers=900, updated="2026-05-04", gmv=5, categories=["Health"], email="a@private.example"),
        creator("ben", "Ben", followers=800, updated="2026-03-02", authorized=False),
        creator("cat", "Cat", market="TH", account_type="official"),
    ] + [creator(f"more{index}", followers=index) for index in range(25)]


@pytest.fixture(scope="module")
def found(workshop):
    return workshop.built_site(creators=people(), site={"base_url": BASE})


@pytest.fixture(scope="module")
def hidden(workshop):
    return workshop.built_site(creators=people(), site={"base_url": BASE, "search_engines": False})


def pages(site):
    return {name: quick_soup(content) for name, content in tree(site.public).items() if name.endswith(".html")}


def file_of(address):
    """The file that a static host answers an address of the site with."""
    assert address.startswith(BASE + "/")
    path = urllib.parse.unquote(address[len(BASE) + 1:])
    return path + "index.html" if path == "" or path.endswith("/") else path


def test_the_sitemap_names_every_page_by_its_canonical_address(found):
    root = ElementTree.fromstring(found.page("sitemap.xml"))
    addresses = [node.text for node in root.iter(f"{SITEMAP}loc")]
    assert root.tag == f"{SITEMAP}urlset" and len(addresses) == len(set(addresses))
    files = {file_of(address): address for address in addresses}
    assert set(files) == set(pages(found)) - {"404.html", "compare/index.html", "styleguide.html"} and "ID/page/2/index.html" in files
    for name, page in pages(found).items():
        if name in files:
            assert page.select_one('link[rel="canonical"]')["href"] == files[name]


def test_the_sitemap_dates_only_what_has_an_open_date(found):
    """A creator who closed their figures closed their day too."""
    dated = {
        file_of(node.find(f"{SITEMAP}loc").text): node.find(f"{SITEMAP}lastmod").text
        for node in ElementTree.fromstring(found.page("sitemap.xml")) if node.find(f"{SITEMAP}lastmod") is not None
    }
    assert dated == {"creators/ana.html": "2026-05-04"}


def told(site, path):
    """The JSON-LD of a page."""
    blocks = quick_soup(site.page(path)).select('head script[type="application/ld+json"]')
    assert len(blocks) == 1
    return json.loads(blocks[0].string)


def test_search_engines_are_told_of_a_creator_what_everyone_may_see(found):
    assert told(found, "creators/ana.html") == {
        "@context": "https://schema.org", "@type": "ProfilePage",
        "mainEntity": {
            "@type": "Person", "name": "Ana", "alternateName": "@ana", "url": f"{BASE}/creators/ana.html",
            "sameAs": "https://www.tiktok.com/@ana",
            "interactionStatistic": {
                "@type": "InteractionCounter", "interactionType": "https://schema.org/FollowAction",
                "userInteractionCount": 900,
            },
        },
    }


def test_search_engines_are_told_who_stands_where_in_a_list(found):
    first, second = told(found, "ID/index.html"), told(found, "ID/page/2/index.html")
    items = first["itemListElement"] + second["itemListElement"]
    assert first["numberOfItems"] == second["numberOfItems"] == len(items) == 27
    assert [item["position"] for item in items] == list(range(1, 28))
    assert [file_of(item["url"]) for item in items[:2]] == ["creators/ana.html", "creators/ben.html"]
    assert told(found, "ID/health/index.html")["numberOfItems"] == 1


def seen_on(site, days):
    """Writes snapshots as imports do: {day: {username: figures}}."""
    for day, people in days.items():
        lines = [json.dumps({"username": name, "market": "ID", "format": "csv", "file": "a.csv", "currency": "IDR", "row": "0", **figures}) for name, figures in people.items()]
        site.write(f"snapshots/{day}.jsonl", "".join(line + "\n" for line in lines))


def feed(site, market="ID"):
    root = ElementTree.fromstring(site.page(f"{market}/feed.xml"))
    assert root.tag == f"{ATOM}feed"
    return root, root.findall(f"{ATOM}entry")


def texts(entries, name):
    return [entry.findtext(ATOM + name) for entry in entries]


def test_a_market_has_a_feed_of_its_newest_creators(plaza, make_site):
    """New is who an import told of last for the first time; later imports, and the day of the record, change nothing."""
    site = make_site(site={"base_url": BASE}, creators=[
        creator("old", "Old", followers=3, updated="2026-08-01"), creator("new", "New & <b>", followers=2, bio="Hi\nthere"),
        creator("newer", followers=1), creator("undated", followers=9, updated="2026-09-09"), creator("thai", market="TH"),
    ])
    seen_on(site, {
        "2026-01-02": {"old": {"followers": 1}}, "2026-03-04": {"old": {"followers": 2}, "new": {"followers": 1}},
        "2026-05-06": {name: {"followers": 5} for name in ["old", "new", "newer"]},
    })
    plaza.build(site)
    root, entries = feed(site)
    assert texts(entries, "title") == ["Nick newer (@newer)", "New & <b> (@new)", "Old (@old)"]
    assert texts(entries, "id") == [f"{BASE}/creators/{name}.html" for name in ["newer", "new", "old"]]
    assert texts(entries, "published") == [f"2026-{day}T00:00:00Z" for day in ["05-06", "03-04", "01-02"]]
    assert texts(entries, "updated") == texts(entries, "published") and root.findtext(f"{ATOM}updated") == "2026-05-06T00:00:00Z"
    assert root.findtext(f"{ATOM}id") == root.find(f"{ATOM}link[@rel='self']").get("href") == f"{BASE}/ID/feed.xml"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Agency One" and texts(entries, "summary")[1] == "Hi"
    linked = {name for name, page in pages(site).items() if page.select('link[rel="alternate"]')}
    assert linked == {"ID/index.html"} and not (site.public / "TH/feed.xml").exists()
    assert quick_soup(site.page("ID/index.html")).select_one('link[rel="alternate"]')["href"] == "../ID/feed.xml"
    before = tree(site.public)
    plaza.build(site)
    assert tree(site.public) == before


def test_a_feed_has_fifty_entries_at_most(plaza, make_site):
    names = [f"c{index}" for index in range(60)]
    site = make_site(site={"base_url": BASE}, creators=[creator(name) for name in names])
    seen_on(site, {f"2026-{1 + index // 28:02}-{1 + index % 28:02}": {name: {"followers": 1}} for index, name in enumerate(names)})
    plaza.build(site)
    assert texts(feed(site)[1], "id") == [f"{BASE}/creators/{name}.html" for name in reversed(names[10:])]


def test_a_feed_tells_no_contact_and_no_day_of_closed_figures(plaza, make_site):
    site = make_site(site={"base_url": BASE}, creators=[
        creator("shut", authorized=False, bio="Write to canary@private.example", email="canary@private.example"),
        creator("shy", authorized=False, gmv=5),
    ])
    seen_on(site, {
        "2026-01-02": {"shut": {"gmv": 5}, "shy": {"gmv": 5}}, "2026-03-04": {"shut": {"followers": 5, "gmv": 6}},
    })
    plaza.build(site)
    assert texts(feed(site)[1], "published") == ["2026-03-04T00:00:00Z"]
    assert "canary" not in site.page("ID/feed.xml")


def test_without_a_base_address_there_is_no_feed(plaza, make_site):
    site = make_site(creators=[creator("ana")])
    seen_on(site, {"2026-01-02": {"ana": {"followers": 5}}})
    plaza.build(site)
    assert not [name for name in tree(site.public) if name.endswith("feed.xml")]
    assert not [name for name, page in pages(site).items() if page.select('link[rel="alternate"]')]


def test_every_page_is_shared_with_a_picture_that_opens(found):
    for page in pages(found).values():
        assert file_of(page.select_one('meta[property="og:image"]')["content"]) == "assets/preview.png"
    content = (found.public / "assets/preview.png").read_bytes()
    at, kinds, packed = 8, [], b""
    while at < len(content):
        length, kind = int.from_bytes(content[at:at + 4], "big"), content[at + 4:at + 8]
        checked = content[at + 4:at + 8 + length]
        assert zlib.crc32(checked) == int.from_bytes(content[at + 8 + length:at + 12 + length], "big")
        kinds.append(kind)
        packed += checked[4:] if kind == b"IDAT" else b""
        at += 12 + length
    assert content[:8] == b"\x89PNG\r\n\x1a\n" and kinds == [b"IHDR", b"IDAT", b"IEND"]
    assert len(zlib.decompress(packed)) == 630 * (1 + 3 * 1200)


def test_robots_are_shown_the_sitemap(found):
    assert found.page("robots.txt").split("\n") == ["User-agent: *", "Allow: /", "", f"Sitemap: {BASE}/sitemap.xml", ""]
    assert [name for name, page in pages(found).items() if page.select('meta[name="robots"]')] == ["404.html", "styleguide.html"]


def test_without_a_base_address_there_is_no_sitemap(built_site):
    site = built_site(creators=people())
    assert site.page("robots.txt") == "User-agent: *\nAllow: /\n"
    assert not [name for name in tree(site.public) if name.startswith("sitemap")]


def test_a_site_can_stay_out_of_search_engines(hidden):
    assert hidden.page("robots.txt") == "User-agent: *\nDisallow: /\n"
    assert not [name for name in tree(hidden.public) if name.startswith("sitemap")]
    assert not [name for name, content in tree(hidden.public).items() if b"ld+json" in content]
    for name, page in pages(hidden).items():
        assert page.select_one('meta[name="robots"]')["content"] == "noindex, nofollow", name


def test_the_server_says_so_with_every_file_too(workshop, hidden, found):
    """Pictures, tables and JSON have no place for it of their own."""
    for site, tag in [(hidden, "noindex, nofollow"), (found, None)]:
        caller = workshop.caller(workshop.serve(site))
        for path in ["/", "/creators/ana.json", "/creators.csv", "/assets/icon.svg", "/ID/?q=ana", "/nowhere"]:
            assert caller.http.get(path).headers.get("x-robots-tag") == tag, path
