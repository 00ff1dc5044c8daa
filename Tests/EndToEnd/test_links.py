"""Every link of the pages is relative and leads somewhere on disk, so that any host, sub-path or folder will do (P1)."""
import os
import posixpath
import re
import urllib.parse

import pytest

from support.pages import quick_soup
from support.sites import creator, tree

# Answered by the server only.
SERVED = {"sign-in", "sign-out", "invitations", "contact", "invite"}
# Where pages may point to outside.
OUTSIDE = re.compile(r"https://(www\.)?tiktok\.com/@|https://example\.com/")
ADDRESSES = [("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "srcset"), ("use", "href")]


@pytest.fixture(scope="module")
def site(workshop):
    people = [creator(f"person{index}", followers=index, categories=["Health", "Shoes"]) for index in range(60)]
    people[3]["profile"] = "Read [my kit](https://example.com/kit), [home](/), [up](../../x) and [here](#top)."
    return workshop.built_site(creators=people)


@pytest.fixture(scope="module")
def pages(site):
    return {name: quick_soup(content) for name, content in tree(site.public).items() if name.endswith(".html")}


def links(pages):
    """(page, address) of everything that a page loads or leads to; 404.html is served at any depth and has roots."""
    for name, page in pages.items():
        if name == "404.html":
            continue
        for tag, attribute in ADDRESSES:
            for node in page.select(f"{tag}[{attribute}]"):
                yield name, node[attribute]


def test_links_are_relative_or_known_to_lead_outside(pages):
    absolute = [
        (page, address) for page, address in links(pages)
        if re.match(r"[a-z][a-z0-9+.-]*:|/", address, re.IGNORECASE) and not OUTSIDE.match(address)
        and not address.startswith("data:image/")
    ]
    assert absolute == []


def test_links_lead_to_files(site, pages):
    lost = []
    for page, address in links(pages):
        path = urllib.parse.unquote(urllib.parse.urlsplit(address).path)
        if ":" in address.split("/")[0] or not path:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        if target.startswith("..") or not (os.path.isfile(site.public / target) or target in SERVED):
            lost.append((page, address))
    assert lost == []


def test_links_into_a_page_have_their_target(pages):
    lost = []
    for page, address in links(pages):
        parts = urllib.parse.urlsplit(address)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path)) if parts.path else page
        if parts.fragment and not parts.scheme and target in pages and not pages[target].find(id=parts.fragment):
            lost.append((page, address))
    assert lost == []


def test_every_page_is_reached_from_the_front(pages):
    reached, waiting = set(), ["index.html"]
    while waiting:
        page = waiting.pop()
        if page in reached or page not in pages:
            continue
        reached.add(page)
        for node in pages[page].select("a[href]"):
            path = urllib.parse.urlsplit(node["href"]).path
            waiting.append(posixpath.normpath(posixpath.join(posixpath.dirname(page), path)))
    assert set(pages) - reached == {"404.html", "styleguide.html"}


def test_no_id_stands_twice_on_a_page(pages):
    for name, page in pages.items():
        ids = [node["id"] for node in page.select("[id]")]
        assert len(ids) == len(set(ids)), name


def test_pages_carry_no_script_and_no_inline_style(pages):
    """The content security policy would stop them."""
    for name, page in pages.items():
        assert not page.select("style, [style], script:not([src]):not([type='application/ld+json'])"), name


def test_with_a_base_address_pages_name_their_canonical_one(built_site):
    site = built_site(creators=[creator("ana")], site={"base_url": "https://plaza.example/talent"})
    def canonical(page):
        return quick_soup(site.page(page)).select_one('link[rel="canonical"]')["href"]
    assert canonical("index.html") == "https://plaza.example/talent/"
    assert canonical("ID/index.html") == "https://plaza.example/talent/ID/"
    assert canonical("creators/ana.html") == "https://plaza.example/talent/creators/ana.html"


def test_with_a_server_address_forms_are_sent_there(built_site):
    site = built_site(creators=[creator("ana", email="a@b.example")], site={"server_url": "https://members.example"})
    actions = {form["action"] for form in quick_soup(site.creator_page("ana")).select("form[action]")}
    assert actions == {"https://members.example/contact", "https://members.example/invite"}
