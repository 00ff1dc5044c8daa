"""Requests that no honest client sends: paths out of the folder, foreign hosts, bodies too large, unclear framing."""
import pytest

from support.clients import Caller, connect, raw
from support.leaks import canary_contacts
from support.sites import creator

CANARY = b"canarymail"
ESCAPES = [
    "/../site.yaml", "/../private/plaza.sqlite", "/..%2fsite.yaml", "/..%2Fprivate%2fplaza.sqlite", "/%2e%2e/site.yaml",
    "/%2e%2e%2fsite.yaml", "/.%2e/site.yaml", "/ID/../../site.yaml", "/ID/%2e%2e/%2e%2e/site.yaml", "/..\\site.yaml",
    "/..%5csite.yaml", "/%5c..%5csite.yaml", "/....//site.yaml", "/%252e%252e/site.yaml", "//../site.yaml", "///etc/passwd",
    "/creators/..%2f..%2fcreators/all.jsonl", "/../creators/all.jsonl", "/%2e%2e/creators/all.jsonl", "/%c0%ae%c0%ae/site.yaml",
    "/index.html%00.css", "/%00", "/index.html/", "/creators/all.jsonl", "/private/plaza.sqlite", "/site.yaml", "/.",
    "/%ff%fe", "/creators/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd",
]


@pytest.fixture(scope="module")
def server(workshop):
    return workshop.serve(workshop.built_site(creators=[creator("ana", **canary_contacts(1))]))


@pytest.fixture(scope="module")
def token(workshop, server):
    return workshop.program.token(server.site)


def request(line, *headers, body=b""):
    return "\r\n".join([line, *headers, "Connection: close", "", ""]).encode("latin-1") + body


def host(server):
    return f"Host: 127.0.0.1:{server.port}"


@pytest.mark.parametrize("path", ESCAPES)
def test_no_path_leads_out_of_the_public_folder(server, path):
    status, head, body = raw(server, request(f"GET {path} HTTP/1.1", host(server)))
    assert status in (301, 400, 404), status
    for secret in [CANARY, b"time_zone", b"root:x:", b"SQLite format"]:
        assert secret not in head + body


@pytest.mark.parametrize("headers", [
    [], ["Host:"], ["Host: evil.example"], ["Host: evil.example:{port}"], ["Host: 127.0.0.1.evil.example:{port}"],
    ["Host: 127.0.0.1:{port}", "Host: evil.example"], ["Host: 127.0.0.1:{port}@evil.example"], ["Host: 10.0.0.1:{port}"],
], ids=str)
def test_a_missing_or_foreign_host_is_refused(server, headers):
    lines = [header.format(port=server.port) for header in headers]
    status, _, body = raw(server, request("GET / HTTP/1.1", *lines))
    assert 400 <= status < 500, status
    assert b"data-creator" not in body


def test_a_foreign_host_gets_nothing_even_with_a_token(server, token):
    status, _, body = raw(server, request(
        "POST /contact HTTP/1.1", "Host: evil.example", f"Authorization: Bearer {token}", "Content-Type: application/json",
        "Content-Length: 17", body=b'{"creator":"ana"}'))
    assert 400 <= status < 500 and CANARY not in body


def test_localhost_is_a_name_of_the_site(server):
    assert raw(server, request("GET / HTTP/1.1", f"Host: localhost:{server.port}"))[0] == 200


def test_an_absolute_address_does_not_replace_the_host(server):
    assert 400 <= raw(server, request("GET http://evil.example/ HTTP/1.1", "Host: evil.example"))[0] < 500


def form_body(size):
    return b"creator=ana&message=" + b"x" * (size - 20)


def test_a_body_over_its_limit_is_413(server, token):
    """Half a megabyte for many creators and a long message, 64 kB elsewhere."""
    with connect(server, Authorization=f"Bearer {token}", Accept="application/json") as http:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        for path, limit in [("/invite", 524288), ("/contact", 65536), ("/sign-in", 65536)]:
            answer = http.post(path, content=form_body(limit + 1), headers=form)
            assert answer.status_code == 413, (path, answer.text)
            assert answer.headers["content-type"].startswith("application/problem+json")
        assert http.post("/invite", content=form_body(524288), headers=form).status_code == 422, "it is read, and has faults"


def test_a_large_body_is_refused_before_it_is_sent(server, token):
    status, _, _ = raw(server, request(
        "POST /invite HTTP/1.1", host(server), f"Authorization: Bearer {token}",
        "Content-Type: application/x-www-form-urlencoded", "Content-Length: 2000000000", body=form_body(1000)))
    assert status == 413


def test_a_large_body_in_chunks_is_413(server, token):
    chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
    status, _, _ = raw(server, request(
        "POST /contact HTTP/1.1", host(server), f"Authorization: Bearer {token}",
        "Content-Type: application/x-www-form-urlencoded", "Transfer-Encoding: chunked", body=chunk * 6 + b"0\r\n\r\n"))
    assert status == 413


@pytest.mark.parametrize("headers", [
    ["Content-Length: 5", "Content-Length: 6"], ["Content-Length : 5"], ["Content-Length: 5", "Transfer-Encoding: chunked"],
    ["Content-Length: -1"], ["Transfer-Encoding: identity"], ["X-Bad: a\x00b"],
], ids=str)
def test_unclear_framing_is_refused(server, headers):
    """Request smuggling; closing the connection is an answer too."""
    status, _, _ = raw(server, request("POST /contact HTTP/1.1", host(server), *headers, body=b"0\r\n\r\n"))
    assert status == 0 or 400 <= status < 500 or status == 501, status


@pytest.mark.parametrize("kind, body", [
    ("application/json", b'{"creator":'), ("application/json", b'["ana"]'), ("application/json", b'{"creator":{"a":1}}'),
    ("application/json", b'{"creator":5}'), ("application/json", b"\xff\xfe"), ("application/json", b"[" * 20000),
    ("text/plain", b"creator=ana"), ("application/x-www-form-urlencoded", b"creator=%ff%fe%zz"),
    ("application/x-www-form-urlencoded", b""), ("multipart/form-data", b"x"), ("", b"creator=ana"),
])
def test_a_body_that_cannot_be_read_is_a_4xx(server, token, kind, body):
    headers = {"Content-Type": kind} if kind else {}
    with connect(server, Authorization=f"Bearer {token}", Accept="application/json") as http:
        for path in ["/contact", "/invite"]:
            answer = http.post(path, content=body, headers=headers)
            assert 400 <= answer.status_code < 500, (path, answer.status_code, answer.text)
            assert answer.headers["content-type"].startswith("application/problem+json")


def test_errors_tell_nothing_of_the_inside(server, token):
    """No SQL, no file path, no type name."""
    caller = Caller(server, token)
    answers = [
        *map(caller.http.get, ["/nothing", "/invitations/not-an-id", "/invitations.json?next=%00", "/invitations.json?from=x"]),
        caller.http.post("/invite", content=b"{"), caller.contact("nobody"),
    ]
    for answer in answers:
        assert 400 <= answer.status_code < 500, answer.text
        for word in ["SELECT", "sqlite", "Sources/", ".swift", str(server.site.folder), "Error(", "GRDB", "Hummingbird"]:
            assert word.lower() not in answer.text.lower(), answer.text


def test_the_server_still_stands(server):
    with connect(server) as http:
        assert http.get("/").status_code == 200
