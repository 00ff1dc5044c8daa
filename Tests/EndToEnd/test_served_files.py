"""Files of public/ over HTTP: validators, ranges, methods, and addresses that are not there (RFC 9110)."""
import pytest

from support.clients import HTML, JSON, connect
from support.pages import cards, total
from support.sites import creator, tree


@pytest.fixture(scope="module")
def server(workshop):
    people = [creator(f"person{index:02d}", followers=index) for index in range(30)]
    return workshop.serve(workshop.built_site(creators=people))


@pytest.fixture(scope="module")
def http(server):
    with connect(server) as client:
        yield client


PAGE = "/creators/person07.html"


def test_every_public_file_is_answered_byte_for_byte(server, http):
    for name, content in tree(server.site.public).items():
        answer = http.get("/" + name)
        assert answer.status_code == 200 and answer.content == content, name


@pytest.mark.parametrize("path, file", [
    ("/", "index.html"), ("/ID/page/2/", "ID/page/2/index.html"),
])
def test_a_folder_is_its_index(server, http, path, file):
    answer = http.get(path)
    assert answer.status_code == 200 and answer.text == server.site.page(file)


def test_the_list_of_a_market_shows_what_its_file_shows(server, http):
    """The server answers it as a query without filters."""
    answer = http.get("/ID/", headers=HTML)
    assert answer.status_code == 200
    assert cards(answer.text) == cards(server.site.page("ID/index.html")) != []
    assert total(answer.text) == total(server.site.page("ID/index.html")) == 30


def test_a_folder_without_its_slash_leads_to_it(http):
    """Else its relative links would lead astray."""
    answer = http.get("/ID")
    assert answer.status_code in (301, 302, 307, 308) and answer.headers["location"].endswith("/ID/")


@pytest.mark.parametrize("path, kind", [
    ("/index.html", "text/html; charset=utf-8"), ("/assets/plaza.css", "text/css; charset=utf-8"),
])
def test_content_types_are_stated(http, path, kind):
    answer = http.get(path)
    assert answer.headers["content-type"].lower().replace(" ", "") == kind.replace(" ", "")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_etags_are_strong_and_answered_304(http):
    first = http.get(PAGE)
    etag = first.headers["etag"]
    assert etag.startswith('"') and etag.endswith('"')
    for condition in [etag, f'"other", {etag}', "*", f"W/{etag}"]:
        again = http.get(PAGE, headers={"If-None-Match": condition})
        assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == etag, condition
    assert http.get(PAGE, headers={"If-None-Match": '"other"'}).status_code == 200


def test_different_files_have_different_etags(http):
    assert http.get(PAGE).headers["etag"] != http.get("/index.html").headers["etag"]


@pytest.mark.parametrize("asked, first, last", [
    ("bytes=0-9", 0, 9), ("bytes=5-", 5, None), ("bytes=-7", -7, None), ("bytes=3-3", 3, 3),
])
def test_a_range_gives_just_those_bytes(http, asked, first, last):
    whole = http.get(PAGE).content
    part = http.get(PAGE, headers={"Range": asked})
    wanted = whole[first:] if last is None else whole[first:last + 1]
    start = first % len(whole)
    assert part.status_code == 206 and part.content == wanted
    assert part.headers["content-range"] == f"bytes {start}-{start + len(wanted) - 1}/{len(whole)}"


def test_a_range_beyond_the_end_is_416(http):
    size = len(http.get(PAGE).content)
    answer = http.get(PAGE, headers={"Range": f"bytes={size}-"})
    assert answer.status_code == 416 and answer.headers["content-range"] == f"bytes */{size}"


@pytest.mark.parametrize("asked", ["bytes=9-3", "lines=1-2", "bytes=x-y", "bytes=--5"])
def test_a_range_that_makes_no_sense_is_passed_over(http, asked):
    """RFC 9110 §14.2"""
    assert http.get(PAGE, headers={"Range": asked}).status_code == 200


def test_a_range_of_another_version_gives_the_whole(http):
    answer = http.get(PAGE, headers={"Range": "bytes=0-9", "If-Range": '"another"'})
    assert answer.status_code == 200 and len(answer.content) > 10


@pytest.mark.parametrize("path", ["/", PAGE, "/assets/plaza.css", "/nothing.html", "/sign-in"])
def test_head_is_get_without_the_body(http, path):
    got, head = http.get(path), http.head(path)
    assert head.status_code == got.status_code and head.content == b""
    for name in ["content-type", "content-length", "etag"]:
        assert head.headers.get(name) == got.headers.get(name), name


def test_an_unknown_address_is_a_404_in_the_readers_form(http):
    page = http.get("/nothing/here.html", headers=HTML)
    assert page.status_code == 404 and page.headers["content-type"].startswith("text/html") and "<main" in page.text
    data = http.get("/nothing/here.html", headers=JSON)
    assert data.status_code == 404 and data.headers["content-type"].startswith("application/problem+json")
    assert data.json()["status"] == 404


@pytest.mark.parametrize("method, path", [
    ("POST", "/index.html"), ("PUT", PAGE), ("DELETE", "/"), ("PATCH", "/ID/"), ("GET", "/contact"), ("PATCH", "/invite"),
    ("PUT", "/invite"), ("DELETE", "/invitations"), ("POST", "/invitations.json"),
])
def test_a_method_that_an_address_does_not_know_is_405(http, method, path):
    answer = http.request(method, path)
    assert answer.status_code == 405, answer.text
    allowed = {each.strip() for each in answer.headers["allow"].split(",")}
    assert allowed and method not in allowed


def test_a_query_does_not_hide_a_file(server, http):
    assert http.get("/ID/index.html?utm_source=x").text == server.site.page("ID/index.html")


def test_a_page_that_was_rebuilt_is_served_anew(plaza, built_site, serve):
    site = built_site(creators=[creator("ana", "Before")])
    with connect(serve(site)) as http:
        old = http.get("/creators/ana.html")
        site.write_creators([creator("ana", "After")])
        plaza.build(site)
        new = http.get("/creators/ana.html", headers={"If-None-Match": old.headers["etag"]})
        assert new.status_code == 200 and "After" in new.text and new.headers["etag"] != old.headers["etag"]


def test_serve_builds_first_where_needed(make_site, serve):
    site = make_site(creators=[creator("ana")])
    with connect(serve(site)) as http:
        assert http.get("/creators/ana.html").status_code == 200


def test_serve_builds_again_what_changed_since(built_site, serve):
    site = built_site(creators=[creator("ana", "Before")])
    site.write_creators([creator("ana", "After")])
    with connect(serve(site)) as http:
        assert "After" in http.get("/creators/ana.html").text
